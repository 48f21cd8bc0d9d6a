// An object of STIX as JSON text, on one line.
import type { Remainder } from '../remainder.ts';
import { STIX_TYPES } from './stixFields.ts';
import type { FieldTexts } from './stixFit.ts';
import { ENTITY_EXTENSION, VALUES_EXTENSION } from './stixIds.ts';
import { ENTITY_TYPE } from './stixPlans.ts';

export const members = (texts: FieldTexts): string[] =>
  Array.from(texts, ([name, text]) => `${JSON.stringify(name)}:${text}`);

/** In the order: type, version, id, fields, extensions. `own` is what stands in our extension. */
export function objectText(type: string, id: string, texts: FieldTexts, own?: Remainder | object): string {
  const { observable } = STIX_TYPES.get(type) ?? {};
  const head: FieldTexts = new Map([['type', JSON.stringify(type)]]);
  if (!observable || own) head.set('spec_version', '"2.1"');
  head.set('id', JSON.stringify(id));
  const others: Record<string, unknown> = JSON.parse(texts.get('extensions') ?? '{}');
  const extensions = {
    ...others,
    ...(type === ENTITY_TYPE && { [ENTITY_EXTENSION]: { extension_type: 'new-sdo' } }),
    ...(own && { [VALUES_EXTENSION]: { extension_type: 'property-extension', ...own } }),
  };
  const tail: FieldTexts = new Map(
    Object.keys(extensions).length > 0 ? [['extensions', JSON.stringify(extensions)]] : [],
  );
  const fields = new Map([...texts].filter(([name]) => name !== 'extensions'));
  return `{${[...members(head), ...members(fields), ...members(tail)].join(',')}}`;
}
