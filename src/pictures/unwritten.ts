// Words in letters that a face does not have: a numbered mark stands for each, so that two names stay two and no box stands for either.

/** Scripts by the names they go by; all else is "sign". */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Japanese', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Han', /\p{Script=Han}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
];

/** The script of the first letter that has one of a name. */
const scriptOf = (words: string): string => SCRIPTS.find(([, letters]) => letters.test(words))?.[0] ?? 'sign';

/** Letters that the faces are known to lack, without asking them: of no script that Inter and Source Serif are cut for. */
const FOREIGN =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+/gu;

/** The scripts in a text that a PDF has no letters for. */
export const foreignScriptsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(FOREIGN), ([letters]) => scriptOf(letters))),
];

/** Has no width and no outline, and needs none. */
const UNSEEN = /^[\p{Cf}\p{Cc}\p{Z}\p{Variation_Selector}\s]$/u;

/** What one document could not write, in the order in which it met it. */
export class Unwritten {
  readonly #marks = new Map<string, string>();

  /** The words as they are to be drawn: "[Arabic 1] (since 2018)". The same run of letters has the same mark. */
  shown(words: string, has: (code: number) => boolean): string {
    const lacks = (letter: string) => !UNSEEN.test(letter) && !has(letter.codePointAt(0)!);
    if (!Array.from(words).some(lacks)) return words;
    return words.replace(/\S+/gu, (word) => this.#markedIn(word, lacks));
  }

  /** The scripts that it met, each once, in how many runs of letters, and the first of its marks. */
  met(): { readonly scripts: readonly string[]; readonly count: number; readonly first?: string } {
    const scripts = new Set(Array.from(this.#marks.keys(), scriptOf));
    const [first] = this.#marks.values();
    return { scripts: [...scripts].sort(), count: this.#marks.size, ...(first && { first }) };
  }

  /** Marks within a word, for each run of letters between two that can be drawn. */
  #markedIn(word: string, lacks: (letter: string) => boolean): string {
    let [shown, run] = ['', ''];
    for (const letter of word) {
      if (lacks(letter) || (run !== '' && UNSEEN.test(letter))) run += letter;
      else {
        shown += this.#markOf(run) + letter;
        run = '';
      }
    }
    return shown + this.#markOf(run);
  }

  #markOf(run: string): string {
    if (run === '') return '';
    const mark = this.#marks.get(run) ?? `[${scriptOf(run)} ${this.#marks.size + 1}]`;
    this.#marks.set(run, mark);
    return mark;
  }
}
