// The numbers of statements on a picture: by node and edge, as a reader looks them up in the text.
import { sayQuantity } from '../case/quantities.ts';
import { filledLines } from './labels.ts';
import type { Scene } from './scene.ts';

/** The numbers of the statements about each node and edge. */
export type Numbers = ReadonlyMap<string, readonly number[]>;

/** The type of numbers, in scene units. Inter at weight 600. */
export const NUMBER = { size: 10, line: 15, pad: 4 } as const;
/** Where the numbers below a name go on in the next line, in scene units. */
const WIDEST = 120;

/** "3", "3, 7–9, 12": in their order, each once, runs of three and more as a range. */
export function sayNumbers(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [first: number, last: number][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => (first === last ? `${first}` : `${first}${last > first + 1 ? '–' : ', '}${last}`))
    .join(', ');
}

/** More runs of numbers than this nobody looks up. */
const MOST_RUNS = 60;

/** "3, 7–9"; of very many the first, and how many more, since each sentence says it as well. */
export function saySomeNumbers(numbers: readonly number[]): string {
  const runs = sayNumbers(numbers).split(', ');
  if (runs.length <= MOST_RUNS) return runs.join(', ');
  const told = runs.slice(0, MOST_RUNS);
  const last = Number(told.at(-1)!.split('–').at(-1));
  const more = new Set(numbers.filter((number) => number > last)).size;
  return `${told.join(', ')} and ${sayQuantity(String(more))} more`;
}

/** The numbers a scene bears, in lines for nodes and in one line for edges. */
export function numberLines(
  { nodes, edges }: Pick<Scene, 'nodes' | 'edges'>,
  numbers: Numbers,
): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, readonly string[]>();
  const words = (id: string) => sayNumbers(numbers.get(id) ?? []);
  for (const { id } of nodes) if (words(id)) lines.set(id, filledLines(words(id), WIDEST, NUMBER.size));
  for (const { id } of edges) if (words(id)) lines.set(id, [words(id)]);
  return lines;
}
