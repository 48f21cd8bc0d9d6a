// How many texts a format has to spell otherwise, for formats that put each into one line between quotes.
import type { Values } from '../plugin/settings.ts';
import { flatten } from './flat.ts';
import type { Loss, Outgoing } from './format.ts';

/** `spell` gives a text as the format writes it. */
export function respelled(out: Outgoing, settings: Values, spell: (text: string) => string): readonly Loss[] {
  const { nodes, edges } = flatten(out, settings);
  let count = 0;
  for (const items of [nodes, edges])
    for (const { id, label, values } of items)
      for (const text of [id, label, ...[...values.values()].flat()]) if (spell(text) !== text) count++;
  return count > 0
    ? [{ what: 'line breaks and quotes in texts, written as spaces and apostrophes', count }]
    : [];
}
