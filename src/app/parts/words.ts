// How the page says names, values, sources and credits. Names are remembered, since lists ask for them again and again.
import type { ReadonlyCase } from '../../case/case.ts';
import type { CaseUnderLens } from '../../case/lens.ts';
import { titleOf } from '../../case/names.ts';
import type { Claim, Id } from '../../case/records.ts';
import { sayCredit as credit, sourceTitle } from '../../case/saying.ts';
import { countryName, topicName } from '../../case/schema.ts';
import { sayHeld, sayValue, type Names } from '../../case/wording.ts';

// A look at the case is replaced whenever the case changes, so what was said under one stays true as long as it lives.
const NAMES = new WeakMap<CaseUnderLens, Map<Id, string>>();

/** The name of an entity; a relation with its ends: "Gene Spector – chairman – Medpolymerprom". */
export function say(seen: CaseUnderLens, subject: Id): string {
  let names = NAMES.get(seen);
  if (!names) NAMES.set(seen, (names = new Map()));
  let name = names.get(subject);
  if (name === undefined) {
    name = titleOf(seen, subject);
    names.set(subject, name);
  }
  return name;
}

/** A value of a property of a schema, in words. */
export function sayIn(seen: CaseUnderLens, schema: string, property: string, value: string): string {
  if (property === 'id') return 'is mentioned';
  return sayValue(seen.case.model.property(schema, property)?.type ?? 'string', value, namesIn(seen));
}

/** What a claim says: its property in words, and its value. */
export function sayClaim(seen: CaseUnderLens, claim: Claim): { property: string; value: string } {
  const schema = seen.case.schemaOf(claim.subject) ?? 'Thing';
  return {
    property: sayProperty(seen.case, schema, claim.property),
    value: sayIn(seen, schema, claim.property, claim.value),
  };
}

export const sayProperty = (of: ReadonlyCase, schema: string, property: string): string =>
  property === 'id' ? 'Mention' : (of.model.property(schema, property)?.label ?? property);

/** The type of an entity or relation, in words. */
export const sayType = (of: ReadonlyCase, subject: Id): string =>
  of.model.schema(of.schemaOf(subject) ?? 'Thing').label;

/** The chain from the innermost source quoted to the one at hand: "The Insider, in Document 2". */
export const chainOf = (claim: Claim): readonly Id[] => [...(claim.via ?? [])].reverse().concat(claim.source);

/** A title cut to what fits beside a place, at a word. */
export function shortTitle(of: ReadonlyCase, source: Id): string {
  const title = sourceTitle(of, source);
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`;
}
const LONGEST_TITLE = 46;

export const sayChainShort = (of: ReadonlyCase, claim: Claim): string =>
  chainOf(claim)
    .map((id) => shortTitle(of, id))
    .join(', in ');

export const sayChain = (of: ReadonlyCase, claim: Claim): string =>
  chainOf(claim)
    .map((id) => sourceTitle(of, id))
    .join(', in ');

/** "an official, to a broadcaster": whom the source credits, nearest to the fact first. */
export const sayCredit = (seen: CaseUnderLens, claim: Claim): string | undefined =>
  credit(seen, claim, (id) => say(seen, id));

/** When it was so: "2023", "during the trial". */
export const sayWhen = (seen: CaseUnderLens, held: string): string => sayHeld(held, namesIn(seen));

const namesIn = (seen: CaseUnderLens): Names => ({ nameOf: (id) => say(seen, id), countryName, topicName });
