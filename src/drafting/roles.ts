// Who holds what role where: a word of rank, the body or person it is held with, and the one who holds it, wherever the sentence puts them.
import { endsPhrase, isHelper, isParty, isSign, isStop, isWord, PREPOSITIONS } from './items.ts';
import * as lexicon from './lexicon.ts';
import { apposedTo, listFrom, objectsOf, subjectOf, type Row } from './phrases.ts';

export interface RoleHeld {
  readonly holder: number;
  readonly body: number;
  readonly words: string;
  /** The chief word of the role, in the singular. */
  readonly rank: string;
  /** The place of the chief word. */
  readonly at: number;
}

/** A role that a sentence names with its body and without its holder: "a lawyer for Dreyer said". */
export interface RoleOpen {
  readonly rank: string;
  readonly words: string;
  readonly body: number;
  readonly at: number;
}

interface Title {
  /** First and last item of the role's own words. */
  readonly from: number;
  readonly to: number;
  readonly rank: string;
  readonly words: string;
  readonly many: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
/** What a body is to another body. */
export const BODY_ROLES = words(
  'subsidiary partner parent unit arm affiliate supplier rival shareholder client customer lender auditor contractor branch',
);
/** What belongs to a person: "his company, Corvane". */
const BUSINESSES = words(
  'company firm business charity foundation fund holding startup vehicle party movement team newspaper employer group outlet channel magazine website ngo',
);
const COMPANIONS = words(
  'colleague friend classmate neighbour neighbor confidant confidante lover acquaintance schoolmate roommate employer counterpart',
);
const FULL =
  /^(?:executive|general|officer|minister|secretary|staff|safety|security|state|operating|financial|board|directors|chief|investment)$/;
const DETERMINERS = words('a an the his her its their this that one both another any no');
/** What joins roles of one holder: "then a councillor and now president of". */
const MORE = words('and now then later currently formerly previously also once who');

const ranked = (word: string): string | undefined => {
  const one = word.replace(/^ex-/, '');
  for (const form of [one, one.replace(/s$/, ''), one.replace(/sses$/, 'ss'), one.replace(/wives$/, 'wife')])
    if (
      COMPANIONS.has(form) ||
      lexicon.ROLES.has(form) ||
      lexicon.PERSONAL_ROLES.has(form) ||
      lexicon.FAMILY.has(form) ||
      BODY_ROLES.has(form) ||
      BUSINESSES.has(form)
    )
      return form;
  return undefined;
};

/** The roles of a row with both their ends, and those that wait for a holder. */
export function rolesIn(row: Row): { held: RoleHeld[]; open: RoleOpen[]; awaited: RoleHeld[] } {
  const held: RoleHeld[] = [];
  const open: RoleOpen[] = [];
  const awaited: RoleHeld[] = [];
  for (const title of titlesIn(row)) {
    const bodies = bodiesOf(row, title);
    const holders = holdersOf(row, title, bodies);
    const said = { words: title.words, rank: title.rank, at: title.to };
    for (const body of bodies) {
      for (const holder of holders) if (holder !== body) held.push({ holder, body, ...said });
      if (holders.length === 0) open.push({ body, ...said });
    }
    // "The lawyer, Anna Winter": the role was told before, its body with it.
    if (bodies.length === 0 && row[title.from - 1]?.word === 'the')
      for (const holder of holders) awaited.push({ holder, body: -1, ...said });
  }
  return { held: [...held, ...withoutRole(row)], open, awaited };
}

const PERSONAL = (rank: string): boolean =>
  COMPANIONS.has(rank) ||
  lexicon.FAMILY.has(rank) ||
  lexicon.PERSONAL_ROLES.has(rank) ||
  BUSINESSES.has(rank) ||
  rank === 'owner';
const takes = (row: Row, body: number, { rank, to }: Title): boolean =>
  row[body]!.word === 'o'
    ? !lexicon.FAMILY.has(rank) && !BUSINESSES.has(rank)
    : PERSONAL(rank) || row[to + 1]?.word === 'under';
const fits = (row: Row, holder: number, { rank }: Title): boolean =>
  BODY_ROLES.has(rank) && row[holder]!.word === 'o'
    ? true
    : BUSINESSES.has(rank)
      ? row[holder]!.word === 'o'
      : row[holder]!.word === 'p' && !/^(?:subsidiary|unit|arm|branch|affiliate)$/.test(rank);

function* titlesIn(row: Row): Generator<Title> {
  for (let at = 0; at < row.length; at++) {
    if (!isWord(row[at]) || ranked(row[at]!.word) === undefined) continue;
    let to = at;
    for (;;) {
      const next = longer(row, to);
      if (next === to) break;
      to = next;
    }
    const from = startOf(row, at);
    const rank = [...row.slice(from, to + 1)].reverse().flatMap(({ word }) => ranked(word) ?? [])[0]!;
    const text = row
      .slice(from, to + 1)
      .map((item) => item.text)
      .join(' ');
    yield {
      from,
      to,
      rank,
      words: text,
      many: /s$/.test(row[to]!.word) && !/^(?:boss|jesus)$/.test(row[to]!.word),
    };
    at = to;
  }
}

/** "chief executive officer", "chairman of the board", "founder and chief executive". */
function longer(row: Row, to: number): number {
  const next = row[to + 1];
  if (!isWord(next)) return to;
  if (ranked(next.word) !== undefined || FULL.test(next.word)) return to + 1;
  const of = next.word === 'of' ? (row[to + 2]?.word === 'the' ? to + 3 : to + 2) : 0;
  if (of && isWord(row[of]) && FULL.test(row[of]!.word)) return of;
  if (next.word !== 'and') return to;
  for (
    let j = to + 2;
    j < to + 5 && isWord(row[j]) && !endsPhrase(row[j]) && !DETERMINERS.has(row[j]!.word);
    j++
  ) {
    if (PREPOSITIONS.has(row[j]!.word) || MORE.has(row[j]!.word)) return to;
    if (ranked(row[j]!.word) !== undefined) return j;
  }
  return to;
}

function startOf(row: Row, at: number): number {
  let from = at;
  while (from > 0 && at - from < 4) {
    const before = row[from - 1];
    if (!isWord(before) || endsPhrase(before) || isHelper(before) !== /^then$/.test(before.word)) break;
    if (PREPOSITIONS.has(before.word) || DETERMINERS.has(before.word) || MORE.has(before.word)) {
      if (before.word !== 'then') break;
    }
    from--;
  }
  while (from < at && /^(?:then|now)$/.test(row[from]!.word)) from++;
  return from;
}

const LEADS: ReadonlySet<string> = words('of at for in to with from on under');

function bodiesOf(row: Row, title: Title): number[] {
  let i = title.from - 1;
  while (/^(?:then|now)$/.test(row[i]?.word ?? '')) i--;
  const before = row[i];
  if (isParty(before) && (before.owns || before.word === 'o')) return takes(row, i, title) ? [i] : [];
  const lead = row[title.to + 1]?.word ?? '';
  if (!LEADS.has(lead)) return [];
  // "director of operations at", but not "of a company in".
  const meant = objectsOf(row, title.to + 1, new Set([lead, 'of', 'at', 'for']), 13).filter((body) =>
    takes(row, body, title),
  );
  if (meant.length > 0) return meant;
  // "with links to Granit’s owners, Hugo and Mariano": the body itself.
  const first = row.findIndex((item, j) => j > title.to && isParty(item));
  const near = first >= 0 && first - title.to < 9 && row[first]!.owns && takes(row, first, title);
  return near && !row.slice(title.to + 1, first).some((item) => isStop(item) || endsPhrase(item))
    ? [first]
    : [];
}

function holdersOf(row: Row, title: Title, bodies: readonly number[]): number[] {
  const before = title.from - 1;
  const owned = bodies[0] !== undefined && bodies[0] < title.from;
  const left = owned ? bodies[0]! - 1 : before;
  const last = owned ? title.to : (bodies.at(-1) ?? title.to);
  const ways = [
    () => behind(row, title),
    () => (title.many ? [] : apposed(row, left)),
    () => behindComma(row, title, last),
    () => predicated(row, left),
  ];
  for (const way of ways) {
    const holders = way().filter((one) => fits(row, one, title) && !bodies.includes(one));
    if (holders.length > 0) return holders;
  }
  return [];
}

/** "spokesman Orlov", "bosses Hawit, Salguero and Alvarado". */
function behind(row: Row, { many, to }: Title): number[] {
  if (!isParty(row[to + 1])) return [];
  return many ? listFrom(row, to + 1) : [to + 1];
}

/** "Hopwell’s chairman, Raymond Osei", "the president of the Union, Lars Halvorsen". */
function behindComma(row: Row, { many }: Title, at: number): number[] {
  // "at the Foreign Ministry in Minsk, Orlov": where the body is.
  if (row[at + 2]?.word === 'l' && /^(?:in|of)$/.test(row[at + 1]!.word)) at += 2;
  const next = row[at + 1]?.word === ',' ? at + 2 : at + 1;
  if (!isParty(row[next]) || (next === at + 1 && row[at]?.owns)) return [];
  return many ? listFrom(row, next) : [next];
}

/** "Wielgosz, the former director of", "Volkov, then a councillor and now president of". */
function apposed(row: Row, before: number): number[] {
  let i = before;
  const leads = (word: string) => DETERMINERS.has(word) || /^(?:of|one)$/.test(word);
  while (i > 0 && isWord(row[i]) && !MORE.has(row[i]!.word) && (leads(row[i]!.word) || !phraseEnds(row, i)))
    i--;
  return row[i]?.word === ',' || MORE.has(row[i]?.word ?? '') ? apposedTo(row, i) : [];
}

const phraseEnds = (row: Row, i: number): boolean => endsPhrase(row[i]) || PREPOSITIONS.has(row[i]!.word);

const BE = /^(?:is|was|are|were|be|been|being|became|become|becoming|becomes|remains|remained)$/;
const AS =
  /^(?:serv|work|act|appoint|nam|elect|hir|resign|quit|retir|step|start|describ|identif|list|nominat|post|tenure|role|position)/;
const HOLDS = /^(?:held|holds?|holding|assumed|took|left|filled|fills|occupied)$/;

/** "Orlov is, was named, serves as, held the post of": the subject of that verb. */
function predicated(row: Row, before: number): number[] {
  let i = before;
  while (
    i > 0 &&
    isWord(row[i]) &&
    (DETERMINERS.has(row[i]!.word) || (isHelper(row[i]!) && !BE.test(row[i]!.word)))
  )
    i--;
  if (row[i]?.word === 'of' && /^(?:position|post|office|role|job|title)$/.test(row[i - 1]?.word ?? '')) {
    let verb = i - 1;
    while (verb > 0 && i - verb < 5 && !HOLDS.test(row[verb]!.word)) verb--;
    return HOLDS.test(row[verb]!.word) ? subjectOf(row, verb) : [];
  }
  if (isParty(row[i]) && AS.test(row[i - 1]?.word ?? '')) return [i];
  if (row[i] && BE.test(row[i]!.word)) return subjectOf(row, i);
  if (row[i] && /^(?:named|appointed|elected|made)$/.test(row[i]!.word)) return subjectOf(row, i);
  return row[i]?.word === 'as' ? servingAs(row, i) : [];
}

function servingAs(row: Row, as: number): number[] {
  for (let i = as - 1; i >= 0 && as - i < 5; i--) {
    if (!isWord(row[i]) || !AS.test(row[i]!.word)) continue;
    const subjects = subjectOf(row, i).filter((one) => row[one]!.word === 'p');
    return subjects.length > 0 ? subjects : lastPerson(row, i);
  }
  // "As the chairman of the Group, …, Dreyer": whoever the sentence then speaks of.
  const person =
    as > 0 ? -1 : row.findIndex((item, i) => i > as && item.word === 'p' && row[i - 1]!.word === ',');
  return person < 0 ? lastPersonOwning(row, as) : [person];
}

const lastPerson = (row: Row, before: number): number[] => {
  const at = row.findIndex((item, i) => i < before && item.word === 'p' && !item.owns);
  return at < 0 ? [] : [at];
};
const lastPersonOwning = (row: Row, as: number): number[] => {
  const at = as > 0 ? -1 : row.findIndex(({ word }) => word === 'p');
  return at < 0 ? [] : [at];
};

/** "Brandt of Hopwell", "Hopwell’s Anna Brandt": of a body, without a role. */
function* withoutRole(row: Row): Generator<RoleHeld> {
  for (const [i, item] of row.entries()) {
    if (item.word === 'o' && item.owns && row[i + 1]?.word === 'p')
      yield { holder: i + 1, body: i, words: 'of', rank: '', at: i };
    if (item.word !== 'p' || item.owns || !/^(?:of|from|at)$/.test(row[i + 1]?.word ?? '')) continue;
    let j = i + 2;
    while (j < i + 6 && isWord(row[j]) && !endsPhrase(row[j]) && !PREPOSITIONS.has(row[j]!.word)) j++;
    if (row[j]?.word !== 'o' || (row[j]!.owns && isSign(row[j + 1])) || isStop(row[j])) continue;
    const said = row.slice(i + 2, j).filter(({ word }) => !DETERMINERS.has(word));
    const kind = said.map(({ text }) => text).join(' ');
    const at = i + 1;
    yield { holder: i, body: j, words: kind || 'of', rank: '', at };
  }
}
