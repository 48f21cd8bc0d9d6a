// What comes in: the bytes of a file, hashed, unpacked and turned into UTF-8; a zip is only listed.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Cancelled, type Job } from '../plugin/job.ts';
import { InputError, type Problem } from '../plugin/problem.ts';
import { inUtf8 } from './encodings.ts';
import type { Head } from './format.ts';
import { LIMITS } from './limits.ts';
import { isBinary } from './looks.ts';
import { joined } from './pieces.ts';
import { outOfPacking } from './unpacking.ts';
import { isZip, membersOf } from './zip.ts';

/** What is inside a file, ready to be recognised and read. */
export interface Content {
  /** UTF-8 without byte order mark, or a zip or other binary file as it came. */
  readonly bytes: Uint8Array;
  /** What text was read as. */
  readonly encoding?: string;
  readonly head: Head;
  /** What had to be done to make sense of the bytes. */
  readonly problems: readonly Problem[];
}

export interface Intake extends Content {
  /** Of the bytes as they came, in hex. */
  readonly sha256: string;
}

export type Input = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Throws `InputError` for a file too large, a broken or overfull archive, an encoding nobody knows. */
export async function takeIn(input: Input, encoding?: string): Promise<Intake> {
  const raw = await gathered(input);
  return { ...(await contentOf(raw, LIMITS.layers, encoding)), sha256: bytesToHex(sha256(raw)) };
}

/**
 * The same for a file inside a file; `layers`: how deep archives may still lie in one another; `encoding`: of text,
 * where a person chose it.
 */
export async function contentOf(raw: Uint8Array, layers: number, encoding?: string): Promise<Content> {
  const unpacked = await outOfPacking(raw, layers);
  if (isZip(unpacked)) {
    const members = membersOf(unpacked).map(({ name }) => name);
    return { bytes: unpacked, head: { ...headOf(unpacked), members }, problems: [] };
  }
  if (isBinary(unpacked)) return { bytes: unpacked, head: headOf(unpacked), problems: [] };
  const { bytes, problems, encoding: read } = inUtf8(unpacked, encoding);
  return { bytes, encoding: read, head: headOf(bytes), problems };
}

/** How much of a file formats look at to recognise their own. */
export const HEAD_BYTES = 64 * 1024;
const PIECE = 64 * 1024;

function headOf(bytes: Uint8Array): Head {
  const start = bytes.subarray(0, HEAD_BYTES);
  return { bytes: start, text: new TextDecoder().decode(start) };
}

/** The bytes in pieces, with progress told and cancelling obeyed between them. */
export async function* piecesOf(bytes: Uint8Array, job: Job): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (job.cancelled()) throw new Cancelled();
    job.progress(at / bytes.length, 'reading');
    yield bytes.subarray(at, at + PIECE);
  }
}

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
