// How a suggestion reads in the list: its title, the words it rests on, the type it would have.
import { sayValue } from '../../../case/wording.ts';
import { isEntity, type Suggestion } from '../../../drafting/suggestion.ts';

/** UTF-16 units of a quote that are shown. */
const LONGEST = 260;

export function titleOf(one: Suggestion, nameOf: (key: string) => string): string {
  if (isEntity(one)) return one.name;
  if (one.kind === 'relation') return `${nameOf(one.from)} – ${one.role} – ${nameOf(one.to)}`;
  if (one.kind === 'role') return `${nameOf(one.of)}: ${one.role}`;
  return sayValue(one.kind === 'date' ? 'date' : one.kind === 'money' ? 'number' : 'duration', one.value);
}

export function schemaOf(one: Suggestion): string {
  if (isEntity(one)) return one.schema;
  if (one.kind === 'relation') return one.schema;
  return one.kind === 'role' ? 'Position' : 'Event';
}

/** What stands before, the quote, and what stands after, at whole words and on one line. */
export function around({ places: [place] }: Suggestion): [before: string, quote: string, after: string] {
  const { quote, prefix, suffix } = place!;
  const line = (text: string) => text.replace(/\s+/g, ' ');
  const cut = quote.length > LONGEST ? `${quote.slice(0, LONGEST).replace(/\s\S*$/, '')}…` : quote;
  return [line(prefix.replace(/^\S*\s/, '…')), line(cut), line(suffix.replace(/\s\S*$/, '…'))];
}
