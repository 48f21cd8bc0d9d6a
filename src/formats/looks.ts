// What a file looks like that no format recognises, in words for the error.
import type { Head } from './format.ts';
import { isZip } from './intake.ts';

const MAGIC: readonly (readonly [bytes: readonly number[], words: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive (unpack it first)'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive (unpack it first)'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive (unpack it first)'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file (convert it to CSV)'],
];

/** By what stands in the first members of a zip. */
const ZIPPED: readonly (readonly [text: string, words: string])[] = [
  [
    'opendocument.spreadsheet',
    'an OpenDocument spreadsheet (.ods; save it as .xlsx or CSV in LibreOffice or Excel)',
  ],
  ['opendocument.', 'an OpenDocument text or drawing (save its table as CSV)'],
  ['xl/workbook.bin', 'a binary Excel workbook (.xlsb; save it as .xlsx in Excel or LibreOffice)'],
  ['word/', 'a Word document (copy its table into a spreadsheet and save that as .xlsx or CSV)'],
  ['ppt/', 'a PowerPoint presentation'],
  ['Index/Document.iwa', 'an Apple Numbers, Pages or Keynote document (export it as Excel or CSV)'],
];

/** By the names of streams in an OLE compound file, which are UTF-16. */
const COMPOUND: readonly (readonly [stream: string, words: string])[] = [
  [
    'EncryptedPackage',
    'an Excel workbook or other office document with a password (open it in Excel or LibreOffice and save it without)',
  ],
  [
    'WordDocument',
    'an old Word document (.doc; copy its table into a spreadsheet and save that as .xlsx or CSV)',
  ],
  ['Workbook', 'an old Excel workbook (.xls; save it as .xlsx or CSV in Excel or LibreOffice)'],
  ['Book', 'a very old Excel workbook (.xls; save it as .xlsx or CSV in LibreOffice)'],
];

/** Formats of other programs that begin with a word of their own. */
const WORDED: readonly (readonly [start: RegExp, words: string])[] = [
  [/^\(tlp\s/, 'a Tulip graph (.tlp; open it in Tulip and export it as GML or GEXF)'],
  [/^DGS00\d/, 'GraphStream events (.dgs; read it with GraphStream and write it as GraphML or GEXF)'],
];

const isCompound = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function zipLike(bytes: Uint8Array): string {
  const text = latin(bytes);
  return (
    ZIPPED.find(([mark]) => text.includes(mark))?.[1] ?? 'a zip archive (unpack it and open what is inside)'
  );
}

function compoundLike(bytes: Uint8Array): string {
  const text = latin(bytes).replaceAll('\0', '');
  const known = COMPOUND.find(([stream]) => text.includes(stream))?.[1];
  return (
    known ??
    'an old office document or one with a password (.xls, .doc; save it without password as .xlsx or CSV)'
  );
}

export function looksLike({ bytes, text }: Head): string {
  if (isZip(bytes)) return zipLike(bytes);
  if (isCompound(bytes)) return compoundLike(bytes);
  const known = MAGIC.find(([magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (known) return known[1];
  const start = text.trimStart().slice(0, 400);
  if (start === '') return 'an empty file';
  const worded = WORDED.find(([begins]) => begins.test(start))?.[1];
  if (worded !== undefined) return worded;
  if (/^<(!doctype\s+)?html/i.test(start)) return 'a web page';
  const element = /^(?:<\?[^>]*>|<!--[^]*?-->|<![^>]*>|\s)*<(?:[\w.-]+:)?([\w.-]{1,60})/.exec(start)?.[1];
  if (element !== undefined) return `XML with <${element}> as its first element`;
  if (start.startsWith('{') || start.startsWith('[')) return 'JSON of a shape that no format here has';
  return bytes.subarray(0, 1000).some((byte) => byte === 0) ? 'a binary file' : 'plain text';
}
