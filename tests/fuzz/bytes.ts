// Changes to bytes, blind to what they mean: flips, cuts, copies, splices, other encodings, packing.
import { gzipSync } from 'fflate';
import { joined } from '../../src/formats/pieces.ts';
import type { Dice } from './dice.ts';

type Change = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array;

const INTERESTING = [
  0, 9, 10, 13, 32, 34, 38, 39, 44, 60, 62, 91, 92, 93, 123, 125, 127, 128, 192, 239, 254, 255,
];

/** A place and a later one, mostly close to it. */
function span(bytes: Uint8Array, dice: Dice): [from: number, to: number] {
  const from = dice.below(bytes.length + 1);
  const most = dice.chance(0.7) ? 40 : bytes.length;
  return [from, Math.min(bytes.length, from + dice.below(most))];
}

const replaced = (bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array =>
  joined([bytes.subarray(0, from), by, bytes.subarray(to)]);

const flipped: Change = (bytes, dice) => {
  const copy = bytes.slice();
  for (let left = 1 + dice.below(8); left > 0 && copy.length > 0; left--)
    copy[dice.below(copy.length)]! ^= 1 << dice.below(8);
  return copy;
};

const overwritten: Change = (bytes, dice) => {
  const copy = bytes.slice();
  if (copy.length > 0) copy[dice.below(copy.length)] = dice.pick(INTERESTING);
  return copy;
};

const cut: Change = (bytes, dice) => replaced(bytes, ...span(bytes, dice), new Uint8Array());

const truncated: Change = (bytes, dice) => bytes.slice(0, dice.below(bytes.length + 1));

const copied: Change = (bytes, dice) => {
  const [from, to] = span(bytes, dice);
  const piece = bytes.subarray(from, to);
  return replaced(
    bytes,
    to,
    to,
    joined(Array.from({ length: 1 + dice.below(dice.pick([2, 20, 300])) }, () => piece)),
  );
};

const moved: Change = (bytes, dice) => {
  const [from, to] = span(bytes, dice);
  const piece = bytes.slice(from, to);
  const rest = replaced(bytes, from, to, new Uint8Array());
  const at = dice.below(rest.length + 1);
  return replaced(rest, at, at, piece);
};

const noise: Change = (bytes, dice) => {
  const [from, to] = span(bytes, dice);
  return replaced(
    bytes,
    from,
    to,
    Uint8Array.from({ length: dice.below(30) }, () => dice.below(256)),
  );
};

const spliced: Change = (bytes, dice, other) => {
  const [from, to] = span(other, dice);
  return replaced(bytes, ...span(bytes, dice), other.subarray(from, to));
};

/** A header of a zip, a count or a length, set to what it never is. */
const numberSet: Change = (bytes, dice) => {
  const copy = bytes.slice();
  const at = dice.below(Math.max(1, copy.length - 4));
  const value = dice.pick([0, 1, 0xffff, 0x7fffffff, 0xffffffff, copy.length]);
  for (let i = 0; i < 4 && at + i < copy.length; i++) copy[at + i] = (value >>> (8 * i)) & 255;
  return copy;
};

const CHANGES: readonly Change[] = [
  flipped,
  overwritten,
  cut,
  truncated,
  copied,
  moved,
  noise,
  spliced,
  numberSet,
];

export const changedBytes: Change = (bytes, dice, other) => dice.pick(CHANGES)(bytes, dice, other);

const asUtf16 = (bytes: Uint8Array, littleEndian: boolean): Uint8Array => {
  const text = `\ufeff${new TextDecoder().decode(bytes)}`;
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

/** The whole in another encoding or packed, as it may come from elsewhere. */
export function dressed(bytes: Uint8Array, dice: Dice): Uint8Array {
  const dress = dice.below(5);
  if (dress === 0) return joined([Uint8Array.of(0xef, 0xbb, 0xbf), bytes]);
  if (dress === 1) return asUtf16(bytes, dice.chance(0.5));
  if (dress === 2) return bytes.map((byte) => (byte > 127 ? 0xe9 : byte));
  const packed = gzipSync(bytes, { level: 1, mtime: 0 });
  return dress === 3 ? packed : changedBytes(packed, dice, bytes);
}
