// One statement of FollowTheMoney: its id, and its spelling as a row of CSV and as a line of JSON (statement/serialize.py).
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { idAsSeen } from '../asSeen.ts';
import { CARRIED, checksum } from '../carrier.ts';
import { MODEL } from './ftmFound.ts';

/** "In dataset A, entity X has the property `name` set to 'John Smith'." */
export interface Statement {
  /** The entity it was merged into; `entity_id`, where it was not. */
  readonly canonical_id: string;
  readonly entity_id: string;
  /** `id` says only that the entity exists. */
  readonly prop: string;
  readonly schema: string;
  readonly value: string;
  readonly dataset: string;
  /** ISO 639-3. */
  readonly lang?: string;
  readonly original_value?: string;
  /** A suggestion, not a fact. */
  readonly external?: boolean;
  /** The lossless carrier, on the first statement of an entity. */
  readonly cargo?: string;
}

/** Types whose values have no language, so that it is no part of their id (statement/util.py). */
const WITHOUT_LANGUAGE = new Set([
  'entity',
  'date',
  'checksum',
  'email',
  'phone',
  'gender',
  'mimetype',
  'topic',
  'url',
  'country',
  'language',
  'ip',
  'id',
]);

export const typeOf = ({ schema, prop }: Pick<Statement, 'schema' | 'prop'>): string =>
  prop === 'id' ? 'id' : (MODEL.property(schema, prop)?.type ?? 'string');

export const hasLanguage = (schema: string, prop: string): boolean =>
  !WITHOUT_LANGUAGE.has(typeOf({ schema, prop }));

/** Statement.make_key: the SHA-1, in hex, of what tells one statement from another. */
export function statementId({ dataset, entity_id, prop, schema, value, lang, external }: Statement): string {
  const language = lang !== undefined && hasLanguage(schema, prop) ? `@${lang}` : '';
  const key = `${dataset}.${entity_id}.${prop}.${value}${language}${external ? '.ext' : ''}`;
  return bytesToHex(sha1(utf8ToBytes(key)));
}

/** The checksum of all that statements say of an entity: equal where nobody edited them, in whatever order they come. */
export const seenOf = (statements: readonly Statement[]): string =>
  checksum(
    statements
      .map(
        (of) =>
          JSON.stringify([of.entity_id, of.schema, of.original_value ?? ''].map(idAsSeen)) + statementId(of),
      )
      .sort()
      .join(),
  );

/** Columns of the CSV, in FollowTheMoney's order. */
export const COLUMNS: readonly string[] = [
  'canonical_id',
  'entity_id',
  'prop',
  'prop_type',
  'schema',
  'value',
  'dataset',
  'origin',
  'lang',
  'original_value',
  'external',
  'first_seen',
  'last_seen',
  'id',
];

/** Every cell in quotes, as Python's unix dialect has it. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;

const cellsOf = (of: Statement): string[] => [
  of.canonical_id,
  of.entity_id,
  of.prop,
  typeOf(of),
  of.schema,
  of.value,
  of.dataset,
  '',
  of.lang ?? '',
  of.original_value ?? '',
  of.external ? 't' : 'f',
  '',
  '',
  statementId(of),
];

export const asCsv = (of: Statement): string => csvRow(cellsOf(of));

/** With a column more, which FollowTheMoney's readers, knowing columns by name, pass over. */
export const asLadenCsv = (of: Statement): string => csvRow([...cellsOf(of), of.cargo ?? '']);

/** Keys in FollowTheMoney's order: `canonical_id` first, so that plain `sort` groups the lines by entity. */
export const asJson = (of: Statement): string =>
  `${JSON.stringify({
    canonical_id: of.canonical_id,
    entity_id: of.entity_id,
    prop: of.prop,
    schema: of.schema,
    value: of.value,
    dataset: of.dataset,
    lang: of.lang ?? null,
    original_value: of.original_value ?? null,
    first_seen: null,
    last_seen: null,
    external: of.external ?? false,
    origin: null,
    id: statementId(of),
    ...(of.cargo !== undefined && { [CARRIED.id]: of.cargo }),
  })}\n`;
