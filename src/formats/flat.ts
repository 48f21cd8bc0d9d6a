// The case under a lens → a flat graph: nodes and edges with columns, as every graph format writes it.
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, relationLabel } from '../case/names.ts';
import type { Claim, Id, Stance } from '../case/records.ts';
import { groundOf, isContested, stanceOf, tieSupport } from '../case/support.ts';
import type { Tie } from '../case/ties.ts';
import type { Settings, Values } from '../plugin/settings.ts';
import { CARRIED } from './carrier.ts';
import { Carrying } from './carrying.ts';
import { columnId, columnsOf, Columns, isColumn, typeOf, type FlatColumn, type Said } from './columns.ts';
import type { FlatEdge, FlatGraph, FlatNode } from './flatGraph.ts';
import type { Outgoing } from './format.ts';
import { timesOf } from './span.ts';
import { byCodePoint } from './order.ts';
import { Marker, TELLING, toldOf, type Told } from './told.ts';

export { CARRIER } from './carrier.ts';
export type { FlatColumn } from './columns.ts';
export type { FlatEdge, FlatGraph, FlatNode } from './flatGraph.ts';
export { graphLosses, type Carries } from './losses.ts';

export const GRAPH_SETTINGS = {
  ...TELLING,
  directed: {
    type: 'boolean',
    default: false,
    label: 'Write every edge as directed',
    help: 'For readers that refuse a graph with both kinds, such as networkx.',
  },
} satisfies Settings;

/**
 * Flattens what `project` in graph/ would show of the same claims: the same nodes, the same edges. Claims of
 * confidential sources are left out, and denied ones unless `settings.denied`; values that are only alleged (or
 * denied) stand in columns of their own, `<property> (alleged)`.
 */
export function flatten(out: Outgoing, settings: Values): FlatGraph {
  const flattener = new Flattener(out, settings);
  const nodeColumns = new Columns();
  const edgeColumns = new Columns();
  const directions = new Set<boolean>();
  let [nodeCount, edgeCount] = [0, 0];
  for (const id of flattener.entities()) {
    nodeCount++;
    flattener.noteColumns(id, nodeColumns);
  }
  const relations = new Set<Id>();
  for (const tie of flattener.ties()) {
    edgeCount++;
    directions.add(flattener.directed(tie));
    if (flattener.isRelation(tie)) relations.add(tie.subject);
    if (tie.id !== tie.subject && flattener.isRelation(tie))
      edgeColumns.note('relation', 'Relation', 'string', []);
  }
  for (const id of relations) flattener.noteColumns(id, edgeColumns);
  const carried = settings.carrier === true ? [CARRIED] : [];
  return {
    title: out.seen.case.header.name,
    description: out.seen.case.header.description ?? '',
    nodeColumns: [...allColumns(nodeColumns), ...carried],
    edgeColumns: [...allColumns(edgeColumns), ...carried],
    nodes: again(() => flattener.nodes()),
    edges: again(() => flattener.edges()),
    nodeCount,
    edgeCount,
    mixed: directions.size > 1,
  };
}

const TYPE: FlatColumn = { id: 'type', label: 'Type', type: 'string', list: false };
const DERIVED: readonly FlatColumn[] = [
  { id: 'stance', label: 'Stance', type: 'string', list: false },
  { id: 'disputed', label: 'Disputed', type: 'boolean', list: false },
  { id: 'sources', label: 'Sources', type: 'string', list: true },
];

/** With those that Clew works out. */
export const allColumns = (columns: Columns): readonly FlatColumn[] => [
  TYPE,
  ...columns.sorted(),
  ...DERIVED,
];

/** The columns without those that Clew works out. */
export const saidColumns = (columns: readonly FlatColumn[]): readonly FlatColumn[] =>
  columns.filter((column) => column !== TYPE && !DERIVED.includes(column));

export const again = <T>(walk: () => Iterator<T>): Iterable<T> => ({ [Symbol.iterator]: walk });

class Flattener {
  readonly #out: Outgoing;
  readonly #told: CaseUnderLens;
  readonly #all: CaseUnderLens;
  readonly #marker: Marker;
  readonly #allDirected: boolean;
  readonly #carrying: Carrying | undefined;

  constructor(out: Outgoing, settings: Values) {
    const { told, all }: Told = toldOf(out, settings);
    this.#out = out;
    this.#told = told;
    this.#all = all;
    this.#marker = new Marker(told);
    this.#allDirected = settings.directed === true;
    this.#carrying = settings.carrier === true ? new Carrying(out, told) : undefined;
  }

  *entities(): Generator<Id> {
    for (const id of idsOf(this.#told.case.entities()))
      if (this.#wanted(id) && this.#told.shows(id)) yield id;
  }

  *ties(): Generator<Tie> {
    for (const of of [this.#told.case.relations(), this.#told.case.entities()]) {
      for (const id of idsOf(of)) {
        for (const tie of this.#told.tiesOf(id)) {
          if (this.#wanted(tie.source) && this.#wanted(tie.target)) yield tie;
        }
      }
    }
  }

  *nodes(): Generator<FlatNode> {
    let n = 0;
    for (const id of this.entities()) {
      const node = this.#node(id);
      yield this.#carrying?.node(node, n++) ?? node;
    }
  }

  *edges(): Generator<FlatEdge> {
    for (const tie of this.ties()) {
      const edge = this.isRelation(tie) ? this.#relationEdge(tie) : this.#propertyEdge(tie);
      yield this.#carrying?.edge(edge, tie) ?? edge;
    }
  }

  isRelation(tie: Tie): boolean {
    return this.#told.case.relation(tie.subject) !== undefined;
  }

  directed(tie: Tie): boolean {
    return this.#allDirected || tie.directed;
  }

  noteColumns(subject: Id, columns: Columns): void {
    const { model } = this.#told.case;
    for (const { id, property, stance, values } of this.#columnsOf(subject)) {
      const known = model.property(this.#told.case.schemaOf(subject)!, property);
      const label = (known?.label ?? property) + (stance === 'affirmed' ? '' : ` (${stance})`);
      columns.note(id, label, typeOf(known, stance, values), values);
    }
  }

  #wanted(id: Id): boolean {
    return this.#out.only?.has(id) ?? true;
  }

  #node(id: Id): FlatNode {
    const claims = this.#told.claimsOf(id);
    const schema = this.#told.case.entity(id)!.schema;
    const place = this.#out.placements.get(id);
    const stance = stanceOf(claims);
    return {
      id,
      label: this.#mark((seen) => nameOf(seen, id), 'affirmed', claims),
      schema,
      values: this.#values(id, schema, claims, { stance, disputed: this.#all.disputesOf(id).length > 0 }),
      ...(place && { x: place[0], y: place[1] }),
      ...timesOf(claims, stance),
    };
  }

  #relationEdge(tie: Tie): FlatEdge {
    const claims = this.#told.claimsOf(tie.subject);
    const stance = groundOf(tie.claims);
    const disputed = this.#all.disputesOf(tie.subject).length > 0;
    const values = this.#values(tie.subject, tie.type, claims, { stance, disputed, tie });
    const weight = Number(values.get(columnId('weight', 'affirmed'))?.[0] ?? NaN);
    return {
      ...this.#ends(tie),
      ...(Number.isFinite(weight) && { weight }),
      label: this.#mark((seen) => relationLabel(seen, tie.subject), stance, claims),
      values,
      ...timesOf(claims, stance),
    };
  }

  #propertyEdge(tie: Tie): FlatEdge {
    const stance = groundOf(tie.claims);
    const said = this.#all.claimsOf(tie.subject);
    const disputed = isContested(
      said.filter((claim) => claim.property === tie.type && claim.value === tie.target),
    );
    return {
      ...this.#ends(tie),
      label: stance === 'affirmed' ? tie.verb : `${tie.verb} (${stance})`,
      values: derived(tie.type, this.#sources(tie.claims), stance, disputed),
    };
  }

  #ends(tie: Tie): Pick<FlatEdge, 'id' | 'source' | 'target' | 'directed' | 'type' | 'weight'> {
    const weight = Math.max(1, tieSupport(this.#told.case, tie.claims).voices);
    return {
      id: tie.id,
      source: tie.source,
      target: tie.target,
      directed: this.directed(tie),
      type: tie.type,
      weight,
    };
  }

  #values(
    subject: Id,
    type: string,
    claims: readonly Claim[],
    { stance, disputed, tie }: Standing,
  ): Map<string, string[]> {
    const values = derived(type, this.#sources(claims), stance, disputed);
    if (tie && tie.id !== tie.subject) values.set('relation', [subject]);
    for (const column of this.#columnsOf(subject)) values.set(column.id, column.values);
    return values;
  }

  #mark(say: (seen: CaseUnderLens) => string, ground: Stance, claims: readonly Claim[]): string {
    const plain = ground === 'affirmed' && claims.every((claim) => claim.stance === 'affirmed');
    return plain ? say(this.#told) : this.#marker.mark(say, ground);
  }

  /** Titles of the sources of claims, without repeats, in code point order. */
  #sources(claims: readonly Claim[]): string[] {
    const titles = claims.map((claim) => this.#told.case.source(claim.source)?.title ?? claim.source);
    return [...new Set(titles)].sort(byCodePoint);
  }

  /** What claims say of a subject, without its ties, by column. */
  #columnsOf(subject: Id): Iterable<Said> {
    const of = this.#told.case;
    const schema = of.model.schema(of.schemaOf(subject)!);
    const isRelation = of.relation(subject) !== undefined;
    return columnsOf(this.#told.claimsOf(subject), (property) => isColumn(schema, isRelation, property));
  }
}

interface Standing {
  readonly stance: Stance;
  readonly disputed: boolean;
  readonly tie?: Tie;
}

const idsOf = (records: Iterable<{ id: Id }>): Id[] => Array.from(records, ({ id }) => id).sort(byCodePoint);

function derived(type: string, sources: string[], stance: Stance, disputed: boolean): Map<string, string[]> {
  const values = new Map([
    ['type', [type]],
    ['stance', [stance]],
    ['disputed', [String(disputed)]],
  ]);
  if (sources.length > 0) values.set('sources', sources);
  return values;
}
