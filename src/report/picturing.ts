// The map of a sheet: a scene whose nodes and lines bear the numbers of the statements about them.
import { DEFAULTS, type PictureOptions } from '../pictures/options.ts';
import { pictureSize, writeSvg } from '../pictures/svg.ts';
import { sayNumbers, type Numbers } from '../view/numbering.ts';
import type { Scene } from '../view/scene.ts';
import { count } from '../case/wording.ts';
import type { DrawnMap, NoMap } from './html.ts';
import { statementsIn, type Report } from './report.ts';

/** More than this no page can hold with their numbers and be read. */
const MOST = { nodes: 400, edges: 800 } as const;
/** How much wider than on the screen the map lies, so that numbers find room beside names. */
const SPREAD = 1.15;

/** By node and edge, the numbers of the statements about it. */
export function numbersFor(report: Pick<Report, 'parts'>): Numbers {
  const numbers = new Map<string, number[]>();
  for (const { mark, number } of statementsIn(report))
    if (mark !== undefined) numbers.set(mark, [...(numbers.get(mark) ?? []), number]);
  return numbers;
}

export const isTooFull = ({ nodes, edges }: Pick<Scene, 'nodes' | 'edges'>): boolean =>
  nodes.length > MOST.nodes || edges.length > MOST.edges;

/** The map, or in words why there is none; undefined where nothing is to be drawn. */
export function drawMap(report: Report, scene: Scene): DrawnMap | NoMap | undefined {
  if (scene.nodes.length === 0) return undefined;
  if (isTooFull(scene)) return { says: tooFull(scene) };
  const numbers = numbersFor(report);
  const options: PictureOptions = {
    ...DEFAULTS,
    background: 'transparent',
    title: false,
    sources: false,
    numbers,
  };
  const wide = {
    ...scene,
    nodes: scene.nodes.map((node) => ({ ...node, x: node.x * SPREAD, y: node.y * SPREAD })),
  };
  return {
    svg: [...writeSvg(wide, options)].join(''),
    caption: captionOf(report, scene),
    ...pictureSize(wide, options),
  };
}

const tooFull = ({ nodes, edges }: Scene): string =>
  `No map: ${count(nodes.length, 'entity')} and ${count(edges.length, 'tie')} are more than a page can hold with their numbers. Narrow the lens, or show fewer of them.`;

/** The map, and which numbers are not on it. */
function captionOf(report: Report, { nodes, edges }: Scene): string {
  const drawn = new Set([...nodes, ...edges].map(({ id }) => id));
  const missing = statementsIn(report).filter(({ mark }) => mark === undefined || !drawn.has(mark));
  const of = 'The map. The numbers are those of the statements.';
  if (missing.length === 0) return of;
  return `${of} Not on it: ${sayNumbers(missing.map(({ number }) => number))}.`;
}
