// What comes in: the bytes of a file, hashed, unpacked from gzip and turned into UTF-8.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Cancelled, type Job } from '../plugin/job.ts';
import { InputError, type Problem } from '../plugin/problem.ts';
import type { Head } from './format.ts';
import { checkUnpacked, LIMITS } from './limits.ts';

export interface Intake {
  /** UTF-8 without byte order mark, or a zip as it came. */
  readonly bytes: Uint8Array;
  /** Of the bytes as they came, in hex. */
  readonly sha256: string;
  /** What the bytes were read as; of a zip, each member has its own. */
  readonly encoding: string;
  readonly head: Head;
  /** What had to be done to make sense of the bytes. */
  readonly problems: readonly Problem[];
}

export type Input = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Throws `InputError` for a file too large, a broken or overfull gzip, an encoding nobody knows. */
export async function takeIn(input: Input, encoding?: string): Promise<Intake> {
  const raw = await gathered(input);
  const unpacked = isGzip(raw) ? await gunzipped(raw) : raw;
  if (isGzip(unpacked))
    throw new InputError('This is a gzip inside a gzip. Unpack it once and open what is inside.');
  const { bytes, problems, ...decoded } = isZip(unpacked)
    ? { bytes: unpacked, problems: [], encoding: '' }
    : inUtf8(unpacked, encoding);
  const text = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const head = { bytes: unpacked.subarray(0, HEAD_BYTES), text };
  return { bytes, sha256: bytesToHex(sha256(raw)), encoding: decoded.encoding, head, problems };
}

const HEAD_BYTES = 64 * 1024;
const PIECE = 64 * 1024;

/** The bytes in pieces, with progress told and cancelling obeyed between them. */
export async function* piecesOf(bytes: Uint8Array, job: Job): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (job.cancelled()) throw new Cancelled();
    job.progress(at / bytes.length, 'reading');
    yield bytes.subarray(at, at + PIECE);
  }
}

export const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]);
export const isGzip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x1f, 0x8b]);
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

async function gathered(input: Input): Promise<Uint8Array> {
  if (input instanceof Uint8Array) return checkedSize(input, input.length);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    checkedSize(piece, (size += piece.length));
    pieces.push(piece);
  }
  return joined(pieces);
}

function checkedSize(bytes: Uint8Array, size: number): Uint8Array {
  if (size > LIMITS.file)
    throw new InputError(`This file is larger than ${LIMITS.file} bytes. Split it, or take a part of it.`);
  return bytes;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Throws `InputError` for a gzip that is broken or overfull. */
export async function gunzipped(packed: Uint8Array): Promise<Uint8Array> {
  const { Gunzip } = await import('fflate');
  const pieces: Uint8Array[] = [];
  let [size, fed] = [0, 0];
  const gunzip = new Gunzip((piece) => {
    size += piece.length;
    checkUnpacked(size, fed);
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      fed = Math.min(at + PIECE, packed.length);
      gunzip.push(packed.subarray(at, fed), fed === packed.length);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('This gzip is damaged or cut off. Get the file again.');
  }
  return joined(pieces);
}

export interface Decoded {
  readonly bytes: Uint8Array;
  readonly encoding: string;
  readonly problems: readonly Problem[];
}

/** `asked`: the encoding that a person chose, whatever the bytes look like; a byte order mark still goes. */
export function inUtf8(raw: Uint8Array, asked?: string): Decoded {
  if (asked !== undefined) return chosen(raw, asked);
  if (startsWith(raw, [0xef, 0xbb, 0xbf])) return asUtf8(raw.subarray(3));
  if (startsWith(raw, [0xff, 0xfe])) return transcoded(raw.subarray(2), 'utf-16le', []);
  if (startsWith(raw, [0xfe, 0xff])) return transcoded(raw.subarray(2), 'utf-16be', []);
  const sort = raw[0] && raw[1] === 0 ? 'utf-16le' : raw[0] === 0 && raw[1] ? 'utf-16be' : undefined;
  if (sort && raw.length > 3) return transcoded(raw, sort, [guess(sort)]);
  const declared = declaredEncoding(raw);
  return declared ? transcoded(raw, declared, []) : asUtf8(raw);
}

const asUtf8 = (raw: Uint8Array): Decoded =>
  isUtf8(raw)
    ? { bytes: raw, encoding: 'utf-8', problems: [] }
    : transcoded(raw, 'windows-1252', [guess('windows-1252')]);

const guess = (encoding: string): Problem => ({
  outcome: 'mended',
  where: 'the file',
  what: `It names no encoding and is not UTF-8; it was read as ${encoding}. Check names with accents.`,
});

/** What an XML declaration names, where that is an eight-bit encoding other than UTF-8. */
function declaredEncoding(raw: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(raw.subarray(0, 200));
  const name = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1]?.toLowerCase();
  return !name || /^(utf-?8|us-ascii|utf-?16|ucs-2|unicode)/.test(name) ? undefined : name;
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

function chosen(raw: Uint8Array, encoding: string): Decoded {
  const isMarked = startsWith(raw, [0xef, 0xbb, 0xbf]);
  return encoding === 'utf-8' ? asUtf8(isMarked ? raw.subarray(3) : raw) : transcoded(raw, encoding, []);
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
