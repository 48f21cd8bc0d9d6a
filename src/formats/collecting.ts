// The sink of an import: takes in what a reader finds, merges what stands twice and counts what went wrong.
import type { CaseRecord, Id } from '../case/records.ts';
import type { TableWish } from '../case/tableMapping.ts';
import { InputError, type Outcome, type Problem } from '../plugin/problem.ts';
import type { Attribute, Attributes, EdgeEvent, NodeEvent, Sink } from './format.ts';
import { FoundEdges } from './foundEdges.ts';
import { LIMITS } from './limits.ts';
import type { FoundTable } from './tables/table.ts';

/** A node as far as it is known; `undefined` stands for "not said yet". */
export interface FoundNode {
  readonly id: string;
  label?: string;
  type?: string;
  attributes: Attributes;
  x?: number;
  y?: number;
  cites?: string;
  readonly where: string;
}

export class Collector implements Sink {
  readonly said = new Map<Parameters<Sink['meta']>[0], string>();
  readonly nodes = new Map<string, FoundNode>();
  edges = new FoundEdges();
  /** Whether some edge weighs other than 1, so that a weight of 1 says something. */
  weighted = false;
  readonly places = new Map<Id, readonly [x: number, y: number]>();
  readonly records: CaseRecord[] = [];
  /** The first of them; `counts` has them all. */
  readonly problems: Problem[] = [];
  readonly counts: Record<Outcome, number> = { kept: 0, mended: 0, refused: 0 };
  readonly tables: FoundTable[] = [];
  readonly #wishes: readonly TableWish[];

  constructor(wishes: readonly TableWish[] = []) {
    this.#wishes = wishes;
  }

  wish(table: string): TableWish | undefined {
    return this.#wishes.find((wish) => wish.table === table);
  }

  table(found: FoundTable): void {
    this.tables.push(found);
  }

  meta(name: Parameters<Sink['meta']>[0], value: string): void {
    if (value.trim() !== '') this.said.set(name, value.trim());
  }

  node(node: NodeEvent): void {
    this.#checkCount(node.where);
    const known = this.nodes.get(node.id);
    if (!known) {
      this.nodes.set(node.id, { ...node });
      return;
    }
    this.problem({
      outcome: 'mended',
      where: node.where,
      what: `Node ${quoted(node.id)} stands twice; both were merged.`,
    });
    known.label ??= node.label;
    known.type ??= node.type;
    known.x ??= node.x;
    known.y ??= node.y;
    known.cites ??= node.cites;
    const attributes = new Map(known.attributes);
    for (const [name, attribute] of node.attributes)
      attributes.set(name, union(attributes.get(name), attribute));
    known.attributes = attributes;
  }

  edge(edge: EdgeEvent): void {
    this.#checkCount(edge.where);
    this.edges.push(edge);
    const weight = edge.attributes.get('weight') ?? edge.attributes.get('Weight');
    this.weighted ||= weight?.values.some((value) => Number(value) !== 1) ?? false;
  }

  record(record: CaseRecord, where: string): void {
    this.#checkCount(where);
    this.records.push(record);
  }

  place(entity: Id, x: number, y: number): void {
    this.places.set(entity, [x, y]);
  }

  problem(problem: Problem): void {
    this.counts[problem.outcome]++;
    if (this.problems.length < LIMITS.problems) this.problems.push(problem);
  }

  #checkCount(where: string): void {
    if (this.nodes.size + this.edges.length + this.records.length < LIMITS.elements) return;
    throw new InputError(
      `At ${where} the file passes ${LIMITS.elements} nodes, edges and records. Open a part of it.`,
    );
  }
}

function union(a: Attribute | undefined, b: Attribute): Attribute {
  if (!a) return b;
  const type = a.type === b.type ? a.type : 'string';
  if (!a.held && !b.held && !a.written && !b.written)
    return { type, values: [...new Set([...a.values, ...b.values])] };
  const said = [a, b].flatMap(({ values, held, written }) =>
    values.map((value, i) => ({ value, held: held?.[i], written: written?.[i] ?? value })),
  );
  const distinct = new Map(said.toReversed().map((one) => [JSON.stringify([one.value, one.held]), one]));
  const both = said.filter((one) => distinct.get(JSON.stringify([one.value, one.held])) === one);
  return {
    type,
    values: both.map(({ value }) => value),
    ...((a.held ?? b.held) && { held: both.map(({ held }) => held) }),
    ...((a.written ?? b.written) && { written: both.map(({ written }) => written) }),
  };
}

/** A name from a file in a sentence, cut where it is long. */
export const quoted = (name: string): string => `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”`;
