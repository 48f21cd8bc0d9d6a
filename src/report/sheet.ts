// A fact-check sheet as a file: what it can be written as, what one can choose, and its bytes, the same for page and command line.
import type { CaseUnderLens } from '../case/lens.ts';
import { nameStem } from '../formats/nameStem.ts';
import type { Part } from '../formats/format.ts';
import type { Fonts } from '../pictures/pdfFile.ts';
import { valuesFor, type Settings, type Value } from '../plugin/settings.ts';
import type { Scene } from '../view/scene.ts';
import type { DrawnMap } from './html.ts';
import { PAPERS, type Paper } from './paper.ts';
import { drawMap } from './picturing.ts';
import type { Report } from './report.ts';
import { reportOf } from './reporting.ts';

export const SHEET_KINDS = [
  { id: 'pdf', label: 'PDF', says: 'set on pages, with the map', mime: 'application/pdf' },
  { id: 'html', label: 'HTML', says: 'one file to read and to print, with the map', mime: 'text/html' },
  {
    id: 'xlsx',
    label: 'Excel workbook',
    says: 'each claim a row; sources, disputes and judgements as sheets',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { id: 'csv', label: 'Tables (CSV)', says: 'the same tables in a zip', mime: 'application/zip' },
  { id: 'md', label: 'Markdown', says: 'sources as footnotes', mime: 'text/markdown' },
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number]['id'];

export const SHEET_SETTINGS = {
  map: { type: 'boolean', label: 'With the map', help: 'PDF and HTML', default: true },
  paper: {
    type: 'choice',
    label: 'Paper',
    help: 'PDF and HTML',
    default: 'a4',
    choices: Object.entries(PAPERS).map(([id, { label }]) => ({ id, label })),
  },
} satisfies Settings;

export interface SheetInput {
  readonly seen: CaseUnderLens;
  /** The map, composed without anything confidential; asked for where it is drawn. */
  scene(): Promise<Scene> | Scene;
  /** The day (EDTF) that the sheet bears. */
  readonly made: string;
  fonts(): Promise<Fonts>;
}

export interface SheetFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** The sheet as one file. Settings that are missing or do not fit take their default. */
export async function writeSheet(
  kind: SheetKind,
  { seen, scene, made, fonts }: SheetInput,
  chosen: Readonly<Record<string, Value>> = {},
): Promise<SheetFile> {
  const values = valuesFor(SHEET_SETTINGS, chosen);
  const report = reportOf(seen, { made });
  const isDrawn = (kind === 'pdf' || kind === 'html') && values.map === true;
  const drawn = isDrawn ? drawMap(report, await scene()) : undefined;
  const { mime } = SHEET_KINDS.find(({ id }) => id === kind)!;
  const name = `${nameStem(report.title)}-fact-check.${kind === 'csv' ? 'zip' : kind}`;
  return { name, mime, bytes: await bytesOf(kind, report, values.paper as Paper, drawn, fonts) };
}

async function bytesOf(
  kind: SheetKind,
  report: Report,
  paper: Paper,
  map: DrawnMap | undefined,
  fonts: SheetInput['fonts'],
): Promise<Uint8Array> {
  if (kind === 'pdf') return (await import('./pdf.ts')).writePdfSheet(report, paper, await fonts(), map);
  if (kind === 'html') return encoded((await import('./html.ts')).writeHtml(report, paper, map));
  if (kind === 'md') return encoded((await import('./markdown.ts')).writeMarkdown(report));
  const { tablesOf } = await import('./tables.ts');
  const tables = tablesOf(report);
  if (kind === 'xlsx') return zipped((await import('../formats/xlsx/xlsxWrite.ts')).textBook(tables));
  const { spreadsheetLines } = await import('../formats/csv/csvWrite.ts');
  return zipped(
    tables.map(({ name, heads, rows }) => ({
      ...{ name: `${name.toLowerCase()}.csv`, mime: 'text/csv' },
      text: { [Symbol.iterator]: () => spreadsheetLines(heads, rows) },
    })),
  );
}

const encoded = (pieces: Iterable<string>): Uint8Array => new TextEncoder().encode([...pieces].join(''));

const zipped = async (parts: readonly Part[]): Promise<Uint8Array> =>
  (await import('../formats/exporting.ts')).bytesOf(parts);
