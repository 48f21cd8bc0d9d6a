// What stands at the edges of a name without being of it: articles, adjectives, a country, a degree.
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { isAcronym, isBody, isCommonWord, wordsIn, type Name } from './spans.ts';
import type { Words } from './tokens.ts';

/** Takes off what stands at the edges of a name without being of it; nothing where nothing is left. */
export function cleaned(words: Words, name: Name, language: Language): Name[] {
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
    !(language.isAlsoGivenName(at(from).lower) && to - from === 2) &&
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
  // "Virginia Democrat Mark Warner".
  if (to - from >= 4 && lexicon.NOT_NAMES.has(at(from + 1).lower) && language.isPlace(at(from).lower))
    from += 2;
  // "the Russian FSB".
  const known = (i: number) =>
    isAcronym(at(i).text) || (lexicon.KNOWN_BODIES.has(at(i).lower) && !lexicon.STATES.has(at(from).lower));
  if (to - from > 1 && known(to - 1))
    while (from < to - 1 && (language.isDemonym(at(from).lower) || /^(?:east|west)$/.test(at(from).lower)))
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
