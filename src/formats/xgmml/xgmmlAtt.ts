// XGMML's `<att>`: one value, or a list, a map or a record of them.
import type { Attribute } from '../format.ts';
import type { Tally } from '../tally.ts';
import { attributeOf } from '../typedValues.ts';
import type { XmlAttributes } from '../xml.ts';

/** An open `<att>` with what it holds so far. */
export interface Att {
  readonly own: XmlAttributes;
  readonly items: Att[];
  /** Between the tags, where there is no `value`. */
  text?: string;
}

const TYPES: ReadonlyMap<string, Attribute['type']> = new Map([
  ['string', 'string'],
  ...['integer', 'long'].map((type) => [type, 'integer'] as const),
  ...['real', 'double', 'float'].map((type) => [type, 'number'] as const),
  ['boolean', 'boolean'],
]);

/** Undefined where it holds nothing. */
export function attributeIn(att: Att, where: string, tally: Tally): Attribute | undefined {
  const name = att.own.name ?? att.own.label ?? '';
  if (att.items.length === 0) return valueIn(att, name, where, tally);
  const items = att.items.flatMap((item) => attributeIn(item, where, tally) ?? []);
  const named = att.items.some((item) => item.own.name !== undefined && item.own.name !== name);
  if (named && /^(map|complex)$/.test(att.own.type ?? '')) {
    tally.add('kept', 'Records inside attributes were kept as texts "name=value".', where);
    return attributeOf('string', att.items.flatMap(recordText), name, where, tally);
  }
  const [first] = items;
  const type = items.every((item) => item.type === first?.type) ? (first?.type ?? 'string') : 'string';
  return attributeOf(
    type,
    items.flatMap(({ values }) => values),
    name,
    where,
    tally,
  );
}

function valueIn({ own, text }: Att, name: string, where: string, tally: Tally): Attribute | undefined {
  const value = own.value ?? text?.trim();
  if (value === undefined || value === '') return undefined;
  // A formula stands in the place of a number.
  const formula = own['cy:equation'] === 'true' || own['cy:equation'] === '1';
  const type = formula ? 'string' : (TYPES.get((own.type ?? 'string').toLowerCase()) ?? 'string');
  return attributeOf(type, [value], name, where, tally);
}

const recordText = (att: Att): string[] =>
  att.items.length > 0
    ? att.items.flatMap(recordText).map((text) => `${att.own.name ?? ''}.${text}`)
    : att.own.value === undefined
      ? []
      : [`${att.own.name ?? ''}=${att.own.value}`];
