// Claims and their places in words, as the commands print them.
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf } from '../case/names.ts';
import type { Claim, Id, Locator } from '../case/records.ts';
import { countryName, topicName } from '../case/schema.ts';
import { sayHeld, sayValue } from '../case/wording.ts';

/** A value of the claim's property: a date, a country's or an entity's name… in words. */
export function valueInWords(seen: CaseUnderLens, { subject, property }: Claim, value: string): string {
  const type = seen.case.model.property(seen.case.schemaOf(subject) ?? 'Thing', property)?.type ?? 'string';
  return sayValue(type, value, { nameOf: (id) => nameOf(seen, id), countryName, topicName });
}

/** Who says it and where: "Title, item 2, quoting Post (alleged, credited to an official; during the trial)". */
export function saidOf(seen: CaseUnderLens, claim: Claim): string {
  const title = (id: Id) => seen.case.source(id)?.title ?? id;
  const quoted = claim.via?.length ? `, quoting ${claim.via.map(title).join(' in ')}` : '';
  const remarks = [
    claim.stance === 'affirmed' ? '' : claim.stance,
    claim.attributedTo?.length
      ? `credited to ${claim.attributedTo.map((id) => nameOf(seen, id)).join(', to ')}`
      : '',
    claim.held ? sayHeld(claim.held, { nameOf: (id) => nameOf(seen, id) }) : '',
  ].filter(Boolean);
  return `${title(claim.source)}${placesOf(claim)}${quoted}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}`;
}

const placesOf = ({ locators = [] }: Claim): string => {
  const places = locators.map(placeOf).filter(Boolean);
  return places.length > 0 ? `: ${places.join('; ')}` : '';
};

const placeOf = ({ place, page, position }: Locator): string =>
  place ?? (page ? `page ${page}` : position ? `characters ${position.start}–${position.end}` : '');
