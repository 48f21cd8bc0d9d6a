// Claims as evidence, and the sources that a report cites, numbered as they come.
import { sayDate } from '../case/dates.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf } from '../case/names.ts';
import type { Claim, Credibility, Id, Locator } from '../case/records.ts';
import { countryName, topicName } from '../case/schema.ts';
import { sayHeld, type Names } from '../case/wording.ts';
import type { Evidence, ReportedSource } from './report.ts';

/** Numbers sources on their first use. */
export class Citing {
  readonly #seen: CaseUnderLens;
  readonly #numbers = new Map<Id, number>();
  readonly #credibility: ReadonlyMap<Id, Credibility>;

  constructor(seen: CaseUnderLens) {
    this.#seen = seen;
    const judged = Array.from(seen.case.judgements()).filter((one) => one.about === 'credibility');
    this.#credibility = new Map(judged.map(({ claim, credibility }) => [claim, credibility]));
  }

  evidenceOf(claim: Claim): Evidence {
    const { attributedTo, held, original, notes, via = [], locators = [] } = claim;
    const credibility = this.#credibility.get(claim.id);
    return {
      claim: claim.id,
      source: this.#numberOf(claim.source),
      quoting: via.map((id) => this.#title(id)),
      place: [...new Set(locators.map(placeOf))].filter(Boolean).join('; '),
      stance: claim.stance,
      quotes: [...new Set(locators.flatMap(({ quote }) => (quote ? [quote.exact] : [])))],
      ...(attributedTo?.length && {
        credited: attributedTo.map((id) => nameOf(this.#seen, id)).join(', to '),
      }),
      ...(held !== undefined && { held: sayHeld(held, namesIn(this.#seen)) }),
      ...(original !== undefined && { original }),
      ...(credibility !== undefined && { credibility }),
      ...(notes !== undefined && { notes }),
    };
  }

  sources(): readonly ReportedSource[] {
    return Array.from(this.#numbers, ([id, number]) => this.#reported(id, number));
  }

  #numberOf(source: Id): number {
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
    this.#numbers.set(source, number);
    return number;
  }

  #title(id: Id): string {
    return this.#seen.case.source(id)?.title ?? id;
  }

  #reported(id: Id, number: number): ReportedSource {
    const { title, publisher, author, date, accessed, address, archived, reliability, derivedFrom, notes } =
      this.#seen.case.source(id) ?? { title: id };
    return {
      ...{ number, id, title, publisher, author, address, archived, reliability, notes },
      ...(date !== undefined && { date: sayDate(date) }),
      ...(accessed !== undefined && { accessed: sayDate(accessed) }),
      derivedFrom: (derivedFrom ?? []).map((other) => this.#title(other)),
    };
  }
}

/** Where a person would look. */
const placeOf = ({ place, page, position }: Locator): string =>
  place ?? (page ? `page ${page}` : position ? `characters ${position.start}–${position.end}` : '');

export const namesIn = (seen: CaseUnderLens): Names => ({
  nameOf: (id) => nameOf(seen, id),
  countryName,
  topicName,
});
