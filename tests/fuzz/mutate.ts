// Seeds → one input: blind changes to bytes, changes by words or shape, members of a zip changed, or a text grown from a grammar.
import { unzipSync, zipSync } from 'fflate';
import { isZip } from '../../src/formats/zip.ts';
import { changedBytes, dressed } from './bytes.ts';
import type { Dice } from './dice.ts';
import { growerFrom } from './grown.ts';
import { changedJson } from './json.ts';
import { ODD_WORDS } from './oddities.ts';
import { changedText } from './texts.ts';

/** Larger ones are cut: what breaks a reader fits into less. */
const MOST_BYTES = 256 * 1024;

/** Makes the input that the dice ask for. */
export function mutatorOf(seeds: readonly Uint8Array[]): (dice: Dice) => Uint8Array {
  const grow = growerFrom(seeds.flatMap(textsIn));
  return (dice) => {
    const isGrown = dice.chance(0.08);
    if (isGrown && dice.chance(0.5)) return encode(grow(dice));
    let bytes = isGrown ? encode(grow(dice)) : dice.pick(seeds);
    for (let left = 1 + dice.below(dice.pick([1, 4, 12])); left > 0; left--)
      bytes = changed(bytes, dice, seeds).subarray(0, MOST_BYTES);
    return dice.chance(0.04) ? dressed(bytes, dice) : bytes.slice();
  };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function textsIn(seed: Uint8Array): string[] {
  return isZip(seed) ? Object.values(unzipSync(seed)).map(decode) : [decode(seed)];
}

function changed(bytes: Uint8Array, dice: Dice, seeds: readonly Uint8Array[]): Uint8Array {
  if (isZip(bytes) && dice.chance(0.75)) {
    const zip = changedZip(bytes, dice);
    if (zip) return zip;
  }
  const other = dice.pick(seeds);
  if (isZip(bytes) || dice.chance(0.25)) return changedBytes(bytes, dice, other);
  return changedContent(bytes, dice, other);
}

function changedContent(bytes: Uint8Array, dice: Dice, other: Uint8Array): Uint8Array {
  const text = decode(bytes);
  const json = dice.chance(0.6) ? changedJson(text, dice) : undefined;
  // Some thousand bytes of another are enough to take a word or a line from.
  const from = dice.below(other.length);
  return encode(json ?? changedText(text, dice, decode(other.subarray(from, from + 4000))));
}

/** One member changed, renamed, doubled or left out; undefined where the zip is too broken already. */
function changedZip(bytes: Uint8Array, dice: Dice): Uint8Array | undefined {
  const members = membersOf(bytes);
  if (!members || members.length === 0) return undefined;
  const at = dice.below(members.length);
  const [name, content] = members[at]!;
  const act = dice.below(12);
  if (act === 0) members.splice(at, 1);
  else if (act === 1) members[at] = [`${dice.pick(ODD_WORDS).slice(0, 200)}.md`, content];
  else if (act === 2) members.push([`${name}/${dice.pick(members)[0]}`, content]);
  else if (act === 3) members[at] = [name, dice.pick(members)[1]];
  else if (act === 4) members[at] = [name, bytes];
  else members[at] = [name, changedContent(content, dice, dice.pick(members)[1])];
  return zipSync(Object.fromEntries(members), { level: 1, mtime: TIME });
}

const TIME = new Date(1980, 0, 1);

function membersOf(bytes: Uint8Array): [string, Uint8Array][] | undefined {
  // What is long by a lie in its header is not unpacked here; the reader has its own caps.
  const small = ({ originalSize }: { originalSize: number }): boolean => originalSize < 2 ** 20;
  try {
    return Object.entries(unzipSync(bytes, { filter: small }));
  } catch {
    return undefined;
  }
}
