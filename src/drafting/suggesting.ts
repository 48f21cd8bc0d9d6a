// Members, ties, roles and facts → suggestions: plain data, each with its places in the text.
import type { Member } from './cast.ts';
import type { Clause } from './clauses.ts';
import { creditIn, stanceIn } from './credit.ts';
import type { Fact } from './facts.ts';
import { textOf, type Span } from './spans.ts';
import type { Placing } from './placing.ts';
import type {
  EntitySuggestion,
  FactSuggestion,
  RelationSuggestion,
  RoleSuggestion,
  Suggestion,
} from './suggestion.ts';
import type { Held, Tie } from './ties.ts';
import type { Words } from './tokens.ts';

/** Places that one suggestion keeps. */
const MOST_PLACES = 40;

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

export const inOrder = (all: readonly Suggestion[]): Suggestion[] =>
  [...all].sort(
    (a, b) =>
      a.places[0]!.start - b.places[0]!.start || RANK[a.kind] - RANK[b.kind] || (a.key < b.key ? -1 : 1),
  );

export function entityOf(member: Member, words: Words, placing: Placing): EntitySuggestion {
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

export interface Merged extends Tie {
  readonly spans: Span[];
}

/** Ties of the same two in the same way are one, with every place; the surest words stand. */
export function oneOfEach(ties: readonly Tie[]): Merged[] {
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

export function relationOf(tie: Merged, words: Words, placing: Placing): RelationSuggestion {
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

export function roleOf({ of, role, mention, clause }: Held, words: Words, placing: Placing): RoleSuggestion {
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

export function factOf(
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
