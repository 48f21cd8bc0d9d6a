// Bytes → records of a case with an account of what was found. All or nothing: a file that cannot be used gives no records.
import { Case } from '../case/case.ts';
import { claimId } from '../case/claimId.ts';
import { recordsIn, type Packed } from '../case/packed.ts';
import type { CaseRecord, Claim, Header, Id, Source } from '../case/records.ts';
import type { TableWish } from '../case/tableMapping.ts';
import type { Job } from '../plugin/job.ts';
import { InputError, type Problem } from '../plugin/problem.ts';
import { valuesFor } from '../plugin/settings.ts';
import { Builder } from './building.ts';
import { takeCarried, type Carried } from './carried.ts';
import { asSeen } from './asSeen.ts';
import { Collector } from './collecting.ts';
import { FILE, type Format } from './format.ts';
import { recognised } from './archive.ts';
import { formatFor } from './index.ts';
import { piecesOf, takeIn, type Input } from './intake.ts';
import { joinedSchemata } from './schemata.ts';
import type { FoundTable } from './tables/table.ts';

export { importInto, joinInto } from './joining.ts';

export interface Account {
  readonly read: {
    readonly nodes: number;
    readonly edges: number;
    readonly claims: number;
    readonly sources: number;
  };
  /** The first thousand; the counts below are of all. */
  readonly problems: readonly Problem[];
  readonly kept: number;
  readonly mended: number;
  readonly refused: number;
}

export interface Import {
  /** Id of the format it was read as. */
  readonly format: string;
  readonly name: string;
  /** A header, sources, entities, relations, claims… as a case would hold them. */
  readonly records: readonly CaseRecord[];
  /** Where the file lays its nodes: scene units, y down. */
  readonly placements: ReadonlyMap<Id, readonly [x: number, y: number]>;
  /** How the tables in it were read; empty where it holds none. */
  readonly tables: readonly FoundTable[];
  readonly account: Account;
  /** The file of a zip that was read, and all of it that could be. */
  readonly member?: string;
  readonly members?: readonly string[];
}

/** An import whose nodes and edges are still in columns; asked for its records, it makes them. */
export class PackedImport implements Import {
  readonly format: string;
  readonly name: string;
  readonly placements: Import['placements'];
  readonly tables: Import['tables'];
  readonly account: Account;
  readonly member?: string;
  readonly members?: readonly string[];
  /** Records beside those in columns. */
  readonly #loose: readonly CaseRecord[];
  readonly #packed: Packed | undefined;
  #records: readonly CaseRecord[] | undefined;

  constructor(given: Omit<Import, 'records'>, loose: readonly CaseRecord[], packed: Packed | undefined) {
    this.format = given.format;
    this.name = given.name;
    this.placements = given.placements;
    this.tables = given.tables;
    this.account = given.account;
    this.member = given.member;
    this.members = given.members;
    this.#loose = loose;
    this.#packed = packed;
  }

  get records(): readonly CaseRecord[] {
    this.#records ??= this.#packed ? [...this.#loose, ...recordsIn(this.#packed)] : this.#loose;
    return this.#records;
  }

  /** A new case of what was read. */
  case(): Case {
    return new Case(this.#loose, this.#packed);
  }
}

export interface ReadOptions {
  /** File name without folders; it becomes the title of the source. */
  readonly name: string;
  /** Id of the format, where the user chose it. */
  readonly format?: string;
  /** Which file of a zip, where the user chose it. */
  readonly member?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What is settled of the tables in it, from an earlier file or by hand. */
  readonly tables?: readonly TableWish[];
  /** Id of the source that the file is a later state of; absent: it is a source of its own. */
  readonly source?: Id;
}

/** Throws `InputError` where nothing can be made of the file, `Cancelled` when the job is. */
export async function read(input: Input, options: ReadOptions, job: Job): Promise<PackedImport> {
  const encoding = options.tables?.find(({ table }) => table === '')?.dialect?.encoding;
  const { sha256, ...content } = await takeIn(input, encoding);
  const { format, bytes, problems, member, members, ...inside } = await recognised(content, {
    ...options,
    encoding,
    format: chosen(options.format),
  });
  const found = new Collector(options.tables);
  for (const problem of problems) found.problem(problem);
  await format.read(piecesOf(bytes, job), found, valuesFor(format.settings, options.settings), job);
  const tables = found.tables.map((table) => encodedAs(table, inside.encoding));
  const file = fileSource(found, sha256, options, tables);
  return assembled(found, format, file, { member, members, tables });
}

function chosen(id: string | undefined): Format | undefined {
  const format = id === undefined ? undefined : formatFor(id);
  if (id !== undefined && !format) throw new InputError(`There is no format called “${id}”.`);
  return format;
}

function assembled(
  found: Collector,
  format: Format,
  file: Source,
  more: Pick<Import, 'member' | 'members' | 'tables'>,
): PackedImport {
  const name = file.title;
  const carried = takeCarried(found);
  const builder = new Builder(found, file, carried);
  if (found.nodes.size + found.edges.length + carried.edited.length > 0) builder.build();
  const given = found.records.map((record) => saidBy(file.id, record));
  const says = builder.packer.claims > 0 || carried.edited.length > 0;
  const packed = says ? builder.packer.packed() : undefined;
  const saysItself = packed !== undefined || found.records.some(isOfFile);
  const header = headerOf(found, { carried, builder }, given, name);
  const rest = given.filter((record) => record.kind !== 'header');
  // What a file gives both ways stands last as a node or an edge, so all of it is made records.
  const mixed = packed !== undefined && rest.some(({ kind }) => BOTH_WAYS.has(kind));
  const unpacked = mixed ? [...recordsIn(packed)].filter((record) => !stands(record, carried)) : [];
  const loose = [header, ...(saysItself ? [file] : []), ...builder.cited.values(), ...rest, ...unpacked];
  const columns = mixed ? undefined : packed;
  const { problems, counts } = found;
  const account = { read: countsOf(loose, columns), problems, ...counts };
  const placements = new Map([...found.places, ...builder.placements]);
  return new PackedImport(
    { format: format.id, name: header.name, placements, account, ...more },
    loose,
    columns,
  );
}

/** Whether the record is among those that were carried. */
function stands(record: CaseRecord, { entities, relations, edited }: Carried): boolean {
  if (record.kind === 'relation') return relations.has(record.id);
  if (record.kind !== 'entity' || !entities.has(record.id)) return false;
  return !edited.some(({ subject, type }) => subject === record.id && type !== undefined);
}

/** A table that is the whole file has the encoding of the file; one inside it says its own. */
function encodedAs(found: FoundTable, encoding: string | undefined): FoundTable {
  const { mapping } = found;
  return mapping.table === '' && encoding !== undefined
    ? { ...found, mapping: { ...mapping, dialect: { ...mapping.dialect, encoding } } }
    : found;
}

const BOTH_WAYS: ReadonlySet<CaseRecord['kind']> = new Set(['entity', 'relation', 'claim']);

/** The same bytes are the same source, whatever the file is called, so importing twice adds nothing. */
function fileSource(
  { said }: Collector,
  sha256: string,
  { name, source }: ReadOptions,
  tables: readonly FoundTable[],
): Source {
  const date = /^\d{4}(-\d\d(-\d\d)?)?/.exec(said.get('date') ?? '')?.[0];
  const author = said.get('creator');
  return {
    kind: 'source',
    id: source ?? `file-${sha256.slice(0, 12)}`,
    title: name,
    form: 'file',
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    file: name,
    sha256,
    ...(tables.length > 0 && { tables: tables.map(({ mapping }) => mapping) }),
  };
}

interface Made {
  readonly carried: Carried;
  readonly builder: Builder;
}

function headerOf(
  { said }: Collector,
  { carried, builder }: Made,
  given: readonly CaseRecord[],
  name: string,
): Header {
  const header = given.find((record) => record.kind === 'header');
  const description = header?.description ?? said.get('description');
  const headers = given.filter((record) => record.kind === 'header');
  const own = [...headers.map((one) => one.schemata ?? []), carried.schemata].reduce(joinedSchemata, []);
  const schemata = joinedSchemata(own, builder.vocabulary.additions());
  return {
    kind: 'header',
    id: 'case',
    name: titleOf(header?.name, said.get('name'), carried) || name.replace(/\.[^.]*$/, '') || name,
    ...(description !== undefined && { description }),
    ...(header?.language !== undefined && { language: header.language }),
    ...(schemata.length > 0 && { schemata }),
    ...(header?.unknown && { unknown: header.unknown }),
  };
}

/** What stands visibly in a file wins over what it carries. */
const titleOf = (given: string | undefined, visible: string | undefined, { entities }: Carried) =>
  entities.size > 0 && visible !== undefined && asSeen(visible) !== asSeen(given ?? '')
    ? visible
    : given || visible;

const isOfFile = (record: CaseRecord): boolean => record.kind === 'claim' && record.source === FILE;

function saidBy(file: Id, record: CaseRecord): CaseRecord {
  if (record.kind !== 'claim' || record.source !== FILE) return record;
  const claim: Claim = { ...record, source: file };
  return { ...claim, id: claimId(claim) };
}

function countsOf(records: readonly CaseRecord[], packed: Packed | undefined): Account['read'] {
  const count = (kind: CaseRecord['kind']) =>
    records.reduce((sum, record) => sum + (record.kind === kind ? 1 : 0), 0);
  const [nodes, edges, claims] = packed
    ? [packed.entities, packed.subjects.length - packed.entities, packed.subject.length]
    : [0, 0, 0];
  return {
    nodes: count('entity') + nodes,
    edges: count('relation') + edges,
    claims: count('claim') + claims,
    sources: count('source'),
  };
}
