// RDF/XML → statements (W3C RDF 1.1 XML Syntax): elements are by turns resources and what is said of them.
import type { Tally } from '../tally.ts';
import type { XmlAttributes, XmlPlace, XmlVisitor } from '../xml.ts';
import { canonicalLanguage } from './rdfClaims.ts';
import { RDF, TYPE, type Literal, type Node, type Statement, type Term } from './rdfTerms.ts';

interface Scope {
  /** By prefix; the default namespace under the empty one. */
  readonly spaces: ReadonlyMap<string, string>;
  readonly base: string;
  readonly language: string;
}
interface ResourceFrame extends Scope {
  readonly sort: 'resource';
  readonly subject: Node;
  /** How many `rdf:li` it has had. */
  items: number;
}
interface PropertyFrame extends Scope {
  readonly sort: 'property';
  readonly subject: Node;
  readonly predicate: string;
  readonly datatype?: string;
  /** The address under which the statement is spoken of. */
  readonly reified?: Node;
  readonly where: string;
  readonly isMarkup: boolean;
  /** Of a collection: its items so far. */
  readonly collection?: Node[];
  object?: Node;
  /** Texts of elements inside markup. */
  inner: string;
}
type Frame = ResourceFrame | PropertyFrame | (Scope & { readonly sort: 'root' | 'markup' });

const XMLNS = /^xmlns(?::(.+))?$/;
const SYNTAX = new Set([
  'about',
  'ID',
  'nodeID',
  'resource',
  'datatype',
  'parseType',
  'bagID',
  'aboutEach',
  'aboutEachPrefix',
]);

export class RdfXmlVisitor implements XmlVisitor {
  readonly #tell: (statement: Statement) => void;
  readonly #tally: Tally;
  readonly #frames: Frame[] = [];
  #blanks = 0;
  #where = '';

  constructor(tell: (statement: Statement) => void, tally: Tally) {
    this.#tell = tell;
    this.#tally = tally;
  }

  open(_local: string, attributes: XmlAttributes, at: XmlPlace): boolean {
    this.#where = `line ${at.line}`;
    const outer = this.#frames.at(-1);
    const scope = scopeIn(outer, attributes);
    const frame = this.#frameFor(outer, scope, at.name, attributes);
    this.#frames.push(frame);
    return frame.sort === 'property' || frame.sort === 'markup';
  }

  close(_local: string, text: string): void {
    const frame = this.#frames.pop()!;
    if (frame.sort === 'markup') this.#addMarkup(text);
    if (frame.sort === 'property') this.#endProperty(frame, text);
  }

  #frameFor(outer: Frame | undefined, scope: Scope, name: string, attributes: XmlAttributes): Frame {
    const iri = expanded(name, scope.spaces, true);
    if (outer?.sort === 'markup' || (outer?.sort === 'property' && outer.isMarkup))
      return { ...scope, sort: 'markup' };
    if (!outer && iri === `${RDF}RDF`) return { ...scope, sort: 'root' };
    if (outer?.sort === 'resource') return this.#property(outer, scope, iri, attributes);
    return this.#resource(outer, scope, iri, attributes);
  }

  #resource(outer: Frame | undefined, scope: Scope, type: string, attributes: XmlAttributes): ResourceFrame {
    const said = syntaxOf(attributes, scope);
    const subject = this.#named(said, scope, 'about') ?? this.#blank();
    if (outer?.sort === 'property') {
      if (outer.collection) outer.collection.push(subject);
      else outer.object = subject;
    }
    if (type !== `${RDF}Description`) this.#say(subject, TYPE, type);
    this.#sayAttributes(subject, scope, attributes);
    return { ...scope, sort: 'resource', subject, items: 0 };
  }

  #property(outer: ResourceFrame, scope: Scope, name: string, attributes: XmlAttributes): Frame {
    const said = syntaxOf(attributes, scope);
    const predicate = name === `${RDF}li` ? `${RDF}_${++outer.items}` : name;
    const id = said.get('ID');
    const kind = said.get('parseType');
    const frame: PropertyFrame = {
      ...scope,
      sort: 'property',
      subject: outer.subject,
      predicate,
      datatype: said.get('datatype') && resolved(said.get('datatype')!, scope.base),
      reified: id === undefined ? undefined : resolved(`#${id}`, scope.base),
      where: this.#where,
      isMarkup: kind !== undefined && kind !== 'Resource' && kind !== 'Collection',
      collection: kind === 'Collection' ? [] : undefined,
      object: this.#named(new Map([...said].filter(([key]) => key !== 'ID')), scope, 'resource'),
      inner: '',
    };
    if (frame.object !== undefined || hasValues(attributes, scope)) {
      frame.object ??= this.#blank();
      this.#sayAttributes(frame.object, scope, attributes);
    }
    if (kind !== 'Resource') return frame;
    const object = this.#blank();
    this.#state(frame, object);
    return { ...scope, sort: 'resource', subject: object, items: 0 };
  }

  #endProperty(frame: PropertyFrame, text: string): void {
    if (frame.collection) return this.#state(frame, this.#list(frame.collection));
    if (frame.object !== undefined) return this.#state(frame, frame.object);
    this.#state(frame, literal(frame.inner + text, frame.language, frame.datatype));
  }

  #addMarkup(text: string): void {
    const around = this.#frames.findLast((frame) => frame.sort === 'property');
    if (!around) return;
    around.inner += text;
    this.#tally.add('mended', 'Markup inside a text was left out; its words were kept.', this.#where);
  }

  /** States it, and speaks of it where it has an address of its own. */
  #state({ subject, predicate, reified, where }: PropertyFrame, object: Term): void {
    this.#tell({ subject, predicate, object, graph: '', where });
    if (reified === undefined) return;
    this.#say(reified, TYPE, `${RDF}Statement`);
    this.#say(reified, `${RDF}subject`, subject);
    this.#say(reified, `${RDF}predicate`, predicate);
    this.#say(reified, `${RDF}object`, object);
  }

  #list(items: readonly Node[]): Node {
    const cells = items.map(() => this.#blank());
    items.forEach((item, i) => {
      this.#say(cells[i]!, `${RDF}first`, item);
      this.#say(cells[i]!, `${RDF}rest`, cells[i + 1] ?? `${RDF}nil`);
    });
    return cells[0] ?? `${RDF}nil`;
  }

  #sayAttributes(subject: Node, scope: Scope, attributes: XmlAttributes): void {
    for (const [predicate, value] of valuesIn(attributes, scope))
      this.#say(
        subject,
        predicate,
        predicate === TYPE ? resolved(value, scope.base) : literal(value, scope.language),
      );
  }

  #named(
    said: ReadonlyMap<string, string>,
    { base }: Scope,
    address: 'about' | 'resource',
  ): Node | undefined {
    const [iri, id, blank] = [said.get(address), said.get('ID'), said.get('nodeID')];
    if (blank !== undefined) return `_:${blank}`;
    if (id !== undefined) return resolved(`#${id}`, base);
    return iri === undefined ? undefined : resolved(iri, base);
  }

  /** A label that no `rdf:nodeID` can have. */
  #blank(): Node {
    return `_:.${++this.#blanks}`;
  }

  #say(subject: Node, predicate: string, object: Term): void {
    this.#tell({ subject, predicate, object, graph: '', where: this.#where });
  }
}

function scopeIn(outer: Scope | undefined, attributes: XmlAttributes): Scope {
  const spaces = Object.keys(attributes).flatMap((name): [string, string][] => {
    const prefix = XMLNS.exec(name);
    return prefix ? [[prefix[1] ?? '', attributes[name]!]] : [];
  });
  return {
    spaces: spaces.length > 0 || !outer ? new Map([...(outer?.spaces ?? []), ...spaces]) : outer.spaces,
    base: attributes['xml:base'] ?? outer?.base ?? '',
    language: attributes['xml:lang'] ?? outer?.language ?? '',
  };
}

/** A name with its namespace; attributes without a prefix have none. */
function expanded(name: string, spaces: ReadonlyMap<string, string>, isElement: boolean): string {
  const at = name.indexOf(':');
  if (at < 0) return isElement ? (spaces.get('') ?? '') + name : name;
  return (spaces.get(name.slice(0, at)) ?? '') + name.slice(at + 1);
}

/** What `rdf:` attributes say, by their local names; old files leave the prefix out. */
function syntaxOf(attributes: XmlAttributes, { spaces }: Scope): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const name of Object.keys(attributes)) {
    const iri = expanded(name, spaces, false);
    const local = iri.startsWith(RDF) ? iri.slice(RDF.length) : iri;
    if (SYNTAX.has(local)) said.set(local, attributes[name]!);
  }
  return said;
}

/** Attributes that are properties. */
function* valuesIn(
  attributes: XmlAttributes,
  { spaces }: Scope,
): Generator<readonly [predicate: string, value: string]> {
  for (const name of Object.keys(attributes)) {
    const iri = expanded(name, spaces, false);
    if (/^xml(ns)?(:|$)/i.test(name) || !name.includes(':')) continue;
    if (!(iri.startsWith(RDF) && SYNTAX.has(iri.slice(RDF.length)))) yield [iri, attributes[name]!];
  }
}

const hasValues = (attributes: XmlAttributes, scope: Scope): boolean =>
  valuesIn(attributes, scope).next().done === false;

function literal(text: string, language: string, datatype?: string): Literal {
  if (datatype !== undefined) return { text, datatype };
  return language === '' ? { text } : { text, language: canonicalLanguage(language) };
}

function resolved(reference: string, base: string): Node {
  try {
    return base === '' || /^[a-z][a-z\d+.-]*:/i.test(reference) ? reference : new URL(reference, base).href;
  } catch {
    return reference;
  }
}
