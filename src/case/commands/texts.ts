// Commands on a source's text: which file it is, and where in it the claims lie.
import type { Placed } from '../anchoring/anchors.ts';
import { CodePoints } from '../anchoring/codePoints.ts';
import { quoteAt } from '../anchoring/locatorAt.ts';
import type { ReadonlyCase } from '../case.ts';
import { EMPTY, squash, type Diff } from '../diff.ts';
import type { Claim, Id, Locator } from '../records.ts';
import { putSource } from './records.ts';

export interface TextFile {
  /** Name without folder. */
  readonly file: string;
  /** Of the bytes as they came, in hex. */
  readonly sha256: string;
}

/** Records which text belongs to a source; a hash that stands stays, since positions count in that text. */
export function attachText(of: ReadonlyCase, id: Id, { file, sha256 }: TextFile): Diff {
  const source = of.source(id);
  return !source || source.sha256 ? EMPTY : putSource(of, { ...source, file, sha256 });
}

/**
 * Takes a text for the one that the locators of a source point into: each gets the position where it landed, and the
 * positions of those that did not land, or only in their paragraph, are dropped, since they count in another text.
 */
export function adoptText(
  of: ReadonlyCase,
  id: Id,
  { file, sha256 }: TextFile,
  placed: readonly Placed[],
): Diff {
  const source = of.source(id);
  if (!source) return EMPTY;
  const landed = new Map(placed.map((one) => [keyOf(one.claim, one.locator), one]));
  const moved = changedLocators(of, (claim, locator) => {
    if ((locator.document ?? claim.source) !== id) return locator;
    const there = landed.get(keyOf(claim.id, locator));
    const position = there && there.how !== 'place' ? { start: there.start, end: there.end } : undefined;
    return withParts(locator, { position });
  });
  return squash([putSource(of, { ...source, file, sha256 }), moved]);
}

/** The locator with another position or quote, its keys in the order of the format; undefined takes one away. */
function withParts(locator: Locator, change: Pick<Locator, 'position' | 'quote'>): Locator {
  const { document, position, quote, ...rest } = { ...locator, ...change };
  return {
    ...(document !== undefined && { document }),
    ...(position && { position }),
    ...(quote && { quote }),
    ...rest,
  };
}

/** Keeps the words at hand with the claims that have a position and no quote, so that they are found in other versions. */
export function keepQuotes(of: ReadonlyCase, placed: readonly Placed[], text: string): Diff {
  const points = new CodePoints(text);
  const landed = new Map(placed.map((one) => [keyOf(one.claim, one.locator), one]));
  return changedLocators(
    of,
    (claim, locator) => {
      const there = landed.get(keyOf(claim.id, locator));
      if (!there || there.how !== 'position' || locator.quote) return locator;
      const quote = quoteAt(text, points.unitOf(there.start), points.unitOf(there.end));
      return withParts(locator, { quote });
    },
    new Set(placed.map(({ claim }) => claim)),
  );
}

const keyOf = (claim: Id, locator: Locator): string => `${claim} ${JSON.stringify(locator)}`;

function changedLocators(
  of: ReadonlyCase,
  change: (claim: Claim, locator: Locator) => Locator,
  only?: ReadonlySet<Id>,
): Diff {
  const updated: [Claim, Claim][] = [];
  const claims = only ? Array.from(only, (id) => of.claims.claim(id)) : of.claims;
  for (const claim of claims) {
    if (!claim?.locators) continue;
    const locators = claim.locators.map((locator) => change(claim, locator));
    const kept = locators.filter((locator) => Object.keys(locator).length > 0);
    if (JSON.stringify(locators) !== JSON.stringify(claim.locators))
      updated.push([claim, { ...claim, locators: kept }]);
  }
  return { ...EMPTY, updated };
}
