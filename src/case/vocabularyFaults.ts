// Where a case does not keep to its vocabulary: harmless to look at, and a sign that something was mistyped or lost.
import type { ReadonlyCase } from './case.ts';
import { parseDate } from './dates.ts';
import { parseQuantity } from './quantities.ts';
import type { Claim } from './records.ts';

export interface VocabularyFault {
  /** The record and its field: "claim 3f2a…, value". */
  readonly where: string;
  /** One sentence. */
  readonly what: string;
}

/** Types and properties that the model does not know, entities named that are not there, dates and figures nobody can read. */
export function* vocabularyFaults(of: ReadonlyCase): Generator<VocabularyFault> {
  for (const { kind, id, schema } of [...of.entities(), ...of.relations()]) {
    const where = `${kind} ${id}, schema`;
    if (!of.model.has(schema)) yield { where, what: `There is no type "${schema}".` };
    else if (kind === 'relation' && !of.model.schema(schema).edge)
      yield { where, what: `"${schema}" is no type of relation.` };
  }
  for (const claim of of.claims) {
    const fault = faultIn(of, claim);
    if (fault) yield fault;
  }
}

function faultIn(of: ReadonlyCase, { id, subject, property, value }: Claim): VocabularyFault | undefined {
  const schema = of.schemaOf(subject);
  if (schema === undefined || property === 'id' || !of.model.has(schema)) return undefined;
  const known = of.model.property(schema, property);
  if (!known)
    return { where: `claim ${id}, property`, what: `The type "${schema}" has no property "${property}".` };
  if (isReadable(of, known.type, value)) return undefined;
  return { where: `claim ${id}, value`, what: `"${value}" cannot be read as ${known.type}.` };
}

function isReadable(of: ReadonlyCase, type: string, value: string): boolean {
  if (type === 'entity') return of.entity(value) !== undefined;
  if (type === 'date') return parseDate(value) !== undefined;
  return (type !== 'number' && type !== 'duration') || parseQuantity(value) !== undefined;
}
