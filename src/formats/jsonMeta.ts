// What a file in JSON says of the graph itself → the name, description… of the case.
import type { Sink } from './format.ts';
import { isList, isObject, type Json } from './json.ts';
import { plain } from './jsonValues.ts';
import type { Tally } from './tally.ts';

const META = new Map<string, Parameters<Sink['meta']>[0]>([
  ['name', 'name'],
  ['title', 'name'],
  ['label', 'name'],
  ['description', 'description'],
  ['creator', 'creator'],
  ['author', 'creator'],
  ['authors', 'creator'],
  ['date', 'date'],
  ['lastmodifieddate', 'date'],
  ['keywords', 'keywords'],
]);

/** Tells the sink what has a place there; of what else says something, the tally hears that it was left out. */
export function tellMeta(
  object: Json | undefined,
  own: ReadonlySet<string>,
  where: string,
  sink: Sink,
  tally: Tally,
): void {
  for (const [name, value] of pairsOf(object)) {
    if (own.has(name) || isBlank(value)) continue;
    const meta = META.get(name.toLowerCase());
    const words = isList(value) ? value.map(plain).filter((word) => word !== undefined) : [plain(value)];
    if (meta && words[0] !== undefined) sink.meta(meta, words.join(', '));
    else
      tally.add(
        'refused',
        `"${name.slice(0, 100)}", which is said of the graph itself, was left out.`,
        where,
      );
  }
}

/** Older networkx writes a list of pairs. */
function pairsOf(object: Json | undefined): Iterable<readonly [string, Json]> {
  if (isObject(object)) return object;
  if (!isList(object)) return [];
  return object.filter(isList).flatMap(([name, value]) => {
    const word = plain(name);
    return word === undefined || value === undefined ? [] : [[word, value] as const];
  });
}

const isBlank = (json: Json): boolean =>
  json === null || json === '' || (isList(json) && json.length === 0) || (isObject(json) && json.size === 0);
