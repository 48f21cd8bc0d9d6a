// Ties between those a text speaks of: roles held and deeds done, sentence by sentence, each with its words, stance and dates.
import type { Stance } from '../case/records.ts';
import type { Member } from './cast.ts';
import type { Clause, Mention } from './clauses.ts';
import { creditIn, stanceOf, whenIn } from './credit.ts';
import { behalfIn, deedsIn, type Deed } from './deeds.ts';
import { itemsOf } from './items.ts';
import * as lexicon from './lexicon.ts';
import type { Row } from './phrases.ts';
import { BODY_ROLES, rolesIn, type RoleHeld } from './roles.ts';

export interface Tie {
  readonly from: Member;
  readonly to: Member;
  readonly schema: string;
  readonly role: string;
  readonly stance: Stance;
  readonly attributedTo?: Member;
  readonly clause: Clause;
  readonly ends: readonly [Mention, Mention];
  readonly startDate?: string;
  readonly endDate?: string;
  readonly reason: string;
  readonly sureness: number;
}

/** A role that is tied to no body: "former Deputy Prime Minister Arkady Dvorkovich". */
export interface Held {
  readonly of: Member;
  readonly role: string;
  readonly mention: Mention;
  readonly clause: Clause;
}

/** Sentences over which "the lawyer, Anna Winter" is taken for the lawyer spoken of. */
const REACH = 6;

/** A role spoken of without its holder, with the sentence it stands in. */
interface Waiting {
  readonly rank: string;
  readonly words: string;
  readonly body: Mention;
  readonly sentence: number;
}

export function tiesIn(clauses: readonly Clause[]): Tie[] {
  let waiting: readonly Waiting[] = [];
  return clauses.flatMap((clause, sentence) => {
    const row = itemsOf(clause);
    const { held, open, awaited } = rolesIn(row);
    const told = awaited.flatMap((one) => [...bridged(clause, row, one, waiting, sentence)]);
    waiting = [
      ...open.map(({ rank, words, body }) => ({ rank, words, body: row[body]!.mention!, sentence })),
      ...waiting.filter((one) => sentence - one.sentence < REACH),
    ];
    return [
      ...held.flatMap((one) => [...roleTie(clause, row, one)]),
      ...told,
      ...[...deedsIn(row)].flatMap((one) => [...deedTie(clause, row, one)]),
      ...[...behalfIn(row)].flatMap(([from, to, at]) => [...behalfTie(clause, row, from, to, at)]),
    ];
  });
}

const ALIKE: readonly RegExp[] = [
  /^(?:aide|assistant|adviser|advisor|deputy|secretary)$/,
  /^(?:lawyer|attorney|counsel|solicitor|barrister)$/,
  /^(?:spokesman|spokeswoman|spokesperson)$/,
  /^(?:chairman|chairwoman|chair|chairperson|head|president|chief|director|boss|ceo)$/,
];
const alike = (a: string, b: string): boolean => a === b || ALIKE.some((one) => one.test(a) && one.test(b));

/** "A lawyer for Dreyer … The lawyer, Anna Winter": the role of one sentence, the holder of another. */
function* bridged(
  clause: Clause,
  row: Row,
  { holder, rank, words, at }: RoleHeld,
  waiting: readonly Waiting[],
  sentence: number,
): Generator<Tie> {
  const told = waiting.find((one) => alike(one.rank, rank) && sentence - one.sentence <= REACH);
  if (!told || told.body.member === row[holder]!.mention!.member) return;
  const held = { holder, body: -1, words: words.replace(/^.*[’']s /, ''), rank: told.rank, at };
  yield* roleTie(clause, row, held, told.body);
}

function* roleTie(clause: Clause, row: Row, role: RoleHeld, elsewhere?: Mention): Generator<Tie> {
  const [holder, body] = [row[role.holder]!.mention!, elsewhere ?? row[role.body]!.mention!];
  if (holder.member === body.member) return;
  // A body that another has as its subsidiary is what is owned.
  const owned = holder.member.kind === 'organization';
  const ends: [Mention, Mention] = owned ? [body, holder] : [holder, body];
  const words = tidied(role.words) || 'of';
  const at = role.at;
  const places = elsewhere ? [role.holder, at] : [role.holder, role.body];
  yield tieOf(clause, row, ends, places, {
    at,
    schema: schemaFor(role.rank, body.member, holder.member),
    role: words,
    reason: elsewhere ? 'a role told before, and its holder' : 'a role and its holder side by side',
    sureness: elsewhere ? 0.6 : 0.8,
  });
}

const tidied = (text: string): string =>
  text.replace(/^(?:(?:then|now|who|also|later|currently)\s+)+/i, '').trim();

function schemaFor(rank: string, body: Member, holder: Member): string {
  if (/^(?:party|movement|team|group|channel|ngo)$/.test(rank)) return 'UnknownLink';
  if (holder.kind === 'organization')
    return body.kind === 'person' || /^(?:subsidiary|unit|arm|branch)$/.test(rank)
      ? 'Ownership'
      : 'UnknownLink';
  if (body.kind === 'person')
    return lexicon.FAMILY.has(rank)
      ? 'Family'
      : /^(?:lawyer|attorney|counsel|solicitor|barrister)$/.test(rank)
        ? 'Representation'
        : 'Associate';
  if (lexicon.DIRECTING.has(rank)) return 'Directorship';
  if (lexicon.OWNING.has(rank)) return 'Ownership';
  if (lexicon.BELONGING.has(rank)) return 'Membership';
  if (BODY_ROLES.has(rank)) return 'UnknownLink';
  return lexicon.ACTING_FOR.has(rank) ? 'Representation' : 'Employment';
}

function* deedTie(clause: Clause, row: Row, { from, to, frame, word, at }: Deed): Generator<Tie> {
  const [a, b] = [row[from]!, row[to]!];
  if (a.mention!.member === b.mention!.member || !frame.fits.test(a.word + b.word)) return;
  const role = frame.role ?? word;
  yield tieOf(clause, row, [a.mention!, b.mention!], [from, to], {
    at,
    schema: frame.schema,
    role,
    reason: `“${row[at]!.text}” between them`,
    sureness: 0.65,
  });
}

function* behalfTie(clause: Clause, row: Row, from: number, to: number, at: number): Generator<Tie> {
  const [a, b] = [row[from]!.mention!, row[to]!.mention!];
  if (a.member !== b.member)
    yield tieOf(clause, row, [a, b], [from, to], {
      at,
      schema: 'Representation',
      role: 'on behalf of',
      reason: '“on behalf of” between them',
      sureness: 0.6,
    });
}

interface Telling {
  readonly at: number;
  readonly schema: string;
  readonly role: string;
  readonly reason: string;
  readonly sureness: number;
}

function tieOf(
  clause: Clause,
  row: Row,
  ends: readonly [Mention, Mention],
  places: readonly number[],
  { at, schema, role, reason, sureness }: Telling,
): Tie {
  const credited = creditIn(clause);
  const attributedTo = credited && !ends.some(({ member }) => member === credited) ? credited : undefined;
  const [first, last] = [Math.min(at, ...places), Math.max(at, ...places)];
  return {
    from: ends[0].member,
    to: ends[1].member,
    schema,
    role,
    stance: stanceOf(row, at, first, last),
    attributedTo,
    clause,
    ends,
    reason,
    sureness,
    ...whenIn(clause.line, row[first]!.at, row[last]!.at, role),
  };
}
