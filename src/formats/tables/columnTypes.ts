// What the values of a column are, by all of them: the type, the order of day and month, the decimal sign, lists.
import type { ColumnType, DayOrder } from '../../case/tableMapping.ts';
import { dateFrom, isEitherDay, orderSaidBy } from './dateSpellings.ts';
import { decimalSaidBy, isEitherNumber, numberFrom } from './numberSpellings.ts';
import type { Row } from './table.ts';

export interface Evidence {
  readonly type: ColumnType;
  readonly dates?: DayOrder;
  readonly because: string;
}

/** Spelled as Clew spells them, so that nothing has to change. */
const CANONICAL: readonly (readonly [ColumnType, RegExp])[] = [
  ['integer', /^-?(0|[1-9]\d{0,100})$/],
  ['number', /^-?(0|[1-9]\d{0,100})(\.\d{1,100})?([eE][+-]?\d{1,4})?$/],
  ['boolean', /^(true|false)$/i],
  ['date', /^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z?)?)?$/],
  ['url', /^https?:\/\/\S{1,4000}$/],
];

/** The type that all values are spelled in as Clew spells it; text where they differ or there are none. */
export const canonicalType = (values: readonly string[]): ColumnType =>
  CANONICAL.find(([, shape]) => values.length > 0 && values.every((value) => shape.test(value)))?.[0] ??
  'text';

/** Columns whose digits name something; a space or a comma between them says nothing of thousands. */
const NAMING =
  /phone|tel|fax|mobile|zip|post|iban|account|registration|passport|\b(no|nr|number|code|id|ref)\b|_id$|Id$/i;

/** Digits are only touched where all values are of the type; text where they differ. */
export function evidenceIn(name: string, values: readonly string[], decimal: '.' | ','): Evidence {
  const told = values.map((value) => value.trim()).filter((value) => value !== '');
  if (told.length === 0) return { type: 'text', because: 'It is empty.' };
  const canonical = CANONICAL.find(([type, shape]) => {
    if (decimal === ',' && type === 'number') return false;
    return told.every((value) => shape.test(value));
  });
  if (canonical) return { type: canonical[0], because: '' };
  return spelledNumber(name, told, decimal) ?? spelledDate(told) ?? { type: 'text', because: '' };
}

function spelledNumber(name: string, told: readonly string[], decimal: '.' | ','): Evidence | undefined {
  if (NAMING.test(name) || !told.every((value) => numberFrom(value, decimal) !== undefined)) return undefined;
  const odd = told.filter((value) => !/^-?\d+$/.test(value));
  if (
    odd.every(isEitherNumber) &&
    !told.some((value) => decimalSaidBy(value) !== undefined) &&
    decimal === '.'
  )
    return odd.some((value) => value.includes(','))
      ? {
          type: 'text',
          because: `“${odd[0]}” is a thousand or a fraction: choose Number and the decimal sign.`,
        }
      : { type: 'number', because: '' };
  return { type: 'number', because: `“${odd[0] ?? told[0]}” is a number.` };
}

/** Dates in words or figures. Years alone are numbers; a few words among dates are kept as they are. */
function spelledDate(told: readonly string[]): Evidence | undefined {
  const orders = new Set(told.map(orderSaidBy).filter((order) => order !== undefined));
  const dates = orders.size === 1 ? [...orders][0] : undefined;
  const read = told.filter((value) => dateFrom(value, 'dmy') !== undefined);
  if (read.length < told.length * 0.8 || read.every((value) => /^\d{4}$/.test(value))) return undefined;
  const either = told.find(isEitherDay);
  const words = { dmy: 'day before month', mdy: 'month before day' } as const;
  if (dates && either !== undefined) {
    const witness = told.find((value) => orderSaidBy(value) === dates)!;
    return { type: 'date', dates, because: `“${witness}” puts the ${words[dates]}.` };
  }
  if (either === undefined) return { type: 'date', because: '' };
  const why = orders.size > 1 ? 'the column has both orders' : 'nothing in the column says which';
  return { type: 'date', because: `“${either}” may be two days and ${why}: choose the order.` };
}

/** The decimal sign that most numbers of the table can only have; a point where nothing tells. */
export function decimalOf(rows: readonly Row[]): '.' | ',' {
  const votes = { '.': 0, ',': 0 };
  for (const { cells } of rows) {
    for (const cell of cells) {
      const said = cell.length > 60 ? undefined : decimalSaidBy(cell);
      if (said) votes[said]++;
    }
  }
  return votes[','] > votes['.'] ? ',' : '.';
}

/** Something a person or an organization may be called, by its look. */
export const looksLikeName = (cell: string): boolean => {
  const text = cell.trim();
  return (
    text.length > 1 &&
    text.length <= 80 &&
    /\p{L}/u.test(text) &&
    !/^https?:|@|^(true|false|yes|no)$/i.test(text) &&
    dateFrom(text, 'dmy') === undefined
  );
};

/** What parts several names in one cell; undefined where cells hold one. A comma alone may belong to a name. */
export function listMark(cells: readonly string[]): string | undefined {
  const told = cells.filter((cell) => cell.trim() !== '');
  for (const mark of [';', '|', '\n']) {
    if (told.some((cell) => cell.split(mark).filter((one) => one.trim() !== '').length > 1)) return mark;
  }
  const split = told.filter((cell) => cell.includes(','));
  const pieces = split.flatMap((cell) => cell.split(',')).map((piece) => piece.trim());
  const whole = pieces.filter((piece) => /\S\s+\S/.test(piece) && looksLikeName(piece)).length;
  return split.length > 0 && whole >= pieces.length * 0.7 ? ',' : undefined;
}
