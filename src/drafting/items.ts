// A clause as a row of items (words, stops, signs of who is spoken of), cleared of what stands between subject and verb without changing either.
import type { Clause, Mention } from './clauses.ts';
import { SAYING } from './lexicon.ts';

export interface Item {
  /** Lower case; a sign's is its letter: `p`, `o`, `l`, `e`. */
  readonly word: string;
  /** As the text has it. */
  readonly text: string;
  readonly mention?: Mention;
  /** "Dreyer’s". */
  readonly owns: boolean;
  /** Where it begins in the clause's line. */
  readonly at: number;
}

const PIECE =
  /«([POLE])(\d+)»([’']s?(?![\p{L}]))?|[\p{L}\p{N}$€£%](?:[\p{L}\p{N}&%]|[.,’'-](?=[\p{L}\p{N}]))*|\.(?=\s\p{Ll})|--|[^\s«»]/gu;
const DASH = /^(?:--|–|—)$/;
const QUOTE = /^["“”‘’'«»*]$/;

/** The items of a clause, without brackets, quotation marks and ages; dashes are commas. */
export function itemsOf({ line, mentions }: Clause): Item[] {
  const items: Item[] = [];
  for (const match of line.matchAll(PIECE)) {
    const [text, letter, number, owner] = match;
    if (QUOTE.test(text) || text === '.') continue;
    const mention = number === undefined ? undefined : mentions[Number(number)]!;
    const word = letter ? letter.toLowerCase() : DASH.test(text) ? ',' : text.toLowerCase();
    items.push({ word, text, owns: owner !== undefined, at: match.index, ...(mention && { mention }) });
  }
  return withoutAges(withoutBrackets(items));
}

/** Items that a bracket may hold and be left out. */
const LONGEST_BRACKET = 8;

function withoutBrackets(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const close =
      items[i]!.word === '(' ? items.slice(i, i + LONGEST_BRACKET).findIndex(({ word }) => word === ')') : -1;
    if (close > 0) i += close;
    else kept.push(items[i]!);
  }
  return kept;
}

/** "Dreyer, 53, who": the age goes, with one of its commas. */
function withoutAges(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const aged = items[i + 1]?.word === 'aged' ? 1 : 0;
    const age = /^\d\d$/.test(items[i + 1 + aged]?.word ?? '') && kept.at(-1)?.mention !== undefined;
    if (items[i]!.word === ',' && age && /^[,;]$/.test(items[i + 2 + aged]?.word ?? '')) i += 1 + aged;
    else kept.push(items[i]!);
  }
  return kept;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const PREPOSITIONS = words(`
  of in on at by for with from to against into under over through between among about after before during since until
  near via without within towards amid behind beyond despite including like
`);
/** Words that open a clause of their own. */
export const OPENERS = words(`
  who which that whom whose when where while because although though but if as than whether after before since until
`);
export const HELPERS = words(`
  is was are were be been being has have had having do does did will would could can may might must shall should to
  get got gets
`);
const BY_THE_WAY = words(`
  not never no n't also now later once then ever first soon still already previously earlier recently again since
  currently formerly himself herself jointly today yesterday monday tuesday wednesday thursday friday saturday sunday
  twice itself both all each reported said alleged believed known found ordered due set
`);
const FINITE = words(`
  sold bought met paid told went came gave took made got held led ran left became began knew saw wrote spoke sent lent
  won lost says said is was are were be been has have had will would did does could can may might must
`);

export const isSign = (item: Item | undefined): item is Item & { mention: Mention } =>
  item?.mention !== undefined;
export const isParty = (item: Item | undefined): item is Item & { mention: Mention } =>
  isSign(item) && (item.word === 'p' || item.word === 'o');
export const isStop = (item: Item | undefined): boolean => !item || /^[,;:()?!…]$/.test(item.word);
export const isWord = (item: Item | undefined): item is Item => !!item && !isStop(item) && !isSign(item);
/** "has", "was", "not", "allegedly": may stand between a subject and its verb. */
export const isHelper = ({ word }: Item): boolean =>
  HELPERS.has(word) || BY_THE_WAY.has(word) || (word.length > 4 && word.endsWith('ly'));
/** A word that a noun phrase does not run over. */
export const endsPhrase = (item: Item | undefined): boolean =>
  !isWord(item) ||
  FINITE.has(item.word) ||
  OPENERS.has(item.word) ||
  (SAYING.has(item.word) && !/^(?:report|reports|note|claim|claims)$/.test(item.word));
