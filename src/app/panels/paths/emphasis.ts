// Which parts of a sentence are names, so that they can stand out from it.

export interface Part {
  readonly text: string;
  readonly isName: boolean;
}

/** The sentence in parts, with the first place of each name apart. A name that is not there changes nothing. */
export function emphasised(sentence: string, names: readonly string[]): readonly Part[] {
  const places = names
    .map((name) => ({ start: placeOf(sentence, name), length: name.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start || b.length - a.length);
  const parts: Part[] = [];
  let at = 0;
  for (const { start, length } of places) {
    if (start < at) continue;
    if (start > at) parts.push({ text: sentence.slice(at, start), isName: false });
    parts.push({ text: sentence.slice(start, start + length), isName: true });
    at = start + length;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at), isName: false });
  return parts;
}

/** A name at the start of a sentence may have been given a capital. */
const placeOf = (sentence: string, name: string): number =>
  sentence.toLowerCase().startsWith(name.toLowerCase()) ? 0 : sentence.indexOf(name);
