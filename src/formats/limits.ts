// How much a file may ask for. Beyond these it is refused, so that no file can fill the memory or the afternoon.
import { InputError } from '../plugin/problem.ts';

export const LIMITS = {
  /** Bytes of a file, as it comes. */
  file: 512 * 2 ** 20,
  /** Bytes after unpacking gzip, Zstandard or zip, all members together. */
  unpacked: 512 * 2 ** 20,
  /** Unpacked to packed, once more than `ratioFrom` bytes have come out. */
  ratio: 100,
  ratioFrom: 2 ** 20,
  /** Members of a zip. */
  members: 20_000,
  /** Archives inside one another: a gzip in a zip is two. */
  layers: 3,
  /** UTF-16 units of one value: a text between tags, a cell, a string. */
  text: 2 ** 20,
  /** Nodes, edges and records together. */
  elements: 5_000_000,
  /** Attributes of one node or edge. */
  attributes: 10_000,
  /** Elements or brackets inside one another. */
  depth: 256,
  /** Problems told one by one; the rest are only counted. */
  problems: 1_000,
} as const;

/** Throws when more came out of an archive than a sane one holds. */
export function checkUnpacked(out: number, from: number): void {
  const tooDense = out > LIMITS.ratioFrom && out > from * LIMITS.ratio;
  if (!tooDense && out <= LIMITS.unpacked) return;
  throw new InputError(
    `This archive unpacks to more than ${tooDense ? `${LIMITS.ratio} times its size` : `${LIMITS.unpacked} bytes`}. ` +
      'Unpack it yourself and look at what is inside before opening it.',
  );
}
