// A path in words: for each step a sentence with its dates, sources and support.
import type { CaseUnderLens } from '../case/lens.ts';
import { commonest, nameOf } from '../case/names.ts';
import { STANCES, type Claim, type Id, type Stance } from '../case/records.ts';
import { sourceTitle } from '../case/saying.ts';
import { saySupport, tieSupport } from '../case/support.ts';
import type { Tie } from '../case/ties.ts';
import { list, saySpan, sayValue } from '../case/wording.ts';
import { sayPlainly, sayProperty, sayRelation, type Clause, type Noun } from './clauses.ts';
import type { CaseGraph } from './graph.ts';
import type { Path } from './paths.ts';
import type { Tense } from './verbs.ts';

export interface Sentence {
  /** The nodes the step leads between, in the order of the path. */
  readonly from: string;
  readonly to: string;
  /** In the direction of the tie, which may be against the path; without a full stop. */
  readonly text: string;
  /** "2014–2019"; of the event, where the tie itself has no date. Empty where nobody says. */
  readonly dates: string;
  /** Titles of the sources it rests on, those quoted inside others as "The post, in The article". */
  readonly sources: readonly string[];
  /** "two sources, independence unknown". */
  readonly support: string;
  /** The weakest of the tie's ends and of the role in the text. */
  readonly stance: Stance;
  readonly disputed: boolean;
  readonly edge: string;
  /** The claims that text and dates rest on: of the ends, of the role and of the dates they give. */
  readonly claims: readonly Claim[];
}

/** One sentence for each step of a path through `graph`, which is the projection of `seen`. */
export const sentencesOf = (seen: CaseUnderLens, graph: CaseGraph, path: Path): readonly Sentence[] =>
  path.edges.map((edge, i) => sentenceOf(seen, graph, edge, [path.nodes[i]!, path.nodes[i + 1]!]));

/** One edge as a sentence, by default in the edge's own direction. */
export function sentenceOf(
  seen: CaseUnderLens,
  graph: CaseGraph,
  edge: string,
  [from, to]: readonly [string, string] = graph.extremities(edge),
): Sentence {
  const { subject, claims, disputed, stance: ground } = graph.getEdgeAttributes(edge);
  const tie = seen.tiesOf(subject).find(({ id }) => id === edge);
  const role = tie && roleIn(seen, tie, claims, ground);
  const stance = role ? weaker(ground, role.stance) : ground;
  const carrying = claims.filter((claim) => (claim.stance === 'denied') === (stance === 'denied'));
  return {
    from,
    to,
    text: textOf(seen, graph, edge, tie, { stance, deniedBy: deniersOf(seen, carrying) }, role?.value),
    dates: datesOf(seen, graph, edge),
    sources: [...new Set(carrying.map((claim) => titleOf(seen, claim)))],
    support: saySupport(tieSupport(seen.case, tie?.claims ?? claims)),
    stance,
    disputed,
    edge,
    claims: [...(tie?.claims ?? claims), ...(tie ? detailsIn(seen, tie, role) : [])],
  };
}

/** The tie of an edge as if this were its role: "Ann is chairman of Acme". */
export const sayInRole = (
  seen: CaseUnderLens,
  graph: CaseGraph,
  edge: string,
  role: string,
  how: Pick<Clause, 'stance' | 'deniedBy'>,
): string =>
  textOf(
    seen,
    graph,
    edge,
    seen.tiesOf(graph.getEdgeAttribute(edge, 'subject')).find(({ id }) => id === edge),
    how,
    role,
  );

const weaker = (a: Stance, b: Stance): Stance => (STANCES.indexOf(a) > STANCES.indexOf(b) ? a : b);

/** The role most sources give it, and how firmly. A denied role counts only where the whole tie is denied. */
function roleIn(
  seen: CaseUnderLens,
  tie: Tie,
  claims: readonly Claim[],
  ground: Stance,
): { value: string; stance: Stance } | undefined {
  if (!seen.case.relation(tie.subject)) return undefined;
  for (const stance of STANCES) {
    if (stance === 'denied' && ground !== 'denied') return undefined;
    for (const property of ['role', 'relationship']) {
      const value = commonest(
        claims.filter((claim) => claim.property === property && claim.stance === stance),
      );
      if (value) return { value, stance };
    }
  }
  return undefined;
}

/** The claims of the role and of the tie's own dates, as far as the sentence says them. */
function detailsIn(seen: CaseUnderLens, { subject }: Tie, role?: { value: string; stance: Stance }): Claim[] {
  if (!seen.case.relation(subject)) return [];
  const claims = seen.claimsOf(subject);
  const said = datesSaid(claims);
  return claims.filter(
    ({ property, value, stance }) =>
      (['role', 'relationship'].includes(property) && value === role?.value) ||
      (stance !== 'denied' && said.get(property) === value),
  );
}

function textOf(
  seen: CaseUnderLens,
  graph: CaseGraph,
  edge: string,
  tie: Tie | undefined,
  how: Pick<Clause, 'stance' | 'deniedBy'>,
  role?: string,
): string {
  const { model } = seen.case;
  const [source, target] = graph.extremities(edge);
  const clause = {
    subject: nounOf(graph, source),
    object: nounOf(graph, target),
    tense: tenseOf(seen, graph, edge),
    ...how,
  };
  if (!tie) return sayPlainly(model, clause, graph.getEdgeAttribute(edge, 'label'));
  const isRelation = seen.case.relation(tie.subject) !== undefined;
  return isRelation
    ? sayRelation(model, model.schema(tie.type), clause, role)
    : sayProperty(model, tie.verb, clause);
}

function nounOf(graph: CaseGraph, node: string): Noun {
  const { kind, label, schema } = graph.getNodeAttributes(node);
  return kind === 'entity' ? { label, schema } : { label };
}

const OVER = new Set(['former', 'past', 'ended', 'inactive']);
const GOING_ON = new Set(['current', 'active']);

/** Past, where a source says that it ended, when it ended or when it happened, and of a part in an event. */
function tenseOf(seen: CaseUnderLens, graph: CaseGraph, edge: string): Tense {
  const { subject, claims } = graph.getEdgeAttributes(edge);
  const said = claims.filter(({ stance }) => stance !== 'denied');
  const isStatus = ({ property }: Claim) => property === 'tenure' || property === 'status';
  const goesOn = said.some((claim) => isStatus(claim) && GOING_ON.has(claim.value));
  if (said.some((claim) => isStatus(claim) && OVER.has(claim.value))) return goesOn ? 'either' : 'past';
  if (goesOn) return 'present';
  const ended =
    seen.case.relation(subject) && said.some(({ property }) => property === 'endDate' || property === 'date');
  return ended || eventOf(seen, graph, edge) !== undefined ? 'past' : 'present';
}

/** The event that the tie is a part of: that has this property, or in which this party has a role. */
function eventOf(seen: CaseUnderLens, graph: CaseGraph, edge: string): Id | undefined {
  const { subject, type } = graph.getEdgeAttributes(edge);
  const isA = (id: Id, ancestor: string) => seen.case.model.isA(seen.case.schemaOf(id) ?? 'Thing', ancestor);
  if (!seen.case.relation(subject)) return isA(subject, 'Event') ? subject : undefined;
  const [party, event] = graph.extremities(edge);
  return type !== 'UnknownLink' && isA(party, 'LegalEntity') && isA(event, 'Event') ? event : undefined;
}

function datesOf(seen: CaseUnderLens, graph: CaseGraph, edge: string): string {
  const { subject } = graph.getEdgeAttributes(edge);
  const own = seen.case.relation(subject) ? sayDates(seen.claimsOf(subject)) : '';
  const event = own ? undefined : eventOf(seen, graph, edge);
  return event === undefined ? own : sayDates(seen.claimsOf(event));
}

/** When it was, as most sources have it: "2014–2019"; empty where nobody says. Denied dates say nothing. */
export function sayDates(claims: readonly Claim[]): string {
  const said = datesSaid(claims);
  const date = said.get('date');
  return date === undefined ? saySpan(said.get('startDate'), said.get('endDate')) : sayValue('date', date);
}

/** The dates that are said, by property: a date, or else a start and an end. */
function datesSaid(claims: readonly Claim[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const property of ['date', 'startDate', 'endDate']) {
    const value = commonest(
      claims.filter((claim) => claim.property === property && claim.stance !== 'denied'),
    );
    if (value !== undefined) said.set(property, value);
    if (property === 'date' && value !== undefined) break;
  }
  return said;
}

/** Who denies it, in words: whom the source credits, else what it quotes, else itself. */
export function deniersOf(seen: CaseUnderLens, claims: readonly Claim[]): string {
  const who = claims.map(({ attributedTo = [], via = [], source }) =>
    attributedTo.length > 0
      ? nameOf(seen, attributedTo[0]!)
      : `“${sourceTitle(seen.case, via.at(-1) ?? source)}”`,
  );
  return list([...new Set(who)]);
}

const titleOf = (seen: CaseUnderLens, { source, via = [] }: Claim): string =>
  [source, ...via]
    .reverse()
    .map((id) => sourceTitle(seen.case, id))
    .join(', in ');
