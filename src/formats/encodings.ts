// Bytes of text in any encoding → UTF-8, told of where the encoding had to be guessed.
import { InputError, type Problem } from '../plugin/problem.ts';
import { joined, startsWith } from './pieces.ts';

export interface Decoded {
  readonly bytes: Uint8Array;
  readonly encoding: string;
  readonly problems: readonly Problem[];
}

const PIECE = 64 * 1024;
/** Bytes by which an encoding is guessed. */
const LOOKED_AT = 64 * 1024;

/**
 * UTF-8 without a byte order mark: by the mark, the zeros of UTF-16, what an XML declaration names, else a guess.
 * `asked`: the encoding that a person chose.
 */
export function inUtf8(raw: Uint8Array, asked?: string): Decoded {
  if (asked !== undefined && !isMarked(raw) && asked !== 'utf-8') return transcoded(raw, asked, []);
  const marked = markOf(raw);
  if (marked?.[1] === 'utf-32') throw new InputError('This file is in UTF-32. Save it as UTF-8.');
  if (marked?.[1] === 'utf-8') return asUtf8(raw.subarray(3), 'utf-8');
  if (marked) return transcoded(raw.subarray(marked[0].length), marked[1], []);
  const wide = unmarkedUtf16(raw);
  if (wide) return transcoded(raw, wide, [guessed(wide)]);
  const declared = declaredEncoding(raw);
  return declared && !UNICODE.test(declared) ? transcoded(raw, declared, []) : asUtf8(raw, declared);
}

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32'],
  [[0, 0, 0xfe, 0xff], 'utf-32'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const markOf = (raw: Uint8Array) => MARKS.find(([mark]) => startsWith(raw, mark));
export const isMarked = (raw: Uint8Array): boolean => markOf(raw) !== undefined;

/** Whether bytes in pieces can be read as they stand: text in UTF-8 without a mark, neither packed nor declared otherwise. */
export async function isPlainUtf8(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for await (const piece of pieces) {
      if (first && !isPlain(piece)) return false;
      first = false;
      decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function isPlain(raw: Uint8Array): boolean {
  const declared = declaredEncoding(raw);
  return (
    !isMarked(raw) &&
    !raw.subarray(0, LOOKED_AT).includes(0) &&
    (declared === undefined || UNICODE.test(declared))
  );
}

/** Programs declare UTF-16 of what they then save as UTF-8; whether it is UTF-8 can be seen. */
const UNICODE = /^(utf-?8|us-ascii|utf-?16|ucs-2|unicode)/;

function asUtf8(raw: Uint8Array, declared?: string): Decoded {
  if (isUtf8(raw)) return { bytes: raw, encoding: 'utf-8', problems: [] };
  const encoding = eightBit(raw);
  return transcoded(raw, encoding, [guessed(encoding, declared)]);
}

const guessed = (encoding: string, declared?: string): Problem => ({
  outcome: 'mended',
  where: 'the file',
  what: `It ${declared ? `says it is ${declared} but` : 'names no encoding and'} is not UTF-8; it was read as ${encoding}. Check names with accents.`,
});

/** UTF-16 has a zero in every Latin letter, blank and line end, always on the same side; other text has none. */
function unmarkedUtf16(raw: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(raw.length, LOOKED_AT) & ~1;
  let [even, odd] = [0, 0];
  for (let at = 0; at < end; at += 2) {
    if (raw[at] === 0) even++;
    if (raw[at + 1] === 0) odd++;
  }
  if (raw.length % 2 !== 0 || even > 0 === odd > 0 || even + odd < end / 64) return undefined;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  return isText(raw.subarray(0, end), encoding) ? encoding : undefined;
}

function isText(raw: Uint8Array, encoding: string): boolean {
  try {
    // Half a pair at the end of what is looked at is no fault.
    const text = new TextDecoder(encoding, { fatal: true }).decode(raw, { stream: true });
    return !/[\0-\x08\x0e-\x1f\ufffe\uffff]/.test(text);
  } catch {
    return false;
  }
}

/**
 * Cyrillic words are made of high bytes alone, and mostly of small letters: 0xE0–0xFF in windows-1251, 0xC0–0xDF in
 * KOI8-R. Latin ones have single high bytes among ASCII.
 */
function eightBit(raw: Uint8Array): string {
  let [words, alone, lower, upper, run] = [0, 0, 0, 0, 0];
  const end = Math.min(raw.length, LOOKED_AT);
  for (let at = 0; at <= end; at++) {
    const byte = at < end ? raw[at]! : 0;
    if (byte >= 0xc0) {
      run++;
      if (byte >= 0xe0) lower++;
      else upper++;
      continue;
    }
    if (run >= 3) words++;
    else if (run > 0) alone++;
    run = 0;
  }
  if (words <= alone) return 'windows-1252';
  return lower >= upper ? 'windows-1251' : 'koi8-r';
}

/** What an XML declaration names, in small letters. */
function declaredEncoding(raw: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(raw.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1]?.toLowerCase();
}

function isUtf8(raw: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < raw.length; at += PIECE)
      decoder.decode(raw.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function transcoded(raw: Uint8Array, encoding: string, problems: readonly Problem[]): Decoded {
  const decoder = decoderFor(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < raw.length; at += PIECE) {
    pieces.push(encoder.encode(decoder.decode(raw.subarray(at, at + PIECE), { stream: true })));
  }
  pieces.push(encoder.encode(decoder.decode()));
  return { bytes: joined(pieces), encoding: decoder.encoding, problems };
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new InputError(
      `The file says it is encoded as “${encoding}”, which is not known here. Save it as UTF-8.`,
    );
  }
}
