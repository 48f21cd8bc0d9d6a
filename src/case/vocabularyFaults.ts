// Where a case does not keep to its vocabulary: harmless to look at, and a sign that something was mistyped or lost.
import type { ReadonlyCase } from './case.ts';
import { parseDate } from './dates.ts';
import { parseQuantity } from './quantities.ts';
import type { Claim, SchemaAddition } from './records.ts';
import type { Model } from './schema.ts';

export interface VocabularyFault {
  /** The record and its field: "claim 3f2a…, value". */
  readonly where: string;
  /** One sentence. */
  readonly what: string;
}

/** Types and properties that the model does not know, exclusions that name what is not there, entities named that are not there, dates and figures nobody can read. */
export function* vocabularyFaults(of: ReadonlyCase): Generator<VocabularyFault> {
  for (const type of of.header.schemata ?? []) yield* faultsOfType(of.model, type);
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

/** In what the case says that relations of a type cannot be together. */
function* faultsOfType(
  model: Model,
  { name: type, exclusive = [] }: SchemaAddition,
): Generator<VocabularyFault> {
  const { edge, exclusions, properties } = model.schema(type);
  for (const { name, where, against = [], reversed = [] } of exclusive) {
    const at = `type ${type}, exclusive ${name}`;
    if (!edge) yield { where: at, what: `"${type}" is no type of relation, so nothing excludes anything.` };
    if (where && !properties.has(where.property))
      yield { where: `${at}, where`, what: `The type "${type}" has no property "${where.property}".` };
    const { one, living, id = '' } = exclusions.get(name) ?? {};
    if (!one && !living && !model.opposed.has(id))
      yield { where: at, what: 'It excludes nothing: it says neither one, living, against nor reversed.' };
    for (const other of [...against, ...reversed])
      if (!isThere(model, type, other))
        yield { where: at, what: `There is no "${other}" that it could be against.` };
  }
}

function isThere(model: Model, type: string, other: string): boolean {
  const [named, name] = other.includes('.') ? other.split('.', 2) : [type, other];
  return model.has(named!) && model.schema(named!).exclusions.has(name!);
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
