// Changes to JSON by its shape: values of other types, magic and missing keys, depth, long lists. JSON by line is changed line by line.
import type { Dice } from './dice.ts';
import { ODD_WORDS } from './oddities.ts';

/** The text with one value changed; undefined where it is no JSON. */
export function changedJson(text: string, dice: Dice): string | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return spelled(changed(whole, dice, 0));
  const lines = text.split('\n');
  const at = dice.below(lines.length);
  const line = parsed(lines[at]!);
  if (line === undefined) return undefined;
  lines[at] = spelled(changed(line, dice, 0));
  return lines.join('\n');
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Half of the time depth is text already, since `JSON.stringify` cannot go as deep as a file can. */
const spelled = (value: unknown): string =>
  JSON.stringify(value).replaceAll('"\\u0001deep"', () => '['.repeat(3000) + ']'.repeat(3000));

function changed(value: unknown, dice: Dice, depth: number): unknown {
  if (typeof value !== 'object' || value === null || dice.chance(0.1 + depth / 20)) return odd(value, dice);
  if (Array.isArray(value)) return changedList(value, dice, depth);
  const entries = Object.entries(value);
  if (entries.length === 0) return odd(value, dice);
  const at = dice.below(entries.length);
  const [key, inner] = entries[at]!;
  const act = dice.below(10);
  if (act === 0) entries.splice(at, 1);
  else if (act === 1) entries[at] = [dice.pick(ODD_WORDS), inner];
  else if (act === 2) entries.push([dice.pick(ODD_WORDS), odd(inner, dice)]);
  else if (act === 3) entries[at] = [dice.pick(entries)[0], inner];
  else entries[at] = [key, changed(inner, dice, depth + 1)];
  return ownKeys(entries);
}

/** An object with `__proto__` among its own keys, where a file has it there. */
const ownKeys = (entries: readonly (readonly [string, unknown])[]): unknown =>
  JSON.parse(
    `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
  );

function changedList(list: readonly unknown[], dice: Dice, depth: number): unknown {
  if (list.length === 0) return [odd(list, dice)];
  const copy = [...list];
  const at = dice.below(copy.length);
  const act = dice.below(8);
  if (act === 0) copy.splice(at, 1);
  else if (act === 1) copy.push(...Array.from({ length: dice.pick([1, 3, 300]) }, () => copy[at]));
  else if (act === 2) copy.splice(dice.below(copy.length), 0, odd(copy[at], dice));
  else copy[at] = changed(copy[at], dice, depth + 1);
  return copy;
}

function odd(value: unknown, dice: Dice): unknown {
  const scalars = [null, true, false, 0, -1, 1.5, 1e300, 2 ** 53, '', [], {}, [[]], { '': {} }, '\u0001deep'];
  const act = dice.below(5);
  if (act === 0) return dice.pick(ODD_WORDS);
  if (act === 1) return [value];
  if (act === 2) return { [dice.pick(['id', 'data', 'nodes', 'edges', 'value', 'a'])]: value };
  if (act === 3 && typeof value === 'string') return Number(value) || value.length;
  return dice.pick(scalars);
}
