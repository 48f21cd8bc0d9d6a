// Somewhere outside the memory where lines are put and read again; the command line has one on disk.

export interface Spool {
  /** Appends a text; returns its place. */
  put(text: string): number;
  /** The text at a place. */
  at(place: number): string;
  /** The texts from one place to before another, or to the end, in the order in which they were put. */
  from(place: number, to?: number): Iterable<string>;
  /** Where the next text will be. */
  readonly end: number;
}

/** What cannot be told of a file piece by piece: it has to go through a case. The message says what it was. */
export class NeedsCase extends Error {
  override readonly name = 'NeedsCase';
}

interface Entries {
  readonly attributes?: ReadonlyMap<string, unknown>;
  readonly values?: ReadonlyMap<string, unknown>;
  readonly dated?: ReadonlyMap<string, unknown>;
}

const MAPS = ['attributes', 'values', 'dated'] as const;

/** Puts an event, or a node or edge of a flat graph, as JSON; its Maps as entries. */
export function put(spool: Spool, item: Entries): number {
  const plain: Record<string, unknown> = { ...item };
  for (const name of MAPS) if (item[name]) plain[name] = [...item[name]];
  return spool.put(JSON.stringify(plain));
}

/** What `put` wrote. Keys that come from files are in Maps only. */
export function taken<T extends Entries>(text: string): T {
  const item = JSON.parse(text) as Record<string, unknown>;
  for (const name of MAPS) if (item[name]) item[name] = new Map(item[name] as [string, unknown][]);
  return item as unknown as T;
}
