// CyCSV, the tables of a Cytoscape session: names, types and options of the columns, a title, then a row for each SUID.
import { asInputError } from '../csv/csvText.ts';
import { TECHNICAL } from '../cytoscapeNames.ts';
import type { Attribute } from '../format.ts';
import { LIMITS } from '../limits.ts';
import type { Tally } from '../tally.ts';
import { attributeOf } from '../typedValues.ts';

const TYPES: ReadonlyMap<string, Attribute['type']> = new Map([
  ...['Integer', 'Long', 'Short', 'Byte', 'BigInteger'].map((type) => [type, 'integer'] as const),
  ...['Double', 'Float', 'BigDecimal'].map((type) => [type, 'number'] as const),
  ['Boolean', 'boolean'],
  ['String', 'string'],
]);

/** Attributes by name, by SUID: an id that is one of its kind in the session. */
export type Table = Map<string, Map<string, Attribute>>;

/** Adds the rows of a table; what two tables say of one column stands together. Throws `InputError` for a broken quote. */
export async function readTable(text: string, name: string, into: Table, tally: Tally): Promise<void> {
  const rows = await rowsOf(text);
  const versioned = rows[0]?.[0] === 'CyCSV-Version';
  // Version 0 has neither the line with the version nor that with the options.
  const [columns = [], types = []] = rows.slice(versioned ? 1 : 0);
  const suid = columns.indexOf('SUID');
  if (suid < 0) return tally.add('refused', 'A table without SUIDs was left out.', name);
  const typed = columns.map((column, i) => typeOf(column, types[i] ?? ''));
  for (const [i, row] of rows.entries()) {
    const id = row[suid];
    if (i < (versioned ? 5 : 3) || id === undefined || id === '') continue;
    const attributes = into.get(id) ?? new Map<string, Attribute>();
    into.set(id, attributes);
    for (const [j, { column, type, list }] of typed.entries()) {
      if (j === suid || TECHNICAL.includes(column) || !row[j]) continue;
      const items = list ? row[j].split('\n') : [row[j]];
      const attribute = attributeOf(type, items, column, `${name}, row ${i + 1}`, tally);
      if (attribute) attributes.set(column, together(attributes.get(column), attribute));
    }
  }
}

interface Column {
  readonly column: string;
  readonly type: Attribute['type'];
  readonly list: boolean;
}

/** `java.lang.Long`, `java.util.List<java.lang.String>`. */
function typeOf(column: string, written: string): Column {
  const list = /^java\.util\.List<(.*)>$/.exec(written);
  const plain = (list?.[1] ?? written).replace(/^.*\./, '');
  return { column, type: TYPES.get(plain) ?? 'string', list: list !== null };
}

function together(a: Attribute | undefined, b: Attribute): Attribute {
  if (!a) return b;
  const same = a.values.length === b.values.length && a.values.every((value, i) => value === b.values[i]);
  return same
    ? a
    : { type: a.type === b.type ? a.type : 'string', values: [...new Set([...a.values, ...b.values])] };
}

async function rowsOf(text: string): Promise<readonly (readonly string[])[]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  try {
    return parse(text, {
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LIMITS.text,
    });
  } catch (error) {
    throw asInputError(error);
  }
}
