// Entities and relations with what one source says of them, in columns: about a seventh of what records take.
import { claimOf } from './claimId.ts';
import { STANCES, type CaseRecord, type Claim, type Entity, type Id, type Relation } from './records.ts';

/** Plain data, so it can cross to a worker. A claim is a row; rows stand in the order in which they were said. */
export interface Packed {
  readonly source: Id;
  /** Ids of entities, then of relations, each once. */
  readonly subjects: readonly Id[];
  /** The place of each id among the subjects. */
  readonly index: ReadonlyMap<Id, number>;
  /** How many of the subjects are entities. */
  readonly entities: number;
  /** Properties, values and types, each once. */
  readonly words: readonly string[];
  /** By subject: the word that is its type. */
  readonly schema: Int32Array;
  /** By row: a subject, two words, a place among STANCES. */
  readonly subject: Int32Array;
  readonly property: Int32Array;
  readonly value: Int32Array;
  readonly stance: Uint8Array;
  /** By row: a place, coded. */
  readonly place: Int32Array;
  /** As the source spells it, by row, where that differs. */
  readonly originals: ReadonlyMap<number, string>;
  /** When it was so, by row, where that is said. */
  readonly held: ReadonlyMap<number, string>;
  /** The source that is quoted for it, by row, where one is. */
  readonly via: ReadonlyMap<number, Id>;
}

const NOWHERE = -1;

export const schemaAt = (packed: Packed, subject: number): string => packed.words[packed.schema[subject]!]!;

export const entityAt = (packed: Packed, subject: number): Entity => ({
  kind: 'entity',
  id: packed.subjects[subject]!,
  schema: schemaAt(packed, subject),
});

export const relationAt = (packed: Packed, subject: number): Relation => ({
  kind: 'relation',
  id: packed.subjects[subject]!,
  schema: schemaAt(packed, subject),
});

export function claimAt(packed: Packed, row: number): Claim {
  const { source, subjects, words, property, value, stance } = packed;
  const original = packed.originals.get(row);
  const held = packed.held.get(row);
  const via = packed.via.get(row);
  const place = placeOf(packed.place[row]!, words);
  return claimOf({
    subject: subjects[packed.subject[row]!]!,
    property: words[property[row]!]!,
    value: words[value[row]!]!,
    source,
    stance: STANCES[stance[row]!]!,
    ...(original !== undefined && { original }),
    ...(held !== undefined && { held }),
    ...(via !== undefined && { via: [via] }),
    ...(place !== '' && { locators: [{ place }] }),
  });
}

/** A place as one number: a line, NOWHERE, or any other words as -2 minus their index. */
export function placeCode(where: string, index: (word: string) => number): number {
  if (where === '') return NOWHERE;
  return lineOf(where) ?? -2 - index(where);
}

/** The place that a code stands for. */
export function placeOf(code: number, words: readonly string[]): string {
  if (code === NOWHERE) return '';
  return code >= 0 ? `line ${code}` : words[-2 - code]!;
}

/** The number of "line 12"; undefined for other words, and for numbers that would not come back as they are. */
function lineOf(where: string): number | undefined {
  if (!where.startsWith('line ') || where.length > 14) return undefined;
  const line = Number(where.slice(5));
  return Number.isInteger(line) && line >= 0 && line < 2 ** 30 && where === `line ${line}` ? line : undefined;
}

/** As records: entities, relations, claims. */
export function* recordsIn(packed: Packed): Generator<CaseRecord> {
  for (let i = 0; i < packed.entities; i++) yield entityAt(packed, i);
  for (let i = packed.entities; i < packed.subjects.length; i++) yield relationAt(packed, i);
  for (let row = 0; row < packed.subject.length; row++) yield claimAt(packed, row);
}
