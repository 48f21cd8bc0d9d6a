// From a text to suggestions: words → names → who is meant → ties between them → plain data.
//
//   text ─ wordsOf ─▶ words ─ namesIn ─▶ names ─ groupsOf ─▶ groups ─ castOf ─▶ cast ─ clausesOf ─▶ clauses
//                                                                                        └─ tiesIn, mattersIn, factsIn
import { castOf, type Member } from './cast.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { factsIn, type Fact } from './facts.ts';
import { groupsOf } from './grouping.ts';
import { language } from './language.ts';
import { mattersIn } from './matters.ts';
import { namesIn, textOf, type Span } from './names.ts';
import { publishedOn } from './relativeDates.ts';
import { Placing } from './placing.ts';
import { rolesHeld } from './rolesHeld.ts';
import type {
  Draft,
  EntitySuggestion,
  FactSuggestion,
  RelationSuggestion,
  RoleSuggestion,
  Suggestion,
} from './suggestion.ts';
import { creditIn, stanceIn } from './credit.ts';
import { tiesIn, type Held, type Tie } from './ties.ts';
import { wordsOf, type Words } from './tokens.ts';

/** Longer texts are drafted as far as this, in UTF-16 units: a book is no report, and patterns must end. */
export const LONGEST_TEXT = 200_000;
/** Places that one suggestion keeps. */
const MOST_PLACES = 40;

interface Watched {
  cancelled?(): boolean;
  progress?(done: number): void;
}

/**
 * The suggestions for a text, in its order. The same text always gives the same. Throws nothing, whatever the text.
 * `published`, the date its source bears (EDTF), lets "on Tuesday" be a day.
 */
export async function draft(text: string, job: Watched = {}, published?: string): Promise<Draft> {
  const known = await language();
  const read = text.slice(0, LONGEST_TEXT);
  job.progress?.(0.1);
  const words = wordsOf(read, known);
  const groups = groupsOf(words, namesIn(words, known), known);
  if (job.cancelled?.()) return { suggestions: [] };
  job.progress?.(0.5);
  const cast = castOf(words, groups, known);
  const clauses = clausesOf(words, cast, known);
  const { matters, ties: legal } = mattersIn(words, clauses);
  const ties = oneOfEach([...tiesIn(clauses), ...legal]);
  job.progress?.(0.8);
  const placing = new Placing(text);
  const suggestions: Suggestion[] = [
    ...[...cast, ...matters].map((member) => entityOf(member, words, placing)),
    ...ties.map((tie) => relationOf(tie, words, placing)),
    ...rolesHeld(words, cast, clauses, ties).map((held) => roleOf(held, words, placing)),
    ...factsIn(read, publishedOn(published)).map((fact) => factOf(fact, words, clauses, placing, published)),
  ];
  return { suggestions: inOrder(suggestions) };
}

const RANK: Readonly<Record<Suggestion['kind'], number>> = {
  person: 0,
  organization: 0,
  place: 0,
  event: 1,
  role: 2,
  relation: 3,
  date: 4,
  money: 4,
  duration: 4,
};

const inOrder = (all: readonly Suggestion[]): Suggestion[] =>
  [...all].sort(
    (a, b) =>
      a.places[0]!.start - b.places[0]!.start || RANK[a.kind] - RANK[b.kind] || (a.key < b.key ? -1 : 1),
  );

function entityOf(member: Member, words: Words, placing: Placing): EntitySuggestion {
  const { key, kind, schema, name, aliases, named, spans, sureness, reason } = member;
  const spansInOrder = [...spans].sort((a, b) => a.from - b.from).slice(0, MOST_PLACES);
  return {
    key,
    kind,
    schema,
    name,
    aliases,
    named,
    sureness,
    reason,
    places: spansInOrder.map((span) => placing.ofTokens(words, span)),
  };
}

interface Merged extends Tie {
  readonly spans: Span[];
}

/** Ties of the same two in the same way are one, with every place; the surest words stand. */
function oneOfEach(ties: readonly Tie[]): Merged[] {
  const found = new Map<string, Merged>();
  for (const tie of ties) {
    const key =
      [tie.from.key, tie.to.key].sort().join('|') +
      (tie.schema === 'UnknownLink' ? tie.role : '') +
      tie.stance;
    const span = spanOf(tie);
    const standing = found.get(key);
    if (!standing) found.set(key, { ...tie, spans: [span] });
    else standing.spans.push(span);
  }
  return [...found.values()];
}

/** From one end to the other, with the words between. */
const spanOf = ({ ends: [a, b] }: Tie): Span => ({
  from: Math.min(a.span.from, b.span.from),
  to: Math.max(a.span.to, b.span.to),
});

function relationOf(tie: Merged, words: Words, placing: Placing): RelationSuggestion {
  const { from, to, schema, role, stance, attributedTo, startDate, endDate, sureness, reason } = tie;
  return {
    kind: 'relation',
    key: `relation:${from.key}|${schema}|${role}|${to.key}|${stance}`,
    from: from.key,
    to: to.key,
    schema,
    role,
    stance,
    sureness,
    reason,
    places: tie.spans.slice(0, MOST_PLACES).map((span) => placing.ofTokens(words, span)),
    ...(attributedTo && { attributedTo: attributedTo.key }),
    ...(startDate && { startDate }),
    ...(endDate && { endDate }),
  };
}

function roleOf({ of, role, mention, clause }: Held, words: Words, placing: Placing): RoleSuggestion {
  const credited = creditIn(clause);
  return {
    kind: 'role',
    key: `role:${of.key}|${role}`,
    of: of.key,
    role,
    stance: 'affirmed',
    sureness: 0.7,
    reason: 'a title with the name',
    places: [placing.ofTokens(words, mention.span)],
    ...(credited && credited !== of && { attributedTo: credited.key }),
  };
}

const REASONS = { date: 'a date', money: 'an amount of money', duration: 'a length of time' } as const;

function factOf(
  { kind, value, start, end, leans }: Fact,
  words: Words,
  clauses: readonly Clause[],
  placing: Placing,
  published: string | undefined,
): FactSuggestion {
  const clause = clauses.find(({ sentence }) => words.tokens[sentence.to - 1]!.end >= start);
  const involved = clause
    ? new Set(clause.mentions.filter(({ member }) => member.kind !== 'place').map(({ member }) => member.key))
    : [];
  const credited = clause && creditIn(clause);
  const happening = clause ? textOf(words, clause.sentence) : words.text.slice(start, end);
  return {
    kind,
    key: `${kind}:${start}`,
    value,
    happening,
    involved: [...involved],
    stance: clause ? stanceIn(clause) : 'affirmed',
    sureness: 0.85,
    reason: leans ? `from “${words.text.slice(start, end)}” in a text of ${published}` : REASONS[kind],
    places: [placing.of(start, end)],
    ...(credited && { attributedTo: credited.key }),
  };
}
