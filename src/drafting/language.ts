// What the language knows of a word, from the lexicon and tagger of `compromise` and from our own gazetteer, loaded when first used.
import { ALSO_GIVEN_NAMES, DEMONYMS, GIVEN_NAMES, LEADING_SURNAMES, PLACES } from './gazetteer.ts';

export type Gender = 'female' | 'male';

export interface Language {
  /** Given names, as far as they are known. */
  isGivenName(word: string): boolean;
  /** A word that is a given name before a family name alone: "Bill Clark". */
  isAlsoGivenName(word: string): boolean;
  /** Family names that stand first: "Yu" of "Yu Gang". */
  isLeadingSurname(word: string): boolean;
  /** Whose given name it is, where it is one of the two alone. */
  genderOf(word: string): Gender | undefined;
  isPlace(words: string): boolean;
  isCountry(words: string): boolean;
  isOrganization(words: string): boolean;
  /** "Russian", "Americans": of a country, no name. */
  isDemonym(word: string): boolean;
  /** A word of the language that is no name: at the head of a sentence its capital tells nothing. */
  isCommon(word: string): boolean;
  /** A word that the lexicon lists as no name: telling even inside a sentence. */
  isListed(word: string): boolean;
}

const NAME_TAGS = /^(?:FirstName|MaleName|FemaleName|Person|LastName)$/;
const PLACE_TAGS = /^(?:City|Region|Country|Place|Address)$/;
/** Endings of English words that hardly any name has. */
const ENDINGS =
  /(?:tion|tions|ness|ment|ments|ity|ities|ism|ship|ing|ings|ers|ors|ists|ance|ence|ly|ed|ive|ous|ful|less|able|ible|ology|ents|ants|ies|ages|als)$/;
/** Letters alone: "José" is "jose". */
const bare = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

let loading: Promise<Language> | undefined;
export const language = (): Promise<Language> => (loading ??= load());

async function load(): Promise<Language> {
  const { default: nlp } = await import('compromise');
  const { lexicon } = (nlp.model() as unknown as { one: { lexicon: Record<string, string | string[]> } }).one;
  const entries = new Map(Object.entries(lexicon));
  const tagsOf = (words: string): readonly string[] => [entries.get(words.toLowerCase()) ?? []].flat();
  const guessed = new Map<string, readonly string[]>();
  /** Tags in running text, for words that the lexicon does not hold. */
  const guess = (word: string): readonly string[] => {
    const known = guessed.get(word);
    if (known) return known;
    const [sentence] = nlp(word).json() as { terms: { tags: string[] }[] }[];
    const tags = sentence?.terms[0]?.tags ?? [];
    guessed.set(word, tags);
    return tags;
  };
  const hyphened = (words: string) => words.toLowerCase().replaceAll(' ', '-');
  const isOneDemonym = (word: string) =>
    DEMONYMS.has(word.toLowerCase().replace(/\.$/, '')) || tagsOf(word).includes('Demonym');
  /** "Russian-U.S." is one as well. */
  const isDemonym = (word: string) =>
    isOneDemonym(word) || (word.includes('-') && word.split('-').every(isOneDemonym));
  const isGivenName = (word: string) =>
    GIVEN_NAMES.has(bare(word)) ||
    [...tagsOf(word), ...tagsOf(bare(word))].some((tag) => NAME_TAGS.test(tag));
  const isPlace = (words: string) =>
    PLACES.has(bare(hyphened(words))) || tagsOf(words).some((tag) => PLACE_TAGS.test(tag));
  return {
    isGivenName,
    isAlsoGivenName: (word) => ALSO_GIVEN_NAMES.has(word.toLowerCase()),
    isLeadingSurname: (word) => LEADING_SURNAMES.has(word.toLowerCase()),
    genderOf(word) {
      const [female, male] = ['FemaleName', 'MaleName'].map((tag) => tagsOf(word).includes(tag));
      return female === male ? undefined : female ? 'female' : 'male';
    },
    isPlace,
    isCountry: (words) => tagsOf(words).includes('Country'),
    isOrganization: (words) => tagsOf(words).includes('Organization'),
    isDemonym,
    isCommon(word) {
      if (/\d/.test(word)) return false;
      const lower = word.toLowerCase();
      const tags = tagsOf(lower);
      if (isGivenName(lower) || isPlace(lower) || tags.includes('Organization'))
        return /^(?:may|will|mark|march|august|april|june|hope|grace|rich|grant|bill|art|gene|sue|pat|frank)$/.test(
          lower,
        );
      if (tags.length > 0 || ENDINGS.test(lower)) return true;
      return !guess(lower).some((tag) => tag === 'Singular' || tag === 'ProperNoun');
    },
    isListed(word) {
      const tags = tagsOf(word);
      return (
        tags.length > 0 &&
        !tags.some((tag) => NAME_TAGS.test(tag) || PLACE_TAGS.test(tag) || tag === 'Organization')
      );
    },
  };
}
