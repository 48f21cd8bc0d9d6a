// What a file of Clew's carries, as far as what is visible still agrees with it: the rest is left to be read as it stands.
import { claimOf } from '../case/claimId.ts';
import {
  keyOf,
  type CaseRecord,
  type Claim,
  type Header,
  type Id,
  type SchemaAddition,
} from '../case/records.ts';
import { Model } from '../case/schema.ts';
import { asSeen, columnAsSeen, idAsSeen, seen } from './asSeen.ts';
import { CARRIED, cargoOf, type Cargo } from './carrier.ts';
import type { Collector, FoundNode } from './collecting.ts';
import { columnsOf, isColumn } from './columns.ts';
import type { Attribute, Attributes, EdgeEvent } from './format.ts';
import { FoundEdges } from './foundEdges.ts';
import { DERIVED_NAMES, typeOf } from './ours.ts';
import { joinedSchemata } from './schemata.ts';
import { Tally } from './tally.ts';

/** What was edited on a node or an edge since Clew wrote it: to be said by the file. */
export interface Edited {
  readonly subject: Id;
  readonly schema: string;
  /** What a person made of its type, where that is new. */
  readonly type?: string;
  /** A new name or role. */
  readonly label?: string;
  readonly attributes: Attributes;
  readonly where: string;
}

export interface Carried {
  readonly schemata: readonly SchemaAddition[];
  /** Schemata of entities and relations that stand, by id. */
  readonly entities: ReadonlyMap<Id, string>;
  readonly relations: ReadonlyMap<Id, string>;
  readonly edited: readonly Edited[];
}

export const NOTHING: Carried = { schemata: [], entities: new Map(), relations: new Map(), edited: [] };

/**
 * Takes out of `found` each node and edge whose carrier agrees with what is visible, tells its records to `found`, and
 * gives what is left to be said. Value by value the visible edit wins: of a column that was edited, no carried claim
 * counts. An edge whose ends, type or stance were edited is left whole, as if it carried nothing.
 */
export function takeCarried(found: Collector): Carried {
  const carries = ({ attributes }: { attributes: Attributes }) => attributes.has(CARRIED.id);
  const any = [...found.nodes.values()].some(carries) || found.edges.mayHave(CARRIED.id);
  return any ? new Unloader(found).run() : NOTHING;
}

type Laden<T> = readonly [item: T, cargo: Cargo];

class Unloader {
  readonly #found: Collector;
  readonly #tally = new Tally();
  readonly #records = new Map<string, { record: CaseRecord; where: string }>();
  readonly #entities = new Map<Id, string>();
  readonly #relations = new Map<Id, string>();
  readonly #edited: Edited[] = [];
  /** True ids of entities by what the format made of them. */
  readonly #ids = new Map<string, Id>();
  #model = new Model();
  #schemata: readonly SchemaAddition[] = [];
  #written: Cargo['written'];
  #agreed = 0;
  #dropped = 0;

  constructor(found: Collector) {
    this.#found = found;
  }

  run(): Carried {
    const nodes = this.#laden(this.#found.nodes.values(), (node, cargo) => this.#isOf(node, cargo));
    for (const [{ id }, cargo] of nodes) this.#ids.set(id, cargo.id);
    const rest: EdgeEvent[] = [];
    const edges = this.#laden(this.#found.edges, (edge, cargo) => this.#isTie(edge, cargo), rest);
    this.#learn([...nodes, ...edges].map(([, cargo]) => cargo));
    for (const [node, cargo] of nodes) this.#node(node, cargo);
    for (const [edge, cargo] of edges) this.#edge(edge, cargo);
    this.#leave(rest);
    for (const { record, where } of this.#records.values()) this.#found.record(record, where);
    this.#tell(nodes.length, edges.length);
    return {
      schemata: this.#schemata,
      entities: this.#entities,
      relations: this.#relations,
      edited: this.#edited,
    };
  }

  /** Those whose carrier can be read and is theirs. */
  #laden<T extends FoundNode | EdgeEvent>(
    items: Iterable<T>,
    isOf: (item: T, cargo: Cargo) => boolean,
    rest: T[] = [],
  ): Laden<T>[] {
    const laden: Laden<T>[] = [];
    for (const item of items) {
      const cargo = this.#cargoIn(item);
      if (cargo && isOf(item, cargo)) laden.push([item, cargo]);
      else rest.push(item);
    }
    return laden;
  }

  #cargoIn({ attributes, where }: FoundNode | EdgeEvent): Cargo | undefined {
    const text = attributes.get(CARRIED.id);
    if (!text) return undefined;
    const cargo = text.values.length === 1 ? cargoOf(text.values[0]!) : 'are mixed up';
    if (typeof cargo !== 'string') return cargo;
    const what = `The claims that it carries ${cargo}; what is visible was read instead.`;
    this.#tally.add('mended', what, where);
    return undefined;
  }

  #isOf(node: FoundNode, cargo: Cargo): boolean {
    if (!cargo.tie && idAsSeen(node.id) === idAsSeen(cargo.id) && !this.#taken(cargo.id)) return true;
    const what = 'The claims that a node carries are another’s, by its id; what is visible was read instead.';
    this.#tally.add('mended', what, node.where);
    return false;
  }

  readonly #claimed = new Set<Id>();
  #taken(id: Id): boolean {
    return this.#claimed.has(id) || !this.#claimed.add(id);
  }

  #isTie(edge: EdgeEvent, { tie, type }: Cargo): boolean {
    const visible = typeOf(edge);
    const stance = edge.attributes.get('stance')?.values[0] ?? tie?.stance;
    const same =
      tie !== undefined &&
      (visible === undefined || idAsSeen(visible) === idAsSeen(tie.property ?? type)) &&
      stance === tie.stance &&
      this.#idOf(edge.source) === tie.source &&
      this.#idOf(edge.target) === tie.target;
    const what =
      'The ends, the type or the stance of an edge were edited since Clew wrote it: the edge as it is now counts, not the claims that it carries.';
    if (!same) this.#tally.add('mended', what, edge.where);
    return same;
  }

  #idOf(visible: string): Id {
    return this.#ids.get(visible) ?? visible;
  }

  #learn(cargoes: readonly Cargo[]): void {
    for (const { records, schemata, written } of cargoes) {
      const header = records.find((record): record is Header => record.kind === 'header');
      for (const own of [schemata, header?.schemata ?? []])
        if (own.length > 0) this.#schemata = joinedSchemata(this.#schemata, own);
      this.#written ??= written;
    }
    this.#model = new Model(this.#schemata);
  }

  #node(node: FoundNode, cargo: Cargo): void {
    const { id, type } = cargo;
    const visible = typeOf(node);
    const retyped = visible !== undefined && idAsSeen(visible) !== idAsSeen(type);
    if (!retyped) this.#put({ kind: 'entity', id, schema: type }, node.where);
    this.#entities.set(id, type);
    if (Number.isFinite(node.x) && Number.isFinite(node.y)) this.#found.place(id, node.x!, node.y!);
    this.#unload(node, cargo, retyped ? visible : undefined);
  }

  #edge(edge: EdgeEvent, cargo: Cargo): void {
    const { id, type, tie } = cargo;
    if (tie!.property === undefined) {
      this.#put({ kind: 'relation', id, schema: type }, edge.where);
      this.#relations.set(id, type);
    }
    this.#unload(edge, cargo);
  }

  /** Claims of columns that agree are told as they were carried; what does not agree is left to be said by the file. */
  #unload(item: FoundNode | EdgeEvent, cargo: Cargo, type?: string): void {
    const { where } = item;
    for (const record of aside(cargo)) this.#put(record, where);
    const claims = claimsOf(cargo);
    const { gone, left } = cargo.tie?.property === undefined ? this.#compare(item, cargo, claims) : NONE;
    const label = cargo.tie && gone.size > 0 ? undefined : this.#newLabel(item, cargo);
    if (label !== undefined && !cargo.tie) for (const claim of namesOf(claims, cargo.label)) gone.add(claim);
    for (const claim of claims) if (!gone.has(claim)) this.#put(claim, where);
    this.#dropped += gone.size;
    if (gone.size + left.size === 0 && label === undefined && type === undefined) this.#agreed++;
    else {
      this.#tellEdited(gone.size > 0 || label !== undefined || type !== undefined, where);
      const edited = { ...(label !== undefined && { label }), ...(type !== undefined && { type }) };
      this.#edited.push({ subject: cargo.id, schema: cargo.type, ...edited, attributes: left, where });
    }
  }

  #compare(
    item: FoundNode | EdgeEvent,
    cargo: Cargo,
    claims: readonly Claim[],
  ): { gone: Set<Claim>; left: Map<string, Attribute> } {
    const schema = this.#model.schema(cargo.type);
    const said = [...columnsOf(claims, (property) => isColumn(schema, cargo.tie !== undefined, property))];
    const carried = seen(said.map(({ id, values }) => [id, values]));
    const own = [...item.attributes].filter(([name]) => name !== CARRIED.id && !DERIVED_NAMES.has(name));
    const visible = seen(own.map(([name, { values }]) => [name, values]));
    const differs = (name: string) => carried.get(columnAsSeen(name)) !== visible.get(columnAsSeen(name));
    const gone = new Set<Claim>();
    for (const { id, property, values } of said)
      if (differs(id))
        for (const claim of claims)
          if (claim.property === property && values.includes(claim.value)) gone.add(claim);
    return { gone, left: new Map(own.filter(([name]) => differs(name))) };
  }

  /** Undefined where the label is as it was; the format may have none. */
  #newLabel({ label, where }: FoundNode | EdgeEvent, cargo: Cargo): string | undefined {
    if (label === undefined || asSeen(label) === '' || asSeen(label) === asSeen(cargo.label))
      return undefined;
    if (cargo.tie?.property === undefined) return withoutDates(label.trim(), cargo.label);
    this.#tally.add(
      'refused',
      'The new label of an edge that is a property of its source has no place and was left out.',
      where,
    );
    return undefined;
  }

  #tellEdited(replaced: boolean, where: string): void {
    const [nodes, added] = [
      'Values were edited since Clew wrote them: the edited ones count, said by this file, not the claims that were carried.',
      'Attributes were added since Clew wrote it; they were read as said by this file.',
    ];
    this.#tally.add(replaced ? 'mended' : 'kept', replaced ? nodes : added, where);
  }

  /** What carries nothing, or nothing that agrees, is read like any file; its edges end at the true ids. */
  #leave(rest: readonly EdgeEvent[]): void {
    for (const visible of this.#ids.keys()) this.#found.nodes.delete(visible);
    for (const node of this.#found.nodes.values()) node.attributes = withoutCargo(node.attributes);
    this.#found.edges = new FoundEdges();
    for (const edge of rest) {
      const ends = { source: this.#idOf(edge.source), target: this.#idOf(edge.target) };
      this.#found.edges.push({ ...edge, ...ends, attributes: withoutCargo(edge.attributes) });
    }
  }

  #put(record: CaseRecord, where: string): void {
    const key = keyOf(record);
    if (!this.#records.has(key)) this.#records.set(key, { record, where });
  }

  #tell(nodes: number, edges: number): void {
    this.#tally.tell((problem) => this.#found.problem(problem));
    const gone = [(this.#written?.nodes ?? nodes) - nodes, (this.#written?.edges ?? edges) - edges].map((n) =>
      Math.max(0, n),
    );
    const missing = gone.some((n) => n > 0)
      ? ` Of those that Clew wrote ${gone[0]} nodes and ${gone[1]} edges are gone or changed throughout.`
      : '';
    const what = `Clew’s own claims came along: those of ${this.#agreed} of ${nodes + edges} nodes and edges as they were; ${this.#dropped} were set aside, since what is visible was edited.${missing}`;
    this.#found.problem({ outcome: 'kept', where: 'the file', what });
  }
}

export const claimsOf = ({ id, claims }: Cargo): readonly Claim[] =>
  claims.map((claim) => claimOf({ ...claim, subject: id }));

/** What rides along with the claims. */
export const aside = ({ sources, records }: Cargo): readonly CaseRecord[] => [
  ...sources.map((source) => ({ ...source, kind: 'source' as const })),
  ...records,
];

const NONE = { gone: new Set<Claim>(), left: new Map<string, Attribute>() };

function withoutCargo(attributes: Attributes): Attributes {
  const others = new Map(attributes);
  others.delete(CARRIED.id);
  return others;
}

/** A role is followed by its dates, "director (2014–2019)", which are not part of it. */
function withoutDates(label: string, written: string): string {
  const dates = / \([^()]*\)$/.exec(asSeen(written))?.[0];
  return dates !== undefined && label.endsWith(dates) ? label.slice(0, -dates.length) : label;
}

/** The claims of names by which a label was made. */
const namesOf = (claims: readonly Claim[], label: string): Claim[] =>
  claims.filter(({ property, value }) => property === 'name' && asSeen(value) === asSeen(label));
