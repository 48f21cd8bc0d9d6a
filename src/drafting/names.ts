// Runs of capitalised words → names, with the rank or role before each taken off. What kind of name it is comes later.
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { runFrom, startsName } from './runs.ts';
import { isBody, isCommonWord, isRole, textOf, wordsIn, type Name, type Span } from './spans.ts';
import type { Token, Words } from './tokens.ts';
import { cleaned } from './trimming.ts';

export interface Found {
  readonly names: readonly Name[];
  /** Runs in headlines, whose capitals tell nothing by themselves. */
  readonly headlines: readonly Span[];
}

export function namesIn(words: Words, language: Language): Found {
  const names: Name[] = [];
  const headlines: Span[] = [];
  const { tokens } = words;
  for (let i = 0; i < tokens.length;) {
    if (!startsName(tokens[i]!)) {
      i++;
      continue;
    }
    const to = runFrom(words, i, language);
    if (tokens[i]!.headline) {
      headlines.push({ from: i, to });
      names.push(...knownIn(words, { from: i, to }, language));
    } else names.push(...namesOfRun(words, { from: i, to }, language));
    i = to;
  }
  return { names: names.flatMap((name) => cleaned(words, name, language)), headlines };
}

/** Well-known bodies in a headline: "Getty Images" under a picture. */
function knownIn(words: Words, { from, to }: Span, language: Language): Name[] {
  for (let at = from; at < to; at++)
    for (let end = to; end > at; end--) {
      const text = textOf(words, { from: at, to: end }).toLowerCase();
      if (lexicon.KNOWN_BODIES.has(text) && (end - at > 1 || !language.isCommon(text)))
        return [{ from: at, to: end }, ...knownIn(words, { from: end, to }, language)];
    }
  return [];
}

/** Takes ranks out of a run: "WADA President Witold Bańka" is a body and a person with a title. */
function namesOfRun(words: Words, run: Span, language: Language): Name[] {
  const tokens = wordsIn(words, run);
  if (isPostedTo(words, run, language)) return splitAt(run, 1);
  // Of the words of rank, the last that has a name behind it.
  let rank = -1;
  for (let i = 0; i < tokens.length - 1; i++)
    if (isRole(tokens[i]!) && !isMiddleName(tokens, i, language)) rank = i;
  const role = rank;
  while (rank >= 0 && /^(?:of|for)$/.test(tokens[rank + 1]?.lower ?? '') && tokens[rank + 2]) {
    rank += 2;
    while (lexicon.PORTFOLIOS.has(tokens[rank + 1]?.lower ?? '')) rank++;
  }
  const rest = tokens.slice(rank + 1);
  // "US Secretary of State" names nobody.
  if (rank >= 0 && rest.length === 0)
    return isRankWord(tokens[0]!) ? [] : [{ from: run.from, to: run.from + 1 }];
  if (rank < 0 && byBody(tokens) > 0) return splitAt(run, byBody(tokens));
  if (
    rank < 0 ||
    rest.some((token) => isBody(token) || lexicon.LEGAL_FORMS.has(token.lower)) ||
    rest.every(isRole)
  )
    return [apposed(words, run, language)];
  if (rest.length === 1 && lexicon.PRESS.has(rest[0]!.lower)) return [run];
  // "Marine Le Pen" is no marine.
  if (tokens[rank]!.lower === 'marine' && /^le$/i.test(rest[0]!.text)) return [run];
  if (lexicon.PARTICLES.has(rest[0]!.lower) || rest[0]!.lower === 'of') return [run];
  let first = role;
  while (first > 0 && (isRankWord(tokens[first - 1]!) || tokens[first - 1]!.lower === 'of')) first--;
  // "Climate Minister Anna Berg": what is left is of the rank where it is nothing but common words.
  if (tokens.slice(0, first).every((token) => isPlainWord(token, language))) first = 0;
  const title = { from: run.from + first, to: run.from + rank + 1 };
  const person = { from: title.to, to: run.to, title };
  return first > 0 ? [{ from: run.from, to: title.from }, person] : [person];
}

/** "the ambassador to Georgia Anna Berg": the first word is where, the others are who. */
const isPostedTo = ({ tokens }: Words, { from, to }: Span, language: Language): boolean =>
  to - from > 2 &&
  /^(?:to|in)$/.test(tokens[from - 1]?.lower ?? '') &&
  tokens[from - 2] !== undefined &&
  isRole(tokens[from - 2]!) &&
  language.isPlace(tokens[from]!.lower);

/** "Sacha Baron Cohen", "Gopal Sri Ram", "Sri Lankan": what could be a rank is a name. */
const isMiddleName = (tokens: readonly Token[], at: number, language: Language): boolean =>
  /^lanka/.test(tokens[at + 1]?.lower ?? '') ||
  (at > 0 &&
    lexicon.HONORIFICS.has(tokens[at]!.lower) &&
    !isRole(tokens[at - 1]!) &&
    language.isGivenName(tokens[at - 1]!.lower));

/** "State News Agency TASS": the words before say what it is, the last is its name. */
function apposed(words: Words, run: Span, language: Language): Span {
  const tokens = wordsIn(words, run);
  const kind = tokens.findLastIndex(({ lower }) => lexicon.BODY_NOUNS.has(lower));
  const rest = tokens.slice(kind + 1);
  const before = tokens.slice(0, kind);
  const speaks = /^(?:agency|newspaper|magazine|broadcaster|website|channel|outlet|daily|weekly)$/;
  const isKind =
    (kind > 0 || (kind === 0 && speaks.test(tokens[0]!.lower))) &&
    rest.length > 0 &&
    rest.length < 3 &&
    !rest.every(({ lower }) => isCommonWord(lower, language)) &&
    !rest.some((token) => isBody(token) || lexicon.LEGAL_FORMS.has(token.lower) || !token.capital);
  if (!isKind || !before.every(({ lower }) => isCommonWord(lower, language) || language.isDemonym(lower)))
    return run;
  return { from: run.from + kind + 1, to: run.to };
}

const isRankWord = (token: Token): boolean => isRole(token) || lexicon.ROLE_PREFIXES.has(token.lower);

const isPlainWord = (token: Token, language: Language): boolean =>
  !isBody(token) &&
  token.text !== token.text.toUpperCase() &&
  !language.isDemonym(token.lower) &&
  !language.isPlace(token.lower) &&
  !language.isGivenName(token.lower) &&
  language.isCommon(token.lower);

const ENDS_BODY =
  /^(?:holdings?|group|corporation|inc|ltd|llc|plc|bank|foundation|agency|institute|university|ministry|bureau|authority|committee|council)$/;

/** "founder of USM Holdings Alisher Usmanov": where the body ends and a person begins, or 0. */
function byBody(tokens: readonly Token[]): number {
  const last = tokens.findLastIndex((token) => ENDS_BODY.test(token.lower));
  const rest = tokens.slice(last + 1);
  const isName =
    rest.length >= 2 &&
    rest.length <= 3 &&
    rest.every(
      (token) =>
        token.capital &&
        !isBody(token) &&
        !lexicon.PRESS.has(token.lower) &&
        !lexicon.LEGAL_FORMS.has(token.lower),
    );
  return last > 0 && isName ? last + 1 : 0;
}
const splitAt = ({ from, to }: Span, at: number): Name[] => [
  { from, to: from + at },
  { from: from + at, to },
];
