// Whether two names may be those of one person or organization: for leaving a doubt, not for deciding.
import { sound } from './fold.ts';

const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'professor',
  'sir',
  'dame',
  'lord',
  'lady',
  'herr',
  'frau',
]);

const wordsOf = (name: string): readonly string[] => {
  const words = sound(name).split(' ').filter(Boolean);
  const bare = words.filter((word) => !SOUNDING.has(word));
  return bare.length > 0 ? bare : words;
};
const SOUNDING = new Set([...TITLES].map(sound));

/**
 * True where all words of one are in the other, in whatever order and script, initials standing for words
 * ("A. Petrova" in "Анна Сергеевна Петрова"), and where both begin with one name: people change their surnames.
 */
export function mayNameOne(a: string, b: string): boolean {
  const [few, many] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length) as [
    readonly string[],
    readonly string[],
  ];
  if (few.length === 0) return true;
  if (few.length > 1 && few[0] === many[0] && few[0]!.length > 1) return true;
  const left = [...many];
  return few.every((word) => {
    const at = left.findIndex((other) => standsFor(word, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

const standsFor = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) === 1 && a[0] === b[0]);
