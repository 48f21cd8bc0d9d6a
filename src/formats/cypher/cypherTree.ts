// What a statement of Cypher says, as far as Clew follows it: patterns to match, create and merge, and values to set.
import { Digits } from '../json.ts';

/** A date, a time or a duration, as its text. */
export class Temporal {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type CypherValue =
  string | boolean | null | Digits | Temporal | readonly CypherValue[] | ReadonlyMap<string, CypherValue>;

export type Expression =
  | { readonly is: 'value'; readonly value: CypherValue }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  | { readonly is: 'map'; readonly entries: readonly (readonly [string, Expression])[] }
  /** `row.start.name`, or `$rows`. */
  | { readonly is: 'path'; readonly names: readonly string[] }
  | { readonly is: 'call'; readonly name: string; readonly inner: Expression | undefined };

export interface NodePattern {
  readonly variable: string | undefined;
  readonly labels: readonly string[];
  readonly properties: Expression | undefined;
}
export interface RelationPattern {
  readonly variable: string | undefined;
  readonly type: string;
  readonly properties: Expression | undefined;
  readonly direction: 'right' | 'left' | 'none';
}
/** Nodes, and between each two a relation. */
export interface Path {
  readonly nodes: readonly NodePattern[];
  readonly relations: readonly RelationPattern[];
}

/** `variable.property = value`, of a WHERE. */
export interface Condition {
  readonly variable: string;
  readonly property: string;
  readonly value: Expression;
}

export interface Assignment {
  readonly variable: string;
  /** One property; none sets or adds to all. */
  readonly property?: string;
  readonly value?: Expression;
  readonly adds?: boolean;
  readonly labels?: readonly string[];
}

export type Clause =
  | { readonly does: 'unwind'; readonly list: Expression; readonly variable: string }
  | { readonly does: 'match'; readonly paths: readonly Path[]; readonly where: readonly Condition[] }
  | { readonly does: 'create' | 'merge'; readonly paths: readonly Path[] }
  | { readonly does: 'set'; readonly assignments: readonly Assignment[]; readonly on?: 'create' | 'match' }
  | { readonly does: 'param'; readonly name: string; readonly value: Expression };

export interface Statement {
  readonly clauses: readonly Clause[];
  /** The first word of what is not followed; all before it is. */
  readonly stops?: string;
}
