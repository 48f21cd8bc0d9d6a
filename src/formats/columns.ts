// The columns of a flat graph: which there are, what type each holds, and how their names say what is not affirmed.
import type { Property, Schema } from '../case/schema.ts';
import { STANCES, type Claim, type Stance } from '../case/records.ts';
import { stanceOf } from '../case/support.ts';
import type { Attribute } from './format.ts';
import { byCodePoint, grouped } from './order.ts';

export interface FlatColumn {
  /** A property, or one of RESERVED; what is not affirmed is in a column of its own: `position (alleged)`. */
  readonly id: string;
  readonly label: string;
  readonly type: Attribute['type'];
  /** Whether some node or edge has more than one value. */
  readonly list: boolean;
}

/** Columns that Clew works out. A property of the same name is written as `<name> (property)`. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...['id', 'label', 'type', 'stance', 'disputed', 'sources', 'relation', 'weight', 'source', 'target'],
  ...['directed', 'x', 'y', 'start', 'end', 'clew'],
]);

export const columnId = (property: string, stance: Stance): string =>
  (RESERVED.has(property) ? `${property} (property)` : property) +
  (stance === 'affirmed' ? '' : ` (${stance})`);

/** The property and stance that a column's name says; the reverse of `columnId`. */
export function columnOf(id: string): { property: string; stance: Stance } {
  const stance = STANCES.slice(1).find((word) => id.endsWith(` (${word})`)) ?? 'affirmed';
  const named = stance === 'affirmed' ? id : id.slice(0, -stance.length - 3);
  return { property: named.replace(/ \(property\)$/, ''), stance };
}

/** Whether what is said of a property is a column: what ties, and that the subject exists, is not. */
export function isColumn(schema: Schema, isRelation: boolean, property: string): boolean {
  if (property === 'id') return false;
  if (!isRelation) return schema.properties.get(property)?.type !== 'entity';
  return property !== schema.edge?.source && property !== schema.edge?.target;
}

/** One column of one subject. */
export interface Said {
  readonly id: string;
  readonly property: string;
  readonly stance: Stance;
  /** In code point order. */
  readonly values: string[];
}

/** What claims say of a subject by column; a value stands under the firmest stance that a claim gives it. */
export function* columnsOf(
  claims: readonly Claim[],
  isColumn: (property: string) => boolean,
): Generator<Said> {
  for (const [property, said] of grouped(claims, (claim) => claim.property)) {
    if (!isColumn(property)) continue;
    const byValue = grouped(said, (claim) => claim.value);
    const byStance = grouped(byValue, ([, of]) => stanceOf(of));
    for (const stance of STANCES) {
      const values = byStance
        .get(stance)
        ?.map(([value]) => value)
        .sort(byCodePoint);
      if (values) yield { id: columnId(property, stance), property, stance, values };
    }
  }
}

const INTEGER = /^[+-]?\d{1,400}$/;
const NUMBER = /^[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})([eE][+-]?\d{1,4})?$/;

/** The type that values of a property can be written as without changing them. */
export function typeOf(
  property: Property | undefined,
  stance: Stance,
  values: readonly string[],
): Attribute['type'] {
  if (stance !== 'affirmed') return 'string';
  if (property?.type === 'date') return 'date';
  if (property?.type === 'url') return 'url';
  if (property?.type !== 'number' || !values.every((value) => NUMBER.test(value))) return 'string';
  return values.every((value) => INTEGER.test(value)) ? 'integer' : 'number';
}

/** Collects the columns that are used. */
export class Columns {
  readonly #columns = new Map<string, FlatColumn>();

  note(id: string, label: string, type: Attribute['type'], values: readonly string[]): void {
    const known = this.#columns.get(id);
    const list = values.length > 1 || (known?.list ?? false);
    this.#columns.set(id, {
      id,
      label: known?.label ?? label,
      type: known ? joint(known.type, type) : type,
      list,
    });
  }

  /** Adds the columns of a part of the same graph. */
  join(columns: Iterable<FlatColumn>): void {
    for (const { id, label, type, list } of columns) this.note(id, label, type, list ? ['', ''] : []);
  }

  /** Names first, then by code point, so that the same case gives the same columns in whatever order it was made. */
  sorted(): readonly FlatColumn[] {
    const rank = ({ id }: FlatColumn) => (id === 'name' || id.startsWith('name (') ? 0 : 1);
    return [...this.#columns.values()].sort((a, b) => rank(a) - rank(b) || byCodePoint(a.id, b.id));
  }
}

function joint(a: Attribute['type'], b: Attribute['type']): Attribute['type'] {
  if (a === b) return a;
  const numeric = (type: Attribute['type']) => type === 'integer' || type === 'number';
  return numeric(a) && numeric(b) ? 'number' : 'string';
}
