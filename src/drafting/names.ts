// Runs of capitalised words → names, with the rank or role before each taken off. What kind of name it is comes later.
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import type { Token, Words } from './tokens.ts';

/** A range of tokens, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Name extends Span {
  /** "Deputy Prime Minister", "Judge", "Dr": the words of rank directly before it. */
  readonly title?: Span;
}

export interface Found {
  readonly names: readonly Name[];
  /** Runs in headlines, whose capitals tell nothing by themselves. */
  readonly headlines: readonly Span[];
}

/** "FSB", "1MDB", "B&Q". */
export const isAcronym = (text: string): boolean =>
  /^[\p{Lu}\p{N}][\p{Lu}\p{N}&]{1,6}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);

export const wordsIn = ({ tokens }: Words, { from, to }: Span): readonly Token[] => tokens.slice(from, to);
/** The words of a span as they stand in the text, without the possessive at its end. */
export const textOf = ({ text, tokens }: Words, { from, to }: Span): string =>
  text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');

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
    if (tokens[i]!.headline) headlines.push({ from: i, to });
    else names.push(...namesOfRun(words, { from: i, to }, language));
    i = to;
  }
  return { names: names.flatMap((name) => cleaned(words, name, language)), headlines };
}

/** "Don’t", "We’ll"; the party and state behind a lawmaker's name. */
const NO_NAME = /^I$|n[’']t$|[’'](?:ll|ve|re|m)$|^[RDI]-\p{Lu}/u;
const startsName = ({ text, capital }: Token): boolean => capital && !NO_NAME.test(text);

const isBody = (token: Token): boolean => lexicon.BODIES.has(token.lower);
const isRole = (token: Token): boolean =>
  lexicon.ROLES.has(token.lower) || lexicon.HONORIFICS.has(token.lower);

/** One past the last token of the run that begins at `from`. */
function runFrom(words: Words, from: number, language: Language): number {
  const { tokens } = words;
  let to = from + 1;
  for (;;) {
    const next = tokens[to];
    if (!next || next.sentence !== tokens[from]!.sentence) return to;
    if (startsName(next) && joins(tokens[to - 1]!, next, tokens[from]!)) {
      to++;
      continue;
    }
    // "the opposition Labour party": British papers write the last word small.
    if (next.lower === 'party' && /^\s+$/.test(next.gap) && isOfParty(tokens[to - 1]!, language)) return to + 1;
    const reach = next.capital ? 0 : acrossSmallWords(words, from, to, language);
    if (reach === 0) return to;
    to = reach;
  }
}

const isOfParty = ({ lower, possessive, headline }: Token, language: Language): boolean =>
  !possessive && !headline && !language.isDemonym(lower) && !lexicon.GRAMMAR.has(lower) && !language.isGivenName(lower);

/** Whose name a body bears: "People's Democratic Movement". */
const PEOPLE =
  /^(?:people|children|women|men|workers|farmers|veterans|players|teachers|writers|lawyers|journalists|king|queen|lloyd|moody|mcdonald|sotheby|christie)$/;
/** Capitalised words that no name goes on behind: days, and what stands around an article. */
const BREAKS =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|july|september|october|november|december|covid|covid-19|published|updated|source|photo|advertisement|copyright)$/;

function joins(before: Token, next: Token, first: Token): boolean {
  const gap = next.gap.replace(/^['’]s/, '');
  if (before.headline !== next.headline || BREAKS.test(before.lower) || BREAKS.test(next.lower)) return false;
  // "RFE/RL", "Radio Free Europe/Radio Liberty", but not "Getty Images/AFP".
  if (gap === '/') return (isAcronym(before.text) && before === first) || next.lower === first.lower;
  if (/^,\s+$/.test(gap)) return lexicon.LEGAL_FORMS.has(next.lower) && next.lower.length > 1;
  // "Speakers' Corner", "Workers’ Party".
  if (/^['’]\s$/.test(gap) && /s$/.test(before.lower))
    return PEOPLE.test(before.lower) || isBody(next) || lexicon.PLACE_WORDS.has(next.lower);
  if (before.possessive && !/^[ \u00a0\n]+$/.test(gap)) return false;
  // "People's Democratic Movement", but not "Canada's Competition Bureau".
  if (before.possessive) return PEOPLE.test(before.lower);
  if (/^\s*&\s*$/.test(gap) || /^[ \u00a0\n]+$/.test(gap)) return true;
  return (
    /^\.\s+$/.test(gap) &&
    (before.text.length === 1 ||
      lexicon.HONORIFICS.has(before.lower) ||
      isRole(before) ||
      /^st$/i.test(before.text))
  );
}

/** "von der", "of the", "for", "and" inside a name: one past the capitalised word behind them, or 0. */
function acrossSmallWords(words: Words, from: number, at: number, language: Language): number {
  const { tokens } = words;
  const plain = (token: Token | undefined) => token !== undefined && /^[ \u00a0\n]+$/.test(token.gap);
  if (!plain(tokens[at]) || tokens[at - 1]!.possessive || tokens[from]!.headline) return 0;
  let i = at;
  while (i < at + 3 && plain(tokens[i]) && lexicon.PARTICLES.has(tokens[i]!.lower)) i++;
  if (i > at && plain(tokens[i]) && tokens[i]!.capital) return i + 1;
  const link = tokens[at]!.lower;
  const behind = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  const next = tokens[behind];
  if (!plain(tokens[at + 1]) || !next?.capital || !plain(next) || next.sentence !== tokens[from]!.sentence)
    return 0;
  return links(words, { from, to: at }, link, behind, language) ? behind + 1 : 0;
}

/** People who call their group by what they are for: "Doctors Without Borders". */
const GROUPS =
  /^(?:students|doctors|reporters|lawyers|mothers|citizens|friends|veterans|parents|women|journalists|physicians|scientists|engineers|workers|campaign|coalition|movement|alliance)$/;
const PEERAGE = /^(?:lord|lady|baroness|viscount|earl)$/;
const ON_BODIES = /^(?:committee|commission|council|centre|center|conference|subcommittee|board|panel)$/;
const IN_BODIES = /^(?:embassy|consulate|court|tribunal)$/;

function links(words: Words, run: Span, link: string, next: number, language: Language): boolean {
  const { tokens } = words;
  const before = wordsIn(words, run);
  const last = before.at(-1)!;
  const body = before.some(isBody) && !isRole(last);
  if ((link === 'of' || link === 'for') && isRole(last))
    return [next, next + 1].some((at) => tokens[at]?.capital && lexicon.PORTFOLIOS.has(tokens[at].lower));
  if (/^(?:for|against|without)$/.test(link) && GROUPS.test(last.lower))
    return language.isCommon(tokens[next]!.lower);
  // "Lord Barker of Battle".
  if (link === 'of' && before.length === 2 && PEERAGE.test(before[0]!.lower)) return true;
  if (link === 'of') return body || /^(?:republic|state|city|ministry|house|isle|gulf)$/i.test(last.text);
  if (link === 'for') return body;
  if (link === 'on') return before.some(({ lower }) => ON_BODIES.test(lower));
  if (link === 'in') return IN_BODIES.test(last.lower);
  if (link !== 'and') return false;
  // "Organized Crime and Corruption Reporting Project", but not "Castlemoor and Hopwell Group".
  const rest = { from: next, to: runFrom(words, next, language) };
  const lead = before.length > 1 && language.isPlace(before[0]!.lower) ? before[1]! : before[0]!;
  const plain = before.every((token) => !isRole(token)) && isCommonWord(lead.lower, language);
  const named = language.isGivenName(tokens[next]!.lower) || language.isPlace(tokens[next]!.lower);
  const ends = wordsIn(words, rest).some(isBody);
  const known = lexicon.KNOWN_BODIES.has(textOf(words, run).toLowerCase().replace(/^the /, ''));
  if (tokens[next - 1]!.lower === 'the' || !plain || named || known) return false;
  // "Committee for Food and Agriculture"; but a body of its own is not part of the one before.
  return body ? !ends && language.isCommon(tokens[next]!.lower) : ends && rest.to - rest.from > 1;
}

const isCommonWord = (lower: string, language: Language): boolean =>
  lexicon.GRAMMAR.has(lower) || lexicon.BODIES.has(lower) || language.isCommon(lower);

/** Takes ranks out of a run: "WADA President Witold Bańka" is a body and a person with a title. */
function namesOfRun(words: Words, run: Span, language: Language): Name[] {
  const tokens = wordsIn(words, run);
  // Of the words of rank, the last that has a name behind it.
  let rank = -1;
  for (let i = 0; i < tokens.length - 1; i++)
    if (isRole(tokens[i]!) && !isMiddleName(tokens, i, language)) rank = i;
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
  let first = rank;
  while (first > 0 && (isRankWord(tokens[first - 1]!) || tokens[first - 1]!.lower === 'of')) first--;
  // "Climate Minister Anna Berg": what is left is of the rank where it is nothing but common words.
  if (tokens.slice(0, first).every((token) => isPlainWord(token, language))) first = 0;
  const title = { from: run.from + first, to: run.from + rank + 1 };
  const person = { from: title.to, to: run.to, title };
  return first > 0 ? [{ from: run.from, to: title.from }, person] : [person];
}

/** "Sacha Baron Cohen", "Gopal Sri Ram": what could be a rank is a name behind a given name. */
const isMiddleName = (tokens: readonly Token[], at: number, language: Language): boolean =>
  at > 0 &&
  lexicon.HONORIFICS.has(tokens[at]!.lower) &&
  !isRole(tokens[at - 1]!) &&
  language.isGivenName(tokens[at - 1]!.lower);

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

/** Takes off what stands at the edges of a name without being of it; nothing where nothing is left. */
function cleaned(words: Words, name: Name, language: Language): Name[] {
  let { from, to } = name;
  const { tokens } = words;
  const at = (i: number) => tokens[i]!;
  const press = lexicon.PRESS.has(at(to - 1).lower);
  while (
    from < to &&
    lexicon.GRAMMAR.has(at(from).lower) &&
    !(at(from).text === 'The' && press && to - from < 5)
  )
    from++;
  // "Yesterday Viktor Dreyer", "Norwegian Lars Halvorsen".
  const leads = (i: number) => at(i).first || language.isDemonym(at(i).lower);
  while (
    to - from >= 2 &&
    leads(from) &&
    language.isGivenName(at(from + 1).lower) &&
    !language.isGivenName(at(from).lower) &&
    isCommonWord(at(from).lower, language)
  )
    from++;
  while (
    to - from >= 3 &&
    language.isDemonym(at(from).lower) &&
    !wordsIn(words, { from, to }).some(isBody) &&
    language.isGivenName(at(from + 1).lower)
  )
    from++;
  // "Former Odebrecht executives": an adjective at the head of a sentence is of no name.
  while (
    to - from >= 2 &&
    at(from).first &&
    (lexicon.FORMERLY.has(at(from).lower) || /ed$/.test(at(from).lower)) &&
    language.isCommon(at(from).lower)
  )
    from++;
  // "a Stanford MBA".
  const isDegree = (i: number) => isAcronym(at(i).text) && lexicon.NOT_BODIES.has(at(i).lower);
  // "Rachel More" is a name.
  const isGrammar = (i: number) =>
    lexicon.GRAMMAR.has(at(i).lower) && !(i - from === 1 && language.isGivenName(at(from).lower));
  while (to > from && (isGrammar(to - 1) || (to - from > 1 && isDegree(to - 1)))) to--;
  if (from >= to) return [];
  return [{ ...name, from, to }];
}
