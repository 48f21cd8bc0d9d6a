// Reads a vault: a note is a node, its front matter and inline fields are attributes, its links are edges.
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import { checksum } from '../checksum.ts';
import type { Attribute, Sink } from '../format.ts';
import { inUtf8 } from '../encodings.ts';
import { Tally } from '../tally.ts';
import { finite } from '../typedValues.ts';
import { contentsOf, isZip } from '../zip.ts';
import { attributeOfYaml, textOf } from './fields.ts';
import { isWord, isYamlList, isYamlMap, noteOf, type Note, type Yaml } from './frontMatter.ts';
import { linksIn, saidIn, type Link } from './links.ts';
import { Resolving } from './resolving.ts';

const ABOUT = '.obsidian/clew.json';
/** Front matter that is not an attribute. */
const OWN = new Set(['clew', 'id', 'label', 'x', 'y', 'ties']);
const ALIASES = new Set(['aliases', 'alias']);
const TAGS = new Set(['tags', 'tag']);
const OF_TIE = new Set(['to', 'target', 'id', 'directed', 'label', 'weight', 'type']);

/** A note with its path, without ".md". */
interface Placed extends Note {
  readonly path: string;
}

/** A link with the field it stands in; in the text it has no type. */
type Typed = readonly [type: string | undefined, link: Link];

/** Throws `InputError` for a zip that is broken, overfull or holds no notes. */
export async function readVault(zip: Uint8Array, sink: Sink, job: Job): Promise<void> {
  if (!isZip(zip))
    throw new InputError('This is no zip. Pack the folder of the vault as a zip and open that.');
  const tally = new Tally();
  const members = await contentsOf(zip, (name) => isWanted(name, tally));
  const notes: Placed[] = [];
  for (const [name, bytes] of members) {
    if (job.cancelled()) throw new Cancelled();
    if (name.endsWith(ABOUT)) continue;
    const decoded = inUtf8(bytes);
    for (const problem of decoded.problems) sink.problem({ ...problem, where: name });
    const note = await noteOf(new TextDecoder().decode(decoded.bytes));
    const what = `The front matter could not be read (${note.fault}); the note was read without it.`;
    if (note.fault !== undefined) sink.problem({ outcome: 'refused', where: name, what });
    notes.push({ ...note, path: name.replace(/\.md$/i, '').normalize('NFC') });
  }
  const about = [...members].find(([name]) => name.endsWith(ABOUT))?.[1];
  if (notes.length === 0 && !about) throw new InputError('This zip holds no notes (.md).');
  if (about) await tellAbout(about, sink);
  new VaultReader(notes, sink, tally).read();
  tally.tell((problem) => sink.problem(problem));
}

function isWanted(name: string, tally: Tally): boolean {
  if (/(^|\/)\.trash\//.test(name)) return false;
  if (name.endsWith(ABOUT)) return true;
  if (/(^|\/)\.[^/]+\//.test(name)) return false;
  if (!/\.md$/i.test(name)) tally.add('refused', 'Files that are no notes were left out.', name);
  return /\.md$/i.test(name);
}

/** Its JSON is read as YAML, which it is. */
async function tellAbout(bytes: Uint8Array, sink: Sink): Promise<void> {
  const { fields } = await noteOf(`---\n${new TextDecoder().decode(bytes)}\n---\n`);
  const [title, description] = [textOf(fields.get('title')), textOf(fields.get('description'))];
  if (title !== undefined) sink.meta('name', title);
  if (description !== undefined) sink.meta('description', description);
}

class VaultReader {
  readonly #notes: readonly Placed[];
  readonly #sink: Sink;
  readonly #tally: Tally;
  readonly #resolving: Resolving;
  /** Node ids by path. */
  readonly #ids = new Map<string, string>();

  constructor(notes: readonly Placed[], sink: Sink, tally: Tally) {
    this.#notes = notes;
    this.#sink = sink;
    this.#tally = tally;
    this.#resolving = new Resolving(notes.map(({ path }) => path));
    for (const { path, fields } of notes) {
      const own = fields.has('clew') ? textOf(fields.get('id')) : undefined;
      this.#ids.set(path, own ?? path);
    }
  }

  read(): void {
    for (const note of this.#notes) {
      if (note.fields.has('clew')) this.#ownNote(note);
      else this.#note(note);
    }
  }

  #note(note: Placed): void {
    const { path, fields, body } = note;
    const attributes = new Map<string, Attribute>();
    const links: Typed[] = [];
    for (const [name, value] of fields) this.#field(name, value, attributes, links);
    const said = saidIn(body);
    for (const [name, value] of said.fields) this.#inline(name, value, attributes, links);
    add(attributes, 'tags', said.tags);
    add(attributes, 'links', said.addresses);
    add(attributes, 'text', body.trim() === '' ? [] : [body.trim()]);
    for (const link of said.links) links.push([link.embedded ? 'embeds' : undefined, link]);
    const label = path.slice(path.lastIndexOf('/') + 1);
    this.#sink.node({
      id: path,
      label,
      attributes: this.#withoutFiles(links, attributes),
      where: `${path}.md`,
    });
    this.#edges(note, links, new Set());
  }

  #field(name: string, value: Yaml, attributes: Map<string, Attribute>, links: Typed[]): void {
    const key = name.toLowerCase();
    if (ALIASES.has(key)) return add(attributes, 'alias', wordsOf(value));
    if (TAGS.has(key))
      return add(
        attributes,
        'tags',
        wordsOf(value).flatMap((tag) => tag.replace(/#/g, '').split(/[\s,]+/)),
      );
    const kept: Yaml[] = [];
    for (const item of isYamlList(value) ? value : [value]) {
      const found = linksIn(linkText(item) ?? '');
      if (found.only) for (const link of found.links) links.push([name, link]);
      else kept.push(item);
    }
    const attribute = kept.length > 0 ? attributeOfYaml(kept) : undefined;
    if (attribute) attributes.set(name, attribute);
  }

  #inline(name: string, value: string, attributes: Map<string, Attribute>, links: Typed[]): void {
    const found = linksIn(value);
    for (const link of found.links) links.push([name, link]);
    if (!found.only && value !== '') add(attributes, name, [value]);
  }

  /** Pictures and other files that a note shows or links to are named; they are no nodes. */
  #withoutFiles(links: Typed[], attributes: Map<string, Attribute>): Map<string, Attribute> {
    const isFile = ({ target }: Link) => /\.(?!md$)[a-z\d]{2,5}$/i.test(target);
    const files = links.filter(([, link]) => isFile(link)).map(([, { target }]) => target);
    add(attributes, 'files', [...new Set(files)]);
    for (let i = links.length - 1; i >= 0; i--) if (isFile(links[i]![1])) links.splice(i, 1);
    return attributes;
  }

  /** Each tie of a type to a note once, however often it is linked; what is in `known` is there already. */
  #edges({ path }: Placed, links: readonly Typed[], known: Set<string>): void {
    const source = this.#ids.get(path)!;
    for (const [type, link] of links) {
      const found = this.#resolving.find(link.target, path, link.relative);
      const target = found === undefined ? link.target : this.#ids.get(found)!;
      if (found === undefined)
        this.#tally.add('mended', 'A link leads to a note that is not there, which was added.', `${path}.md`);
      const key = JSON.stringify([type, target]);
      // A link into the note itself ("#Heading") ties nothing.
      if (known.has(key) || known.has(JSON.stringify([undefined, target])) || link.target === '') continue;
      known.add(key);
      const attributes = new Map<string, Attribute>();
      add(attributes, 'part', link.part === undefined ? [] : [link.part]);
      this.#sink.edge({ source, target, directed: true, type, attributes, where: `${path}.md` });
    }
  }

  /** One that Clew wrote: values and ties as they lie in the front matter, and what a person has since added. */
  #ownNote(note: Placed): void {
    const { path, fields, body } = note;
    const attributes = new Map<string, Attribute>();
    for (const [name, value] of fields) {
      const attribute = OWN.has(name) || ALIASES.has(name) ? undefined : attributeOfYaml(listed(value));
      if (attribute) attributes.set(name, attribute);
    }
    const [x, y] = [finite(textOf(fields.get('x'))), finite(textOf(fields.get('y')))];
    const tied = this.#ties(note);
    if (checksum(body) !== textOf(fields.get('clew'))) this.#changed(note, attributes, tied);
    const label = textOf(fields.get('label'));
    this.#sink.node({ id: this.#ids.get(path)!, label, attributes, x, y, where: `${path}.md` });
  }

  #changed(note: Placed, attributes: Map<string, Attribute>, tied: Set<string>): void {
    const what = 'A note was changed after Clew wrote it; it was read as "text", and new links as ties.';
    this.#tally.add('kept', what, `${note.path}.md`);
    add(attributes, 'text', [note.body.trim()]);
    this.#edges(
      note,
      saidIn(note.body).links.map((link) => [undefined, link]),
      tied,
    );
  }

  /** Reads the ties; returns which nodes they lead to, as keys of links without a type. */
  #ties({ path, fields }: Placed): Set<string> {
    const tied = new Set<string>();
    for (const tie of listed(fields.get('ties')).filter(isYamlMap)) {
      const target = textOf(tie.get('target'));
      const where = `${path}.md`;
      if (target === undefined) {
        this.#tally.add('refused', 'A tie without a target was left out.', where);
        continue;
      }
      tied.add(JSON.stringify([undefined, target]));
      const attributes = new Map<string, Attribute>();
      for (const [name, value] of tie) {
        const attribute = OF_TIE.has(name) ? undefined : attributeOfYaml(listed(value));
        if (attribute) attributes.set(name, attribute);
      }
      const [id, label, type] = ['id', 'label', 'type'].map((name) => textOf(tie.get(name)));
      const directed = textOf(tie.get('directed')) !== 'false';
      const source = this.#ids.get(path)!;
      this.#sink.edge({ id, source, target, directed, label, type, attributes, where });
    }
    return tied;
  }
}

const listed = (yaml: Yaml | undefined): readonly Yaml[] =>
  yaml === undefined ? [] : isYamlList(yaml) ? yaml : [yaml];

const wordsOf = (yaml: Yaml): string[] => listed(yaml).flatMap((one) => (isWord(one) ? [one.text] : []));

/** A link as text; without quotes YAML takes `[[Note]]` for a list in a list. */
function linkText(yaml: Yaml): string | undefined {
  if (isWord(yaml)) return yaml.text;
  const [inner, ...others] = isYamlList(yaml) ? yaml : [];
  if (others.length > 0 || !inner) return undefined;
  if (isWord(inner)) return `[[${inner.text}]]`;
  return isYamlList(inner) && inner.length === 1 && isWord(inner[0]) ? `[[${inner[0].text}]]` : undefined;
}

function add(attributes: Map<string, Attribute>, name: string, values: readonly string[]): void {
  const told = values.filter((value) => value !== '');
  if (told.length === 0) return;
  const known = attributes.get(name)?.values ?? [];
  attributes.set(name, { type: 'string', values: [...new Set([...known, ...told])] });
}
