// The one reader of JSON from files: numbers keep their digits, objects are Maps, and Python's NaN and Infinity pass.
import { InputError } from '../plugin/problem.ts';
import { LIMITS } from './limits.ts';
import type { Tally } from './tally.ts';

/** A number as written. */
export class Digits {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
/** Maps, since keys come from files: `__proto__` is a key like any other. Of repeated keys the last counts. */
export type JsonObject = ReadonlyMap<string, Json>;
export type Json = string | boolean | null | Digits | readonly Json[] | JsonObject;

export const isObject = (json: Json | undefined): json is JsonObject => json instanceof Map;
export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

/** @throws InputError with line and column where the text is not JSON or is nested more than 256 deep. */
export function readJson(text: string, tally: Tally): Json {
  const reader = new JsonReader(text, tally);
  return reader.document();
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BEYOND_JSON = /-?(?:NaN|Infinity|Inf(?![a-z])|nan(?![a-z])|inf(?![a-z]))/y;
/** A string without escapes or control characters, the common case. */
const PLAIN = /"[^"\\\0-\x1f]*"/y;
const SPACE = /[ \t\n\r\ufeff]*/y;
const ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
]);

class JsonReader {
  readonly #text: string;
  readonly #tally: Tally;
  #at = 0;
  #depth = 0;
  #firstBeyond: string | undefined;

  constructor(text: string, tally: Tally) {
    this.#text = text;
    this.#tally = tally;
  }

  document(): Json {
    this.#skip();
    const json = this.#value();
    this.#skip();
    if (this.#at < this.#text.length) this.#refuse('something follows the end of the data');
    return json;
  }

  #value(): Json {
    switch (this.#text[this.#at]) {
      case '{':
        return this.#nested(() => this.#object());
      case '[':
        return this.#nested(() => this.#list());
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      default:
        return this.#text.startsWith('null', this.#at) ? this.#word('null', null) : this.#number();
    }
  }

  #nested<T extends Json>(read: () => T): T {
    if (++this.#depth > LIMITS.depth) this.#refuse(`it is nested more than ${LIMITS.depth} deep`);
    this.#at++;
    this.#skip();
    const json = read();
    this.#depth--;
    return json;
  }

  #object(): JsonObject {
    const object = new Map<string, Json>();
    if (this.#ends('}')) return object;
    do {
      this.#skip();
      if (this.#text[this.#at] !== '"') this.#refuse('a name in quotation marks is missing');
      const name = this.#string();
      this.#skip();
      if (!this.#ends(':')) this.#refuse('a colon is missing');
      this.#skip();
      object.set(name, this.#value());
      this.#skip();
    } while (this.#ends(','));
    if (!this.#ends('}')) this.#refuse('a comma or a closing brace is missing');
    return object;
  }

  #list(): Json[] {
    const list: Json[] = [];
    if (this.#ends(']')) return list;
    do {
      this.#skip();
      list.push(this.#value());
      this.#skip();
    } while (this.#ends(','));
    if (!this.#ends(']')) this.#refuse('a comma or a closing bracket is missing');
    return list;
  }

  #string(): string {
    const plain = this.#match(PLAIN);
    if (plain !== undefined) return plain.slice(1, -1);
    let string = '';
    let from = ++this.#at;
    for (; ; this.#at++) {
      const mark = this.#text[this.#at];
      if (mark === undefined) this.#refuse('a quotation mark is missing');
      if (mark !== '"' && mark !== '\\') continue;
      string += this.#text.slice(from, this.#at++);
      if (mark === '"') return string;
      string += this.#escape();
      from = this.#at + 1;
    }
  }

  /** Reads the character after a backslash; leaves the reader on the last one it used. */
  #escape(): string {
    const mark = this.#text[this.#at] ?? '';
    const plain = ESCAPES.get(mark);
    if (plain !== undefined) return plain;
    const code = this.#text.slice(this.#at + 1, this.#at + 5);
    if (mark !== 'u' || !/^[\da-fA-F]{4}$/.test(code))
      this.#refuse('a backslash stands before something it cannot escape');
    this.#at += 4;
    return String.fromCharCode(parseInt(code, 16));
  }

  #number(): Digits {
    const number = this.#match(NUMBER);
    if (number !== undefined) return new Digits(number);
    const beyond = this.#match(BEYOND_JSON);
    if (beyond === undefined)
      this.#refuse(this.#at < this.#text.length ? 'a value is missing or misspelled' : 'it ends too early');
    // Counting lines takes time, and only the first place is told.
    this.#firstBeyond ??= this.#where();
    this.#tally.add(
      'kept',
      'NaN and infinities, which JSON does not know, were read all the same.',
      this.#firstBeyond,
    );
    const sign = beyond.startsWith('-') ? '-' : '';
    return new Digits(/nan/i.test(beyond) ? 'NaN' : `${sign}Infinity`);
  }

  #word<T extends boolean | null>(word: string, json: T): T {
    if (!this.#text.startsWith(word, this.#at)) this.#refuse('a value is misspelled');
    this.#at += word.length;
    return json;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #ends(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  #skip(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code > 0x20 && code !== 0xfeff) return;
    this.#match(SPACE);
  }

  #where(): string {
    const before = this.#text.slice(0, this.#at).split('\n');
    return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  }

  #refuse(why: string): never {
    const where = this.#where();
    const what = `The file is not JSON that can be read: ${why}.`;
    throw new InputError(`${where}: ${what}`, [{ outcome: 'refused', where, what }]);
  }
}

/** The same as text again, digits as they were. Deep ones were refused on reading. */
export function writeJson(json: Json): string {
  if (json instanceof Digits) return json.text;
  if (isObject(json))
    return `{${Array.from(json, ([name, value]) => `${JSON.stringify(name)}:${writeJson(value)}`).join(',')}}`;
  return isList(json) ? `[${json.map(writeJson).join(',')}]` : JSON.stringify(json);
}
