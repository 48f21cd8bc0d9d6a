// First pass of a streamed conversion: events go to a spool as they come; ids, and one of each kind of event, stay.
import type { CaseRecord, Id } from '../../case/records.ts';
import { InputError, type Outcome, type Problem } from '../../plugin/problem.ts';
import { Builder, isDerived, MOST_TYPES, unnamedId, type Words } from '../building.ts';
import { CARRIED } from '../carrier.ts';
import { NOTHING } from '../carried.ts';
import { Collector, quoted } from '../collecting.ts';
import type { EdgeEvent, NodeEvent, Sink } from '../format.ts';
import { IdTable } from '../idTable.ts';
import { LIMITS } from '../limits.ts';
import { isOurs, typeOf } from '../ours.ts';
import { byCodePoint } from '../order.ts';
import { Vocabulary } from '../vocabulary.ts';
import { NeedsCase, put, type Spool } from './spool.ts';

/** More kinds of events than these are no kinds. */
const MOST_KINDS = 20_000;
/** A node of which only its edges tell. */
const ONLY_NAMED = -1;

export class Gatherer implements Sink {
  readonly said = new Map<Parameters<Sink['meta']>[0], string>();
  readonly problems: Problem[] = [];
  readonly counts: Record<Outcome, number> = { kept: 0, mended: 0, refused: 0 };
  /** Places of nodes in the spool by id. */
  readonly nodes = new Map<Id, number>();
  /** Ids of relations by number of the edge, in the order of the file. */
  readonly ids = new IdTable();
  /** As `Collector` has it. */
  weighted = false;
  readonly #spool: Spool;
  readonly #places: Places = new Places();
  /** Whether the file names the edge itself. */
  readonly #named = new Places();
  readonly #stubs = new Map<Id, string>();
  readonly #kinds = new Map<string, NodeEvent | EdgeEvent>();
  readonly #types = { nodes: new Set<string>(), edges: new Set<string>() };
  readonly #vocabulary = new Vocabulary();

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  meta(name: Parameters<Sink['meta']>[0], value: string): void {
    if (value.trim() !== '') this.said.set(name, value.trim());
  }

  node(node: NodeEvent): void {
    this.#check(node);
    if ((this.nodes.get(node.id) ?? ONLY_NAMED) !== ONLY_NAMED)
      throw new NeedsCase('a node stands twice in the file');
    this.nodes.set(node.id, put(this.#spool, node));
    this.#note('nodes', node, [typeOf(node)]);
  }

  edge(edge: EdgeEvent): void {
    this.#check(edge);
    const type = typeOf(edge);
    if (isOurs(edge.attributes) && edge.attributes.has('relation'))
      throw new NeedsCase('several edges of the file are one relation');
    if (edge.directed && type !== undefined && this.#mayBeProperty(type))
      throw new NeedsCase(`edges of the type ${quoted(type)} may be properties of their sources`);
    for (const id of [edge.source, edge.target]) {
      if (this.nodes.has(id)) continue;
      this.nodes.set(id, ONLY_NAMED);
      this.#stubs.set(id, edge.where);
    }
    const weight = edge.attributes.get('weight') ?? edge.attributes.get('Weight');
    this.weighted ||= weight?.values.some((value) => Number(value) !== 1) ?? false;
    const isNamed = edge.id !== undefined && edge.id !== '';
    this.ids.add(isNamed ? edge.id! : unnamedId(edge, type));
    this.#named.add(isNamed ? 1 : 0);
    this.#places.add(put(this.#spool, edge));
    this.#note('edges', edge, [type, edge.directed, (edge.label ?? '').trim() !== '']);
  }

  record(_record: CaseRecord, _where: string): void {
    throw new NeedsCase('the file holds claims of its own');
  }

  place(): void {
    throw new NeedsCase('the file holds claims of its own');
  }

  problem(problem: Problem): void {
    this.counts[problem.outcome]++;
    if (this.problems.length < LIMITS.problems) this.problems.push(problem);
  }

  /** Takes over what was told of a part: the first of its problems, and the counts of all. */
  problemsOf({ problems, counts }: Collector): void {
    this.problems.push(...problems.slice(0, LIMITS.problems - this.problems.length));
    for (const outcome of ['kept', 'mended', 'refused'] as const) this.counts[outcome] += counts[outcome];
  }

  placeOf(edge: number): number {
    return this.#places.at(edge);
  }

  /** Where a node of which only its edges tell was first named. */
  stubOf(node: Id): string | undefined {
    return this.nodes.get(node) === ONLY_NAMED ? this.#stubs.get(node) : undefined;
  }

  /** Call at the end of the file: what it calls its types and attributes, as a case of the whole file would have it. */
  words(): Words {
    const words = {
      vocabulary: this.#vocabulary,
      typedNodes: this.#types.nodes.size <= MOST_TYPES,
      typedEdges: this.#types.edges.size <= MOST_TYPES,
    };
    const file = { kind: 'source', id: 'file', title: '' } as const;
    // Nodes first, as a case is built: the first to use a word decides what it means.
    for (const areEdges of [false, true]) {
      for (const event of this.#kinds.values()) {
        if ('source' in event !== areEdges) continue;
        const found = new Collector();
        if ('source' in event) found.edge(event);
        else found.node(event);
        found.weighted = this.weighted;
        const ends = 'source' in event ? [event.source, event.target] : [];
        const entities = new Map(ends.map((id) => [id, 'Thing']));
        new Builder(found, file, { ...NOTHING, entities }, words).build();
      }
    }
    return words;
  }

  /** Tells of the nodes that only edges name. */
  tellStubs(): void {
    if ([...this.nodes.values()].every((place) => place === ONLY_NAMED)) return;
    for (const [id, where] of this.#stubs)
      if (this.stubOf(id) !== undefined) {
        const what = `The edge ends at ${quoted(id)}, which is not in the file; it was added.`;
        this.problem({ outcome: 'mended', where, what });
      }
  }

  nodesInOrder(): readonly Id[] {
    return [...this.nodes.keys()].sort(byCodePoint);
  }

  /** Edges in the order of their relations' ids, each with an id of its own. */
  edgesInOrder(): Uint32Array {
    const ids = this.ids;
    for (let i = 0; i < ids.size; i++)
      if (this.nodes.has(ids.at(i))) ids.set(i, this.#free(`edge ${ids.at(i)}`));
    let order = ids.inOrder();
    let numbered = 0;
    for (let k = 1, same = 1; k < order.length; k++) {
      const [before, i] = [order[k - same]!, order[k]!];
      if (ids.compare(before, i) !== 0) same = 1;
      else {
        if (this.#named.at(i) === 1 || this.#named.at(before) === 1)
          throw new NeedsCase('two edges have one id');
        same++;
        // The first keeps the id by which the others are still compared.
        this.#renamed.push([i, this.#free(`${ids.at(i)} ${same}`)]);
        numbered++;
      }
    }
    if (numbered === 0) return order;
    for (const [i, id] of this.#renamed) ids.set(i, id);
    order = ids.inOrder();
    for (let k = 1; k < order.length; k++)
      if (ids.compare(order[k - 1]!, order[k]!) === 0) throw new NeedsCase('two edges have one id');
    return order;
  }

  readonly #renamed: [edge: number, id: Id][] = [];

  #free(id: Id): Id {
    return this.nodes.has(id) ? this.#free(`${id}′`) : id;
  }

  #check({ attributes, where }: NodeEvent | EdgeEvent): void {
    if (attributes.has(CARRIED.id)) throw new NeedsCase('the file carries the claims of a case');
    if (this.nodes.size + this.ids.size < LIMITS.elements) return;
    throw new InputError(
      `At ${where} the file passes ${LIMITS.elements} nodes and edges. Open a part of it.`,
    );
  }

  /** Keeps the first event of each kind that words may depend on. */
  #note(of: 'nodes' | 'edges', event: NodeEvent | EdgeEvent, rest: readonly unknown[]): void {
    let kind = `${of} ${JSON.stringify(rest)}`;
    const [type, ours] = [typeOf(event), isOurs(event.attributes)];
    for (const [name, attribute] of event.attributes)
      if (attribute.values.some((value) => value !== '') && !isDerived(name, attribute, type, ours, true))
        kind += `\n${name}\t${attribute.type}`;
    if (!this.#kinds.has(kind)) {
      if (this.#kinds.size >= MOST_KINDS) throw new NeedsCase('its nodes and edges are of too many kinds');
      this.#kinds.set(kind, event);
    }
    const types = this.#types[of];
    if (type !== undefined && types.size <= MOST_TYPES && !this.#vocabulary.standard(type)) types.add(type);
  }

  readonly #properties = new Map<string, boolean>();
  #mayBeProperty(type: string): boolean {
    const known = this.#properties.get(type) ?? this.#vocabulary.isReference(type);
    if (this.#properties.size < MOST_KINDS) this.#properties.set(type, known);
    return known;
  }
}

/** Numbers in a buffer that grows, 8 bytes each. */
class Places {
  #numbers = new Float64Array(1024);
  #count = 0;

  add(number: number): void {
    if (this.#count === this.#numbers.length) {
      const longer = new Float64Array(this.#count * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#count++] = number;
  }

  at(i: number): number {
    return this.#numbers[i]!;
  }
}
