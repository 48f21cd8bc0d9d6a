// Bytes → records of a case with an account of what was found. All or nothing: a file that cannot be used gives no records.
import { claimId } from '../case/claimId.ts';
import type { CaseRecord, Claim, Header, Id, Source } from '../case/records.ts';
import type { TableWish } from '../case/tableMapping.ts';
import type { Job } from '../plugin/job.ts';
import { InputError, type Problem } from '../plugin/problem.ts';
import { valuesFor } from '../plugin/settings.ts';
import { Builder } from './building.ts';
import { Collector } from './collecting.ts';
import { FILE, type Format } from './format.ts';
import { detect, formatFor } from './index.ts';
import { piecesOf, takeIn, type Input, type Intake } from './intake.ts';
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
}

export interface ReadOptions {
  /** File name without folders; it becomes the title of the source. */
  readonly name: string;
  /** Id of the format, where the user chose it. */
  readonly format?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What is settled of the tables in it, from an earlier file or by hand. */
  readonly tables?: readonly TableWish[];
  /** Id of the source that the file is a later state of; absent: it is a source of its own. */
  readonly source?: Id;
}

/** Throws `InputError` where nothing can be made of the file, `Cancelled` when the job is. */
export async function read(input: Input, options: ReadOptions, job: Job): Promise<Import> {
  const encoding = options.tables?.find(({ table }) => table === '')?.dialect?.encoding;
  const intake = await takeIn(input, encoding);
  const format = options.format === undefined ? detect(intake.head) : formatFor(options.format);
  if (!format) throw new InputError(`There is no format called “${options.format}”.`);
  const found = new Collector(options.tables);
  for (const problem of intake.problems) found.problem(problem);
  await format.read(piecesOf(intake.bytes, job), found, valuesFor(format.settings, options.settings), job);
  return assembled(found, format, intake, options);
}

function assembled(found: Collector, format: Format, intake: Intake, options: ReadOptions): Import {
  const { name } = options;
  const tables = found.tables.map((table) => encodedAs(table, intake.encoding));
  const mappings = tables.map(({ mapping }) => mapping);
  const file = { ...fileSource(found, intake, options), ...(mappings.length > 0 && { tables: mappings }) };
  const builder = new Builder(found, file);
  if (found.nodes.size + found.edges.length > 0) builder.build();
  const given = found.records.map(({ record }) => saidBy(file.id, record));
  const saysItself = builder.records.length > 0 || found.records.some(({ record }) => isOfFile(record));
  const header = headerOf(found, builder, given, name);
  const rest = given.filter((record) => record.kind !== 'header');
  const records = [header, ...(saysItself ? [file] : []), ...rest, ...builder.records];
  const { problems, counts } = found;
  const account = { read: countsOf(records), problems, ...counts };
  const placements = new Map([...found.places, ...builder.placements]);
  return { format: format.id, name: header.name, records, placements, tables, account };
}

/** A table that is the whole file has the encoding of the file; one inside it says its own. */
function encodedAs(found: FoundTable, encoding: string): FoundTable {
  const { mapping } = found;
  return mapping.table === ''
    ? { ...found, mapping: { ...mapping, dialect: { ...mapping.dialect, encoding } } }
    : found;
}

/** The same bytes are the same source, whatever the file is called, so importing twice adds nothing. */
function fileSource({ said }: Collector, intake: Intake, { name, source }: ReadOptions): Source {
  const date = /^\d{4}(-\d\d(-\d\d)?)?/.exec(said.get('date') ?? '')?.[0];
  const author = said.get('creator');
  return {
    kind: 'source',
    id: source ?? `file-${intake.sha256.slice(0, 12)}`,
    title: name,
    form: 'file',
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    file: name,
    sha256: intake.sha256,
  };
}

function headerOf({ said }: Collector, builder: Builder, given: readonly CaseRecord[], name: string): Header {
  const header = given.find((record) => record.kind === 'header');
  const description = header?.description ?? said.get('description');
  const schemata = [...(header?.schemata ?? []), ...builder.vocabulary.additions()];
  return {
    kind: 'header',
    id: 'case',
    name: header?.name || said.get('name') || name.replace(/\.[^.]*$/, '') || name,
    ...(description !== undefined && { description }),
    ...(header?.language !== undefined && { language: header.language }),
    ...(schemata.length > 0 && { schemata }),
    ...(header?.unknown && { unknown: header.unknown }),
  };
}

const isOfFile = (record: CaseRecord): boolean => record.kind === 'claim' && record.source === FILE;

function saidBy(file: Id, record: CaseRecord): CaseRecord {
  if (record.kind !== 'claim' || record.source !== FILE) return record;
  const claim: Claim = { ...record, source: file };
  return { ...claim, id: claimId(claim) };
}

function countsOf(records: readonly CaseRecord[]): Account['read'] {
  const count = (kind: CaseRecord['kind']) => records.filter((record) => record.kind === kind).length;
  return {
    nodes: count('entity'),
    edges: count('relation'),
    claims: count('claim'),
    sources: count('source'),
  };
}
