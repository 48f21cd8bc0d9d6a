// Who takes what part in a court matter, by the words of one sentence.
import type { Clause, Mention } from './clauses.ts';
import { endsPhrase, isParty, isWord, PREPOSITIONS } from './items.ts';
import { isLabel, objectsOf, subjectOf, type Row } from './phrases.ts';

export interface Part {
  readonly mention: Mention;
  readonly role: string;
}

const CONVICTED =
  /^(?:sentenced|convicted|jailed|imprisoned|guilty|serving|handed|received|receives|conviction|sentencing|sentence|convicts)$/;
const ACCUSED =
  /^(?:charged|accused|indicted|arrested|detained|faces?|facing|suspected|implicated|allegations|charges|accusations|case|acquitted|fined|trial|charge|accusing|charging|indictment|suit|plea|extradited|wanted)$/;

/** Who stands accused or convicted in a sentence that names an offence. */
export function* partiesIn(row: Row, clause: Clause): Generator<Part> {
  const seen = new Set<unknown>();
  const parts = [...judgedIn(row), ...nearIn(row, clause)];
  for (const { mention, role } of parts) {
    if (seen.has(mention.member)) continue;
    seen.add(mention.member);
    yield { mention, role };
  }
}

const PLAIN: ReadonlySet<string> = new Set(['']);
const AGAINST: ReadonlySet<string> = new Set(['against']);

function* judgedIn(row: Row): Generator<Part> {
  for (const [at, { word }] of row.entries()) {
    const role = CONVICTED.test(word) ? 'convicted' : ACCUSED.test(word) ? 'accused' : undefined;
    if (!role) continue;
    const people =
      isNoun(row, at) && !isParty(row[at + 1])
        ? ownersOf(row, at)
        : [...standing(row, at), ...judgedBy(row, at)];
    for (const i of people)
      if (row[i]!.word === 'p' && !isLabel(row, i)) yield { mention: row[i]!.mention!, role };
  }
}

const isNoun = (row: Row, at: number): boolean =>
  /^(?:charges?|case|accusations|allegations|indictment|suit|trial|conviction|sentencing|sentence)$/.test(
    row[at]!.word,
  );

const ownersOf = (row: Row, at: number): number[] => {
  const owner = [at - 1, at - 2].find((i) => row[i]?.word === 'p' && row[i]!.owns);
  return owner === undefined ? objectsOf(row, at + 1, AGAINST, 9) : [owner];
};

/** Whom a court or a prosecutor judges: not the one of "a convicted banker, Dreyer". */
const judgedBy = (row: Row, at: number): number[] =>
  isParty(row[at + 1]) || /ing$/.test(row[at]!.word) || subjectOf(row, at).some((i) => row[i]!.word === 'o')
    ? objectsOf(row, at + 1, PLAIN, 5)
    : [];

/** The subject; where a list with its asides is parted by semicolons, the head of each part. */
function standing(row: Row, at: number): number[] {
  const several = /^(?:are|were)$/.test(row[at - 1]?.word ?? '');
  const starts = several ? row.slice(0, at).flatMap(({ word }, i) => (word === ';' ? [i + 1] : [])) : [];
  if (starts.length === 0) return subjectOf(row, at);
  return [0, ...starts].flatMap((start) => {
    const head = row.findIndex(({ word, owns }, i) => i >= start && i < at && word === 'p' && !owns);
    return head < 0 ? [] : [head];
  });
}

/** Whoever stands before a word of judging with nobody between. */
function* nearIn(row: Row, { line, mentions }: Clause): Generator<Part> {
  for (const match of line.matchAll(/«P(\d+)»([^«;]{0,70})/gu)) {
    const role = judgeIn(match[2]!);
    const mention = mentions[Number(match[1])]!;
    const at = row.findIndex((item) => item.mention === mention);
    if (role && at >= 0 && !isLabel(row, at)) yield { mention, role };
  }
}

function judgeIn(words: string): string | undefined {
  for (const word of words.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (CONVICTED.test(word)) return 'convicted';
    if (ACCUSED.test(word)) return 'accused';
  }
  return undefined;
}

const ACTS = /\b(?:sentenc|convict|jail|charg|filed|hear|fined|ordered|verdict|decision|trial|acquit)/i;

export function* courtsIn(row: Row, { line }: Clause): Generator<Part> {
  if (!ACTS.test(line)) return;
  for (const { mention } of row)
    if (mention?.member.kind === 'organization' && /\b(?:court|tribunal)\b/i.test(mention.member.name))
      yield { mention, role: 'court' };
}

/** What bodies do about a case that others stand in. */
const ATTENDS =
  /^(?:(?:un)?disclos|withh[oe]ld|monitor|acknowledg|follow|watch|investigat|prob|comment|condemn|criticis|criticiz|call|claim|alleg|confirm|announc|protest|prosecut|hear|rais|express|demand|oppos|defend|review|reject|accus|charg|keep|kept)/;
const INVOLVED = /^(?:associated|linked|implicated|involved|named|mentioned|connected|testified)$/;

/** Who acts upon the matter a sentence speaks of; where it speaks of none, only who claims something of somebody. */
export function* actorsIn(row: Row, spoken: boolean): Generator<Part> {
  const seen = new Set<unknown>();
  for (const [at, { word }] of row.entries()) {
    if (!isWord(row[at])) continue;
    const wanted = spoken ? ATTENDS.test(word) : /^(?:claim|alleg)/.test(word) && isParty(row[at + 1]);
    const doers = wanted ? doersOf(row, at).filter((i) => row[i]!.word === 'o') : [];
    const involved = spoken && INVOLVED.test(word) && caseBehind(row, at) ? subjectOf(row, at) : [];
    for (const i of [...doers, ...involved]) {
      const mention = row[i]!.mention!;
      if (seen.has(mention.member)) continue;
      seen.add(mention.member);
      yield { mention, role: roleOf(word) };
    }
  }
}

const roleOf = (word: string): string => (/^(?:keep|kept)$/.test(word) ? 'watches' : word);

const BY: ReadonlySet<string> = new Set(['by', 'among', 'from']);
function doersOf(row: Row, at: number): number[] {
  const subjects = subjectOf(row, at);
  if (subjects.length > 0) return subjects;
  return objectsOf(row, at + 1, BY, 7);
}

function caseBehind(row: Row, at: number): boolean {
  for (
    let i = at + 1;
    i < at + 6 && isWord(row[i]) && (!endsPhrase(row[i]) || PREPOSITIONS.has(row[i]!.word));
    i++
  )
    if (/^(?:case|scandal|scheme|trial|charges|affair|plot|investigation)$/.test(row[i]!.word)) return true;
  return false;
}
