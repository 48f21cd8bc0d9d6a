// Keys under which names and words meet: `fold` across accents and case, `sound` across scripts and romanisations.
import { CYRILLIC, GREEK, GREEK_PAIRS, LATIN, SPELLED_OUT } from './letters.ts';

/** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic. Marks of Indic scripts are letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g;
const APOSTROPHES = /['’‘ʼʹ′`´]/g;
const NOT_IN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * Lower case without accents, letters such as ß and ø spelled out, apostrophes dropped, all other punctuation one
 * space: "  Đorđe O’Brien-Łukasz" is "dorde obrien lukasz". Scripts stay as they are. O(n).
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replace(ACCENTS, '').replace(APOSTROPHES, '');
  const spelled = plain.replace(/[ßøłđðþæœıħς]/g, (letter) => SPELLED_OUT[letter]!);
  return spelled.replace(NOT_IN_WORDS, ' ').trim().normalize('NFC');
}

/**
 * How a name sounds, roughly, whichever way it came into Latin letters: English, German and scholarly romanisations
 * of Cyrillic meet each other and the original; Greek its usual romanisation. For finding, not for deciding: some
 * different names meet as well. Word by word; O(n).
 *
 * | rule | meets |
 * |---|---|
 * | Cyrillic and Greek letter by letter (letters.ts), soft and hard signs dropped | Спектор, Spektor |
 * | letters with a hook or accent as English spells them: č ch, š sh, ž zh, ü ue | Dvorkovič, Dvorkovich |
 * | tsch, tch, ch, cz are one sound; sch, sh, sz; zh; kh and h; ts and tz; ph and f; th and t | Dworkowitsch |
 * | v and w; ck, q and c are k, but c before e, i, y is s; x is ks; -ff is v | Medwedew, Spector, Romanoff |
 * | y and j are i, several i one; ie is e; iu after a consonant u; yo after a consonant e; ou u | Jewgenij, Yevgeny, Evgeni |
 * | doubled letters are one | Alekseyeva, Alekseeva, Alexeeva |
 * | -er after a consonant at the end is r | Alexander, Aleksandr |
 */
export function sound(text: string): string {
  const latin = fold(inLatin(text.toLowerCase().normalize('NFC')));
  const consonants = latin.replace(CONSONANTS, (found) => SOUNDS[found]!);
  return consonants
    .replace(/i+/g, 'i')
    .replace(/ie/g, 'e')
    .replace(/(?<=[bcdfghjklmnprstvxz])iu/g, 'u')
    .replace(/ou/g, 'u')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/(?<=[bcdfghjklmnprstvxz])er(?!\p{L})/gu, 'r');
}

/** What sounds as one, under one letter: `c` as in church, `x` as in shoe, `j` as in vision. */
const SOUNDS: Readonly<Record<string, string>> = {
  ...{ tsch: 'c', tch: 'c', ch: 'c', cz: 'c', sch: 'x', sh: 'x', sz: 'x', zh: 'j', kh: 'h' },
  ...{
    tz: 'ts',
    ph: 'f',
    th: 't',
    gh: 'g',
    ck: 'k',
    q: 'k',
    x: 'ks',
    c: 'k',
    ff: 'v',
    w: 'v',
    y: 'i',
    j: 'i',
  },
  ...{ yo: 'e', jo: 'e', ce: 'se', ci: 'si', cy: 'si' },
};
const CONSONANTS =
  /tsch|tch|ch|cz|sch|sh|sz|zh|kh|tz|ph|th|gh|ck|c[eiy]|(?<=[bcdfghklmnpqrstvwxz])[yj]o|ff(?!\p{L})|[qxcwyj]/gu;

function inLatin(text: string): string {
  const paired = /[α-ω]/u.test(text)
    ? withoutAccents(text).replace(/ου|αυ|ευ|αι|ει|οι|μπ|γκ/g, (pair) => GREEK_PAIRS[pair]!)
    : text;
  let latin = '';
  for (const letter of paired) latin += LETTERS.get(letter) ?? letter;
  return latin;
}

const LETTERS = new Map(Object.entries({ ...CYRILLIC, ...GREEK, ...LATIN }));

/** Greek alone is taken apart: in Cyrillic й is no и, and č is not c. */
const withoutAccents = (text: string): string =>
  text.replace(/[ά-ώἀ-ῼ]/gu, (letter) => letter.normalize('NFD').replace(ACCENTS, ''));
