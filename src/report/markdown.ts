// A fact-check sheet → Markdown with footnotes (as GitHub and Pandoc read them). Names from files are text in it, never markup.
import { markdownText as text } from '../formats/markdownText.ts';
import {
  statementsIn,
  type Report,
  type ReportedDispute,
  type ReportedJudgement,
  type ReportedSource,
  type Section,
  type Statement,
} from './report.ts';
import { STANDING_SAYS, STANDING_TITLES } from './standing.ts';
import { sourcesInBrief, summaryOf } from './summary.ts';
import * as words from './words.ts';

/** The sheet in pieces of Markdown; the same report gives the same text. */
export function* writeMarkdown(report: Report): Generator<string> {
  const { title, description, parts, disputes, judgements, sources, leads } = report;
  yield `# ${text(title)}\n\n`;
  yield `${[words.KIND, words.madeSays(report)].filter(Boolean).map(text).join('. ')}.\n\n`;
  if (description.trim() !== '') yield `${text(description)}\n\n`;
  const lines = [...summaryOf(report), ...sourcesInBrief(report)];
  yield lines.map(({ label, says }) => `- **${text(label)}** ${text(says)}\n`).join('');
  yield `\n## How to read this\n\n${words.HOW_TO_READ.map((line) => `- ${text(line)}\n`).join('')}`;
  for (const { standing, sections } of parts) {
    yield `\n## ${text(STANDING_TITLES[standing])}\n\n${text(STANDING_SAYS[standing])}\n`;
    for (const section of sections) yield* sectionText(section);
  }
  if (disputes.length > 0) yield `\n## Disputes\n\n${disputes.map(disputeText).join('')}`;
  if (judgements.length > 0) yield `\n## Judgements\n\n${judgements.map(judgementText).join('')}`;
  if (sources.length > 0) yield `\n## Sources\n\n${sources.map(sourceText).join('')}`;
  yield `\n${words.SIGNATURES.map((label) => `${label}: \\_\\_\\_\\_\\_\\_\\_\\_`).join(' · ')}\n\n`;
  if (leads.length > 0) yield `## ${text(words.LEADS.title)}\n\n${text(words.LEADS.says)}\n\n`;
  for (const kind of leads) {
    const says = [...kind.says, ...[words.moreLeads(kind)].filter(Boolean)];
    yield `### ${text(kind.label)}\n\n${text(kind.help)}\n\n${says.map((one) => `- ${text(one)}\n`).join('')}\n`;
  }
  for (const statement of statementsIn(report)) yield notesText(statement, sources);
}

function* sectionText({ name, type, statements }: Section): Generator<string> {
  yield `\n### ${text(name)}${type === '' ? '' : ` (${text(type)})`}\n\n`;
  for (const statement of statements) yield statementText(statement);
}

function statementText(statement: Statement): string {
  const notes = words
    .evidenceLines(statement)
    .map((_, i) => `[^${statement.number}-${i + 1}]`)
    .join('');
  return `${statement.number}. ${text(statement.text)}.${notes} (${text(words.remarksOn(statement))})\n`;
}

function notesText(statement: Statement, sources: readonly ReportedSource[]): string {
  const lines = words.evidenceLines(statement).map(({ source, says }, i) => {
    const said = `S${source} “${sources[source - 1]!.title}”${says === '' ? '' : `: ${says}`}`;
    return `[^${statement.number}-${i + 1}]: ${text(said)}.\n`;
  });
  return lines.join('');
}

function disputeText({
  number,
  about,
  title,
  severity,
  why,
  sides,
  judged,
  ruling,
}: ReportedDispute): string {
  const lines = [
    ...sides.map((side) => text(words.sideLine(side))),
    ...(judged ? [text(words.signedBy('Judged to be a dispute', judged))] : []),
    ...(ruling ? [text(words.signedBy('Ruled', ruling) || 'Ruled')] : []),
  ].filter(Boolean);
  const head = `- **D${number} ${text(title)}**, ${text(about.join('; '))} (${severity}). ${text(why)}\n`;
  return head + lines.map((line) => `    - ${line}\n`).join('');
}

const judgementText = ({ says, statements, ...signed }: ReportedJudgement): string =>
  `- ${text(says + words.ofNumbers(statements) + words.signedBy('. Judged', signed))}\n`;

function sourceText(source: ReportedSource): string {
  const facts = words.sourceFacts(source).join('. ');
  const addresses = [source.address, source.archived].map(addressText).filter(Boolean);
  const hash = source.sha256 === undefined ? [] : [`SHA-256 \`${source.sha256.replace(/[^0-9a-f]/gi, '')}\``];
  return `- **S${source.number}** ${[`${text(`${source.title}. ${facts}`)}.`, ...addresses, ...hash].join(' ')}\n`;
}

const addressText = (address = ''): string => (words.isAddress(address) ? `<${address}>` : text(address));
