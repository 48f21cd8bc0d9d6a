// The case under a lens → a report. Each claim becomes evidence of the sentence that says what it says.
import type { Dispute, Side } from '../case/dispute.ts';
import { sayDate } from '../case/dates.ts';
import { CaseUnderLens, withoutConfidential } from '../case/lens.ts';
import { nameOf, titleOf } from '../case/names.ts';
import type { Claim, Id } from '../case/records.ts';
import { isContested, saySupport, stanceOf, supportOf, tieSupport } from '../case/support.ts';
import { sayValue } from '../case/wording.ts';
import { sayMention, sayName, sayOwn, type Clause } from '../graph/clauses.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { project } from '../graph/project.ts';
import { deniersOf, sentenceOf } from '../graph/sentences.ts';
import { Citing, namesIn } from './evidence.ts';
import type { Report, ReportedDispute, Section, Statement } from './report.ts';

/**
 * The report of what passes the lens. Nothing of confidential sources is in it; what is denied is, since each sentence
 * says who denies it.
 */
export function reportOf(under: CaseUnderLens): Report {
  const seen = new CaseUnderLens(under.case, withoutConfidential(under.lens, under.case.sources()));
  const reporter = new Reporter(seen);
  const sections = reporter.sections();
  const open = new CaseUnderLens(under.case, withoutConfidential({}, under.case.sources()));
  let [shown, all] = [0, 0];
  for (const claim of under.case.claims) {
    if (seen.passes(claim)) shown++;
    if (open.passes(claim)) all++;
  }
  return {
    title: under.case.header.name,
    description: under.case.header.description ?? '',
    claims: { shown, all },
    sections,
    disputes: Array.from(seen.disputes(), (dispute) => reporter.dispute(dispute)),
    sources: reporter.sources(),
  };
}

class Reporter {
  readonly #seen: CaseUnderLens;
  readonly #graph: CaseGraph;
  readonly #citing: Citing;
  /** The number of the statement that each claim is evidence of. */
  readonly #numbers = new Map<Id, number>();
  readonly #disputed = new Set<Id>();
  #last = 0;

  constructor(seen: CaseUnderLens) {
    this.#seen = seen;
    this.#graph = project(seen);
    this.#citing = new Citing(seen);
    for (const { sides } of seen.disputes())
      for (const { claims } of sides) for (const { id } of claims) this.#disputed.add(id);
  }

  sections(): readonly Section[] {
    return Array.from(this.#seen.case.entities())
      .filter(({ id }) => this.#graph.hasNode(id))
      .map(({ id, schema }) => ({
        entity: id,
        name: nameOf(this.#seen, id),
        type: this.#seen.case.model.schema(schema).label,
        statements: [...this.#statementsOf(id)],
      }))
      .filter(({ statements }) => statements.length > 0);
  }

  sources() {
    return this.#citing.sources();
  }

  dispute({ subjects, title, severity, why, sides, ruling }: Dispute): ReportedDispute {
    const preferred = new Set(ruling?.prefer);
    return {
      ...{ title, severity, why },
      about: subjects.map((subject) => titleOf(this.#seen, subject)),
      sides: sides.map((side) => ({
        says: this.#sideSays(side),
        statements: this.#numbersOf(side.claims),
        preferred: side.claims.some(({ id }) => preferred.has(id)),
      })),
      ...(ruling && {
        ruling: {
          reason: ruling.reason,
          by: ruling.by,
          ...(ruling.date !== undefined && { date: sayDate(ruling.date) }),
        },
      }),
    };
  }

  #sideSays({ value, stance, claims: [claim] }: Side): string {
    const type = claim && this.#typeOf(claim);
    const says = claim?.value === value ? sayValue(type ?? 'string', value, namesIn(this.#seen)) : value;
    return stance === undefined ? says : `${says}, ${stance}`;
  }

  #numbersOf(claims: readonly Claim[]): readonly number[] {
    const numbers = claims.flatMap(({ id }) => this.#numbers.get(id) ?? []);
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  *#statementsOf(entity: Id): Generator<Statement> {
    const ties = this.#graph.outEdges(entity).concat(this.#undirectedFrom(entity));
    const told = new Set<Id>();
    const sentences = ties.map((edge) => sentenceOf(this.#seen, this.#graph, edge));
    for (const { claims } of sentences) for (const { id } of claims) told.add(id);
    yield* this.#values(entity, told);
    const relations = new Set<Id>();
    for (const { edge, claims, text, dates, stance } of sentences) {
      const subject = this.#graph.getEdgeAttribute(edge, 'subject');
      if (this.#seen.case.relation(subject)) relations.add(subject);
      const contested = this.#graph.getEdgeAttribute(edge, 'disputed');
      const said = dates ? `${text} (${dates})` : text;
      const ends = this.#seen.tiesOf(subject).find(({ id }) => id === edge)?.claims ?? claims;
      const support = tieSupport(this.#seen.case, ends);
      yield this.#statement({ subject, edge, text: said, stance }, claims, support, contested);
    }
    for (const relation of relations) yield* this.#values(relation, told);
  }

  /** Undirected ones once: from the end that they are kept under. */
  #undirectedFrom(entity: Id): string[] {
    return this.#graph.undirectedEdges(entity).filter((edge) => this.#graph.source(edge) === entity);
  }

  /** What is said of a subject beside its ties. Of a relation with several ties, each is told with the first alone. */
  *#values(subject: Id, told: Set<Id>): Generator<Statement> {
    const groups = new Map<string, Claim[]>();
    for (const claim of this.#seen.claimsOf(subject)) {
      if (told.has(claim.id) || this.#numbers.has(claim.id)) continue;
      const key = JSON.stringify([claim.property, claim.value]);
      groups.set(key, [...(groups.get(key) ?? []), claim]);
    }
    for (const claims of groups.values()) {
      const text = this.#valueText(claims);
      const stance = stanceOf(claims);
      yield this.#statement({ subject, text, stance }, claims, supportOf(this.#seen.case, claims));
    }
  }

  #statement(
    said: Pick<Statement, 'subject' | 'edge' | 'text' | 'stance'>,
    claims: readonly Claim[],
    support: ReturnType<typeof supportOf>,
    disputed = false,
  ): Statement {
    const number = ++this.#last;
    for (const { id } of claims) if (!this.#numbers.has(id)) this.#numbers.set(id, number);
    return {
      number,
      ...said,
      disputed: disputed || isContested(claims) || claims.some(({ id }) => this.#disputed.has(id)),
      support: saySupport(support),
      voices: support.voices,
      evidence: claims.map((claim) => this.#citing.evidenceOf(claim)),
    };
  }

  #valueText(claims: readonly Claim[]): string {
    const [{ subject, property, value }] = claims as [Claim];
    const { model } = this.#seen.case;
    const schema = this.#seen.case.schemaOf(subject) ?? 'Thing';
    const known = model.property(schema, property);
    const isRelation = this.#seen.case.relation(subject) !== undefined;
    const title = titleOf(this.#seen, subject);
    const stance = stanceOf(claims);
    const says = sayValue(known?.type ?? 'string', value, namesIn(this.#seen))
      .replace(/\s+/g, ' ')
      .trim();
    const clause: Clause = {
      subject: isRelation ? { label: `“${title}”` } : { label: title, schema },
      object: { label: known?.type === 'name' ? `“${says}”` : says },
      ...{
        tense: 'present',
        stance,
        deniedBy: deniersOf(
          this.#seen,
          claims.filter((one) => one.stance === stance),
        ),
      },
    };
    if (property === 'id') return sayMention(model, clause);
    if (known?.type === 'name') return sayName(model, clause);
    return sayOwn(model, inLowerCase(known?.label ?? property), clause);
  }

  #typeOf({ subject, property }: Claim): string | undefined {
    return this.#seen.case.model.property(this.#seen.case.schemaOf(subject) ?? 'Thing', property)?.type;
  }
}

/** "Birth date" in the middle of a sentence; "URL" as it is. */
const inLowerCase = (label: string): string =>
  label.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
