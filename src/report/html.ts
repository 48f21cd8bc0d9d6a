// A fact-check sheet → one file of HTML to read and to print: no script, nothing fetched, names from files as text.
import { text } from '../pictures/xml.ts';
import { styleOf } from './htmlStyle.ts';
import type { Paper, Size } from './paper.ts';
import type {
  Part,
  Report,
  ReportedDispute,
  ReportedJudgement,
  ReportedLeads,
  ReportedSource,
  Section,
  Statement,
} from './report.ts';
import { STANDING_SAYS, STANDING_TITLES } from './standing.ts';
import { sourcesInBrief, summaryOf, type Line } from './summary.ts';
import * as words from './words.ts';

/** The map as `writeSvg` wrote it, bearing the numbers of the report. */
export interface DrawnMap extends Size {
  readonly svg: string;
  /** What is to be said of it. */
  readonly caption: string;
}

/** Why there is none. */
export interface NoMap {
  readonly says: string;
}

/** No script runs and nothing is loaded, whatever a name in the case may be. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The sheet in pieces of HTML; the same report gives the same text. */
export function* writeHtml(report: Report, paper: Paper, map?: DrawnMap | NoMap): Generator<string> {
  const { title, description, parts, disputes, judgements, sources, leads } = report;
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield `<title>${text(title)}: ${words.KIND.toLowerCase()}</title>\n<style>${styleOf(words.runningHead(report), paper, map && 'svg' in map ? map : undefined)}</style>\n</head>\n<body>\n`;
  yield `<header>\n<p class="over">${[words.KIND, words.madeSays(report)].filter(Boolean).map(text).join(' · ')}</p>\n`;
  yield `<h1>${text(title)}</h1>\n${description.trim() === '' ? '' : `<p class="lead">${text(description)}</p>\n`}`;
  yield `<table>\n${summaryOf(report).map(summaryRow).join('')}</table>\n<table>\n${sourcesInBrief(report).map(summaryRow).join('')}</table>\n</header>\n<main>\n`;
  yield `<ul class="how" aria-label="How to read this">${words.HOW_TO_READ.map((line) => `<li>${text(line)}</li>`).join('')}</ul>\n`;
  if (map) yield* 'svg' in map ? figure(map) : [`<p class="soft">${text(map.says)}</p>\n`];
  for (const part of parts) yield* partMarkup(part);
  if (disputes.length > 0) yield items('Disputes', disputes.map(disputeMarkup));
  if (judgements.length > 0) yield items('Judgements', judgements.map(judgementMarkup));
  if (sources.length > 0) yield items('Sources', sources.map(sourceMarkup));
  yield `<div class="sign">${words.SIGNATURES.map((label) => `<span>${label}</span>`).join('')}</div>\n`;
  if (leads.length > 0) yield* appendix(leads);
  yield '</main>\n</body>\n</html>\n';
}

const summaryRow = ({ label, says }: Line): string =>
  `<tr><th scope="row">${text(label)}</th><td>${text(says)}</td></tr>\n`;

function* figure({ svg, caption }: DrawnMap): Generator<string> {
  yield `<figure>\n<figcaption class="soft">${text(caption)}</figcaption>\n`;
  yield `${svg.replace(/^<\?xml[^>]*>\s*/, '')}</figure>\n`;
}

function* appendix(leads: readonly ReportedLeads[]): Generator<string> {
  yield `<section>\n<h2>${text(words.LEADS.title)}</h2>\n<p class="soft">${text(words.LEADS.says)}</p>\n`;
  for (const kind of leads) {
    const more = [words.moreLeads(kind)].filter(Boolean).map((says) => `<p class="soft">${text(says)}</p>\n`);
    yield `<h3>${text(kind.label)}</h3>\n<p class="soft">${text(kind.help)}</p>\n<ul>\n`;
    yield `${kind.says.map((says) => `<li>${text(says)}</li>\n`).join('')}</ul>\n${more.join('')}`;
  }
  yield '</section>\n';
}

const items = (heading: string, all: readonly string[]): string =>
  `<section>\n<h2>${heading}</h2>\n<ol class="items">\n${all.join('')}</ol>\n</section>\n`;

function* partMarkup({ standing, sections }: Part): Generator<string> {
  yield `<section>\n<h2>${text(STANDING_TITLES[standing])}</h2>\n<p class="soft">${text(STANDING_SAYS[standing])}</p>\n`;
  for (const section of sections) yield sectionMarkup(section);
  yield '</section>\n';
}

function sectionMarkup({ name, type, statements }: Section): string {
  const kind = type === '' ? '' : ` <span class="kind">${text(type)}</span>`;
  return `<h3>${text(name)}${kind}</h3>\n<ol class="items">\n${statements.map(statementMarkup).join('')}</ol>\n`;
}

function statementMarkup(statement: Statement): string {
  const { number, disputed } = statement;
  const rests = `<span class="rests${disputed ? ' open' : ''}">${linked(words.remarksOn(statement))}</span>`;
  return `<li id="n${number}" value="${number}"><span class="no">${number}</span>${text(statement.text)}. ${rests}${evidenceMarkup(statement)}</li>\n`;
}

function evidenceMarkup(statement: Statement): string {
  const lines = words
    .evidenceLines(statement)
    .map(({ source, says }) => `<li><a href="#s${source}">S${source}</a>${text(says)}</li>`);
  return lines.length > 0 ? `<ul class="said">${lines.join('')}</ul>` : '';
}

/** Clew's own words: the disputes they name become links. */
const linked = (says: string): string => text(says).replace(/\bD(\d+)\b/g, '<a href="#d$1">D$1</a>');

/** The sources that a line of a dispute names. A name that looks like one leads to it as well, which harms nobody. */
const linkedSources = (says: string): string =>
  text(says).replace(/(?<=: |; )S(\d+)\b/g, '<a href="#s$1">S$1</a>');

function disputeMarkup(dispute: ReportedDispute): string {
  const { number, about, title, severity, why, sides, judged, ruling } = dispute;
  const lines = [
    ...sides.map((side) => linkedSources(words.sideLine(side))),
    ...(judged ? [text(words.signedBy('Judged to be a dispute', judged))] : []),
    ...(ruling ? [`<b>${text(words.signedBy('Ruled', ruling) || 'Ruled')}</b>`] : []),
  ].filter(Boolean);
  return (
    `<li id="d${number}"><span class="no">D${number}</span><b>${text(title)}</b>: ${text(about.join('; '))} ` +
    `<span class="rests">${severity}</span><p>${text(why)}</p><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></li>\n`
  );
}

const judgementMarkup = ({ says, statements, ...signed }: ReportedJudgement): string =>
  `<li>${text(says + words.ofNumbers(statements))}.<p class="soft">${text(words.signedBy('Judged', signed))}</p></li>\n`;

function sourceMarkup(source: ReportedSource): string {
  const { number, title, address, archived, file, sha256, statements } = source;
  const links = [address, archived].map(addressMarkup).filter(Boolean);
  const hash = [file, sha256 && `SHA-256 ${sha256}`].filter((one) => one !== undefined);
  return (
    `<li id="s${number}"><span class="no">S${number}</span><b>${text(title)}</b>. ${text(words.sourceFacts(source).join('. '))}.` +
    links.map((link) => `<br>${link}`).join('') +
    (hash.length > 0 ? `<br><span class="hash">${text(hash.join(', '))}</span>` : '') +
    `<p class="rests">Behind ${text(words.behind(statements))}</p></li>\n`
  );
}

const addressMarkup = (address = ''): string =>
  words.isAddress(address)
    ? `<a href="${text(address)}" rel="noreferrer">${text(address)}</a>`
    : text(address);
