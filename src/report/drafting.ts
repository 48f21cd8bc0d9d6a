// The case under a lens → sentences, not yet numbered, each with all the claims that it rests on.
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, titleOf } from '../case/names.ts';
import type { Claim, Id, Stance } from '../case/records.ts';
import { isContested, stanceOf, tieSupport } from '../case/support.ts';
import { sayValue } from '../case/wording.ts';
import { sayMention, sayName, sayOwn, type Clause } from '../graph/clauses.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { deniersOf, sayInRole, sentenceOf, type Sentence } from '../graph/sentences.ts';
import { namesIn } from './evidence.ts';
import type { Section, Standing } from './report.ts';
import { sayStanding, standingOf, valueSupport } from './standing.ts';

export interface Draft {
  readonly section: Omit<Section, 'statements'>;
  readonly subject: Id;
  /** The node or edge of the graph that it is about. */
  readonly mark?: Id;
  readonly text: string;
  readonly stance: Stance;
  readonly contested: boolean;
  readonly support: string;
  readonly standing: Standing;
  readonly voices: number;
  readonly claims: readonly Claim[];
}

const LOOSE: Draft['section'] = { name: 'Ties of which an end is not shown', type: '' };

/** Every sentence; each claim that is looked at is behind at least one. Of what is told most comes first. */
export function draftsOf(seen: CaseUnderLens, graph: CaseGraph): readonly Draft[] {
  const drafter = new Drafter(seen, graph);
  const shown = Array.from(seen.case.entities()).filter(({ id }) => graph.hasNode(id));
  const sections = shown.map(({ id }) => [...drafter.section(id)]);
  const loose = Array.from(seen.case.relations()).filter(
    ({ id }) => seen.tells(id) && seen.tiesOf(id).length === 0,
  );
  return [
    ...sections.sort((a, b) => b.length - a.length || byName(a, b)).flat(),
    ...loose.flatMap(({ id }) => [...drafter.values(LOOSE, id)]),
  ];
}

const byName = ([a]: readonly Draft[], [b]: readonly Draft[]): number =>
  !a || !b || a.section.name === b.section.name ? 0 : a.section.name < b.section.name ? -1 : 1;

class Drafter {
  readonly #seen: CaseUnderLens;
  readonly #graph: CaseGraph;
  /** By edge. */
  readonly #sentences: ReadonlyMap<Id, Sentence>;
  /** Claims that the sentence of some tie says. */
  readonly #told: ReadonlySet<Id>;
  /** Relations whose own values are drafted. */
  readonly #done = new Set<Id>();

  constructor(seen: CaseUnderLens, graph: CaseGraph) {
    this.#seen = seen;
    this.#graph = graph;
    this.#sentences = new Map(graph.edges().map((edge) => [edge, sentenceOf(seen, graph, edge)]));
    this.#told = new Set([...this.#sentences.values()].flatMap(({ claims }) => claims.map(({ id }) => id)));
  }

  *section(entity: Id): Generator<Draft> {
    const name = nameOf(this.#seen, entity);
    const { schema } = this.#seen.case.entity(entity)!;
    // What nobody gave a type is a thing, which says nothing.
    const type = schema === 'Thing' ? '' : this.#seen.case.model.schema(schema).label;
    const section = { entity, name, type };
    yield* this.values(section, entity, entity);
    for (const edge of this.#graph.outEdges(entity).concat(this.#undirectedFrom(entity)))
      yield* this.#tie(section, this.#sentences.get(edge)!);
  }

  /** What is said of a subject beside its ties, one sentence a value. */
  *values(section: Draft['section'], subject: Id, mark?: Id): Generator<Draft> {
    const groups = new Map<string, Claim[]>();
    for (const claim of this.#seen.claimsOf(subject)) {
      if (this.#told.has(claim.id)) continue;
      const key = JSON.stringify([claim.property, claim.value]);
      groups.set(key, [...(groups.get(key) ?? []), claim]);
    }
    for (const claims of groups.values()) {
      const stance = stanceOf(claims);
      const support = valueSupport(this.#seen.case, claims, stance);
      yield {
        ...{ section, subject, mark, stance, claims, text: this.#valueText(claims, mark) },
        ...{ support: sayStanding(support, stance, claims), standing: standingOf(support) },
        ...{ voices: support.voices, contested: isContested(claims) },
      };
    }
  }

  /** The tie, and after the first tie of a relation what else is said of that. */
  *#tie(section: Draft['section'], { edge, claims, text, dates, stance }: Sentence): Generator<Draft> {
    const { subject, disputed } = this.#graph.getEdgeAttributes(edge);
    const tie = this.#seen.tiesOf(subject).find(({ id }) => id === edge);
    const ends = tie?.claims ?? claims;
    const support = tieSupport(this.#seen.case, ends);
    yield {
      ...{ section, subject, mark: edge, stance, claims, text: dates ? `${text} (${dates})` : text },
      ...{ support: sayStanding(support, stance, ends), standing: standingOf(support) },
      ...{ voices: support.voices, contested: disputed },
    };
    if (this.#seen.case.relation(subject) === undefined || this.#done.has(subject)) return;
    this.#done.add(subject);
    yield* this.values(section, subject, edge);
  }

  /** Undirected ones once: from the end that they are kept under. */
  #undirectedFrom(entity: Id): string[] {
    return this.#graph.undirectedEdges(entity).filter((edge) => this.#graph.source(edge) === entity);
  }

  /** A role beside the one that the tie's own sentence has is told in the same words. */
  #roleText(claims: readonly Claim[], edge: Id): string | undefined {
    const [{ subject, property, value }] = claims as [Claim];
    const isRole = property === 'role' || property === 'relationship';
    if (!isRole || this.#seen.tiesOf(subject).length !== 1) return undefined;
    const stance = stanceOf(claims);
    const deniedBy = deniersOf(
      this.#seen,
      claims.filter((one) => one.stance === stance),
    );
    return sayInRole(this.#seen, this.#graph, edge, value, { stance, deniedBy });
  }

  #valueText(claims: readonly Claim[], mark?: Id): string {
    const [{ subject, property, value }] = claims as [Claim];
    const inRole = mark !== undefined && this.#graph.hasEdge(mark) ? this.#roleText(claims, mark) : undefined;
    if (inRole !== undefined) return inRole;
    const { model } = this.#seen.case;
    const schema = this.#seen.case.schemaOf(subject) ?? 'Thing';
    const known = model.property(schema, property);
    const isRelation = this.#seen.case.relation(subject) !== undefined;
    const title = titleOf(this.#seen, subject);
    const stance = stanceOf(claims);
    const says = sayValue(known?.type ?? 'string', value, namesIn(this.#seen))
      .replace(/\s+/g, ' ')
      .trim();
    const sayers = claims.filter((one) => one.stance === stance);
    const clause: Clause = {
      subject: isRelation ? { label: `“${title}”` } : { label: title, schema },
      object: { label: known?.type === 'name' ? `“${says}”` : says },
      ...{ tense: 'present', stance, deniedBy: deniersOf(this.#seen, sayers) },
    };
    if (property === 'id') return sayMention(model, clause);
    if (known?.type === 'name') return sayName(model, clause);
    return sayOwn(model, inLowerCase(known?.label ?? property), clause);
  }
}

/** "Birth date" in the middle of a sentence; "URL" as it is. */
const inLowerCase = (label: string): string =>
  label.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
