// What a sheet holds, in a few lines: for its first page, and for whoever is about to write one.
import { sayReliability } from '../case/grades.ts';
import { sayFingerprint } from '../case/fingerprint.ts';
import { sayQuantity } from '../case/quantities.ts';
import { count } from '../case/wording.ts';
import { saySomeNumbers } from '../view/numbering.ts';
import { statementsIn, type Part, type Report } from './report.ts';

/** The standing of a part in the summary: "120 rest on one source". */
const RESTING: Readonly<Record<Part['standing'], readonly [one: string, many: string]>> = {
  'one source': ['rests on one source', 'rest on one source'],
  'one origin': ['rests on several sources of one origin', 'rest on several sources of one origin'],
  unknown: [
    'rests on several sources, independence unknown',
    'rest on several sources, independence unknown',
  ],
  stated: ['rests on independent sources', 'rest on independent sources'],
};

export interface Line {
  readonly label: string;
  readonly says: string;
}

/** What the sheet holds, in a few lines, for its first page. */
export function summaryOf(report: Report): readonly Line[] {
  const { claims, parts, disputes, sources, lens, withheld } = report;
  const statements = statementsIn(report);
  const hidden = claims.all - claims.shown;
  const ruled = disputes.filter(({ ruling }) => ruling).length;
  const lines: readonly (Line | false)[] = [
    {
      label: 'In it',
      says: `${count(statements.length, 'statement')} from ${count(claims.shown, 'claim')} of ${count(sources.length, 'source')}.`,
    },
    ...parts.map(({ standing, sections }): Line => {
      const numbers = sections.flatMap((section) => section.statements.map(({ number }) => number));
      const says = `${RESTING[standing][numbers.length === 1 ? 0 : 1]}: ${saySomeNumbers(numbers)}.`;
      return { label: sayQuantity(String(numbers.length)), says };
    }),
    ...(['alleged', 'denied'] as const).map((stance) => {
      const numbers = statements.filter((one) => one.stance === stance).map(({ number }) => number);
      const says = `${numbers.length === 1 ? 'is' : 'are'} ${stance}: ${saySomeNumbers(numbers)}.`;
      return numbers.length > 0 && { label: sayQuantity(String(numbers.length)), says };
    }),
    disputes.length > 0 && {
      label: 'Disputes',
      says: `${sayQuantity(String(disputes.length))}, ${ruled === 0 ? 'none' : ruled} of them ruled on.`,
    },
    {
      label: 'Lens',
      says:
        lens.length === 0
          ? 'None: everything recorded is told.'
          : `${lens.join('; ')}. ${count(hidden, 'claim')} of ${claims.all} not shown.`,
    },
    {
      label: 'Withheld',
      says:
        withheld.claims + withheld.sources > 0
          ? `${count(withheld.claims, 'claim')} of ${count(withheld.sources, 'confidential source')}, in none of the other counts.`
          : 'Nothing: no source of the case is confidential.',
    },
    { label: 'Case', says: `Fingerprint ${sayFingerprint(report.fingerprint)}.` },
  ];
  return lines.filter((line) => line !== false);
}

/** The sources with their grades, and what rests on each alone, for the first page. */
export function sourcesInBrief({ parts, sources }: Report): readonly Line[] {
  const alone = new Map<number, number>();
  for (const { standing, sections } of parts)
    for (const { evidence } of standing === 'one source' ? sections.flatMap((one) => one.statements) : []) {
      const source = evidence[0]?.source ?? 0;
      alone.set(source, (alone.get(source) ?? 0) + 1);
    }
  return sources.map((source) => {
    const { number, title, statements } = source;
    const only = alone.get(number) ?? 0;
    const behindIt = `Behind ${count(statements.length, 'statement')}${only > 0 ? `, alone behind ${only === statements.length ? 'all' : only} of them` : ''}`;
    return { label: `S${number}`, says: `${title}, ${sayReliability(source)}. ${behindIt}.` };
  });
}
