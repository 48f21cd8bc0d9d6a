// The sink of an import: takes in what a reader finds, merges what stands twice and counts what went wrong.
import type { CaseRecord, Id } from '../case/records.ts';
import type { TableWish } from '../case/tableMapping.ts';
import { InputError, type Outcome, type Problem } from '../plugin/problem.ts';
import type { Attribute, EdgeEvent, NodeEvent, Sink } from './format.ts';
import { LIMITS } from './limits.ts';
import type { FoundTable } from './tables/table.ts';
import { isOurs } from './ours.ts';

/** A node as far as it is known; `undefined` stands for "not said yet". */
export interface FoundNode {
  readonly id: string;
  label?: string;
  type?: string;
  readonly attributes: Map<string, Attribute>;
  x?: number;
  y?: number;
  cites?: string;
  readonly where: string;
}

export class Collector implements Sink {
  readonly said = new Map<Parameters<Sink['meta']>[0], string>();
  readonly nodes = new Map<string, FoundNode>();
  readonly edges: EdgeEvent[] = [];
  readonly places = new Map<Id, readonly [x: number, y: number]>();
  readonly records: { record: CaseRecord; where: string }[] = [];
  /** The first of them; `counts` has them all. */
  readonly problems: Problem[] = [];
  readonly counts: Record<Outcome, number> = { kept: 0, mended: 0, refused: 0 };
  readonly tables: FoundTable[] = [];
  readonly #wishes: readonly TableWish[];
  /** How often each edge id was met. */
  readonly #edgeIds = new Map<string, number>();

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
      this.nodes.set(node.id, { ...node, attributes: new Map(node.attributes) });
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
    for (const [name, attribute] of node.attributes) {
      known.attributes.set(name, union(known.attributes.get(name), attribute));
    }
  }

  edge(edge: EdgeEvent): void {
    this.#checkCount(edge.where);
    const met = edge.id === undefined ? 0 : (this.#edgeIds.get(edge.id) ?? 0);
    if (edge.id !== undefined) this.#edgeIds.set(edge.id, met + 1);
    if (edge.id === undefined || met === 0 || isPartOfRelation(edge)) {
      this.edges.push(edge);
      return;
    }
    const id = this.#freeId(edge.id, met + 1);
    this.problem({
      outcome: 'mended',
      where: edge.where,
      what: `Edge ${quoted(edge.id)} stands twice; the second became ${quoted(id)}.`,
    });
    this.edges.push({ ...edge, id });
  }

  #freeId(id: string, from: number): string {
    let n = from;
    while (this.#edgeIds.has(`${id} ${n}`)) n++;
    this.#edgeIds.set(`${id} ${n}`, 1);
    return `${id} ${n}`;
  }

  record(record: CaseRecord, where: string): void {
    this.#checkCount(where);
    this.records.push({ record, where });
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

/** Edges of one relation with several ends, as Clew writes them, may share its id. */
const isPartOfRelation = ({ attributes }: EdgeEvent): boolean =>
  attributes.has('relation') && isOurs(attributes);

function union(a: Attribute | undefined, b: Attribute): Attribute {
  if (!a) return b;
  const type = a.type === b.type ? a.type : 'string';
  if (!a.written && !b.written) return { type, values: [...new Set([...a.values, ...b.values])] };
  const spelt = [a, b].flatMap(({ values, written = values }) =>
    values.map((value, i) => [value, written[i]!] as const),
  );
  const first = new Map(spelt.toReversed());
  const values = [...new Set(spelt.map(([value]) => value))];
  return { type, values, written: values.map((value) => first.get(value)!) };
}

/** A name from a file in a sentence, cut where it is long. */
export const quoted = (name: string): string => `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”`;
