// What is in a zip, with caps on its members and on what comes out of them.
import { InputError } from '../plugin/problem.ts';
import { checkUnpacked, LIMITS } from './limits.ts';

/**
 * The members whose names are wanted, by name, in the order of the archive. Names are keys, never paths on a disk.
 * Throws `InputError` for a zip that is broken, encrypted or overfull, or has two members of one name.
 */
export async function membersOf(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { unzipSync } = await import('fflate');
  const names = new Set<string>();
  let [members, size] = [0, 0];
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (++members > LIMITS.members)
      throw new InputError(`This zip holds more than ${LIMITS.members} files. Take out those you need.`);
    if (name === '__proto__' || !wanted(name)) return false;
    if (names.size === names.add(name).size)
      throw new InputError(`This zip holds two files “${name}”. Unpack it yourself and open the right one.`);
    checkUnpacked((size += originalSize), zip.length);
    return true;
  };
  return new Map(Object.entries(unzipped(() => unzipSync(zip, { filter }))));
}

function unzipped(unzip: () => Record<string, Uint8Array>): Record<string, Uint8Array> {
  try {
    return unzip();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      'This zip is damaged, encrypted or cut off. Unpack it yourself and open what is inside.',
    );
  }
}

/** Names of the members of a zip as far as they stand in these bytes. */
export function memberNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  const decoder = new TextDecoder();
  for (let at = 0; at + 30 <= bytes.length; at++) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 3 || bytes[at + 3] !== 4) continue;
    const length = bytes[at + 26]! + bytes[at + 27]! * 256;
    names.push(decoder.decode(bytes.subarray(at + 30, at + 30 + length)));
  }
  return names;
}
