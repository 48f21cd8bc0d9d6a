// The parts of a workbook (ECMA-376, SpreadsheetML, transitional or strict): its sheets in their order, shared texts, formats of cells.
import type { Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import type { Sink } from '../format.ts';
import { inUtf8 } from '../encodings.ts';
import { piecesOf } from '../intake.ts';
import { contentsOf } from '../zip.ts';
import { readXml, type XmlAttributes, type XmlVisitor } from '../xml.ts';
import { shownBy, unescaped, type Shown } from './xlsxValues.ts';

export interface Book {
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly string[];
  /** By the number of the style that a cell names. */
  readonly shown: readonly Shown[];
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
  /** Parses a part of the book. */
  parse(path: string, visitor: XmlVisitor): Promise<void>;
}

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
  /** Where the tables (Insert ▸ Table) of the sheet are described. */
  readonly tables: readonly string[];
}

interface Link {
  readonly type: string;
  readonly path: string;
}

/** Throws `InputError` where the zip is damaged or holds no workbook that can be read here. */
export async function bookIn(zip: Uint8Array, sink: Sink, job: Job): Promise<Book> {
  const parts = await contentsOf(zip, (name) => WANTED.test(name));
  const byName = new Map(
    Array.from(parts, ([name, bytes]) => [name.replace(/^\//, '').toLowerCase(), bytes]),
  );
  const pkg = new Package(byName, sink, job);
  const root = await pkg.links('');
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (/\.bin$/i.test(main))
    throw new InputError(
      'This is a binary workbook (.xlsb). Save it as .xlsx or CSV in Excel or LibreOffice.',
    );
  if (!pkg.has(main)) throw new InputError('This zip holds no Excel workbook. Save it as .xlsx or CSV.');
  const { named, from1904 } = await sheetsNamed(pkg, main);
  const links = await pkg.links(main);
  const linked = (type: string): string | undefined =>
    [...links.values()].find((one) => one.type === type)?.path;
  return {
    sheets: await sheetParts(pkg, named, links),
    strings: await sharedStrings(pkg, linked('sharedStrings') ?? 'xl/sharedStrings.xml'),
    shown: await cellFormats(pkg, linked('styles') ?? 'xl/styles.xml'),
    from1904,
    parse: (path, visitor) => pkg.parse(path, visitor),
  };
}

/** Nothing else is unpacked: no pictures, no macros, no links to other files. */
const WANTED =
  /^\/?(_rels\/\.rels|[^/]{1,100}\/((worksheets|_rels|worksheets\/_rels|tables)\/)?[^/]{1,200}\.(xml|rels)|[^/]{1,100}\/workbook\.bin)$/i;

class Package {
  readonly #parts: ReadonlyMap<string, Uint8Array>;
  readonly #sink: Sink;
  readonly #job: Job;

  constructor(parts: ReadonlyMap<string, Uint8Array>, sink: Sink, job: Job) {
    this.#parts = parts;
    this.#sink = sink;
    this.#job = job;
  }

  has(path: string): boolean {
    return this.#parts.has(path.toLowerCase());
  }

  /** Does nothing where there is no such part. */
  async parse(path: string, visitor: XmlVisitor): Promise<void> {
    const bytes = this.#parts.get(path.toLowerCase());
    if (!bytes) return;
    const decoded = inUtf8(bytes);
    const complain: Sink['problem'] = (problem) =>
      this.#sink.problem({ ...problem, where: `${path}, ${problem.where}` });
    try {
      await readXml(piecesOf(decoded.bytes, this.#job), visitor, complain, this.#job);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(`${path}, ${error.message}`, error.problems);
    }
  }

  /** What a part (or, for '', the whole package) is linked to within the package, by the id of the link. */
  async links(path: string): Promise<ReadonlyMap<string, Link>> {
    const slash = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, slash);
    const links = new Map<string, Link>();
    await this.parse(`${folder}_rels/${path.slice(slash)}.rels`, {
      open(name, { Id, Type, Target, TargetMode }) {
        if (name !== 'Relationship' || Target === undefined || TargetMode === 'External') return;
        const type = Type?.slice(Type.lastIndexOf('/') + 1) ?? '';
        links.set(Id ?? '', { type, path: resolved(folder, Target) });
      },
      close() {},
    });
    return links;
  }
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  const all = target.startsWith('/') ? target.slice(1) : folder + target;
  for (const step of all.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

interface Named {
  readonly name: string;
  readonly hidden: boolean;
  readonly link: string | undefined;
}

/** `r:id`, whatever the prefix for relationships is. */
const linkOf = (attributes: XmlAttributes): string | undefined =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];

async function sheetsNamed(
  pkg: Package,
  path: string,
): Promise<{ named: readonly Named[]; from1904: boolean }> {
  const named: Named[] = [];
  let from1904 = false;
  await pkg.parse(path, {
    open(element, attributes) {
      const { name, state, date1904 } = attributes;
      if (element === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      if (element !== 'sheet') return;
      const hidden = state === 'hidden' || state === 'veryHidden';
      named.push({ name: name ?? `Sheet${named.length + 1}`, hidden, link: linkOf(attributes) });
    },
    close() {},
  });
  return { named, from1904 };
}

/** Sheets of charts and dialogues hold no cells; where the links are missing, sheets are numbered. */
async function sheetParts(
  pkg: Package,
  named: readonly Named[],
  links: ReadonlyMap<string, Link>,
): Promise<readonly SheetPart[]> {
  const parts: SheetPart[] = [];
  for (const [i, { name, hidden, link }] of named.entries()) {
    const found = links.get(link ?? '') ?? { type: 'worksheet', path: `xl/worksheets/sheet${i + 1}.xml` };
    if (found.type !== 'worksheet' || !pkg.has(found.path)) continue;
    const tables = [...(await pkg.links(found.path)).values()].filter(({ type }) => type === 'table');
    parts.push({ name, hidden, path: found.path, tables: tables.map(({ path }) => path) });
  }
  return parts;
}

/** Runs of rich text are one text; how East Asian names are pronounced is left out. */
async function sharedStrings(pkg: Package, path: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = new RichText();
  await pkg.parse(path, {
    open: (name) => text.open(name),
    close(name, words) {
      text.close(name, words);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}

/** Gathers the text of `si` or `is`: `t` directly and in runs, but not in `rPh`. */
export class RichText {
  #text = '';
  #phonetic = 0;

  open(name: string): boolean {
    if (name === 'rPh') this.#phonetic++;
    return name === 't' && this.#phonetic === 0;
  }

  close(name: string, text: string): void {
    if (name === 'rPh') this.#phonetic--;
    else if (name === 't') this.#text += text;
  }

  /** The text so far, which is then forgotten. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

async function cellFormats(pkg: Package, path: string): Promise<readonly Shown[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await pkg.parse(path, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === 'xf' && inCells) ids.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => shownBy(id, codes.get(id)));
}
