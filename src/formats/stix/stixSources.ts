// The sources behind an object as its external references, and how sure its claims are.
import { withoutConfidential } from '../../case/lens.ts';
import type { Credibility, Id, Source } from '../../case/records.ts';
import { admits } from '../../case/lens.ts';
import type { Outgoing } from '../format.ts';

/** Admiralty credibility on the scale of 0 to 100 (STIX 2.1, appendix A); 6, which cannot be judged, has no place on it. */
const CONFIDENCE = new Map<Credibility, number>([
  [1, 90],
  [2, 70],
  [3, 50],
  [4, 30],
  [5, 10],
]);

interface Reference {
  readonly source_name: string;
  readonly description: string;
  readonly url?: string;
}

export class StixSources {
  /** The latest day that a source bears, as a moment: every object must have one, and the clock would change the file. */
  readonly latest: string;
  readonly #byTitle = new Map<string, Source>();
  readonly #confidence = new Map<Id, number>();

  constructor({ seen }: Outgoing) {
    const { sources: choice } = withoutConfidential(seen.lens, seen.case.sources());
    const sources = [...seen.case.sources()].filter(({ id }) => admits(choice, id));
    for (const source of sources)
      if (!this.#byTitle.has(source.title)) this.#byTitle.set(source.title, source);
    const days = sources.flatMap(({ date, accessed }) => [date, accessed]).filter((day) => isDay(day));
    this.latest = `${days.sort().at(-1) ?? '1970-01-01'}T00:00:00.000Z`;
    for (const judgement of seen.case.judgements()) {
      if (judgement.about !== 'credibility') continue;
      const claim = seen.case.claims.claim(judgement.claim);
      const grade = CONFIDENCE.get(judgement.credibility);
      if (!claim || grade === undefined || !admits(choice, claim.source)) continue;
      const known = this.#confidence.get(claim.subject) ?? 100;
      this.#confidence.set(claim.subject, Math.min(known, grade));
    }
  }

  /** Of the weakest claim about it that has been judged. */
  confidence(subject: Id): number | undefined {
    return this.#confidence.get(subject);
  }

  /** By title. A file that was read is no reference for anybody else. */
  references(titles: readonly string[]): Reference[] {
    return titles.flatMap((title) => {
      const source = this.#byTitle.get(title);
      if (source?.form === 'file' || title.trim() === '') return [];
      const words = [title, source?.author, source?.date].filter((word) => word !== undefined);
      const url =
        source?.address !== undefined && /^https?:\/\//i.test(source.address) ? source.address : undefined;
      return [
        { source_name: source?.publisher || title, description: words.join(', '), ...(url && { url }) },
      ];
    });
  }
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
