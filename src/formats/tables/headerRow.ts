// Which row names the columns: the first as a rule, a later one under a title, or none.
import { Model } from '../../case/schema.ts';
import { dateFrom } from './dateSpellings.ts';
import { headsOf, plainName } from './headers.ts';
import { numberFrom } from './numberSpellings.ts';
import { programOf } from './programs.ts';
import { endsIn, eventReading, nodeReading, pairIn } from './roles.ts';
import type { Row } from './table.ts';

/** A title, a date of issue and a note may stand over the heading. */
const MOST_ABOVE = 15;

/** From 1; 0 where no row is a heading. Rows above it have at most half of its cells filled. */
export function headerRowOf(rows: readonly Row[]): number {
  let above = 0;
  for (const [i, { cells }] of rows.slice(0, MOST_ABOVE).entries()) {
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if ((i === 0 || above * 2 <= filled) && isHeading(cells, rows.slice(i + 1, i + 201))) return i + 1;
    above = Math.max(above, filled);
    if (above > 2) return 0;
  }
  return 0;
}

function isHeading(cells: readonly string[], body: readonly Row[]): boolean {
  const told = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (told.length === 0) return false;
  const heads = headsOf(cells);
  if (programOf(heads) ?? endsIn(heads) ?? pairIn(heads) ?? eventReading(heads, []) ?? nodeReading(heads))
    return true;
  if (told.length < 2 || new Set(told).size < told.length || told.some(isValue)) return false;
  const known = told.filter((cell) => KNOWN().has(plainName(cell).replace(/\d+$/, ''))).length;
  return known * 2 >= told.length || (told.length === cells.length && namesOthers(cells, body));
}

/** Words over columns of figures. */
const namesOthers = (cells: readonly string[], body: readonly Row[]): boolean =>
  body.length > 0 &&
  cells.some((_, at) => {
    const under = body.map((row) => row.cells[at]?.trim() ?? '').filter((cell) => cell !== '');
    return under.length > 0 && under.every(isValue);
  });

const isValue = (cell: string): boolean =>
  numberFrom(cell, '.') !== undefined ||
  numberFrom(cell, ',') !== undefined ||
  /^[\d.,]+$/.test(cell) ||
  /^https?:/.test(cell) ||
  dateFrom(cell, 'dmy') !== undefined;

let known: ReadonlySet<string> | undefined;
/** What FollowTheMoney calls its types and properties, and what columns are called besides. */
function KNOWN(): ReadonlySet<string> {
  if (known) return known;
  const model = new Model();
  const schemata = Array.from(model.names(), (name) => model.schema(name));
  const names = schemata.flatMap(({ name, label, plural, properties }) => [
    ...[name, label, plural],
    ...[...properties.values()].flatMap((property) => [property.name, property.label]),
  ]);
  const more =
    'people participant participants director shareholder owner boss employee donor place city party firm ministry who when what where by supplier contractor customer lobbyist client politician amount value';
  return (known = new Set([...names, ...more.split(' ')].map(plainName)));
}
