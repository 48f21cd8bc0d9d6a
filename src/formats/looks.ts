// What a file looks like that no format recognises, in words for the error.
import type { Head } from './format.ts';

const MAGIC: readonly (readonly [bytes: readonly number[], words: string])[] = [
  [[0x50, 0x4b, 3, 4], 'a zip archive (perhaps a spreadsheet or an office document: save it as CSV)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old office document (save it as CSV)'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive (unpack it first)'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive (unpack it first)'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive (unpack it first)'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file (convert it to CSV)'],
];

export function looksLike({ bytes, text }: Head): string {
  const known = MAGIC.find(([magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (known) return known[1];
  const start = text.trimStart().slice(0, 400);
  if (start === '') return 'an empty file';
  if (/^<(!doctype\s+)?html/i.test(start)) return 'a web page';
  const element = /^(?:<\?[^>]*>|<!--[^]*?-->|<![^>]*>|\s)*<(?:[\w.-]+:)?([\w.-]{1,60})/.exec(start)?.[1];
  if (element !== undefined) return `XML with <${element}> as its first element`;
  if (start.startsWith('{') || start.startsWith('[')) return 'JSON of a shape that no format here has';
  return bytes.subarray(0, 1000).some((byte) => byte === 0) ? 'a binary file' : 'plain text';
}
