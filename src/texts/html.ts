// The words of a web page, without making a page of it: nothing is run, fetched or styled, since nothing is ever built.
import { characterOf } from './characters.ts';

/** Elements whose content is no text of the page. */
const DROPPED = new Set(
  'script style template noscript iframe object svg math title select datalist canvas audio video'.split(' '),
);
/** Their content is no markup but text, up to their own end tag (HTML, section 13.2.5). */
const RAW = new Set('script style iframe noscript title textarea xmp noembed noframes'.split(' '));
/** Elements that stand on lines of their own, and those with a blank line around them. */
const BLOCK = new Set(
  'address article aside body dd details div dl dt fieldset figcaption figure footer form header hgroup li main nav ol option section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const SPACED = new Set('blockquote h1 h2 h3 h4 h5 h6 hr p pre'.split(' '));
const TAG = /<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/iy;

/**
 * Blocks end lines, paragraphs and headings have a blank line between them, cells a tab; all other white space is one
 * blank but in `pre`. Entities are resolved; what no parser would take for a tag is text. O(n).
 */
export function textOfHtml(html: string): string {
  const page = new Page();
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    if (next < 0) {
      page.say(html.slice(at));
      break;
    }
    page.say(html.slice(at, next));
    at = page.markup(html, next);
  }
  return page.text();
}

class Page {
  readonly #pieces: string[] = [];
  /** Line ends owed before the next word. */
  #breaks = 0;
  #blank = false;
  #pre = 0;
  /** The element that is being dropped, and how deep its like are nested. */
  #dropped: { readonly name: string; depth: number } | undefined;

  text(): string {
    return this.#pieces.length > 0 ? `${this.#pieces.join('')}\n` : '';
  }

  say(raw: string): void {
    if (this.#dropped || raw === '') return;
    const words = raw.includes('&')
      ? raw.replace(ENTITY, (whole, name: string) => characterOf(name) ?? whole)
      : raw;
    if (this.#pre > 0) this.#put(words.replace(/\r\n?/g, '\n'));
    else this.#flow(words);
  }

  /** Takes what begins with `<` at `at`; returns where it ends. */
  markup(html: string, at: number): number {
    if (html.startsWith('<!--', at)) return after(html, '-->', at + 4);
    if (/^<[!?]/.test(html.slice(at, at + 2))) return after(html, '>', at + 2);
    TAG.lastIndex = at;
    const [whole, slash, tag] = TAG.exec(html) ?? [];
    if (!whole) {
      this.say('<');
      return at + 1;
    }
    const name = tag!.toLowerCase();
    if (slash) this.#close(name);
    else if (!/\/\s*>$/.test(whole) || !DROPPED.has(name)) this.#open(name);
    const end = at + whole.length;
    return slash || !RAW.has(name) ? end : this.#raw(html, name, end);
  }

  /** The content of an element that holds no markup is skipped, or said where it is a text. */
  #raw(html: string, name: string, from: number): number {
    const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    close.lastIndex = from;
    const end = close.exec(html)?.index ?? html.length;
    this.say(html.slice(from, end));
    return end;
  }

  #open(name: string): void {
    if (this.#dropped) {
      if (this.#dropped.name === name) this.#dropped.depth++;
    } else if (DROPPED.has(name)) this.#dropped = { name, depth: 1 };
    else this.#mark(name, 1);
  }

  #close(name: string): void {
    if (this.#dropped?.name === name && --this.#dropped.depth === 0) this.#dropped = undefined;
    else if (!this.#dropped) this.#mark(name, -1);
  }

  #mark(name: string, way: 1 | -1): void {
    if (name === 'br') this.#put('\n');
    else if (name === 'td' || name === 'th') this.#blank ||= way < 0;
    else if (BLOCK.has(name)) this.#breaks = Math.max(this.#breaks, 1);
    else if (SPACED.has(name)) this.#breaks = 2;
    if (name === 'pre') this.#pre = Math.max(0, this.#pre + way);
  }

  #flow(words: string): void {
    const lead = /^\s/.test(words);
    const flowing = words.replace(/[ \t\r\n\f]+/g, ' ').trim();
    this.#blank ||= lead;
    if (flowing === '') return;
    this.#put(flowing);
    this.#blank = /[ \t\r\n\f]$/.test(words);
  }

  #put(words: string): void {
    const first = this.#pieces.length === 0;
    const atStart = first || this.#breaks > 0 || this.#pieces.at(-1)!.endsWith('\n');
    if (!first && this.#breaks > 0) this.#pieces.push('\n'.repeat(this.#breaks));
    if (!atStart && this.#blank && words !== '\n') this.#pieces.push(' ');
    if (!(first && words === '\n')) this.#pieces.push(words);
    this.#breaks = 0;
    this.#blank = false;
  }
}

const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?/gi;

function after(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from);
  return at < 0 ? html.length : at + end.length;
}
