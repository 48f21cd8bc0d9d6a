// A table as its reader hands it over: rows with their places, what was made of its columns, and why.
import type { TableMapping } from '../../case/tableMapping.ts';

export interface Row {
  readonly cells: readonly string[];
  /** From 1, in the file or sheet. */
  readonly line: number;
  /** Where it is found, where that is not a line: "Edges!A7". */
  readonly place?: string;
}

/** A mapping with a reason for each guess, in words; an empty reason: it was settled by hand. */
export interface GuessedMapping {
  readonly mapping: TableMapping;
  readonly because: {
    /** "It has the columns of Kumu’s connections." */
    readonly kind: string;
    readonly dialect: string;
    /** In the order of the columns. */
    readonly columns: readonly string[];
  };
}

/** What the page shows of a table before it is taken in. */
export interface FoundTable extends GuessedMapping {
  /** The first rows, the heading among them. */
  readonly head: readonly Row[];
  readonly rows: number;
}

export const SHOWN_ROWS = 30;
