// What any file of nodes and edges leaves behind, in words and counts.
import type { CaseUnderLens } from '../case/lens.ts';
import { WORKING, type Claim, type Id, type Source } from '../case/records.ts';
import { stanceOf } from '../case/support.ts';
import type { Values } from '../plugin/settings.ts';
import { Carrying } from './carrying.ts';
import { flatten } from './flat.ts';
import type { Loss, Outgoing } from './format.ts';
import { grouped } from './order.ts';
import { toldOf } from './told.ts';

/** What a format has a place for. */
export interface Carries {
  /** Where each node lies. */
  readonly positions?: boolean;
  /** Direction of each edge by itself. */
  readonly mixed?: boolean;
  /** Several values of one attribute as a list. */
  readonly lists?: boolean;
  /** Which source says what, in which language and spelling. */
  readonly claims?: boolean;
  /** The claims whose time is kept. */
  readonly held?: ReadonlySet<Id>;
  /** All that a claim and its source hold. */
  readonly evidence?: boolean;
  /** Types of the case's own are dealt with by the format itself. */
  readonly ownTypes?: boolean;
  /** Nodes and edges have a label and nothing else. */
  readonly labelsOnly?: boolean;
}

/** What becomes of the unsure where a format has no word for it. */
export const ALLEGED = 'values and ties that are only alleged, marked “(alleged)”';

/** The loss of every format that knows nothing but labels. */
export const LABELS_ONLY = 'claims, of which only labels and ties are kept';

/**
 * What a graph format that `carries` so much leaves behind, for the account before saving, with what is the format's
 * `own` affair. Where the lossless carrier goes along, only what that leaves behind. Empty: nothing.
 */
export function graphLosses(
  out: Outgoing,
  settings: Values,
  carries: Carries,
  own: () => readonly Loss[] = () => [],
): readonly Loss[] {
  const { told, all } = toldOf(out, settings);
  const shown = new Shown(told, out.only);
  if (settings.carrier === true)
    return [
      ...claimsLeftOut(out, told, all),
      { what: 'entity references to what is not shown', count: shown.dangling - shown.unknown },
      { what: 'positions', count: carries.positions ? 0 : placedOf(out, shown) },
      ...carriedLosses(out, settings, told),
    ].filter(({ count }) => count > 0);
  if (carries.labelsOnly) return labelLosses(out, settings, carries, shown);
  return [
    ...claimsLeftOut(out, told, all),
    { what: ALLEGED, count: shown.alleged },
    { what: 'entity references to what is not shown', count: shown.dangling },
    ...structureLost(out, settings, carries, shown),
    ...evidenceLost(told, carries, shown.claims),
    ...caseLost(told, carries, shown),
    ...own(),
  ].filter(({ count }) => count > 0);
}

function carriedLosses(out: Outgoing, settings: Values, told: CaseUnderLens): readonly Loss[] {
  const { nodes, edges } = flatten(out, settings);
  return new Carrying(out, told).losses(nodes, edges);
}

function labelLosses(out: Outgoing, settings: Values, carries: Carries, shown: Shown): readonly Loss[] {
  const { told, all } = toldOf(out, settings);
  return [
    ...claimsLeftOut(out, told, all),
    ...structureLost(out, settings, { ...carries, lists: true }, shown),
    { what: LABELS_ONLY, count: shown.claims.length },
    ...caseLost(told, { ...carries, ownTypes: true }, shown),
  ].filter(({ count }) => count > 0);
}

/** What lies behind the nodes and edges that are written. */
class Shown {
  readonly entities = new Set<Id>();
  readonly relations = new Set<Id>();
  readonly claims: Claim[] = [];
  readonly types = new Set<string>();
  undirected = 0;
  alleged = 0;
  /** References to what is not written, and those of them that the case does not know either. */
  dangling = 0;
  unknown = 0;
  lists = 0;

  constructor(told: CaseUnderLens, only?: ReadonlySet<Id>) {
    for (const { id } of told.entities()) if (only?.has(id) ?? true) this.entities.add(id);
    for (const { id } of told.relations()) this.#relation(told, id);
    for (const id of [...this.entities, ...this.relations]) this.#claims(told, id);
  }

  #relation(told: CaseUnderLens, id: Id): void {
    const ties = told
      .tiesOf(id)
      .filter((tie) => this.entities.has(tie.source) && this.entities.has(tie.target));
    if (ties.length > 0) this.relations.add(id);
    this.undirected += ties.filter((tie) => !tie.directed).length;
  }

  #references(ids: readonly Id[], told: CaseUnderLens): void {
    const dangling = ids.filter((id) => !this.entities.has(id));
    this.dangling += dangling.length;
    this.unknown += dangling.filter((id) => !told.case.entity(id)).length;
  }

  #claims(told: CaseUnderLens, subject: Id): void {
    const schema = told.case.schemaOf(subject)!;
    this.types.add(schema);
    const claims = told.claimsOf(subject);
    for (const claim of claims) this.claims.push(claim);
    for (const [name, said] of grouped(claims, (claim) => claim.property)) {
      const values = grouped(said, (claim) => claim.value);
      this.alleged += [...values.values()].filter((group) => stanceOf(group) === 'alleged').length;
      if (told.case.model.property(schema, name)?.type !== 'entity') this.lists += values.size > 1 ? 1 : 0;
      else this.#references([...values.keys()], told);
    }
  }
}

function claimsLeftOut(out: Outgoing, told: CaseUnderLens, all: CaseUnderLens): Loss[] {
  let [confidential, denied] = [0, 0];
  for (const claim of out.seen.case.claims) {
    if (!out.seen.passes(claim)) continue;
    if (!all.passes(claim)) confidential++;
    else if (!told.passes(claim)) denied++;
  }
  const untied = denied > 0 ? ties(all) - ties(told) : 0;
  return [
    { what: 'claims that rest on confidential sources, left out', count: confidential },
    { what: 'denied claims, left out', count: denied },
    { what: 'ties that rest only on denied claims, left out', count: untied },
  ];
}

function ties(seen: CaseUnderLens): number {
  let count = 0;
  for (const { id } of seen.case.relations()) count += seen.tiesOf(id).length;
  for (const { id } of seen.case.entities()) count += seen.tiesOf(id).length;
  return count;
}

const placedOf = (out: Outgoing, shown: Shown): number =>
  [...out.placements.keys()].filter((id) => shown.entities.has(id)).length;

function structureLost(out: Outgoing, settings: Values, carries: Carries, shown: Shown): Loss[] {
  const keepsDirection = carries.mixed === true && settings.directed !== true;
  return [
    { what: 'positions', count: carries.positions ? 0 : placedOf(out, shown) },
    { what: 'ties without direction, written as directed', count: keepsDirection ? 0 : shown.undirected },
    { what: 'lists of values, each written as one text', count: carries.lists ? 0 : shown.lists },
  ];
}

/** A node or an edge names its sources; which of them says which value, and how, has no place. */
function evidenceLost(told: CaseUnderLens, carries: Carries, claims: readonly Claim[]): Loss[] {
  if (carries.evidence) return [];
  const unlessKept = (losses: readonly Loss[]) => (carries.claims ? [] : losses);
  const count = (has: (claim: Claim) => unknown) => claims.filter((claim) => Boolean(has(claim))).length;
  return [
    ...unlessKept([
      { what: 'claims, which become values: which source says which is not kept', count: claims.length },
    ]),
    { what: 'claims with whom their source credits', count: count((claim) => claim.attributedTo?.length) },
    { what: 'claims with the sources quoted inside a source', count: count((claim) => claim.via?.length) },
    { what: 'claims with when they held', count: count(({ id, held }) => held && !carries.held?.has(id)) },
    ...unlessKept([
      { what: 'claims with the language of their value', count: count((claim) => claim.language) },
      { what: 'claims with the spelling of their source', count: count((claim) => claim.original) },
    ]),
    { what: 'claims with their place in the source', count: count((claim) => claim.locators?.length) },
    { what: 'claims with notes', count: count((claim) => claim.notes) },
    carries.claims
      ? { what: 'sources with more than an id', count: describedSources(told, claims, saysMoreThanId) }
      : { what: 'sources with more than a title', count: describedSources(told, claims) },
  ];
}

function describedSources(
  told: CaseUnderLens,
  claims: readonly Claim[],
  says = (source: Source) => Object.keys(source).length > 3,
): number {
  const used = Array.from(new Set(claims.map((claim) => claim.source)), (id) => told.case.source(id));
  return used.filter((source) => source !== undefined && says(source)).length;
}

const saysMoreThanId = ({ kind: _kind, id, title, form: _form, ...rest }: Source): boolean =>
  title !== id || Object.keys(rest).length > 0;

function caseLost(told: CaseUnderLens, carries: Carries, shown: Shown): Loss[] {
  const own = carries.ownTypes
    ? 0
    : [...shown.types].filter((type) => told.case.model.schema(type).own).length;
  return [
    { what: 'types of the case’s own, whose name is kept but not what they specialise', count: own },
    { what: 'judgements', count: Array.from(told.case.judgements()).length },
    {
      what: 'saved views',
      count: Array.from(told.case.views()).filter((view) => view.id !== WORKING).length,
    },
  ];
}
