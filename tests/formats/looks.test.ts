import { expect, test } from 'vitest';
import { detect } from '../../src/formats/index.ts';
import { looksLike } from '../../src/formats/looks.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { readBytes } from './roundTrip.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );
const wide = (text: string): string => [...text].join('\0');
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const zip = (name: string, content = ''): Uint8Array =>
  bytesOf([0x50, 0x4b, 3, 4], Array<number>(22).fill(0), [name.length, 0, 0, 0], name, content);

test.each<[string, Uint8Array, RegExp]>([
  ['a workbook with a password', bytesOf(OLE, wide('EncryptedPackage')), /password/],
  ['an old workbook', bytesOf(OLE, wide('Workbook')), /\.xls;/],
  ['another compound file', bytesOf(OLE, wide('Contents')), /old office document/],
  ['an OpenDocument spreadsheet', zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), /\.ods/],
  ['a Word document', zip('word/document.xml'), /Word/],
  ['a zip of something else', zip('a.bin'), /zip archive/],
  ['a Tulip graph', bytesOf('(tlp "2.3"\n(nodes 0..3)\n(edge 0 0 1)\n'), /Tulip/],
  ['events of GraphStream', bytesOf('DGS004\ntest 0 0\nan A\nan B\nae AB A B\n'), /GraphStream/],
])('%s is refused by what it is', (_, bytes, words) => {
  const head = { bytes, text: new TextDecoder().decode(bytes) };
  expect(looksLike(head)).toMatch(words);
  expect(() => detect(head)).toThrow(InputError);
});

test.each([
  ['a compound file', bytesOf(OLE, [0xa1, 0xb1], wide('Workbook')), /\.xls;/],
  ['a PNG', bytesOf([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0xfd]), /PNG/],
])('%s is known although it is no text', async (_, bytes, words) => {
  await expect(readBytes(bytes)).rejects.toThrow(words);
});
