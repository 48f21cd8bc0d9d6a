// Statements of BODS 0.1 to 0.4 → records: one of each, in the shape of 0.4, whatever version they were written in.
import { InputError } from '../../plugin/problem.ts';
import { isList, isObject, readJson, type Json, type JsonObject } from '../json.ts';
import { plain } from '../jsonValues.ts';
import type { Tally } from '../tally.ts';
import type { RecordKind } from './bodsWords.ts';

export interface BodsRecord {
  readonly id: string;
  readonly kind: RecordKind;
  /** Fields of the statement; before 0.4 those of the record as well. */
  readonly statement: JsonObject;
  readonly details: JsonObject;
  /** "statement 3". */
  readonly where: string;
}

const KINDS = new Map<string, RecordKind>([
  ['entity', 'entity'],
  ['person', 'person'],
  ['relationship', 'relationship'],
  ['entityStatement', 'entity'],
  ['personStatement', 'person'],
  ['ownershipOrControlStatement', 'relationship'],
]);

/** Whether JSON begins as a list of statements does, or a single one. */
export function looksLikeBods(json: Json | undefined): boolean {
  const first = isList(json) ? json[0] : json;
  if (!isObject(first)) return false;
  const hasId = first.has('statementId') || first.has('statementID');
  return hasId && (first.has('recordType') || first.has('statementType'));
}

/** @throws InputError where the text is neither a list of statements nor lines of them. */
export function statementsIn(text: string, tally: Tally): readonly Json[] {
  if (!/^\s*\{/.test(text)) {
    const json = readJson(text, tally);
    if (isList(json)) return json;
    throw new InputError('This is not BODS: it is no list of statements.');
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1 && isWhole(lines[0]!)) return lines.flatMap((line, i) => lineOf(line, i, tally));
  const json = readJson(text, tally);
  const packed = isObject(json) ? json.get('statements') : undefined;
  return isList(packed) ? packed : [json];
}

/** Whether the first line is a value of its own, so that each line is. */
const isWhole = (line: string): boolean => /\}\s*$/.test(line);

function lineOf(line: string, i: number, tally: Tally): Json[] {
  try {
    return [readJson(line, tally)];
  } catch {
    tally.add('refused', 'A line that is not JSON was left out.', `line ${i + 1}`);
    return [];
  }
}

/** The latest statement of each record, in the order of the file. */
export function recordsIn(statements: readonly Json[], tally: Tally): readonly BodsRecord[] {
  const replaced = new Set(
    statements
      .filter(isObject)
      .flatMap((json) => {
        const list = json.get('replacesStatements');
        return isList(list) ? list : [];
      })
      .map(plain),
  );
  const records = new Map<string, BodsRecord>();
  statements.forEach((json, i) => {
    const where = `statement ${i + 1}`;
    const record = isObject(json) ? recordOf(json, where) : undefined;
    if (!record)
      return tally.add('refused', 'A statement without an id or of an unknown type was left out.', where);
    if (replaced.has(record.id)) return passOver(record, tally);
    const key = `${record.kind} ${record.id}`;
    const known = records.get(key);
    if (!known) return void records.set(key, record);
    const [older, newer] = dateOf(known) > dateOf(record) ? [record, known] : [known, record];
    records.set(key, newer);
    passOver(older, tally);
  });
  return [...records.values()];
}

const passOver = ({ where }: BodsRecord, tally: Tally): void =>
  tally.add('kept', 'An older statement of a record was passed over for the latest.', where);

const dateOf = ({ statement }: BodsRecord): string => plain(statement.get('statementDate')) ?? '';

function recordOf(statement: JsonObject, where: string): BodsRecord | undefined {
  const kind = KINDS.get(plain(statement.get('recordType') ?? statement.get('statementType')) ?? '');
  const id = plain(statement.get('recordId') ?? statement.get('statementId') ?? statement.get('statementID'));
  if (kind === undefined || id === undefined || id === '') return undefined;
  const details = statement.get('recordDetails');
  if (isObject(details)) return { id, kind, statement, details, where };
  return { id, kind, statement, details: inNewWords(statement), where };
}

/** Names that versions before 0.4 gave to the same fields. */
const RENAMED = new Map([
  ['incorporatedInJurisdiction', 'jurisdiction'],
  ['componentStatementIDs', 'componentRecords'],
]);
const OF_STATEMENT: ReadonlySet<string> = new Set([
  ...['statementId', 'statementID', 'statementType', 'statementDate', 'publicationDetails', 'source'],
  ...['annotations', 'replacesStatements', 'clew'],
]);

/** The fields of a record that stand in the statement itself. */
function inNewWords(statement: JsonObject): JsonObject {
  const details = new Map<string, Json>();
  for (const [name, value] of statement) {
    if (OF_STATEMENT.has(name)) continue;
    const described = name === 'subject' || name === 'interestedParty' ? describedIn(value) : value;
    const isType = name === 'entityType' && typeof value === 'string';
    details.set(RENAMED.get(name) ?? name, isType ? new Map([['type', value]]) : described);
  }
  return details;
}

/** `{describedByEntityStatement: id}` or `{unspecified: {reason}}`, as 0.4 writes it. */
function describedIn(value: Json): Json {
  if (!isObject(value)) return value;
  const id = value.get('describedByEntityStatement') ?? value.get('describedByPersonStatement');
  return id ?? value.get('unspecified') ?? value;
}
