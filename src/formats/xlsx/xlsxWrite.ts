// Nodes and edges as sheets of a workbook: typed cells, texts in the cells themselves, nothing that could be a formula.
import { packed } from '../csv/csvWrite.ts';
import type { Values } from '../../plugin/settings.ts';
import { flatten, type FlatColumn, type FlatEdge, type FlatGraph, type FlatNode } from '../flat.ts';
import type { Outgoing, Part } from '../format.ts';
import { element, emptyTag, startTag, XML_DECLARATION } from '../xmlWriting.ts';
import { evidenceOf, type TextSheet } from './xlsxEvidence.ts';
import { columnName, dateSerial, escapedText } from './xlsxValues.ts';

/** Excel's own. */
const MOST_ROWS = 1_048_575;
export const MOST_COLUMNS = 16_384;
/** UTF-16 units that Excel keeps of a text; a longer one it calls damage. */
export const LONGEST = 32_767;

interface Cell {
  readonly text: string;
  readonly type: FlatColumn['type'];
}

interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  /** Of the columns, in characters; as wide as usual where nobody says. */
  readonly widths?: readonly number[];
  /** To be read and printed: long texts go on in the next line, the sheet is as wide as the paper. */
  readonly wraps?: true;
  readonly count: number;
  readonly rows: Iterable<readonly Cell[]>;
}

/** The parts of the package, which in a zip are the workbook. */
export function workbookParts(out: Outgoing, settings: Values): readonly Part[] {
  const graph = flatten(out, settings);
  const evidence = settings.evidence === true ? evidenceOf(out, settings, graph) : [];
  return bookOf([nodeSheet(graph), edgeSheet(graph), ...evidence.map(inCells)]);
}

/** A workbook of texts: the parts that a zip makes one file of. Numbers stand as numbers. */
export const textBook = (sheets: readonly TextSheet[]): readonly Part[] =>
  bookOf(sheets.map((sheet) => ({ ...inCells(sheet), wraps: true })));

const inCells = (sheet: TextSheet): Sheet => ({
  ...sheet,
  rows: mapped(sheet.rows, (row) => row.map(cellFor)),
});

function bookOf(all: readonly Sheet[]): readonly Part[] {
  const sheets = all.flatMap(pages);
  return [
    part('[Content_Types].xml', [contentTypes(sheets)]),
    part('_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])]),
    part('xl/workbook.xml', [workbook(sheets)]),
    part('xl/_rels/workbook.xml.rels', [
      relationships([
        ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ]),
    part('xl/styles.xml', [STYLES]),
    ...sheets.map((sheet, i) =>
      part(`xl/worksheets/sheet${i + 1}.xml`, { [Symbol.iterator]: () => sheetXml(sheet) }),
    ),
  ];
}

const part = (name: string, text: Iterable<string>): Part => ({ name, mime: 'application/xml', text });

const text = (value: string): Cell => ({ text: value, type: 'string' });

const cellFor = (value: string | number): Cell =>
  typeof value === 'number' ? { text: String(value), type: 'integer' } : text(value);

function mapped<T, U>(items: Iterable<T>, change: (item: T) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield change(item);
    },
  };
}

/** What one sheet cannot hold goes on in the next, "Nodes 2", under the same names of columns. */
function pages(sheet: Sheet): readonly Sheet[] {
  const count = Math.max(1, Math.ceil(sheet.count / MOST_ROWS));
  return Array.from({ length: count }, (_, i) => ({
    ...sheet,
    name: i === 0 ? sheet.name : `${sheet.name} ${i + 1}`,
    rows: count === 1 ? sheet.rows : slice(sheet.rows, i * MOST_ROWS, (i + 1) * MOST_ROWS),
  }));
}

function slice<T>(items: Iterable<T>, from: number, to: number): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      let at = 0;
      for (const item of items) if (at++ >= from && at <= to) yield item;
    },
  };
}

function nodeSheet({ nodes, nodeColumns, nodeCount }: FlatGraph): Sheet {
  let placed = false;
  for (const node of nodes) placed ||= node.x !== undefined;
  return {
    name: 'Nodes',
    heads: ['Id', 'Label', ...(placed ? ['X', 'Y'] : []), ...nodeColumns.map(({ id }) => id)],
    count: nodeCount,
    rows: mapped(nodes, (node) => [
      ...[text(node.id), text(node.label)],
      ...(placed ? [number(node.x), number(node.y)] : []),
      ...cells(node, nodeColumns),
    ]),
  };
}

function edgeSheet({ edges, edgeColumns, edgeCount }: FlatGraph): Sheet {
  const columns = edgeColumns.filter(({ id }) => id !== 'type');
  return {
    name: 'Edges',
    heads: ['Source', 'Target', 'Type', 'Id', 'Label', 'Weight', 'Kind', ...columns.map(({ id }) => id)],
    count: edgeCount,
    rows: mapped(edges, (edge) => [
      ...[edge.source, edge.target, edge.directed ? 'Directed' : 'Undirected', edge.id, edge.label].map(text),
      number(edge.weight),
      text(packed([edge.type])),
      ...cells(edge, columns),
    ]),
  };
}

const number = (value: number | undefined): Cell => ({
  text: value === undefined ? '' : String(value),
  type: 'number',
});

const cells = ({ values }: FlatNode | FlatEdge, columns: readonly FlatColumn[]): readonly Cell[] =>
  columns.map(({ id, type }) => {
    const told = values.get(id) ?? [];
    return { text: packed(told), type: told.length === 1 ? type : 'string' };
  });

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function* sheetXml({ heads, widths = [], wraps, rows }: Sheet): Generator<string> {
  yield XML_DECLARATION + startTag('worksheet', { xmlns: MAIN });
  if (wraps) yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  yield '<sheetViews><sheetView workbookViewId="0">';
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const columns = widths.map((width, i) =>
    emptyTag('col', { min: i + 1, max: i + 1, width, customWidth: 1 }),
  );
  if (columns.length > 0) yield `<cols>${columns.join('')}</cols>`;
  yield '<sheetData>';
  yield rowXml(1, heads.map(text), BOLD);
  let line = 1;
  for (const row of rows) yield rowXml(++line, row, wraps && WRAPPED);
  yield '</sheetData>';
  if (wraps) yield emptyTag('pageSetup', { orientation: 'landscape', fitToHeight: 0 });
  yield '</worksheet>';
}

function rowXml(line: number, row: readonly Cell[], style?: number): string {
  const all = row
    .slice(0, MOST_COLUMNS)
    .map((cell, column) => cellXml(`${columnName(column)}${line}`, cell, style))
    .join('');
  return `<row r="${line}">${all}</row>\n`;
}

const [BOLD, DAY, WRAPPED] = [1, 2, 3];

/** Numbers and days only where a double gives them back as they are spelled; all else is text, formulas too. */
function cellXml(r: string, { text: value, type }: Cell, s?: number): string {
  if (value === '') return '';
  const serial = type === 'date' ? dateSerial(value) : undefined;
  if (serial !== undefined) return `${startTag('c', { r, s: DAY })}<v>${serial}</v></c>`;
  const numeric = type === 'integer' || type === 'number';
  if (numeric && String(Number(value)) === value && Number.isFinite(Number(value)))
    return `${startTag('c', { r, s })}<v>${value}</v></c>`;
  if (type === 'boolean' && (value === 'true' || value === 'false'))
    return `${startTag('c', { r, t: 'b' })}<v>${value === 'true' ? 1 : 0}</v></c>`;
  const words = element('t', { 'xml:space': 'preserve' }, cellText(value));
  return `${startTag('c', { r, s, t: 'inlineStr' })}<is>${words}</is></c>`;
}

/** What of a text a cell can hold, with what XML cannot hold as an escape. */
const cellText = (value: string): string => escapedText(value.slice(0, LONGEST));

const contentTypes = (sheets: readonly Sheet[]): string =>
  XML_DECLARATION +
  startTag('Types', { xmlns: `${PACKAGE}/content-types` }) +
  emptyTag('Default', {
    Extension: 'rels',
    ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
  }) +
  emptyTag('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
  [
    ['workbook', 'sheet.main'],
    ['styles', 'styles'],
    ...sheets.map((_, i) => [`worksheets/sheet${i + 1}`, 'worksheet']),
  ]
    .map(([name, type]) =>
      emptyTag('Override', { PartName: `/xl/${name}.xml`, ContentType: `${SPREADSHEET}.${type}+xml` }),
    )
    .join('') +
  '</Types>';

const relationships = (links: readonly (readonly string[])[]): string =>
  XML_DECLARATION +
  startTag('Relationships', { xmlns: `${PACKAGE}/relationships` }) +
  links
    .map(([type, Target], i) =>
      emptyTag('Relationship', { Id: `rId${i + 1}`, Type: `${LINKS}/${type}`, Target }),
    )
    .join('') +
  '</Relationships>';

const workbook = (sheets: readonly Sheet[]): string =>
  XML_DECLARATION +
  startTag('workbook', { xmlns: MAIN, 'xmlns:r': LINKS }) +
  '<sheets>' +
  sheets.map(({ name }, i) => emptyTag('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` })).join('') +
  '</sheets>' +
  (sheets.some(({ wraps }) => wraps)
    ? `<definedNames>${sheets.flatMap(repeatedHead).join('')}</definedNames>`
    : '') +
  '</workbook>';

/** The names of columns on each printed page. */
const repeatedHead = ({ name, wraps }: Sheet, localSheetId: number): readonly string[] =>
  wraps ? [element('definedName', { name: '_xlnm.Print_Titles', localSheetId }, `'${name}'!$1:$1`)] : [];

/** Plain, bold for the names of columns, days as ISO 8601 writes them, and texts of several lines. */
const STYLES =
  XML_DECLARATION +
  startTag('styleSheet', { xmlns: MAIN }) +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
