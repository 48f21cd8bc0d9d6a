// Writes statements of BODS 0.4: persons and entities first, then who holds what in whom.
import { columnId, columnOf } from '../columns.ts';
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import type { Loss, Outgoing } from '../format.ts';
import { readJson, type JsonObject } from '../json.ts';
import { isEmpty, remainderOf, Untaken, type Remainder } from '../remainder.ts';
import { grouped } from '../order.ts';
import { Tally } from '../tally.ts';
import { BodsDetails, single } from './bodsDetails.ts';
import type { Found } from './bodsFields.ts';
import { edgeFields, nodeFields } from './bodsRead.ts';
import { CONTROL, REASONS, schemaOfEntity, type RecordKind } from './bodsWords.ts';

type Fields = Record<string, unknown>;

export class BodsWriter {
  readonly #graph: FlatGraph;
  readonly #details: BodsDetails;
  readonly #columns: { nodes: ReadonlyMap<string, FlatColumn>; edges: ReadonlyMap<string, FlatColumn> };
  readonly #kinds = new Map<string, RecordKind>();
  readonly #out: Outgoing;

  constructor(graph: FlatGraph, out: Outgoing) {
    const byId = (columns: readonly FlatColumn[]) => new Map(columns.map((column) => [column.id, column]));
    // Kinds of nodes decide about ties, so that each is walked several times.
    this.#graph = { ...graph, nodes: [...graph.nodes], edges: [...graph.edges] };
    this.#out = out;
    this.#columns = { nodes: byId(graph.nodeColumns), edges: byId(graph.edgeColumns) };
    this.#details = new BodsDetails(graph, out);
    for (const node of this.#graph.nodes) {
      const kind = this.#kindOf(node.schema);
      if (kind) this.#kinds.set(node.id, kind);
    }
  }

  *statements(): Generator<string> {
    for (const node of this.#graph.nodes) {
      const kind = this.#kinds.get(node.id);
      if (!kind) continue;
      const reasons = (node.values.get('unspecifiedReason') ?? []).filter((reason) => REASONS.has(reason));
      yield this.#node(node, kind, reasons);
      for (const reason of reasons) if (kind === 'entity') yield this.#nobody(node, reason);
    }
    const edges = [...this.#graph.edges].filter((edge) => this.#isWritten(edge));
    for (const group of grouped(edges, groupOf).values()) yield this.#relationship(group);
  }

  /** What has no place among persons, entities and the interests they hold. */
  leftOut(): { nodes: number; edges: number } {
    let edges = 0;
    for (const edge of this.#graph.edges) if (!this.#isWritten(edge)) edges++;
    return { nodes: this.#graph.nodeCount - this.#kinds.size, edges };
  }

  #kindOf(schema: string): RecordKind | undefined {
    const { model } = this.#out.seen.case;
    if (model.isA(schema, 'Person')) return 'person';
    return model.isA(schema, 'LegalEntity') ? 'entity' : undefined;
  }

  #isWritten({ source, target, type, directed }: FlatEdge): boolean {
    const { model } = this.#out.seen.case;
    const isInterest = ['Ownership', 'Directorship', CONTROL].some((known) => model.isA(type, known));
    return isInterest && directed && this.#kinds.has(source) && this.#kinds.get(target) === 'entity';
  }

  #node(node: FlatNode, kind: RecordKind, reasons: readonly string[]): string {
    const details = kind === 'person' ? this.#details.person(node) : this.#details.entity(node);
    const statement = this.#details.statement(node, kind, node.id, node.id);
    const read = { kind, statement: mapOf(statement), details: mapOf(details) };
    const told = reasons.length > 0 && kind === 'entity' ? reasons : undefined;
    const found = nodeFields(read, told, '', new Tally());
    const schema =
      kind === 'person' ? 'Person' : schemaOfEntity((details.entityType as { type: string }).type);
    const remainder = beside(node, found, this.#columns.nodes);
    const isBare = isEmpty(remainder, { id: node.id, type: schema });
    return JSON.stringify({ ...statement, recordDetails: details, ...(!isBare && { clew: remainder }) });
  }

  /** A relationship to nobody, which says why. */
  #nobody(node: FlatNode, reason: string): string {
    const id = `${node.id} ${reason}`;
    const statement = this.#details.statement(
      { ...node, id, values: new Map() },
      'relationship',
      id,
      node.id,
    );
    const details = { isComponent: false, subject: node.id, interestedParty: { reason } };
    return JSON.stringify({ ...statement, recordDetails: details });
  }

  /** Interests that one statement declared stand in one statement again. */
  #relationship(edges: readonly FlatEdge[]): string {
    const [first] = edges as [FlatEdge];
    const id = (edges.length > 1 ? single(first, 'recordId') : undefined) ?? first.id;
    const statement = this.#details.statement(first, 'relationship', id, first.target);
    const common: Fields = this.#details.relationship(first);
    const interests = edges.map((edge, i) => {
      const interest = this.#details.interest(edge);
      const wanted = i === 0 ? id : `${id} ${i + 1}`;
      return this.#interest(edge, statement, common, interest, wanted, edges.length > 1);
    });
    const told = interests.filter((interest) => interest !== undefined);
    const details = { ...common, ...(told.length > 0 && { interests: told }) };
    return JSON.stringify({ ...statement, recordDetails: details });
  }

  #interest(
    edge: FlatEdge,
    statement: Fields,
    common: Fields,
    interest: Fields,
    id: string,
    several: boolean,
  ): Fields | undefined {
    const bare =
      !several && edge.type === CONTROL && Object.keys(interest).length === 1 ? undefined : interest;
    for (const one of bare === undefined ? [undefined, interest] : [interest]) {
      const found = edgeFields(mapOf(statement), mapOf(common), one && mapOf(one), '', new Tally());
      if (several) found.set('recordId', { type: 'string', values: [single(edge, 'recordId')!] });
      const remainder = beside(edge, found, this.#columns.edges);
      const type = this.#details.tieRead(one);
      if (isEmpty(remainder, { id, type })) return one;
      if (one) return { ...one, clew: remainder };
    }
    return interest;
  }
}

/** Interests of one record between the same two, where all are affirmed; else each by itself. */
function groupOf(edge: FlatEdge): string {
  const record = edge.values.get('stance')?.[0] === 'affirmed' ? single(edge, 'recordId') : undefined;
  return JSON.stringify(record === undefined ? [edge.id] : [record, edge.source, edge.target]);
}

/** What the fields do not say, and which of them say too much. */
function beside(
  item: FlatNode | FlatEdge,
  found: Found,
  columns: ReadonlyMap<string, FlatColumn>,
): Remainder {
  const untaken = new Untaken(item);
  const added: string[] = [];
  for (const [name, { values }] of found) {
    const column = columnId(name, 'affirmed');
    const own = untaken.of(column) ?? [];
    if (values.every((value) => own.includes(value)) && values.length === own.length) untaken.take(column);
    else if (columnOf(name).stance === 'affirmed') added.push(name);
  }
  const shown = added.includes('name') ? found.get('name')!.values[0] : undefined;
  return remainderOf(item, untaken, columns, { added, shown });
}

/** As a reader will see it. */
const mapOf = (fields: Fields): JsonObject => readJson(JSON.stringify(fields), new Tally()) as JsonObject;

/** Words of the losses, by which tests know them. */
export const LEFT_OUT = {
  nodes: 'entities that are neither persons nor organizations, left out',
  edges: 'ties that are no interest in an organization, left out',
} as const;

export function bodsLosses(graph: FlatGraph, out: Outgoing): readonly Loss[] {
  const { nodes, edges } = new BodsWriter(graph, out).leftOut();
  return [
    { what: LEFT_OUT.nodes, count: nodes },
    { what: LEFT_OUT.edges, count: edges },
  ].filter(({ count }) => count > 0);
}
