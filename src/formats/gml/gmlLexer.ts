// The words of GML: keys, numbers, strings and brackets.
import { InputError } from '../../plugin/problem.ts';
import { withoutEntities } from '../entities.ts';
import { LIMITS } from '../limits.ts';
import { PulledText, type Pull } from '../pulledText.ts';

export type GmlToken = 'word' | 'string' | '[' | ']' | 'end';

/** UTF-16 units of a string as written: up to eight for one, as in `&#65533;`. */
const LONGEST = 8 * LIMITS.text;

export class GmlLexer {
  /** What was read last. */
  kind: GmlToken = 'end';
  /** Of a word, or of a string without its entities. */
  text = '';
  /** Where it began. */
  line = 1;
  readonly #from = new PulledText();
  #inComment = false;

  /** Reads one more. Call as `if (!lexer.scan()) yield* lexer.wait()`: most are at hand. */
  *wait(): Pull<void> {
    do yield* this.#from.more();
    while (!this.scan());
  }

  /** False where more text is needed to know. */
  scan(): boolean {
    if (!this.#skipped()) return false;
    const { text, at } = this.#from;
    this.line = this.#from.line;
    const mark = text[at];
    if (mark === undefined) this.kind = 'end';
    else if (mark === '"') return this.#string();
    else if (mark === '[' || mark === ']') {
      this.kind = mark;
      this.#from.at++;
    } else return this.#word();
    return true;
  }

  /** Blanks, line ends, and comments from `#` to the end of the line. */
  #skipped(): boolean {
    const from = this.#from;
    for (; from.at < from.text.length; from.skip(1)) {
      const code = from.text.charCodeAt(from.at);
      if (code === 10 || code === 13) this.#inComment = false;
      else if (code === 35) this.#inComment = true;
      if (!this.#inComment && code > 32 && code !== 0xa0) return true;
    }
    return from.ended;
  }

  #string(): boolean {
    const from = this.#from;
    const end = from.text.indexOf('"', from.at + 1);
    if (from.text.length - from.at > LONGEST && (end < 0 || end - from.at > LONGEST))
      this.refuse('a string is not closed, or too long');
    if (end < 0 && from.ended) this.refuse('a string is not closed');
    if (end < 0) return false;
    this.kind = 'string';
    this.text = withoutEntities(from.text.slice(from.at + 1, end));
    from.skip(end + 1 - from.at);
    return true;
  }

  #word(): boolean {
    const from = this.#from;
    let end = from.at;
    while (end < from.text.length && !ends(from.text.charCodeAt(end))) end++;
    if (end - from.at > LIMITS.text) this.refuse('a word is too long');
    if (end === from.text.length && !from.ended) return false;
    this.kind = 'word';
    this.text = from.text.slice(from.at, end);
    from.at = end;
    return true;
  }

  refuse(why: string): never {
    const where = `line ${this.line}`;
    const what = `This is not GML that can be read: ${why}. Correct it there, or save it as GML again.`;
    throw new InputError(`${where}: ${what}`, [{ outcome: 'refused', where, what }]);
  }
}

/** Blanks, line ends, quotes and brackets end a word. */
const ends = (code: number): boolean => code <= 32 || code === 34 || code === 91 || code === 93;
