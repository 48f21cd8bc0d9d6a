// Ranges that a place in words names: a page, a paragraph, a paragraph or item under a heading.
import type { Locator } from '../records.ts';
import { fold } from '../fold.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Lines that hold something, in UTF-16 units; read on demand, since few locators need them. */
export class Places {
  readonly #text: string;
  #lines: readonly Range[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The range the locator's page or place names, if one of `words` stands in it: how paragraphs are counted is nowhere
   * laid down, and a paragraph without a word of the claim is another one.
   */
  find({ page, place = '' }: Locator, words: readonly string[]): Range | undefined {
    const range = this.#page(page ?? /^page (\d+)$/i.exec(place)?.[1]) ?? this.#paragraph(place);
    if (!range) return undefined;
    const folded = ` ${fold(this.#text.slice(range.start, range.end))} `;
    const holds = words.some((word) => fold(word) !== '' && folded.includes(` ${fold(word)} `));
    return holds ? range : undefined;
  }

  /** Pages end with a form feed, as the text of a PDF has them. */
  #page(page: string | undefined): Range | undefined {
    if (!page || !/^\d+$/.test(page) || !this.#text.includes('\f')) return undefined;
    let start = 0;
    for (let n = 1; n < Number(page); n++) {
      start = this.#text.indexOf('\f', start) + 1;
      if (start === 0) return undefined;
    }
    const end = this.#text.indexOf('\f', start);
    return { start, end: end < 0 ? this.#text.length : end };
  }

  /** "paragraph 4", "Background, paragraph 2", "At a glance, item 3". */
  #paragraph(place: string): Range | undefined {
    const [, heading, number] = /^(?:(.+), )?(?:paragraph|item) (\d{1,6})$/i.exec(place) ?? [];
    if (!number) return undefined;
    const lines = (this.#lines ??= linesOf(this.#text));
    const says = ({ start, end }: Range) => fold(this.#text.slice(start, end));
    const at = heading ? lines.findIndex((line) => says(line) === fold(heading)) : -1;
    return heading && at < 0 ? undefined : lines[at + Number(number)];
  }
}

const linesOf = (text: string): readonly Range[] =>
  Array.from(text.matchAll(/[^\n\r\f]*\S[^\n\r\f]*/g), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
