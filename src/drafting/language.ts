// What the language knows of a word, from the lexicon and tagger of `compromise`, loaded when first used.

export type Gender = 'female' | 'male';

export interface Language {
  /** Given names, as far as they are known. */
  isGivenName(word: string): boolean;
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
/** Demonyms that the lexicon lacks or takes for something else. */
const MORE_DEMONYMS = new Set(
  'turkish spanish polish danish swedish finnish irish flemish dutch french western eastern european africans african asian arab arabs soviet kurdish catalan scottish welsh english british uk u.s us american-led chechen tatar ossetian abkhaz transnistrian palestinian cypriot maltese kosovar brazilian israeli'.split(
    ' ',
  ),
);
const MORE_PLACES = new Set(
  'kyiv nicosia minsk tbilisi chisinau tallinn riga vilnius astana bishkek dushanbe yerevan baku pristina skopje podgorica brasília brasilia são-paulo new-york hong-kong los-angeles san-francisco buenos-aires tel-aviv cape-town abu-dhabi saint-petersburg st-petersburg north-america south-america latin-america middle-east europe asia africa america mideast west-bank gaza siberia crimea donbas balkans scandinavia washington-dc d.c washington oregon'.split(
    ' ',
  ),
);

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
  const isDemonym = (word: string) =>
    MORE_DEMONYMS.has(word.toLowerCase().replace(/\.$/, '')) || tagsOf(word).includes('Demonym');
  return {
    genderOf(word) {
      const [female, male] = ['FemaleName', 'MaleName'].map((tag) => tagsOf(word).includes(tag));
      return female === male ? undefined : female ? 'female' : 'male';
    },
    isGivenName: (word) => tagsOf(word).some((tag) => NAME_TAGS.test(tag)),
    isPlace: (words) => MORE_PLACES.has(hyphened(words)) || tagsOf(words).some((tag) => PLACE_TAGS.test(tag)),
    isCountry: (words) => tagsOf(words).includes('Country'),
    isOrganization: (words) => tagsOf(words).includes('Organization'),
    isDemonym,
    isCommon(word) {
      const lower = word.toLowerCase();
      const tags = tagsOf(lower);
      if (tags.some((tag) => NAME_TAGS.test(tag) || PLACE_TAGS.test(tag) || tag === 'Organization'))
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
