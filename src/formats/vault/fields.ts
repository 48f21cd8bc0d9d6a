// Values of front matter → attributes. Only what stands without quotes is a number, a date or true.
import type { Attribute } from '../format.ts';
import { spelled } from '../typedValues.ts';
import { isWord, isYamlList, type Word, type Yaml } from './frontMatter.ts';

export const textOf = (yaml: Yaml | undefined): string | undefined => (isWord(yaml) ? yaml.text : undefined);

/** Typed by what the values are; what is itself a list or a mapping is kept as JSON text. Undefined: nothing there. */
export function attributeOfYaml(items: readonly Yaml[]): Attribute | undefined {
  const words = items.map((item): Word => (isWord(item) ? item : { text: jsonOf(item), plain: false }));
  const told = words.filter(({ text, plain }) => text !== '' && !(plain && /^(null|~)$/i.test(text)));
  if (told.length === 0) return undefined;
  return { type: typeOf(told), values: told.map(({ text }) => text) };
}

function typeOf(words: readonly Word[]): Attribute['type'] {
  const all = (fits: (text: string) => boolean) => words.every(({ text, plain }) => plain && fits(text));
  if (all((text) => text === 'true' || text === 'false')) return 'boolean';
  // A leading zero is part of a number in a register.
  const number = (text: string) => !/^[+-]?0\d/.test(text);
  if (all((text) => number(text) && spelled('integer', text) !== undefined)) return 'integer';
  if (all((text) => number(text) && /\d/.test(text) && spelled('number', text) !== undefined))
    return 'number';
  if (all((text) => /^\d{4}-\d\d-\d\d([T ][\d:.]{4,15}(Z|[+-]\d\d:?\d\d)?)?$/.test(text))) return 'date';
  return 'string';
}

const jsonOf = (yaml: Yaml): string => JSON.stringify(plain(yaml));

function plain(yaml: Yaml): unknown {
  if (isWord(yaml)) return yaml.text;
  if (isYamlList(yaml)) return yaml.map(plain);
  // Object.fromEntries makes own properties of any name.
  return Object.fromEntries(
    Array.from(yaml as ReadonlyMap<string, Yaml>, ([key, value]) => [key, plain(value)]),
  );
}
