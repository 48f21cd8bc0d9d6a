// The lossless carrier: one reserved attribute of nodes and edges that holds their claims with a checksum.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { STANCES, type CaseRecord, type Claim, type Id, type SchemaAddition } from '../case/records.ts';
import type { Source, Stance } from '../case/records.ts';
import type { Settings } from '../plugin/settings.ts';
import { SECTIONS, type Section } from './clew/caseSchema.ts';
import { faultIn } from './clew/shape.ts';
import type { FlatColumn } from './columns.ts';

/** For every format whose nodes and edges have attributes: a format spreads it beside GRAPH_SETTINGS. */
export const CARRIER = {
  carrier: {
    type: 'boolean',
    default: false,
    label: 'Carry the claims',
    help: 'One more attribute, “clew”, holds each claim with its source, so that Clew reads back all it knows. Claims name their sources; confidential ones never go along.',
  },
} satisfies Settings;

export const CARRIED: FlatColumn = { id: 'clew', label: 'Clew', type: 'string', list: false };

/** A claim without what its cargo says already, and without its id, which follows from the rest. */
export type CargoClaim = Omit<Claim, 'kind' | 'id' | 'subject'>;

/** What rides on one node or edge. */
export interface Cargo {
  /** The entity or relation that the claims are about. */
  readonly id: Id;
  /** Its schema. */
  readonly type: string;
  /** As written beside it. */
  readonly label: string;
  /** Of edges. `property` where the edge is no relation but a property of `id`. */
  readonly tie?: {
    readonly source: Id;
    readonly target: Id;
    readonly stance: Stance;
    readonly property?: string;
  };
  /** Of formats that write no label: the checksum of what stands beside it. */
  readonly seen?: string;
  readonly claims: readonly CargoClaim[];
  /** Those that the claims name, so that each node and edge can stand without the others. */
  readonly sources: readonly Source[];
  /** The case's own words for the type. */
  readonly schemata: readonly SchemaAddition[];
  /** What belongs to the case as a whole, spread over its first nodes: header, judgements, views, further sources. */
  readonly records: readonly CaseRecord[];
  /** On the first node: how many nodes and edges were written. */
  readonly written?: { readonly nodes: number; readonly edges: number };
}

/** ASCII in one line, without apostrophes: what any text attribute of any format holds. */
export function cargoText(cargo: Cargo): string {
  const of = JSON.stringify(cargo).replace(
    /[^\x20-\x26\x28-\x7e]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `{"clew":1,"sum":"${checksum(of)}","of":${of}}`;
}

/** The first 16 hex digits of the SHA-256 of the text. */
export const checksum = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);

const WRAPPED = /^\s*\{"clew":(\d{1,6}),"sum":"([0-9a-f]{16})","of":(.*)\}\s*$/s;

/** The cargo of a text; or what is wrong with it, in words that follow "The claims that it carries". */
export function cargoOf(text: string): Cargo | string {
  const [, version, sum, of] = WRAPPED.exec(text) ?? [];
  if (version !== undefined && version !== '1') return 'were written by a newer Clew';
  if (of === undefined || checksum(of) !== sum) return 'are damaged or cut off';
  try {
    const cargo = JSON.parse(of) as unknown;
    return isCargo(cargo) ? cargo : 'are not of the shape that Clew writes';
  } catch {
    return 'are damaged or cut off';
  }
}

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areText = (of: Plain, ...names: string[]): boolean =>
  names.every((name) => typeof of[name] === 'string');
const fits = (value: unknown, section: Section): boolean => faultIn(value, SECTIONS[section]) === undefined;
const all = (list: unknown, fit: (item: unknown) => boolean): boolean =>
  Array.isArray(list) && list.every(fit);

/** Checked like a case file: a checksum anybody can compute proves nothing. */
function isCargo(value: unknown): value is Cargo {
  if (!isPlain(value) || !areText(value, 'id', 'type', 'label')) return false;
  const { tie, claims, sources, schemata, records } = value;
  return (
    (tie === undefined || isTie(tie)) &&
    (value.seen === undefined || areText(value, 'seen')) &&
    all(claims, (claim) => isPlain(claim) && fits({ ...claim, subject: '' }, 'claims')) &&
    all(sources, (source) => fits(source, 'sources')) &&
    all(schemata, (schema) => fits(schema, 'schemata')) &&
    all(records, isRecord)
  );
}

const isTie = (tie: unknown): boolean =>
  isPlain(tie) &&
  areText(tie, 'source', 'target', 'stance') &&
  STANCES.includes(tie.stance as Stance) &&
  (tie.property === undefined || areText(tie, 'property'));

const SECTION_OF: ReadonlyMap<unknown, Section> = new Map<unknown, Section>([
  ['source', 'sources'],
  ['relation', 'relations'],
  ['claim', 'claims'],
  ['judgement', 'judgements'],
  ['view', 'views'],
]);

function isRecord(record: unknown): boolean {
  if (!isPlain(record)) return false;
  const section = SECTION_OF.get(record.kind);
  if (section) return fits(record, section) && areText(record, 'id');
  const { schemata = [], unknown = {} } = record;
  return (
    record.kind === 'header' &&
    areText(record, 'name') &&
    all(schemata, (schema) => fits(schema, 'schemata')) &&
    isPlain(unknown)
  );
}
