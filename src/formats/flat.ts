// The case under a lens → a flat graph: nodes and edges with columns, as every graph format writes it.
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, relationLabel } from '../case/names.ts';
import { STANCES, type Claim, type Id, type Stance } from '../case/records.ts';
import { groundOf, isContested, stanceOf, tieSupport } from '../case/support.ts';
import type { Tie } from '../case/ties.ts';
import type { Settings, Values } from '../plugin/settings.ts';
import { columnId, Columns, typeOf, type FlatColumn } from './columns.ts';
import type { Outgoing } from './format.ts';
import { timesOf, type Times } from './span.ts';
import { byCodePoint, grouped } from './order.ts';
import { Marker, TELLING, toldOf, type Told } from './told.ts';

export type { FlatColumn } from './columns.ts';
export { graphLosses, type Carries } from './losses.ts';

export interface FlatNode extends Times {
  readonly id: string;
  /** Its name; "(alleged)" is part of it where the name is only alleged. */
  readonly label: string;
  readonly schema: string;
  /** By column id; no empty lists. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Scene units, y down. */
  readonly x?: number;
  readonly y?: number;
}

export interface FlatEdge extends Times {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  /** "mediator (2014–2019) (alleged)". */
  readonly label: string;
  /** Schema of the relation, or name of the property. */
  readonly type: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What an affirmed claim of `weight` says, so that a weight survives conversion; else the voices behind it, at least 1. */
  readonly weight: number;
}

export interface FlatGraph {
  readonly title: string;
  readonly description: string;
  readonly nodeColumns: readonly FlatColumn[];
  readonly edgeColumns: readonly FlatColumn[];
  /** In code point order of ids; worked out anew at each walk. */
  readonly nodes: Iterable<FlatNode>;
  /** Those of relations, then those of properties, each in code point order of their subjects. */
  readonly edges: Iterable<FlatEdge>;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Whether some edges are directed and some are not. */
  readonly mixed: boolean;
}

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
  return {
    title: out.seen.case.header.name,
    description: out.seen.case.header.description ?? '',
    nodeColumns: [TYPE, ...nodeColumns.sorted(), ...DERIVED],
    edgeColumns: [TYPE, ...edgeColumns.sorted(), ...DERIVED],
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

const again = <T>(walk: () => Iterator<T>): Iterable<T> => ({ [Symbol.iterator]: walk });

class Flattener {
  readonly #out: Outgoing;
  readonly #told: CaseUnderLens;
  readonly #all: CaseUnderLens;
  readonly #marker: Marker;
  readonly #allDirected: boolean;

  constructor(out: Outgoing, settings: Values) {
    const { told, all }: Told = toldOf(out, settings);
    this.#out = out;
    this.#told = told;
    this.#all = all;
    this.#marker = new Marker(told);
    this.#allDirected = settings.directed === true;
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
    for (const id of this.entities()) yield this.#node(id);
  }

  *edges(): Generator<FlatEdge> {
    for (const tie of this.ties())
      yield this.isRelation(tie) ? this.#relationEdge(tie) : this.#propertyEdge(tie);
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

  /** What claims say of a subject, without its ties, by column: values in code point order. */
  *#columnsOf(subject: Id): Generator<{ id: string; property: string; stance: Stance; values: string[] }> {
    for (const [property, claims] of grouped(this.#told.claimsOf(subject), (claim) => claim.property)) {
      if (!this.#isColumn(subject, property)) continue;
      const byValue = grouped(claims, (claim) => claim.value);
      const byStance = grouped(byValue, ([, said]) => stanceOf(said));
      for (const stance of STANCES) {
        const values = byStance
          .get(stance)
          ?.map(([value]) => value)
          .sort(byCodePoint);
        if (values) yield { id: columnId(property, stance), property, stance, values };
      }
    }
  }

  #isColumn(subject: Id, property: string): boolean {
    const { model } = this.#told.case;
    const schema = model.schema(this.#told.case.schemaOf(subject)!);
    if (property === 'id') return false;
    if (!this.#told.case.relation(subject)) return schema.properties.get(property)?.type !== 'entity';
    return property !== schema.edge?.source && property !== schema.edge?.target;
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
