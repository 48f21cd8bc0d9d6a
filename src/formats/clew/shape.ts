// Checks plain data against a shape, and writes it with its keys in the shape's order.
import type { Shape } from './caseSchema.ts';
import { byCodePoint } from '../order.ts';

/** What is wrong, and in which field: `locators[0].position.start`. */
export interface Fault {
  readonly field: string;
  readonly what: string;
}

type Plain = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first fault, depth first; undefined where the value fits. Keys the shape does not name are no fault. */
export function faultIn(value: unknown, shape: Shape, field = ''): Fault | undefined {
  if (shape.oneOf) return oneOfFault(value, shape.oneOf, field);
  if (shape.type && !hasType(value, shape.type))
    return { field, what: `must be ${NOUNS[shape.type]}, but is ${nounOf(value)}` };
  if (shape.enum && !shape.enum.includes(value as string)) {
    return {
      field,
      what: `must be one of ${shape.enum.join(', ')}, but is ${JSON.stringify(value)?.slice(0, 60)}`,
    };
  }
  if (shape.pattern && !new RegExp(shape.pattern).test(value as string))
    return { field, what: `must match ${shape.pattern}` };
  if (shape.minimum !== undefined && (value as number) < shape.minimum)
    return { field, what: `must not be below ${shape.minimum}` };
  if (Array.isArray(value)) return listFault(value, shape, field);
  return isObject(value) ? objectFault(value, shape, field) : undefined;
}

function oneOfFault(value: unknown, shapes: readonly Shape[], field: string): Fault | undefined {
  if (!isObject(value)) return { field, what: `must be an object, but is ${nounOf(value)}` };
  const words = shapes.map((shape) => shape.properties?.about?.enum?.[0]);
  const chosen = shapes[words.indexOf(value.about as string)];
  return chosen
    ? faultIn(value, chosen, field)
    : { field: below(field, 'about'), what: `must be one of ${words.join(', ')}` };
}

function listFault(value: readonly unknown[], shape: Shape, field: string): Fault | undefined {
  const { minItems = 0, maxItems = Infinity, items } = shape;
  if (value.length < minItems || value.length > maxItems)
    return { field, what: `must hold ${minItems} items, but holds ${value.length}` };
  if (!items) return undefined;
  for (const [i, item] of value.entries()) {
    const fault = faultIn(item, items, `${field}[${i}]`);
    if (fault) return fault;
  }
  return undefined;
}

function objectFault(value: Plain, shape: Shape, field: string): Fault | undefined {
  for (const name of shape.required ?? []) {
    if (!Object.hasOwn(value, name)) return { field: below(field, name), what: 'is missing' };
  }
  for (const [name, item] of Object.entries(value)) {
    const known =
      shape.properties && Object.hasOwn(shape.properties, name)
        ? shape.properties[name]
        : shape.additionalProperties;
    const fault = known && faultIn(item, known, below(field, name));
    if (fault) return fault;
  }
  return undefined;
}

const below = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`);

const NOUNS = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
} as const;

function hasType(value: unknown, type: NonNullable<Shape['type']>): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isSafeInteger(value);
  return typeof value === type;
}

const nounOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'text' : `a ${typeof value}`;
};

/** Keys of an object that its shape does not name. */
export function unknownKeys(value: Plain, shape: Shape): readonly string[] {
  const { properties = {} } = shapeFor(value, shape);
  return Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
}

const shapeFor = (value: Plain, shape: Shape): Shape =>
  shape.oneOf?.find((one) => one.properties?.about?.enum?.[0] === value.about) ?? shape;

/** JSON in one line, keys as the shape orders them, then those it does not name in code point order. */
export function printed(value: unknown, shape: Shape | undefined): string {
  if (Array.isArray(value)) return `[${value.map((item) => printed(item, shape?.items)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const { properties = {}, additionalProperties } = shape ? shapeFor(value, shape) : {};
  const known = Object.keys(properties).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
  const pairs = [...known, ...others.sort(byCodePoint)]
    .filter((key) => value[key] !== undefined)
    .map(
      (key) =>
        `${JSON.stringify(key)}:${printed(value[key], Object.hasOwn(properties, key) ? properties[key] : additionalProperties)}`,
    );
  return `{${pairs.join(',')}}`;
}
