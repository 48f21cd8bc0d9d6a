// Runs statements of Cypher against a graph in memory: only what they create, merge, match by properties and set.
import { Digits } from '../json.ts';
import {
  Temporal,
  type Assignment,
  type Clause,
  type Condition,
  type CypherValue,
  type Expression,
  type NodePattern,
  type Path,
} from './cypherTree.ts';

export interface StoredNode {
  readonly labels: Set<string>;
  readonly properties: Map<string, CypherValue>;
  readonly where: string;
}
export interface StoredRelation {
  readonly type: string;
  readonly source: StoredNode;
  readonly target: StoredNode;
  readonly directed: boolean;
  readonly properties: Map<string, CypherValue>;
  readonly where: string;
}

type Bound = CypherValue | StoredNode | StoredRelation;
type Row = ReadonlyMap<string, Bound>;

/** More rows than this in one statement are a product of everything with everything. */
const MOST_ROWS = 200_000;
const PRODUCT = 'it multiplies everything with everything';

/** Why a statement cannot be run. */
export class Unrunnable extends Error {}

const isStored = (bound: Bound | undefined): bound is StoredNode | StoredRelation =>
  typeof bound === 'object' && bound !== null && 'properties' in bound;
const isNode = (bound: Bound | undefined): bound is StoredNode => isStored(bound) && 'labels' in bound;

/** One spelling for values that are equal. */
function keyOf(value: CypherValue): string {
  if (value instanceof Digits || value instanceof Temporal) return value.text;
  if (value instanceof Map) return `{${Array.from(value, ([name, one]) => `${name}:${keyOf(one)}`).join()}}`;
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  return JSON.stringify(value);
}

export class CypherStore {
  readonly nodes: StoredNode[] = [];
  readonly relations: StoredRelation[] = [];
  /** Nodes by a property and its value. Those whose value has since changed are passed over. */
  readonly #byProperty = new Map<string, StoredNode[]>();
  readonly #byLabel = new Map<string, StoredNode[]>();
  readonly #between = new Map<StoredNode, StoredRelation[]>();
  readonly #parameters = new Map<string, CypherValue>();

  /** @throws Unrunnable, having done what came before. `where` is "line 12, statement 3". */
  run(clauses: readonly Clause[], where: string): void {
    let rows: Row[] = [new Map()];
    const made = new Set<Bound>();
    for (const clause of clauses) {
      if (clause.does === 'param') this.#parameters.set(clause.name, this.#evaluate(clause.value, new Map()));
      else if (clause.does === 'unwind')
        rows = rows.flatMap((row) => this.#unwound(row, clause.list, clause.variable));
      else if (clause.does === 'match') rows = this.#matched(rows, clause.paths, clause.where);
      else if (clause.does === 'set') this.#setAll(rows, clause.assignments, clause.on, made);
      else rows = rows.map((row) => this.#written(row, clause.paths, clause.does === 'merge', where, made));
      if (rows.length > MOST_ROWS) throw new Unrunnable(PRODUCT);
    }
  }

  #unwound(row: Row, list: Expression, variable: string): Row[] {
    const value = this.#evaluate(list, row);
    if (!Array.isArray(value)) throw new Unrunnable('UNWIND needs a list');
    return (value as readonly CypherValue[]).map((one) => new Map([...row, [variable, one]]));
  }

  #matched(rows: readonly Row[], paths: readonly Path[], where: readonly Condition[]): Row[] {
    const patterns = paths.flatMap(({ nodes }) => nodes);
    let found = [...rows];
    for (const pattern of patterns) {
      const next: Row[] = [];
      for (const row of found) {
        const nodes = this.#nodesFor(row, pattern, where);
        if (next.length + nodes.length > MOST_ROWS) throw new Unrunnable(PRODUCT);
        for (const node of nodes) next.push(withBound(row, pattern.variable, node));
      }
      found = next;
    }
    return found;
  }

  #nodesFor(row: Row, pattern: NodePattern, where: readonly Condition[]): readonly StoredNode[] {
    const { variable } = pattern;
    const known = variable === undefined ? undefined : row.get(variable);
    if (isNode(known)) return [known];
    const wanted = this.#properties(pattern.properties, row);
    for (const condition of where) {
      if (condition.variable === variable)
        wanted.set(condition.property, this.#evaluate(condition.value, row));
    }
    return this.#find(pattern.labels, wanted);
  }

  #find(labels: readonly string[], wanted: ReadonlyMap<string, CypherValue>): readonly StoredNode[] {
    const [first] = wanted;
    const [label] = labels;
    const candidates = first
      ? this.#byProperty.get(indexKey(first[0], first[1]))
      : label === undefined
        ? this.nodes
        : this.#byLabel.get(label);
    return (candidates ?? []).filter(
      (node) =>
        labels.every((one) => node.labels.has(one)) &&
        [...wanted].every(([name, value]) => {
          const own = node.properties.get(name);
          return own !== undefined && keyOf(own) === keyOf(value);
        }),
    );
  }

  #written(row: Row, paths: readonly Path[], merges: boolean, where: string, made: Set<Bound>): Row {
    const bound = new Map(row);
    for (const { nodes, relations } of paths) {
      const ends = nodes.map((pattern) => this.#nodeFor(bound, pattern, merges, where, made));
      relations.forEach((pattern, i) => {
        const [left, right] = [ends[i]!, ends[i + 1]!];
        const [source, target] = pattern.direction === 'left' ? [right, left] : [left, right];
        const properties = this.#properties(pattern.properties, bound);
        const type = pattern.type;
        const known = merges ? this.#standing(source, target, type, properties) : undefined;
        const directed = pattern.direction !== 'none';
        const relation = known ?? { type, source, target, directed, properties, where };
        if (!known) {
          made.add(relation);
          this.relations.push(relation);
          this.#between.set(source, [...(merges ? (this.#between.get(source) ?? []) : []), relation]);
        }
        if (pattern.variable !== undefined) bound.set(pattern.variable, relation);
      });
    }
    return bound;
  }

  #standing(
    source: StoredNode,
    target: StoredNode,
    type: string,
    wanted: ReadonlyMap<string, CypherValue>,
  ): StoredRelation | undefined {
    return this.#between
      .get(source)
      ?.find(
        (one) =>
          one.target === target &&
          one.type === type &&
          [...wanted].every(([name, value]) => keyOf(one.properties.get(name) ?? null) === keyOf(value)),
      );
  }

  #nodeFor(
    bound: Map<string, Bound>,
    pattern: NodePattern,
    merges: boolean,
    where: string,
    made: Set<Bound>,
  ): StoredNode {
    const known = pattern.variable === undefined ? undefined : bound.get(pattern.variable);
    if (isNode(known)) return known;
    if (known !== undefined) throw new Unrunnable('a value stands where a node should');
    const properties = this.#properties(pattern.properties, bound);
    const standing = merges ? this.#find(pattern.labels, properties)[0] : undefined;
    const node = standing ?? this.#add(pattern.labels, properties, where);
    if (!standing) made.add(node);
    if (pattern.variable !== undefined) bound.set(pattern.variable, node);
    return node;
  }

  #add(labels: readonly string[], properties: Map<string, CypherValue>, where: string): StoredNode {
    const node = { labels: new Set<string>(), properties, where };
    this.nodes.push(node);
    for (const label of labels) this.#label(node, label);
    for (const [name, value] of properties) this.#index(node, name, value);
    return node;
  }

  #label(node: StoredNode, label: string): void {
    if (node.labels.has(label)) return;
    node.labels.add(label);
    put(this.#byLabel, label, node);
  }

  #index(node: StoredNode, name: string, value: CypherValue): void {
    put(this.#byProperty, indexKey(name, value), node);
  }

  #setAll(
    rows: readonly Row[],
    assignments: readonly Assignment[],
    on: 'create' | 'match' | undefined,
    made: ReadonlySet<Bound>,
  ): void {
    for (const row of rows) {
      for (const assignment of assignments) {
        const of = row.get(assignment.variable);
        if (!isStored(of)) throw new Unrunnable(`nothing is called ${assignment.variable.slice(0, 40)}`);
        if (on === undefined || made.has(of) === (on === 'create')) this.#set(of, assignment, row);
      }
    }
  }

  #set(of: StoredNode | StoredRelation, { property, value, adds, labels }: Assignment, row: Row): void {
    if (labels) {
      if (isNode(of)) for (const label of labels) this.#label(of, label);
      return;
    }
    const given = this.#evaluate(value!, row);
    if (property !== undefined) return this.#put(of, property, given);
    if (!(given instanceof Map)) throw new Unrunnable('properties must be a map');
    if (!adds) of.properties.clear();
    for (const [name, one] of given as ReadonlyMap<string, CypherValue>) this.#put(of, name, one);
  }

  #put(of: StoredNode | StoredRelation, name: string, value: CypherValue): void {
    if (value === null) return void of.properties.delete(name);
    of.properties.set(name, value);
    if (isNode(of)) this.#index(of, name, value);
  }

  #properties(expression: Expression | undefined, row: Row): Map<string, CypherValue> {
    if (!expression) return new Map();
    const value = this.#evaluate(expression, row);
    if (!(value instanceof Map)) throw new Unrunnable('properties must be a map');
    return new Map([...(value as ReadonlyMap<string, CypherValue>)].filter(([, one]) => one !== null));
  }

  #evaluate(expression: Expression, row: Row): CypherValue {
    switch (expression.is) {
      case 'value':
        return expression.value;
      case 'list':
        return expression.items.map((item) => this.#evaluate(item, row));
      case 'map':
        return new Map(expression.entries.map(([name, one]) => [name, this.#evaluate(one, row)]));
      case 'path':
        return this.#follow(expression.names, row);
      case 'call':
        return called(expression.name, expression.inner && this.#evaluate(expression.inner, row));
    }
  }

  #follow([first, ...names]: readonly string[], row: Row): CypherValue {
    const start = first!.startsWith('$') ? this.#parameters.get(first!.slice(1)) : row.get(first!);
    if (start === undefined) throw new Unrunnable(`nothing is called ${first!.slice(0, 40)}`);
    let value: Bound = start;
    for (const name of names) {
      const within: Bound | undefined = isStored(value) ? value.properties.get(name) : mapGet(value, name);
      value = within ?? null;
    }
    if (isStored(value)) throw new Unrunnable('a node stands where a value should');
    return value;
  }
}

const withBound = (row: Row, variable: string | undefined, node: StoredNode): Row =>
  variable === undefined || row.get(variable) === node ? row : new Map([...row, [variable, node]]);

const mapGet = (value: CypherValue, name: string): CypherValue | undefined =>
  value instanceof Map ? (value as ReadonlyMap<string, CypherValue>).get(name) : undefined;

const indexKey = (name: string, value: CypherValue): string => `${name}\u0000${keyOf(value)}`;

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const TEMPORAL: ReadonlySet<string> = new Set([
  ...['date', 'datetime', 'localdatetime', 'time', 'localtime', 'duration', 'zoneddatetime'],
]);
const SAME: ReadonlySet<string> = new Set(['tointeger', 'tofloat', 'toboolean', 'tostring', 'point']);

/** Functions that only say which type a value has. */
function called(name: string, inner: CypherValue | undefined): CypherValue {
  if (TEMPORAL.has(name) && typeof inner === 'string') return new Temporal(inner);
  if (SAME.has(name) && inner !== undefined) return inner;
  throw new Unrunnable(`the function ${name.slice(0, 40)} is not known here`);
}
