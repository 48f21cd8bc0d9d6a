// Claims as evidence, and the sources that a sheet cites, numbered as they come.
import { sayDate } from '../case/dates.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf } from '../case/names.ts';
import type { Claim, Id, Judgement, Source } from '../case/records.ts';
import { sayCredit, sayPlaces, sourceTitle } from '../case/saying.ts';
import { countryName, topicName } from '../case/schema.ts';
import { sayHeld, type Names } from '../case/wording.ts';
import type { Evidence, ReportedSource, Signed } from './report.ts';

/** Numbers sources on their first use. */
export class Citing {
  readonly #seen: CaseUnderLens;
  readonly #numbers = new Map<Id, number>();
  /** By source, the statements that it is evidence of. */
  readonly #statements = new Map<Id, Set<number>>();

  constructor(seen: CaseUnderLens) {
    this.#seen = seen;
  }

  evidenceOf(claim: Claim, statement: number): Evidence {
    const { held, original, notes, via = [], locators = [] } = claim;
    const grade = this.#seen.credibilityOf(claim);
    const credited = sayCredit(this.#seen, claim);
    return {
      claim: claim.id,
      source: this.#numberOf(claim.source, statement),
      quoting: via.map((id) => sourceTitle(this.#seen.case, id)),
      place: sayPlaces(claim),
      stance: claim.stance,
      quotes: [...new Set(locators.flatMap(({ quote }) => (quote ? [quote.exact] : [])))],
      ...(credited !== undefined && { credited }),
      ...(held !== undefined && { held: sayHeld(held, namesIn(this.#seen)) }),
      ...(original !== undefined && { original }),
      ...(grade && { grade: { credibility: grade.credibility, ...signed(grade) } }),
      ...(notes !== undefined && { notes }),
    };
  }

  sources(): readonly ReportedSource[] {
    return Array.from(this.#numbers, ([id, number]) => this.#reported(id, number));
  }

  #numberOf(source: Id, statement: number): number {
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
    this.#numbers.set(source, number);
    const statements = this.#statements.get(source) ?? new Set();
    this.#statements.set(source, statements.add(statement));
    return number;
  }

  /** What a source is said to draw on may itself be confidential. */
  #titles(ids: readonly Id[] = []): readonly string[] {
    return ids.map((id) =>
      this.#seen.case.source(id)?.confidential
        ? 'a confidential source'
        : `“${sourceTitle(this.#seen.case, id)}”`,
    );
  }

  #reported(id: Id, number: number): ReportedSource {
    const source: Omit<Source, 'kind'> = this.#seen.case.source(id) ?? {
      id,
      title: sourceTitle(this.#seen.case, id),
    };
    const { title, form, publisher, author, date, accessed, address, archived, file, sha256 } = source;
    return {
      ...{ number, id, title, form, publisher, author, address, archived, file, sha256 },
      ...{ reliability: source.reliability, notes: source.notes },
      ...(date !== undefined && { date: sayDate(date) }),
      ...(accessed !== undefined && { accessed: sayDate(accessed) }),
      derivedFrom: this.#titles(source.derivedFrom),
      independentOf: this.#titles(source.independentOf),
      statements: [...(this.#statements.get(id) ?? [])],
    };
  }
}

export const signed = ({ by, date, reason }: Judgement): Signed => ({
  ...(by !== undefined && { by }),
  ...(date !== undefined && { date: sayDate(date) }),
  ...(reason !== undefined && { reason }),
});

export const namesIn = (seen: CaseUnderLens): Names => ({
  nameOf: (id) => nameOf(seen, id),
  countryName,
  topicName,
});
