import { expect, test } from 'vitest';
import { InputError } from '../../src/plugin/problem.ts';
import { readBytes } from './roundTrip.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );
/** The names of streams in a compound file are UTF-16. */
const wide = (text: string): string => [...text].join('\0');
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

test.each<[string, Uint8Array, RegExp]>([
  ['a workbook with a password', bytesOf(OLE, wide('EncryptedPackage')), /password/],
  ['an old workbook', bytesOf(OLE, wide('Workbook')), /\.xls\b/],
  ['an old workbook whose names begin at an odd byte', bytesOf(OLE, [0xa1], wide('Workbook')), /\.xls\b/],
  ['another compound file', bytesOf(OLE, wide('Contents')), /old office document/],
  ['a Tulip graph', bytesOf('(tlp "2.3"\n(nodes 0..3)\n(edge 0 0 1)\n'), /Tulip/],
  ['events of GraphStream', bytesOf('DGS004\ntest 0 0\nan A\nan B\nae AB A B\n'), /GraphStream/],
])('%s is refused by what it is', async (_, bytes, words) => {
  const refusal = await readBytes(bytes).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InputError);
  expect(String(refusal)).toMatch(words);
});
