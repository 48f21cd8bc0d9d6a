// The sentences of a sheet that are the same in every rendering: what is in it, how to read it, who says what, who decided.
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from '../case/grades.ts';
import { sayFingerprint } from '../case/fingerprint.ts';
import { sayQuantity } from '../case/quantities.ts';
import { count, list } from '../case/wording.ts';
import type { Unwritten } from '../pictures/unwritten.ts';
import { sayNumbers } from '../view/numbering.ts';
import {
  statementsIn,
  type Evidence,
  type Part,
  type Report,
  type ReportedSide,
  type ReportedLeads,
  type ReportedSource,
  type Signed,
  type Statement,
} from './report.ts';

export const KIND = 'Fact-check sheet';
export const SIGNATURES = ['Checked by', 'Date', 'Read by counsel', 'Date'] as const;

export const HOW_TO_READ: readonly string[] = [
  'Each sentence has one number. On the map the same numbers stand on the lines, and below the names where a sentence is about the entity itself.',
  'The sentences are worded by Clew from what was recorded. Only what stands in quotation marks under a sentence is the wording of the source.',
  'S1, S2… are the sources, listed at the end; D1, D2… are the disputes. After the source comes the place in it.',
  'What a source alleges or denies says so in the sentence. A ruling or a grade is the decision of the person named with it, and removes nothing.',
  'Sources count as independent only where somebody has stated that they share no origin.',
  'The fingerprint is worked out from all that the case says openly, whatever the lens. Where it is the same, so is the case; “clew info” prints it.',
];

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
      const says = `${RESTING[standing][numbers.length === 1 ? 0 : 1]}: ${saySome(numbers)}.`;
      return { label: sayQuantity(String(numbers.length)), says };
    }),
    ...(['alleged', 'denied'] as const).map((stance) => {
      const numbers = statements.filter((one) => one.stance === stance).map(({ number }) => number);
      const says = `${numbers.length === 1 ? 'is' : 'are'} ${stance}: ${saySome(numbers)}.`;
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

/** More runs of numbers than this nobody looks up. */
const MOST_RUNS = 60;

/** "3, 7–9"; of very many the first, and how many more, since each sentence says it as well. */
function saySome(numbers: readonly number[]): string {
  const runs = sayNumbers(numbers).split(', ');
  if (runs.length <= MOST_RUNS) return runs.join(', ');
  const told = runs.slice(0, MOST_RUNS);
  const last = Number(told.at(-1)!.split('–').at(-1));
  const more = new Set(numbers.filter((number) => number > last)).size;
  return `${told.join(', ')} and ${sayQuantity(String(more))} more`;
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
    return { label: `S${number}`, says: `${title}, ${gradeOf(source)}. ${behindIt}.` };
  });
}

const gradeOf = ({ reliability }: ReportedSource): string =>
  reliability === undefined ? 'not graded' : `reliability ${reliability}, ${RELIABILITY_WORDS[reliability]}`;

/** What stands in small type after a sentence: support, stance of a ruling, disputes, what else it rests on. */
export function remarksOn({ support, disputed, disputes, ruled, also }: Statement): string {
  return [
    support,
    disputes.length > 0 ? `disputed: ${sayDisputes(disputes)}` : disputed ? 'disputed' : '',
    ruled === undefined ? '' : `${ruled} by a ruling`,
    also.length > 0 ? `rests also on what ${sayNumbers(also)} ${also.length > 1 ? 'rest' : 'rests'} on` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

export const sayDisputes = (numbers: readonly number[]): string =>
  list([...numbers].sort((a, b) => a - b).map((number) => `D${number}`));

export interface EvidenceLine {
  readonly source: number;
  /** After the source: place, quotation, credit. Empty where there is nothing to say but the source. */
  readonly says: string;
}

/** What each source says at each place, once: a tie rests on several claims that differ in their wording alone. */
export function evidenceLines({ evidence }: Statement): readonly EvidenceLine[] {
  const lines = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const { claim: _, original: __, notes: ___, ...where } = one;
    const key = JSON.stringify(where);
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  return Array.from(lines.values(), (all) => ({ source: all[0]!.source, says: evidenceSays(all) })).sort(
    (a, b) => a.source - b.source,
  );
}

/** "At a glance, item 2, quoting “Post”: “his words” (alleged; credited to an official)". */
export function evidenceSays(all: readonly Evidence[]): string {
  const { place, quoting, quotes } = all[0]!;
  const where = [place, ...quoting.map((title) => `quoting “${title}”`)].filter(Boolean).join(', ');
  const quoted = quotes.map((quote) => `“${quote}”`).join(' … ');
  const remarks = remarksOf(all);
  const said = [where, quoted].filter(Boolean).join(': ');
  return [said, remarks && `(${remarks})`].filter(Boolean).join(' ');
}

function remarksOf(all: readonly Evidence[]): string {
  const { stance, credited, held, grade } = all[0]!;
  const distinct = (texts: readonly (string | undefined)[]) => [
    ...new Set(texts.filter((text) => text !== undefined)),
  ];
  const spelt = distinct(all.map(({ original }) => original)).map((text) => `“${text}”`);
  return [
    stance === 'affirmed' ? '' : stance,
    credited === undefined ? '' : `credited to ${credited}`,
    held === undefined ? '' : `so ${held}`,
    spelt.length > 0 ? `written ${spelt.join(', ')}` : '',
    grade === undefined ? '' : sayGrade(grade),
    ...distinct(all.map(({ notes }) => notes)).map((note) => note.replace(/\.\s*$/, '')),
  ]
    .filter(Boolean)
    .join('; ');
}

/** "credibility 2, probably true, judged by Ann Ono on 3 May 2024: seen the papers". */
export const sayGrade = (grade: NonNullable<Evidence['grade']>): string =>
  `credibility ${grade.credibility}, ${CREDIBILITY_WORDS[grade.credibility]}${signedBy(', judged', grade)}`;

/** ", judged by Ann Ono on 3 May 2024: seen the papers"; empty where nobody says who, when or why. */
export function signedBy(act: string, { by, date, reason }: Signed): string {
  const who = (by === undefined ? '' : ` by ${by}`) + (date === undefined ? '' : ` on ${date}`);
  const why = reason ? `: ${reason}` : '';
  return who + why === '' ? '' : act + who + why;
}

/** "4 years (number 36; preferred): S1, item 2; S3, paragraph 3". */
export function sideLine(side: ReportedSide): string {
  const { says, statements, ruled } = side;
  const tail = [statements.length > 0 ? behind(statements) : '', ruled ?? ''].filter(Boolean).join('; ');
  return [`${says}${tail && ` (${tail})`}`, sideSources(side)].filter(Boolean).join(': ');
}

/** "S1, item 2; S3, paragraph 3". */
export const sideSources = ({ sources }: ReportedSide): string =>
  sources.map(({ source, places }) => (places ? `S${source}, ${places}` : `S${source}`)).join('; ');

/** " (3, 7–9)"; nothing for no numbers. */
export const ofNumbers = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '' : ` (${sayNumbers(numbers)})`;

/** What a source is, beside its title: who made it, its grade, whom it draws on. Each without a full stop. */
export function sourceFacts(source: ReportedSource): readonly string[] {
  const { form, author, publisher, date, accessed, derivedFrom, independentOf, notes } = source;
  return [
    [form, author, publisher, date].filter(Boolean).join(', '),
    gradeOf(source),
    derivedFrom.length > 0 ? `a rewrite of ${list(derivedFrom)}` : '',
    independentOf.length > 0 ? `stated to share no origin with ${list(independentOf)}` : '',
    accessed === undefined ? '' : `accessed ${accessed}`,
    (notes ?? '').replace(/\.\s*$/, ''),
  ]
    .filter(Boolean)
    .map((fact) => fact[0]!.toUpperCase() + fact.slice(1));
}

/** "numbers 3, 7–9". */
export const behind = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'number' : 'numbers'} ${saySome(numbers)}`;

export const LEADS = {
  title: 'Appendix: what is still to be checked',
  says: 'Worked out by Clew from the case: worth following up, and said by nobody. None of it is a claim.',
} as const;

/** What stands below the leads of one kind, where there are more of them than are told. */
export const moreLeads = ({ more }: ReportedLeads): string =>
  more === 0 ? '' : `And ${sayQuantity(String(more))} more.`;

/** In the head of each page, so that a loose one can be put back: "The Spector case · 3f2a 91bc …". */
export const runningHead = ({ title, fingerprint }: Report): string =>
  `${title} · ${sayFingerprint(fingerprint)}`;

/** What PDF has no letters for, and what to do about it. */
export const unwrittenSays = ({ scripts, count: many, first = '' }: ReturnType<Unwritten['met']>): string =>
  `PDF has no letters here for ${count(many, 'word')} (${list(scripts)}). A mark such as ${first} stands for each, the same wherever the word is the same. HTML, Excel, CSV and Markdown show the words themselves.`;

/** Where the sheet is from, for its head: "Made on 3 May 2024". */
export const madeSays = ({ made }: Report): string => (made === undefined ? '' : `Made on ${made}`);

/** Only what is http(s) and plain may become a link; all else is text. */
export const isAddress = (address: string): boolean => /^https?:\/\/[^\s<>\\"']+$/i.test(address);
