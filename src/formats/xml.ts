// The one reader of XML: streaming and strict, over saxes; no entity of a file is ever expanded, nothing is ever fetched.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Cancelled, type Job } from '../plugin/job.ts';
import { InputError, type Problem } from '../plugin/problem.ts';
import { LIMITS } from './limits.ts';
import { textOf } from './text.ts';

/** By the name as written, prefix and all. Without a prototype, since names come from files. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What a format does at each element. Names come without prefix: prefixes and namespace versions vary too much to match. */
export interface XmlVisitor {
  /** At a start tag. Returns true to be given the text directly inside the element when it closes. */
  open(name: string, attributes: XmlAttributes, at: XmlPlace): boolean | void;
  /** At an end tag; `text` is empty unless `open` asked for it. */
  close(name: string, text: string): void;
}

/** Where the reader stands. */
export interface XmlPlace {
  /** From 1. */
  readonly line: number;
  /** The root has 1. */
  readonly depth: number;
  /** Of the element that opens, as written: with its prefix. */
  readonly name: string;
}

/** Elements of any kind; nodes and edges have a limit of their own. */
const ELEMENTS = 100_000_000;
/** Characters after which other work gets its turn. */
const BREATH = 1 << 21;

/**
 * Reads a document of UTF-8, calling the visitor in document order.
 * @throws InputError with line and column where the document is not well-formed, declares entities or goes past a cap;
 *   `Cancelled` if the job was.
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  visitor: XmlVisitor,
  complain: (problem: Problem) => void,
  job: Job,
): Promise<void> {
  const document = new XmlDocument(visitor, complain);
  let read = 0;
  let breathed = 0;
  for await (const text of textOf(chunks)) {
    document.write(text);
    read += text.length;
    if (read - breathed < BREATH) continue;
    breathed = read;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (job.cancelled()) throw new Cancelled();
  }
  document.close();
}

class XmlDocument implements XmlPlace {
  depth = 0;
  name = '';
  elements = 0;
  readonly #parser = new SaxesParser();
  readonly #visitor: XmlVisitor;
  readonly #complain: (problem: Problem) => void;
  /** Text gathered for each open element that asked for it, by depth. */
  readonly #texts: (string | undefined)[] = [undefined];
  /** Names of the open elements without prefix, by depth. */
  readonly #names: string[] = [''];
  readonly #locals = new Map<string, string>();
  readonly #told = new Set<string>();
  #attributes = 0;
  /** Lines cut from before the XML declaration. */
  #cut = 0;
  #begun = false;

  constructor(visitor: XmlVisitor, complain: (problem: Problem) => void) {
    this.#visitor = visitor;
    this.#complain = complain;
    this.#parser.on('error', (error) => this.#fault(error.message));
    this.#parser.on('doctype', (doctype) => this.#doctype(doctype));
    this.#parser.on('attribute', ({ name, value }) => this.#attribute(name, value));
    this.#parser.on('text', this.#text);
    this.#parser.on('cdata', this.#text);
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', () => this.#close());
  }

  get line(): number {
    return this.#parser.line + this.#cut;
  }

  write(piece: string): void {
    let text = piece;
    if (!this.#begun) {
      if (text.trim() === '') return;
      this.#begun = true;
      text = this.#withoutBlankStart(text);
    }
    if (FORBIDDEN.test(text)) {
      text = text.replace(new RegExp(FORBIDDEN, 'g'), '');
      this.#tell('mended', 'Characters that XML forbids (control characters) were left out.');
    }
    this.#parser.write(text);
  }

  close(): void {
    if (!this.#begun) throw new InputError('The file is empty.');
    this.#parser.close();
  }

  /** Blank lines before the XML declaration are forbidden, common and harmless. */
  #withoutBlankStart(text: string): string {
    const blank = /^[\ufeff\s]*/.exec(text)![0];
    this.#cut = blank.split('\n').length - 1;
    return text.slice(blank.length);
  }

  #attribute(name: string, value: string): void {
    if (++this.#attributes > LIMITS.attributes)
      this.#refuse(`an element has more than ${LIMITS.attributes} attributes`);
    if (value.length > LIMITS.text) this.#refuse(`the attribute "${name.slice(0, 40)}" is longer than 1 MB`);
  }

  #open(tag: SaxesTagPlain): void {
    this.#attributes = 0;
    if (++this.elements > ELEMENTS) this.#refuse(`there are more than ${ELEMENTS} elements`);
    if (++this.depth > LIMITS.depth) this.#refuse(`elements are nested more than ${LIMITS.depth} deep`);
    this.name = tag.name;
    const name = this.#local(tag.name);
    this.#names[this.depth] = name;
    const wanted = this.#visitor.open(name, tag.attributes, this) === true;
    this.#texts[this.depth] = wanted ? '' : undefined;
  }

  #close(): void {
    const depth = this.depth--;
    this.#visitor.close(this.#names[depth]!, this.#texts[depth] ?? '');
  }

  readonly #text = (text: string): void => {
    const before = this.#texts[this.depth];
    if (before === undefined) return;
    const all = before + text;
    if (all.length > LIMITS.text) this.#refuse('a text is longer than 1 MB');
    this.#texts[this.depth] = all;
  };

  #local(name: string): string {
    let local = this.#locals.get(name);
    if (local === undefined) {
      local = name.slice(name.indexOf(':') + 1);
      if (this.#locals.size < 10_000) this.#locals.set(name, local);
    }
    return local;
  }

  #doctype(doctype: string): void {
    if (doctype.includes('<!'))
      this.#refuse('it declares entities or elements of its own (DOCTYPE), which can be used for attacks');
    this.#tell('kept', 'The document type (DOCTYPE) was not looked at.');
  }

  /** Faults that harm no value are told; every other one ends the reading, as XML demands. */
  #fault(message: string): void {
    const what = message.replace(/^\d+:\d+: /, '');
    if (/^(undefined entity|disallowed character in entity name|malformed character entity)\b/.test(what))
      return this.#tell(
        'kept',
        'Entities that XML does not know (such as "&nbsp;") were kept as they are written.',
      );
    if (/^duplicate attribute: xmlns\b/.test(what))
      return this.#tell('mended', 'A namespace is declared twice in one element; the last counts.');
    if (
      /^(unclosed tag|unexpected end)/.test(what) ||
      (/must contain a root/.test(what) && this.elements === 0)
    )
      this.#refuse(
        this.elements === 0 ? 'there is no element in it' : 'it ends too early, so it is not the whole file',
      );
    this.#refuse(`it is not well-formed XML (${what.replace(/\.$/, '')})`);
  }

  #tell(outcome: Problem['outcome'], what: string): void {
    if (this.#told.has(what)) return;
    this.#told.add(what);
    this.#complain({ outcome, where: `line ${this.line}`, what });
  }

  #refuse(why: string): never {
    const where = `line ${this.line}, column ${this.#parser.column}`;
    const what = `The file cannot be read: ${why}.`;
    throw new InputError(`${where}: ${what} Save it again from the program it comes from.`, [
      { outcome: 'refused', where, what },
    ]);
  }
}

const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
