// The case under the lens → what rides on each node and edge as the lossless carrier, and what even that leaves behind.
import { admits, type CaseUnderLens } from '../case/lens.ts';
import {
  WORKING,
  type CaseRecord,
  type Claim,
  type Id,
  type Judgement,
  type Source,
  type View,
} from '../case/records.ts';
import { tiesOf, type Tie } from '../case/ties.ts';
import { CARRIED, cargoText, type Cargo, type CargoClaim } from './carrier.ts';
import type { FlatEdge, FlatNode } from './flatGraph.ts';
import type { Loss, Outgoing } from './format.ts';
import { LIMITS } from './limits.ts';
import { byCodePoint } from './order.ts';

/** What a reader takes in one value, with room for escapes. */
const MOST = LIMITS.text / 2;
/** How much of what belongs to the whole case rides on one node. */
const LOAD = MOST / 8;

/** `told` holds nothing of confidential sources; neither does what is carried. */
export class Carrying {
  readonly #out: Outgoing;
  readonly #told: CaseUnderLens;
  #surveyed: Survey | undefined;

  constructor(out: Outgoing, told: CaseUnderLens) {
    this.#out = out;
    this.#told = told;
  }

  /** The node with its cargo; `n` counts the nodes as they are written. */
  node(node: FlatNode, n: number): FlatNode {
    const { loads, entities, ties } = this.#survey();
    const written = n === 0 ? { written: { nodes: entities.size, edges: ties.length } } : {};
    const cargo = this.#cargo(node.id, node.schema, node.label, this.#claimsOfNode(node.id));
    return loaded(node, { ...cargo, records: loads[n] ?? [], ...written });
  }

  edge(edge: FlatEdge, tie: Tie): FlatEdge {
    const type = this.#told.case.schemaOf(tie.subject)!;
    const cargo = this.#cargo(tie.subject, type, edge.label, this.#claimsOfEdge(tie));
    const { source, target } = tie;
    const stance = edge.values.get('stance')?.[0] as Claim['stance'];
    const property = this.#told.case.relation(tie.subject) ? {} : { property: tie.type };
    return loaded(edge, { ...cargo, records: [], tie: { source, target, stance, ...property } });
  }

  /** The cargo of a whole entity or relation, for formats that write its ties with it; undefined where it is too large. */
  whole(id: Id, n: number, seen: string): string | undefined {
    const type = this.#told.case.schemaOf(id)!;
    const shows = (claim: Claim) =>
      !this.#told.case.entity(claim.value) || this.#survey().entities.has(claim.value);
    const references = (claim: Claim) =>
      this.#told.case.model.property(type, claim.property)?.type === 'entity';
    const claims = this.#told.claimsOf(id).filter((claim) => !references(claim) || shows(claim));
    const records = this.#survey().loads[n] ?? [];
    const text = cargoText({ ...this.#cargo(id, type, '', claims), seen, records });
    return text.length > MOST ? undefined : text;
  }

  /** What does not go along, in words and counts. */
  losses(nodes: Iterable<FlatNode>, edges: Iterable<FlatEdge>): readonly Loss[] {
    const { left, loads, entities } = this.#survey();
    const late = loads.slice(entities.size).flat().length;
    let bare = 0;
    for (const items of [nodes, edges]) for (const { values } of items) if (!values.has(CARRIED.id)) bare++;
    return [
      ...Array.from(left, ([what, count]) => ({ what, count })),
      { what: 'nodes and edges with more claims than one attribute holds', count: bare },
      { what: 'records of the case that had no node to ride on', count: late },
    ].filter(({ count }) => count > 0);
  }

  #cargo(id: Id, type: string, label: string, claims: readonly Claim[]): Omit<Cargo, 'records'> {
    const { model, header } = this.#told.case;
    const { lineage } = model.schema(type);
    const schemata = (header.schemata ?? []).filter(({ name }) => lineage.includes(name));
    const sources = this.#sourcesOf(claims).map((source) => this.#clearedSource(source));
    return { id, type, label, claims: claims.map((claim) => this.#cargoClaim(claim)), sources, schemata };
  }

  #cargoClaim({ kind: _kind, id: _id, subject: _subject, ...rest }: Claim): CargoClaim {
    if (!rest.locators) return rest;
    const { locators, ...plain } = rest;
    const cleared = locators.filter(({ document }) => document === undefined || this.#tells(document));
    return cleared.length > 0 ? { ...rest, locators: cleared } : plain;
  }

  /** All but what its edges say. A reference to what the case does not know is no edge. */
  #claimsOfNode(id: Id): readonly Claim[] {
    const { model } = this.#told.case;
    const { properties } = model.schema(this.#told.case.schemaOf(id)!);
    return this.#told.claimsOf(id).filter(({ property, value }) => {
      const known = properties.get(property);
      return known?.type !== 'entity' || known.stub || !this.#told.case.entity(value);
    });
  }

  /** Of a relation with several ties each carries its own ends, and all carry the rest. */
  #claimsOfEdge(tie: Tie): readonly Claim[] {
    const of = this.#told.case;
    if (!of.relation(tie.subject)) return tie.claims;
    const { edge } = of.model.schema(of.schemaOf(tie.subject)!);
    const ends = new Set(tie.claims);
    return this.#told
      .claimsOf(tie.subject)
      .filter(
        (claim) =>
          ends.has(claim) ||
          (claim.property !== edge?.source && claim.property !== edge?.target) ||
          !of.entity(claim.value),
      );
  }

  /** Those that claims name, and those that these are rewrites of. */
  #sourcesOf(claims: readonly Claim[]): readonly Source[] {
    const found = new Map<Id, Source>();
    const add = (id: Id): void => {
      const source = this.#told.case.source(id);
      if (!source || found.has(id) || !this.#tells(id)) return;
      found.set(id, source);
      source.derivedFrom?.forEach(add);
    };
    for (const { source, via = [], locators = [] } of claims) {
      for (const id of [source, ...via]) add(id);
      for (const { document } of locators) if (document !== undefined) add(document);
    }
    return [...found.values()].sort((a, b) => byCodePoint(a.id, b.id));
  }

  #tells(source: Id): boolean {
    return admits(this.#told.lens.sources, source);
  }

  #clearedSource(source: Source): Source {
    const { derivedFrom, independentOf, ...rest } = source;
    const tellable = (ids: readonly Id[] | undefined) => ids?.filter((id) => this.#tells(id)) ?? [];
    const [drawn, apart] = [tellable(derivedFrom), tellable(independentOf)];
    return {
      ...rest,
      ...(drawn.length > 0 && { derivedFrom: drawn }),
      ...(apart.length > 0 && { independentOf: apart }),
    };
  }

  #survey(): Survey {
    return (this.#surveyed ??= this.#surveyAll());
  }

  #surveyAll(): Survey {
    const of = this.#told.case;
    const wanted = (id: Id) => this.#out.only?.has(id) ?? true;
    const entities = new Set(Array.from(this.#told.entities(), ({ id }) => id).filter(wanted));
    const subjects = [...of.relations(), ...of.entities()];
    const ties = subjects
      .flatMap(({ id }) => this.#told.tiesOf(id))
      .filter((tie) => entities.has(tie.source) && entities.has(tie.target));
    const claims = new Map<Id, Claim>();
    for (const id of entities) for (const claim of this.#claimsOfNode(id)) claims.set(claim.id, claim);
    for (const tie of ties) for (const claim of this.#claimsOfEdge(tie)) claims.set(claim.id, claim);
    const untied = this.#out.only ? [] : this.#untied();
    for (const record of untied) if (record.kind === 'claim') claims.set(record.id, record);
    const relations = new Set(ties.map(({ subject }) => subject));
    const ids = { entities, relations, claims };
    const left = new Map<string, number>();
    const records = [of.header, ...untied, ...this.#ofTheCase(ids, left)];
    return { entities, ties, left, loads: loadsOf(records, left) };
  }

  /** Relations that the case knows no two ends of: they are no edges. */
  #untied(): CaseRecord[] {
    const of = this.#told.case;
    return [...of.relations()].flatMap((relation) => {
      const claims = this.#told.claimsOf(relation.id);
      if (claims.length === 0 || !admits(this.#told.lens.relationTypes, relation.schema)) return [];
      return tiesOf(of, relation.id, of.claims.claimsOf(relation.id)).length > 0 ? [] : [relation, ...claims];
    });
  }

  #ofTheCase(ids: Written, left: Map<string, number>): CaseRecord[] {
    const of = this.#told.case;
    // What a lead names is within its id, so it goes along only where nothing is kept back.
    const all = [...of.sources()].every(({ id }) => this.#tells(id));
    const judgements = [...of.judgements()].filter(
      (judgement) => isAbout(judgement, ids) || (all && judgement.about === 'lead'),
    );
    const leave = Array.from(of.judgements()).length - judgements.length;
    if (leave > 0) left.set('judgements of what is left out', leave);
    const views = [...of.views()].filter(({ id }) => id !== WORKING);
    const cited = new Set(this.#sourcesOf([...ids.claims.values()]).map(({ id }) => id));
    const further = [...of.sources()].filter(({ id }) => this.#tells(id) && !cited.has(id));
    return [
      ...judgements,
      ...views.map((view) => clearedView(view, ids, (id) => this.#tells(id))),
      ...further.map((source) => this.#clearedSource(source)),
    ];
  }
}

interface Written {
  readonly entities: ReadonlySet<Id>;
  readonly relations: ReadonlySet<Id>;
  readonly claims: ReadonlyMap<Id, Claim>;
}

interface Survey {
  readonly entities: ReadonlySet<Id>;
  readonly ties: readonly Tie[];
  /** What belongs to the case as a whole, by the node on which it rides. */
  readonly loads: readonly (readonly CaseRecord[])[];
  readonly left: ReadonlyMap<string, number>;
}

/** The item as it is where its claims are more than a value can hold. */
function loaded<T extends FlatNode | FlatEdge>(item: T, cargo: Cargo): T {
  const text = cargoText(cargo);
  return text.length > MOST ? item : { ...item, values: new Map([...item.values, [CARRIED.id, [text]]]) };
}

function loadsOf(records: readonly CaseRecord[], left: Map<string, number>): CaseRecord[][] {
  const loads: CaseRecord[][] = [[]];
  let size = 0;
  for (const record of records) {
    const own = JSON.stringify(record).length * 2;
    if (own > MOST / 2) {
      left.set(
        'records larger than one attribute holds',
        (left.get('records larger than one attribute holds') ?? 0) + 1,
      );
      continue;
    }
    if (size + own > LOAD && size > 0) {
      loads.push([]);
      size = 0;
    }
    loads.at(-1)!.push(record);
    size += own;
  }
  return loads;
}

function isAbout(judgement: Judgement, { entities, claims }: Written): boolean {
  if (judgement.about === 'identity') return judgement.entities.every((id) => entities.has(id));
  if (judgement.about === 'credibility') return claims.has(judgement.claim);
  if (judgement.about === 'lead') return false;
  const named = judgement.about === 'ruling' ? [...judgement.prefer, ...judgement.over] : judgement.claims;
  return named.every((id) => claims.has(id));
}

/** A view names entities, relations and sources; those that are not written it must not name. */
function clearedView(view: View, { entities, relations }: Written, tells: (source: Id) => boolean): View {
  const known = (ids: readonly Id[]) => ids.filter((id) => entities.has(id) || relations.has(id));
  const { hidden, only, pinned, focus, placements, lens } = view;
  const { sources, attributedTo } = lens ?? {};
  return {
    ...view,
    ...(hidden && { hidden: known(hidden) }),
    ...(only && { only: known(only) }),
    ...(pinned && { pinned: known(pinned) }),
    ...(focus && { focus: { ...focus, ids: known(focus.ids) } }),
    ...(placements && {
      placements: Object.fromEntries(Object.entries(placements).filter(([id]) => known([id]).length > 0)),
    }),
    ...(lens && {
      lens: {
        ...lens,
        ...(sources && { sources: { ...sources, ids: sources.ids.filter(tells) } }),
        ...(attributedTo && { attributedTo: { ...attributedTo, ids: known(attributedTo.ids) } }),
      },
    }),
  };
}
