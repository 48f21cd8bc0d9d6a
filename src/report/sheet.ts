// A fact-check sheet as a file, and in brief what will be in it: the same bytes for page and command line.
import type { CaseUnderLens } from '../case/lens.ts';
import { sayQuantity } from '../case/quantities.ts';
import { list } from '../case/wording.ts';
import { nameStem } from '../formats/nameStem.ts';
import type { Part } from '../formats/format.ts';
import type { Fonts } from '../pictures/pdfFile.ts';
import { foreignScriptsIn } from '../pictures/unwritten.ts';
import { rest, type Job } from '../plugin/job.ts';
import { InputError } from '../plugin/problem.ts';
import { valuesFor, type Value } from '../plugin/settings.ts';
import type { Scene } from '../view/scene.ts';
import type { DrawnMap, NoMap } from './html.ts';
import { MOST_STATEMENTS, SHEET_KINDS, SHEET_SETTINGS, type SheetKind } from './kinds.ts';
import type { Paper } from './paper.ts';
import { drawMap } from './picturing.ts';
import { statementsIn, type Report } from './report.ts';
import { reportOf } from './reporting.ts';
import { sourcesInBrief, summaryOf, type Line } from './summary.ts';

export interface SheetInput {
  readonly seen: CaseUnderLens;
  /** The map, composed without anything confidential; asked for where it is drawn. */
  scene(): Promise<Scene> | Scene;
  /** The day (EDTF) that the sheet bears. */
  readonly made: string;
  /** Asked for where pages are set. */
  fonts(): Promise<Fonts> | Fonts;
}

export interface SheetFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** What the file does not show as it is, in sentences. */
  readonly notes: readonly string[];
}

/**
 * The sheet as one file. Settings that are missing or do not fit take their default. Throws `InputError` where the
 * sheet is longer than the form can carry.
 */
export async function writeSheet(
  kind: SheetKind,
  { seen, scene, made, fonts }: SheetInput,
  chosen: Readonly<Record<string, Value>>,
  job: Job,
): Promise<SheetFile> {
  const values = valuesFor(SHEET_SETTINGS, chosen);
  const report = reportOf(seen, { made, leads: values.leads === true });
  const tooLong = tooLongFor(kind, report);
  if (tooLong !== undefined) throw new InputError(tooLong);
  await rest(job, 0.1);
  const isDrawn = (kind === 'pdf' || kind === 'html') && values.map === true;
  const map = isDrawn ? drawMap(report, await scene()) : undefined;
  await rest(job, 0.15);
  const { mime } = SHEET_KINDS.find(({ id }) => id === kind)!;
  const name = `${nameStem(report.title)}-fact-check.${kind === 'csv' ? 'zip' : kind}`;
  const bytes = await bytesOf(kind, report, { paper: values.paper as Paper, map, fonts }, job);
  return {
    name,
    mime,
    bytes,
    notes: [...notesOn(kind, report), ...(map && 'says' in map ? [map.says] : [])],
  };
}

/** What will be in a sheet, before it is written. */
export interface SheetSummary {
  readonly lines: readonly Line[];
  readonly sources: readonly Line[];
  /** Why a form cannot carry it. */
  readonly tooLong: Readonly<Partial<Record<SheetKind, string>>>;
  readonly notes: Readonly<Partial<Record<SheetKind, readonly string[]>>>;
}

export function summariseSheet(seen: CaseUnderLens): SheetSummary {
  const report = reportOf(seen);
  const each = <T>(of: (kind: SheetKind) => T) =>
    Object.fromEntries(SHEET_KINDS.map(({ id }) => [id, of(id)]));
  return {
    lines: summaryOf(report),
    sources: sourcesInBrief(report),
    tooLong: each((kind) => tooLongFor(kind, report)),
    notes: each((kind) => notesOn(kind, report)),
  };
}

function tooLongFor(kind: SheetKind, report: Report): string | undefined {
  const { length } = statementsIn(report);
  const most = MOST_STATEMENTS[kind] ?? Infinity;
  if (length <= most) return undefined;
  const { label } = SHEET_KINDS.find(({ id }) => id === kind)!;
  const say = (n: number) => sayQuantity(String(n));
  return `${say(length)} statements are more than ${label} can carry (${say(most)}). Narrow the lens, or take Excel or CSV.`;
}

function notesOn(kind: SheetKind, report: Report): readonly string[] {
  const scripts = kind === 'pdf' ? [...foreignScriptsIn(JSON.stringify(report))].sort() : [];
  if (scripts.length === 0) return [];
  return [
    `PDF has no letters for words in ${list(scripts)}: a numbered mark stands for each. HTML, Excel, CSV and Markdown show them.`,
  ];
}

interface Setting {
  readonly paper: Paper;
  readonly map: DrawnMap | NoMap | undefined;
  readonly fonts: SheetInput['fonts'];
}

async function bytesOf(
  kind: SheetKind,
  report: Report,
  { paper, map, fonts }: Setting,
  job: Job,
): Promise<Uint8Array> {
  if (kind === 'pdf') return (await import('./pdf.ts')).writePdfSheet(report, paper, await fonts(), map, job);
  if (kind === 'html') return encoded((await import('./html.ts')).writeHtml(report, paper, map));
  if (kind === 'md') return encoded((await import('./markdown.ts')).writeMarkdown(report));
  const { tablesOf } = await import('./tables.ts');
  const tables = tablesOf(report);
  if (kind === 'xlsx') return zipped((await import('../formats/xlsx/xlsxWrite.ts')).textBook(tables), job);
  const { spreadsheetLines } = await import('../formats/csv/csvWrite.ts');
  return zipped(
    tables.map(({ name, heads, rows }) => ({
      ...{ name: `${name.toLowerCase()}.csv`, mime: 'text/csv' },
      text: { [Symbol.iterator]: () => spreadsheetLines(heads, rows) },
    })),
    job,
  );
}

const encoded = (pieces: Iterable<string>): Uint8Array => new TextEncoder().encode([...pieces].join(''));

const zipped = async (parts: readonly Part[], job: Job): Promise<Uint8Array> =>
  (await import('../formats/exporting.ts')).bytesOf(parts, job);
