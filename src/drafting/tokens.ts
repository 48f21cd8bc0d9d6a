// Text → words in sentences, with what stands between them. Places are UTF-16 here; they become code points at the end.
import type { Language } from './language.ts';

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one; a possessive's 's is part of it. */
  readonly gap: string;
  readonly capital: boolean;
  /** "Spector’s". */
  readonly possessive: boolean;
  readonly sentence: number;
  /** First of its sentence, or of a quotation in it. */
  readonly first: boolean;
  /** In a line whose words are all capitalised, where a capital tells nothing. */
  readonly headline: boolean;
}

export interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** For each sentence its first token and the one after its last. */
  readonly sentences: readonly (readonly [from: number, to: number])[];
}

const LINK = /https?:\/\/\S+|(?:www|pic)\.\S+\.\S+|\S+@\S+\.\S+|[@#][\p{L}\p{N}_]+/gu;
const WORD =
  /(?:\p{L}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’‑.&-][\p{L}\p{N}\p{M}]+)*(?:(?<=\p{Lu}\p{Ll}*)\+(?!\p{L}))?/gu;
/** "al-Adly" is a name as much as "Adly", and so is "1MDB". */
const CAPITAL =
  /^(?:(?:al|el|ul|ad|as|ash|ar|an|at|az|abu|ibn|bin|d|l|o)[-’'])?\p{Lu}|^\d+\p{Lu}[\p{Lu}\p{Ll}]/u;
const POSSESSIVE = /['’]s$/i;
const SHORTENED =
  /^(?:mr|mrs|ms|dr|prof|sir|st|inc|co|corp|ltd|bros|gen|sen|rep|gov|lt|col|capt|sgt|maj|adm|rev|hon|jr|sr|no|vs|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|art|pres|dept|univ|v|d|p)$/i;

/** "Anti-corruption" is one word. */
const PREFIX =
  /^(?:anti|pro|non|post|pre|ex|co|multi|counter|inter|cross|self|semi|sub|trans|ultra|vice|well|long|short|high|low|mid|one|two|three|four|five|half|full|part|then|so|e|x|t)$/i;

/** Links and handles become signs that no word holds; every place stays where it was. */
const masked = (text: string): string => text.replace(LINK, (link) => '\0'.repeat(link.length));

export function wordsOf(text: string, language: Language): Words {
  const plain = masked(text);
  const found = [...plain.matchAll(WORD)].flatMap((match) => [...split(match[0], match.index)]);
  const headlines = headlinesOf(text, language);
  const wrapped = isWrapped(text);
  const tokens: Token[] = [];
  const sentences: [number, number][] = [];
  for (const [i, { word, start, end, possessive }] of found.entries()) {
    const before = tokens.at(-1);
    const gap = plain.slice(before?.end ?? 0, start);
    const capital = CAPITAL.test(word);
    const breaks = !before || endsSentence(gap, before, capital || /^\d/.test(word), wrapped);
    if (breaks) sentences.push([i, i]);
    sentences.at(-1)![1] = i + 1;
    tokens.push({
      text: word,
      lower: word.toLowerCase().replaceAll('’', "'"),
      start,
      end,
      gap,
      capital,
      possessive,
      sentence: sentences.length - 1,
      first: breaks || /[“"«„‘(]\s*$/.test(gap) || /[:•]\s+$/.test(gap),
      headline: headlines.some(([from, to]) => start >= from && end <= to),
    });
  }
  return { text, tokens, sentences };
}

function* split(
  word: string,
  start: number,
): Generator<{
  word: string;
  start: number;
  end: number;
  possessive: boolean;
}> {
  const bare = word.replace(POSSESSIVE, '');
  // "on Thursday.John Marsh said": a blank that was lost.
  const glued = /^(.*\p{Ll}{2}\.)(\p{Lu}\p{Ll}.*)$/u.exec(word);
  if (glued) {
    const end = start + glued[1]!.length - 1;
    yield { word: glued[1]!.slice(0, -1), start, end, possessive: false };
    return yield* split(glued[2]!, end + 1);
  }
  // "U.S.-Russian", "Minsk-based": a name before the hyphen is a word of its own.
  const joined = /^(.{2,})-(\p{Ll}{3,}|Russian|Russia|American)$/u.exec(bare);
  if (joined && /^\p{Lu}/u.test(bare) && !PREFIX.test(joined[1]!)) {
    yield { word: joined[1]!, start, end: start + joined[1]!.length, possessive: false };
    start += joined[1]!.length + 1;
    yield { word: joined[2]!, start, end: start + joined[2]!.length, possessive: bare !== word };
  } else yield { word: bare, start, end: start + bare.length, possessive: bare !== word };
}

function endsSentence(gap: string, before: Token, capital: boolean, wrapped: boolean): boolean {
  if (gap.includes('\0')) return true;
  if (/\n\s*\n/.test(gap) || /\n\s*[-•*–—»>]/.test(gap)) return true;
  if (/\n/.test(gap)) return !wrapped || (capital && /[.!?]/.test(gap));
  if (/[!?…]/.test(gap)) return capital;
  if (!/\./.test(gap) && !/\.$/.test(before.text)) return false;
  if (gap === '.' && capital) return before.end - before.start > 2;
  if (!capital || !/\s/.test(gap)) return false;
  if (/\.["”’»)]/.test(gap)) return true;
  if (/^\p{Lu}$/u.test(before.text) || SHORTENED.test(before.text)) return false;
  // "U.S." may end a sentence or not; that it does is rarer.
  return !/^(?:\p{Lu}\.)+$/u.test(before.text);
}

/** Whether lines are broken to a width, so that a line's end is no more than a blank. */
function isWrapped(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const long = lines.filter((line) => line.length >= 50 && line.length <= 110).length;
  return lines.length > 6 && long > lines.length * 0.6 && lines.every((line) => line.length <= 110);
}

/** Lines in headline case or in capitals, as places from and to. */
function headlinesOf(text: string, language: Language): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (isHeadline(line, language)) found.push([start, start + line.length]);
    start += line.length + 1;
  }
  return found;
}

/** A byline, the name under a statement, a line that ends as a sentence does or holds two. */
const NO_HEADLINE = /@|^\s*(?:[-–—•]\s*)?[Bb][Yy]\s|^\s*[—–-]+\s*The\s|[.;]\s*$|\p{L}{3}\.["”]?\s+\p{Lu}/u;
/** Words of four letters and more that headlines may leave small. */
const LEFT_SMALL =
  /^(?:about|after|amid|from|into|near|over|than|that|their|this|through|under|until|upon|with)$/;

/** Whether capitals tell nothing in a line, since common words have them too. */
function isHeadline(line: string, language: Language): boolean {
  if (NO_HEADLINE.test(line)) return false;
  const words = line.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const telling = words.filter((word) => word.length >= 4 && !LEFT_SMALL.test(word));
  if (telling.length < 1 || words.length > 30) return false;
  if (line === line.toUpperCase()) return true;
  const capitals = telling.filter((word) => /^\p{Lu}/u.test(word));
  const small = telling.length - capitals.length;
  // A list of names, or a name alone as under a picture, has no common words in capitals.
  const isName = (word: string) =>
    language.isGivenName(word.toLowerCase()) || !language.isCommon(word.toLowerCase());
  if (words.length <= 4)
    return (
      small === 0 && !(words.length > 1 && isName(words[0]!) && (words.length < 3 || words.every(isName)))
    );
  // A plural may be an unknown family name: "Jinkis".
  const isCommon = (word: string) =>
    language.isListed(word) || (language.isCommon(word) && !word.endsWith('s'));
  const common = capitals.filter((word) => isCommon(word.toLowerCase())).length;
  return common > 1 && common * 4 >= capitals.length && small <= telling.length * (common > 2 ? 0.2 : 0.1);
}
