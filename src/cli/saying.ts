// Claims and their places in words, as the commands print them.
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf } from '../case/names.ts';
import type { Claim, Id } from '../case/records.ts';
import { sayCredit, sayPlaces, sourceTitle } from '../case/saying.ts';
import { countryName, topicName } from '../case/schema.ts';
import { sayHeld, sayValue } from '../case/wording.ts';

/** A value of the claim's property: a date, a country's or an entity's name… in words. */
export function valueInWords(seen: CaseUnderLens, { subject, property }: Claim, value: string): string {
  const type = seen.case.model.property(seen.case.schemaOf(subject) ?? 'Thing', property)?.type ?? 'string';
  return sayValue(type, value, { nameOf: (id) => nameOf(seen, id), countryName, topicName });
}

/** Who says it and where: "Title: item 2, quoting Post (alleged; credited to an official; during the trial)". */
export function saidOf(seen: CaseUnderLens, claim: Claim): string {
  const title = (id: Id) => sourceTitle(seen.case, id);
  const places = sayPlaces(claim);
  const credit = sayCredit(seen, claim);
  const quoted = claim.via?.length ? `, quoting ${claim.via.map(title).join(' in ')}` : '';
  const remarks = [
    claim.stance === 'affirmed' ? '' : claim.stance,
    credit === undefined ? '' : `credited to ${credit}`,
    claim.held ? sayHeld(claim.held, { nameOf: (id) => nameOf(seen, id) }) : '',
  ].filter(Boolean);
  return `${title(claim.source)}${places && `: ${places}`}${quoted}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}`;
}
