// Which properties forms offer, and the values typed into them read together.
import type { Id } from '../../case/records.ts';
import type { Model, Property, Schema } from '../../case/schema.ts';
import { readValue } from './reading.ts';

/** Properties that can be claimed of a type: those it features first, the others by label. */
export function offered(schema: Schema): { first: readonly Property[]; others: readonly Property[] } {
  const usable = [...schema.properties.values()].filter(({ stub }) => !stub);
  const names = [...new Set([...schema.featured, ...schema.caption, 'role', 'date', 'startDate', 'endDate'])];
  const first = names
    .map((name) => schema.properties.get(name))
    .filter((property) => property && !property.stub);
  const others = usable.filter((property) => !first.includes(property));
  return { first: first as Property[], others: others.sort((a, b) => a.label.localeCompare(b.label, 'en')) };
}

/** What was typed by property → the values to claim; or the first problem, with the property's label. */
export function readAll(
  schema: Schema,
  typed: Readonly<Record<string, string>>,
): { values: Record<string, readonly string[]> } | { problem: string } {
  const values: Record<string, readonly string[]> = {};
  for (const [name, text] of Object.entries(typed)) {
    const property = schema.properties.get(name);
    if (!property) continue;
    const reading = readValue(property.type, text);
    if ('problem' in reading) return { problem: `${property.label}: ${reading.problem}` };
    if (reading.value) values[name] = [reading.value];
  }
  return { values };
}

/** The ends of a relation type that these entities can take: each the first free end whose range admits it. */
export function endsFor(
  model: Model,
  schema: Schema,
  ends: readonly Id[],
  schemaOf: (id: Id) => string | undefined,
) {
  const found: Record<string, Id> = {};
  for (const id of ends) {
    const free = [schema.edge!.source, schema.edge!.target].filter((end) => !(end in found));
    const fits = free.find((end) =>
      model.isA(schemaOf(id) ?? 'Thing', schema.properties.get(end)?.range ?? 'Thing'),
    );
    if (fits) found[fits] = id;
  }
  return found;
}
