// Capitalised words and the small words between them → runs that may be one name.
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { isAcronym, isBody, isCommonWord, isRole, textOf, wordsIn, type Span } from './spans.ts';
import type { Token, Words } from './tokens.ts';

/** "Don’t", "We’ll"; the party and state behind a lawmaker's name. */
const NO_NAME = /^I$|n[’']t$|[’'](?:ll|ve|re|m)$|^[RDI]-\p{Lu}/u;
export const startsName = ({ text, capital }: Token): boolean => capital && !NO_NAME.test(text);

/** One past the last token of the run that begins at `from`. */
export function runFrom(words: Words, from: number, language: Language): number {
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
    if (next.lower === 'party' && /^\s+$/.test(next.gap) && isOfParty(tokens[to - 1]!, language))
      return to + 1;
    // "Nord Stream 2 AG".
    const behind = tokens[to + 1];
    if (/^\d+$/.test(next.text) && behind && lexicon.LEGAL_FORMS.has(behind.lower) && / $/.test(behind.gap)) {
      to += 2;
      continue;
    }
    const reach = next.capital ? 0 : acrossSmallWords(words, from, to, language);
    if (reach === 0) return to;
    to = reach;
  }
}

const isOfParty = ({ lower, possessive, headline }: Token, language: Language): boolean =>
  !possessive &&
  !headline &&
  !language.isDemonym(lower) &&
  !lexicon.GRAMMAR.has(lower) &&
  !language.isGivenName(lower);

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
  if (before.possessive) return PEOPLE.test(before.lower) || (next.lower === 'office' && isRole(before));
  if (/^\s*&\s*$/.test(gap) || /^[ \u00a0\n]+$/.test(gap)) return true;
  return (
    /^\.\s+$/.test(gap) &&
    ((before.lower === 'co' && before !== first && !lexicon.GRAMMAR.has(next.lower)) ||
      before.text.length === 1 ||
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
  const ranked = wordsIn(words, run);
  // What is before a rank is no part of the name behind it.
  const before = ranked.slice(ranked.slice(0, -1).findLastIndex(isRole) + 1);
  const last = before.at(-1)!;
  const body = before.some(isBody) && !isRole(last);
  if ((link === 'of' || link === 'for') && isRole(last))
    return (
      [next, next + 1].some((at) => tokens[at]?.capital && lexicon.PORTFOLIOS.has(tokens[at].lower)) ||
      (!language.isGivenName(tokens[next]!.lower) &&
        language.isCommon(tokens[next]!.lower) &&
        tokens[next + 1]?.capital === true &&
        language.isGivenName(tokens[next + 1]!.lower))
    );
  if (/^(?:for|against|without)$/.test(link) && GROUPS.test(last.lower))
    return language.isCommon(tokens[next]!.lower);
  // "Lord Barker of Battle".
  if (link === 'of' && ranked.length === 2 && PEERAGE.test(ranked[0]!.lower)) return true;
  if (link === 'of' && last.lower === 'directors') return false;
  // "Prevention of Corruption Act".
  const end = tokens[runFrom(words, next, language) - 1]!;
  if (link === 'of' && /^(?:act|law|code|convention|treaty|bill)$/.test(end.lower) && end !== tokens[next])
    return true;
  if (link === 'of') return body || /^(?:republic|state|city|ministry|house|isle|gulf)$/i.test(last.text);
  if (link === 'for') return body;
  if (lexicon.NOT_NAMES.has(tokens[next]!.lower)) return false;
  if (link === 'on') return before.some(({ lower }) => ON_BODIES.test(lower));
  if (link === 'in') return before.length > 1 && IN_BODIES.test(last.lower);
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
