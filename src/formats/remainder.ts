// What stands beside the fields of a format that has its own: the rest of what Clew knows of a node or an edge, so that
// both together give the same again. What is visible in fields is never repeated here, so an edit of it counts.
import type { FlatColumn, FlatEdge, FlatNode } from './flat.ts';
import type { Attribute } from './format.ts';
import { isList, isObject, type Json, type JsonObject } from './json.ts';
import { plain } from './jsonValues.ts';
import { finite } from './typedValues.ts';

const DERIVED: ReadonlySet<string> = new Set(['type', 'stance', 'disputed', 'sources']);

/** The columns of a node or an edge that no field has taken yet. */
export class Untaken {
  readonly #left: Map<string, readonly string[]>;

  constructor({ values }: FlatNode | FlatEdge) {
    this.#left = new Map([...values].filter(([name]) => !DERIVED.has(name)));
  }

  of(column: string): readonly string[] | undefined {
    return this.#left.get(column);
  }

  take(column: string): void {
    this.#left.delete(column);
  }

  get names(): readonly string[] {
    return [...this.#left.keys()];
  }
}

/** As it stands in the file. Names are lower-case and longer than two letters, as STIX demands. */
export interface Remainder {
  readonly case_id: string;
  readonly schema: string;
  readonly stance: string;
  readonly disputed: boolean;
  readonly directed?: boolean;
  readonly place?: readonly [x: number, y: number];
  /** Fields that Clew filled in and that are no values: a date that must be there, a name made of an id. */
  readonly added?: readonly string[];
  /** What stands as the name where that is no value. */
  readonly shown?: string;
  readonly columns?: readonly RemainderColumn[];
}
interface RemainderColumn {
  readonly name: string;
  readonly type?: Attribute['type'];
  readonly values: readonly string[];
}

/** `columns` are all columns of the graph, by which values are typed. */
export function remainderOf(
  item: FlatNode | FlatEdge,
  untaken: Untaken,
  columns: ReadonlyMap<string, FlatColumn>,
  { added = [], shown }: { readonly added?: readonly string[]; readonly shown?: string } = {},
): Remainder {
  const { id, values } = item;
  const [type] = values.get('type') ?? [];
  const place = 'schema' in item && item.x !== undefined ? ([item.x, item.y!] as const) : undefined;
  const left = untaken.names.map((name) => columnText(name, columns.get(name), untaken.of(name)!));
  return {
    case_id: id,
    schema: type ?? '',
    stance: values.get('stance')?.[0] ?? 'affirmed',
    disputed: values.get('disputed')?.[0] === 'true',
    ...('directed' in item && !item.directed && { directed: false }),
    ...(place && { place }),
    ...(added.length > 0 && { added }),
    ...(shown !== undefined && { shown }),
    ...(left.length > 0 && { columns: left }),
  };
}

const columnText = (
  name: string,
  column: FlatColumn | undefined,
  values: readonly string[],
): RemainderColumn => ({
  name,
  ...(column && column.type !== 'string' && { type: column.type }),
  values,
});

/** Whether it says nothing that the fields do not say: then it need not be written. */
export const isEmpty = (remainder: Remainder, read: { id: string; type: string }): boolean =>
  remainder.case_id === read.id &&
  remainder.schema === read.type &&
  remainder.stance === 'affirmed' &&
  remainder.directed === undefined &&
  !remainder.place &&
  !remainder.added &&
  !remainder.columns;

export interface ReadRemainder {
  readonly id: string;
  readonly type: string;
  readonly directed: boolean;
  readonly x?: number;
  readonly y?: number;
  readonly added: ReadonlySet<string>;
  readonly shown: string | undefined;
  /** With stance and whether it is disputed, by which Clew knows its own. */
  readonly attributes: Map<string, Attribute>;
}

/** What a file holds of it; undefined where that is not of its shape. */
export function readRemainder(json: Json | undefined): ReadRemainder | undefined {
  if (!isObject(json)) return undefined;
  const [id, type, stance] = ['case_id', 'schema', 'stance'].map((name) => plain(json.get(name)));
  if (id === undefined || type === undefined || stance === undefined) return undefined;
  const [x, y] = listOf(json, 'place').map((one) => finite(plain(one)));
  const attributes = new Map<string, Attribute>([
    ['type', { type: 'string', values: [type] }],
    ['stance', { type: 'string', values: [stance] }],
    ['disputed', { type: 'boolean', values: [plain(json.get('disputed')) ?? 'false'] }],
  ]);
  for (const column of listOf(json, 'columns')) putColumn(attributes, column);
  return {
    ...{ id, type, attributes, shown: plain(json.get('shown')), directed: json.get('directed') !== false },
    ...(x !== undefined && y !== undefined && { x, y }),
    added: new Set(listOf(json, 'added').map((name) => plain(name) ?? '')),
  };
}

const listOf = (json: JsonObject, name: string): readonly Json[] => {
  const list = json.get(name);
  return isList(list) ? list : [];
};

const COLUMN_TYPES: readonly Attribute['type'][] = ['integer', 'number', 'boolean', 'date', 'url'];

function putColumn(attributes: Map<string, Attribute>, column: Json): void {
  if (!isObject(column)) return;
  const name = plain(column.get('name'));
  const values = listOf(column, 'values').flatMap((value) => plain(value) ?? []);
  const type = COLUMN_TYPES.find((one) => one === column.get('type')) ?? 'string';
  if (name !== undefined && values.length > 0 && !attributes.has(name))
    attributes.set(name, { type, values });
}
