// The frames of a Zstandard file, found by walking their blocks, so that each is known to be whole, and what it asks
// for, before it is unpacked. RFC 8878, section 3.1.
import { InputError } from '../plugin/problem.ts';
import { startsWith } from './pieces.ts';

export interface Frame {
  readonly start: number;
  readonly end: number;
  /** Bytes of memory it asks for: its whole content where it says so, else its window. At least what it must hold back. */
  readonly needs: number;
}

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** The largest window that the reference program takes without being asked. */
const WINDOW = 128 * 2 ** 20;

export const isZstd = (bytes: Uint8Array): boolean => startsWith(bytes, MAGIC) || isSkippable(bytes, 0);

/** Frames of anything, which readers pass over: 0x184D2A50 to 0x184D2A5F. */
const isSkippable = (bytes: Uint8Array, at: number): boolean =>
  ((bytes[at] ?? 0) & 0xf0) === 0x50 && startsWith(bytes, [0x2a, 0x4d, 0x18], at + 1);

/** Throws `InputError` where one is cut off or wants more memory than a file may. */
export function* framesOf(bytes: Uint8Array): Generator<Frame> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    if (isSkippable(bytes, at)) {
      at += 8 + view.getUint32(at + 4, true);
      continue;
    }
    if (!startsWith(bytes, MAGIC, at)) throw cutOff();
    const frame = frameAt(view, at);
    if (frame.end > bytes.length) throw cutOff();
    yield frame;
    at = frame.end;
  }
}

const cutOff = (): InputError =>
  new InputError('This Zstandard file is damaged or cut off. Get the file again.');

function frameAt(view: DataView, start: number): Frame {
  const flags = view.getUint8(start + 4);
  const [single, checksum] = [(flags & 0x20) !== 0, (flags & 4) !== 0];
  const sizeBytes = [single ? 1 : 0, 2, 4, 8][flags >> 6]!;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3]!;
  if (dictionaryBytes > 0)
    throw new InputError(
      'This Zstandard file needs a dictionary that is not in it. Unpack it where it was made.',
    );
  const window = single ? 0 : windowOf(view.getUint8(start + 5));
  const at = start + (single ? 5 : 6);
  const needs = single ? sizeAt(view, at, sizeBytes) : 0;
  if (window > WINDOW)
    throw new InputError(
      `This Zstandard file wants ${Math.round(window / 2 ** 20)} MB of memory at once. Unpack it yourself.`,
    );
  return { start, end: endOfBlocks(view, at + sizeBytes) + (checksum ? 4 : 0), needs };
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function sizeAt(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

function endOfBlocks(view: DataView, from: number): number {
  for (let at = from; ;) {
    if (at + 3 > view.byteLength) throw cutOff();
    const head = view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
    // A block of one byte repeated holds that byte alone.
    at += 3 + ((head >> 1) & 3 ? (((head >> 1) & 3) === 1 ? 1 : head >> 3) : head >> 3);
    if (head & 1) return at;
  }
}
