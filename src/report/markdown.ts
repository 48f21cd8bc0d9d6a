// Report → Markdown with footnotes (as GitHub and Pandoc read them). Names from files are text in it, never markup.
import { count } from '../case/wording.ts';
import { markdownText as text } from '../formats/markdownText.ts';
import type { Evidence, Report, ReportedDispute, ReportedSource, Section, Statement } from './report.ts';

export const MARKDOWN = 'text/markdown';

/** The report in pieces of Markdown; the same report gives the same text. */
export function* writeMarkdown(report: Report): Generator<string> {
  const { title, description, claims, sections, disputes, sources } = report;
  const hidden = claims.all - claims.shown;
  yield `# ${text(title)}\n\n`;
  if (description.trim() !== '') yield `${text(description)}\n\n`;
  yield `${count(claims.shown, 'claim')} of ${count(sources.length, 'source')}. ${hidden > 0 ? `${hidden} of ${count(claims.all, 'claim')} not shown. ` : ''}`;
  yield 'Each sentence has a number; its footnotes say who says so, and where.\n';
  const byNumber: Sources = new Map(sources.map((source) => [source.number, source]));
  for (const section of sections) yield* sectionText(section, byNumber);
  if (disputes.length > 0) yield `\n## Disputes\n\n${disputes.map(disputeText).join('')}`;
  if (sources.length > 0) yield `\n## Sources\n\n${sources.map(sourceText).join('')}`;
  yield '\n';
  for (const { statements } of sections)
    for (const statement of statements)
      for (const [i, note] of notesOf(statement, byNumber).entries())
        yield `[^${statement.number}-${i + 1}]: ${note}\n`;
}

/** Each thing that a source says at a place once: a tie rests on several claims that read the same. */
const notesOf = ({ evidence }: Statement, sources: Sources): string[] => [
  ...new Set(evidence.map((one) => noteText(one, sources.get(one.source)!))),
];

type Sources = ReadonlyMap<number, ReportedSource>;

function* sectionText({ name, type, statements }: Section, sources: Sources): Generator<string> {
  yield `\n## ${text(name)} (${text(type)})\n\n`;
  for (const statement of statements) yield statementText(statement, sources);
}

function statementText(statement: Statement, sources: Sources): string {
  const { number, text: words, disputed, support } = statement;
  const notes = notesOf(statement, sources)
    .map((_, i) => `[^${number}-${i + 1}]`)
    .join('');
  const marks = [support, ...(disputed ? ['**disputed**'] : [])].join('; ');
  return `${number}. ${text(words)}.${notes} (${marks})\n`;
}

/** "“Title”, Publisher, 3 May 2024: item 2, quoting “Post” (alleged; credited to an official). <https://…>". */
function noteText(evidence: Evidence, source: ReportedSource): string {
  const { place, quoting, stance, credited, held, original, quotes, credibility, notes } = evidence;
  const from = [`“${source.title}”`, source.author, source.publisher, source.date].filter(Boolean).join(', ');
  const remarks = [
    stance === 'affirmed' ? '' : stance,
    credited === undefined ? '' : `credited to ${credited}`,
    held === undefined ? '' : `so ${held}`,
    original === undefined ? '' : `written “${original}”`,
    credibility === undefined ? '' : `credibility ${credibility}`,
    notes ?? '',
  ].filter(Boolean);
  const said =
    from +
    (place === '' ? '' : `: ${place}`) +
    quoting.map((title) => `, quoting “${title}”`).join('') +
    quotes.map((words) => `: “${words}”`).join('') +
    (remarks.length > 0 ? ` (${remarks.join('; ')})` : '');
  return [`${text(said)}.`, addressText(source.address)].filter(Boolean).join(' ');
}

function disputeText({ about, title, severity, why, sides, ruling }: ReportedDispute): string {
  const said = sides.map(({ says, statements, preferred }) => {
    const numbers = statements.length > 0 ? ` (${statements.join(', ')})` : '';
    return `    - ${text(says)}${numbers}${preferred ? ', preferred' : ''}\n`;
  });
  const ruled = ruling && [ruling.reason, ruling.by, ruling.date].filter(Boolean).join(', ');
  const lines = [...said, ...(ruled ? [`    - Ruled: ${text(ruled)}\n`] : [])];
  return `- **${text(title)}**, ${text(about.join('; '))} (${severity}). ${text(why)}\n${lines.join('')}`;
}

function sourceText(source: ReportedSource): string {
  const { number, title, author, publisher, date, accessed, archived, reliability, derivedFrom, notes } =
    source;
  const facts = [
    [author, publisher, date].filter(Boolean).join(', '),
    reliability === undefined ? '' : `reliability ${reliability}`,
    derivedFrom.length > 0 ? `a rewrite of ${derivedFrom.map((other) => `“${other}”`).join(', ')}` : '',
    accessed === undefined ? '' : `accessed ${accessed}`,
    notes ?? '',
  ].filter(Boolean);
  const addresses = [addressText(source.address), addressText(archived)].filter(Boolean);
  const words = `${number}. ${text(title)}${facts.length > 0 ? `. ${text(facts.join('. '))}` : ''}.`;
  return `${[words, ...addresses].join(' ')}\n`;
}

/** Only what is http(s) becomes a link; all else is text. */
const addressText = (address = ''): string =>
  /^https?:\/\/[^\s<>\\]+$/i.test(address) ? `<${address}>` : text(address);
