// Bytes → records of a case with an account of what was found. All or nothing: a file that cannot be used gives no records.
import { claimId } from '../case/claimId.ts';
import type { CaseRecord, Claim, Header, Id, Source } from '../case/records.ts';
import type { Job } from '../plugin/job.ts';
import { InputError, type Problem } from '../plugin/problem.ts';
import { valuesFor } from '../plugin/settings.ts';
import { Builder } from './building.ts';
import { Collector } from './collecting.ts';
import { FILE, type Format } from './format.ts';
import { recognised } from './archive.ts';
import { formatFor } from './index.ts';
import { piecesOf, takeIn, type Input } from './intake.ts';

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
  readonly account: Account;
  /** The file of a zip that was read, and all of it that could be. */
  readonly member?: string;
  readonly members?: readonly string[];
}

export interface ReadOptions {
  /** File name without folders; it becomes the title of the source. */
  readonly name: string;
  /** Id of the format, where the user chose it. */
  readonly format?: string;
  /** Which file of a zip, where the user chose it. */
  readonly member?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Throws `InputError` where nothing can be made of the file, `Cancelled` when the job is. */
export async function read(input: Input, options: ReadOptions, job: Job): Promise<Import> {
  const { sha256, ...content } = await takeIn(input);
  const { format, bytes, problems, member, members } = await recognised(content, {
    ...options,
    format: chosen(options.format),
  });
  const found = new Collector();
  for (const problem of problems) found.problem(problem);
  await format.read(piecesOf(bytes, job), found, valuesFor(format.settings, options.settings), job);
  const file = fileSource(found, sha256, options.name);
  return { ...assembled(found, format, file), ...(member !== undefined && { member, members }) };
}

function chosen(id: string | undefined): Format | undefined {
  const format = id === undefined ? undefined : formatFor(id);
  if (id !== undefined && !format) throw new InputError(`There is no format called “${id}”.`);
  return format;
}

function assembled(found: Collector, format: Format, file: Source): Import {
  const name = file.title;
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
  return { format: format.id, name: header.name, records, placements, account };
}

/** The same bytes are the same source, whatever the file is called, so importing twice adds nothing. */
function fileSource({ said }: Collector, sha256: string, name: string): Source {
  const date = /^\d{4}(-\d\d(-\d\d)?)?/.exec(said.get('date') ?? '')?.[0];
  const author = said.get('creator');
  return {
    kind: 'source',
    id: `file-${sha256.slice(0, 12)}`,
    title: name,
    form: 'file',
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    file: name,
    sha256,
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
