// What is only alleged or denied, in words for programs that know no stance.
import { columnOf } from '../columns.ts';
import type { FlatEdge, FlatNode } from '../flat.ts';
import type { FieldTexts } from './stixFit.ts';
import type { StixIds } from './stixIds.ts';
import { objectText } from './stixObjectText.ts';

/** A note on what is alleged, an opinion that disagrees with what is denied. */
export function* notesOn(
  about: string,
  item: FlatNode | FlatEdge,
  { ids, date, marked }: { ids: StixIds; date: string; marked: readonly string[] },
): Generator<string> {
  const stance = item.values.get('stance')?.[0];
  const lines = [...item.values].flatMap(([name, values]) => {
    const { property, stance: said } = columnOf(name);
    return said === 'affirmed' ? [] : [`${said}: ${property}: ${values.join('; ')}`];
  });
  if (stance === 'affirmed' && lines.length === 0) return;
  const type = stance === 'denied' ? 'opinion' : 'note';
  const words = [stance === 'affirmed' ? [] : [`${stance}: ${item.label}`], lines].flat().join('\n');
  const authors = item.values.get('sources')?.filter((title) => title !== '');
  const texts: FieldTexts = new Map([
    ['created', JSON.stringify(date)],
    ['modified', JSON.stringify(date)],
    ...(authors?.length ? [['authors', JSON.stringify(authors)] as const] : []),
    ['object_refs', JSON.stringify([about])],
  ]);
  texts.set(type === 'note' ? 'content' : 'explanation', JSON.stringify(words));
  if (type === 'opinion') texts.set('opinion', '"disagree"');
  if (marked.length > 0) texts.set('object_marking_refs', JSON.stringify(marked));
  yield objectText(type, ids.make(type, 'about', about), texts, { about });
}
