// The sentences of a sheet that are the same in every rendering: how to read it, who says what, who decided.
import { CREDIBILITY_WORDS, sayReliability } from '../case/grades.ts';
import { sayFingerprint } from '../case/fingerprint.ts';
import { sayQuantity } from '../case/quantities.ts';
import { count, list } from '../case/wording.ts';
import type { Unwritten } from '../pictures/unwritten.ts';
import { sayNumbers, saySomeNumbers } from '../view/numbering.ts';
import {
  type Evidence,
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
    sayReliability(source),
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
  `${numbers.length === 1 ? 'number' : 'numbers'} ${saySomeNumbers(numbers)}`;

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
