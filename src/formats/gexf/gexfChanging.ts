// Which columns of a graph can be written as values that change with time, and their stretches.
import type { Id } from '../../case/records.ts';
import type { FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import type { Dated } from '../dated.ts';
import { wholeDays } from '../wholeDays.ts';
import { OPEN, shortened } from './gexfTimes.ts';

/** Whole days; an end that is open is left out. */
export interface Stretch {
  readonly value: string;
  readonly start?: string;
  readonly end?: string;
}

type Item = FlatNode | FlatEdge;

/**
 * Gephi takes one value at a time: a column changes where some values have dates and nowhere two hold at once.
 * Other columns are written without times.
 */
export class Changing {
  readonly columns: ReadonlySet<string>;

  constructor(items: Iterable<Item>) {
    const [some, unfit] = [new Set<string>(), new Set<string>()];
    for (const item of items) {
      for (const [id, values] of item.values) {
        const dated = item.dated?.get(id);
        if (dated?.some(({ held }) => held !== undefined)) some.add(id);
        if (dated ? !stretchesOf(dated) : values.length > 1) unfit.add(id);
      }
    }
    this.columns = new Set([...some].filter((id) => !unfit.has(id)));
  }

  /** Undefined where the column does not change, or nothing is dated here and its one value holds always. */
  stretchesOf(item: Item, column: string): readonly Stretch[] | undefined {
    if (!this.columns.has(column)) return undefined;
    const dated = item.dated?.get(column);
    return dated && stretchesOf(dated);
  }
}

/** In the order of time; undefined where two overlap or a time is not in days. */
function stretchesOf(dated: readonly Dated[]): readonly Stretch[] | undefined {
  const all: Stretch[] = [];
  for (const { value, held } of dated) {
    if (held === undefined) {
      all.push({ value });
      continue;
    }
    const days = daysOf(held);
    if (!days) return undefined;
    all.push({ value, ...days });
  }
  all.sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1));
  const apart = all.every((one, i) => i === 0 || (all[i - 1]!.end ?? '9999') < (one.start ?? ''));
  return apart ? all : undefined;
}

function daysOf(held: string): { start?: string; end?: string } | undefined {
  const [start, end] = held.includes('/') ? held.split('/') : [held, held];
  return wholeDays(start === OPEN ? undefined : start, end === OPEN ? undefined : end);
}

/** The claims whose time is written, and how many times do not come back as they were, since they are in whole days. */
export function heldClaims({ nodes, edges }: FlatGraph): { claims: ReadonlySet<Id>; rounded: number } {
  const claims = new Set<Id>();
  let rounded = 0;
  for (const items of [nodes, edges]) {
    const { columns } = new Changing(items);
    if (columns.size === 0) continue;
    for (const { dated } of items) {
      for (const { held, claims: said } of [...(dated ?? [])].flatMap(([id, all]) =>
        columns.has(id) ? all : [],
      )) {
        for (const claim of said) claims.add(claim);
        if (held !== undefined && comesBack(held) !== held) rounded++;
      }
    }
  }
  return { claims, rounded };
}

function comesBack(held: string): string {
  const { start = OPEN, end = OPEN } = daysOf(held) ?? {};
  return shortened(`${start}/${end}`);
}
