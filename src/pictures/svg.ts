// Scene → SVG: written from the scene, not from a page. Text stays text; the same scene gives the same bytes.
import { EDGE_LABEL, widthOf } from '../view/labels.ts';
import { numberLines } from '../view/numbering.ts';
import { placeLabels, placeMarks, placeNumbers } from '../view/placing.ts';
import { routesOf } from '../view/routes.ts';
import type { LegendEntry, Scene, SceneEdge } from '../view/scene.ts';
import { colourAt, THEMES, type Theme } from '../view/theme.ts';
import * as draw from './drawing.ts';
import { entryTail, frameOf, MARGIN, sampleWidth, TITLE, type Frame, type PlacedEntry } from './frame.ts';
import { DEFAULTS, type PictureOptions } from './options.ts';
import { styleSheet } from './type.ts';
import { number as n, text } from './xml.ts';

/**
 * The picture of a scene as pieces of SVG 1.1. What leaves the machine must be composed under
 * `withoutConfidential(lens)`: a picture shows all that its scene holds.
 */
export function* writeSvg(scene: Scene, chosen: Partial<PictureOptions> = {}): Generator<string> {
  const options = { ...DEFAULTS, ...chosen };
  const theme = THEMES[options.theme];
  const { worded, routes, below, numbers, labels, frame } = planOf(scene, options);
  yield* opening(worded, frame, theme, options);
  yield `<g transform="translate(${n(frame.shift.x)} ${n(frame.shift.y)})">\n`;
  const names = new Map(scene.nodes.map(({ id, label }) => [id, label]));
  for (const edge of scene.edges) {
    const route = routes.get(edge.id);
    const ends = [names.get(edge.source)!, names.get(edge.target)!] as const;
    if (route) yield draw.edgeMarkup(edge, route, ends, theme);
  }
  for (const node of scene.nodes) yield draw.nodeMarkup(node, theme, below.get(node.id));
  const marks = placeMarks(worded, routes);
  for (const edge of scene.edges) {
    const at = marks.get(edge.id);
    if (at) yield `${edge.disputed ? draw.disputedMark(at, theme) : draw.deniedMark(at, theme)}\n`;
  }
  for (const label of labels.values()) yield draw.edgeLabelMarkup(label);
  for (const number of numbers.values()) yield draw.numberMarkup(number, theme);
  yield '</g>\n';
  yield* explanation(frame, theme);
  yield '</svg>\n';
}

/** Width and height of the picture in scene units: pixels at scale 1. */
export function pictureSize(
  scene: Scene,
  chosen: Partial<PictureOptions> = {},
): { readonly width: number; readonly height: number } {
  const { width, height } = planOf(scene, { ...DEFAULTS, ...chosen }).frame;
  return { width, height };
}

/** What lies where. Without numbers, labels of lines take no room beyond that of the graph. */
function planOf(scene: Scene, options: PictureOptions) {
  const below = numberLines(scene, options.numbers ?? new Map());
  const worded = wordedWith(scene, below);
  const routes = routesOf(worded);
  const numbers = placeNumbers(worded, new Map(Array.from(below, ([id, [line]]) => [id, line!])));
  const labels = placeLabels(worded, numbers);
  const besides = numbers.size === 0 ? [] : labels.values();
  const more = [
    ...Array.from(numbers.values(), ({ at, width }) => [at, width] as const),
    ...Array.from(besides, ({ at, text: words }) => [at, widthOf(words, EDGE_LABEL.size)] as const),
  ];
  return { worded, routes, below, numbers, labels, frame: frameOf(worded, routes.values(), options, more) };
}

/** The scene with the words of the picture: numbers take room below a name. */
const wordedWith = (scene: Scene, numbers: ReadonlyMap<string, readonly string[]>): Scene => ({
  ...scene,
  nodes: scene.nodes.map((node) => ({ ...node, lines: [...node.lines, ...(numbers.get(node.id) ?? [])] })),
  edges: scene.edges.map(withStance),
});

/** Outside the page a dashed line may lose its legend, so a label says it itself. */
const withStance = (edge: SceneEdge): SceneEdge =>
  edge.stance === 'affirmed' ? edge : { ...edge, label: `${edge.label}, ${edge.stance}` };

const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function* opening(scene: Scene, frame: Frame, theme: Theme, options: PictureOptions): Generator<string> {
  const { width, height } = frame;
  const counts = `${countOf(scene.nodes.length, 'entity', 'entities')} · ${countOf(scene.edges.length, 'tie', 'ties')}`;
  yield (
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">\n`
  );
  yield `<title id="title">${text(scene.title)}</title>\n<desc id="desc">${text(description(scene, counts))}</desc>\n`;
  yield `<style>${styleSheet(theme)}</style>\n`;
  if (options.background === 'paper')
    yield `<rect width="${width}" height="${height}" fill="${theme.ground}"/>\n`;
  if (!options.title) return;
  yield `<text class="head" x="${MARGIN}" y="${TITLE.size + 18}">${text(scene.title)}</text>\n`;
  yield `<text class="sub" x="${MARGIN}" y="${TITLE.size + 38}">${text(counts)}</text>\n`;
}

function description({ legend, sources }: Scene, counts: string): string {
  const kinds = legend
    .filter(({ sample }) => sample.kind !== 'scale')
    .map(({ label, count }) => `${label}: ${count}`);
  const said = sources.length > 0 ? ` Sources: ${sources.join('; ')}.` : '';
  return `A graph of ${counts.replace(' · ', ' and ')}. ${kinds.join(', ')}.${said}`;
}

function* explanation(frame: Frame, theme: Theme): Generator<string> {
  if (frame.rule !== undefined) {
    yield `<path d="M${MARGIN} ${n(frame.rule)}H${frame.width - MARGIN}" stroke="${theme.hair}"/>\n`;
  }
  for (const placed of frame.entries) yield entryMarkup(placed, theme);
  for (const line of frame.foot)
    yield `<text class="foot" x="${MARGIN}" y="${line.y}">${text(line.text)}</text>\n`;
}

function entryMarkup({ entry, x, y }: PlacedEntry, theme: Theme): string {
  const tail = `<tspan class="count" dx="6">${text(entryTail(entry))}</tspan>`;
  const words = `<text class="key" x="${n(x + sampleWidth(entry))}" y="${n(y + 4)}">${text(entry.label)}${tail}</text>`;
  return `<g>${sampleMarkup(entry.sample, x, y, theme)}${words}</g>\n`;
}

function sampleMarkup(sample: LegendEntry['sample'], x: number, y: number, theme: Theme): string {
  const middle = { x: x + (sample.kind === 'line' ? 13 : 10), y };
  if (sample.kind === 'node') return draw.body(sample, middle, 20, theme);
  if (sample.kind === 'mark') return draw.disputedMark(middle, theme);
  if (sample.kind === 'badge') return draw.badgeMarkup('+1', middle, theme);
  if (sample.kind === 'scale') return scaleMarkup(sample.of, x, y, theme);
  const line = `<path d="M${n(x)} ${n(y)}h26" fill="none" stroke="${theme.ink}" stroke-width="1.6"${draw.dashes(sample.stance)}/>`;
  return sample.stance === 'denied' ? line + draw.deniedMark(middle, theme) : line;
}

/** Five steps from little to much. */
function scaleMarkup(of: 'width' | 'size' | 'colour', x: number, y: number, theme: Theme): string {
  const steps = [0, 1, 2, 3, 4].map((step) => {
    const left = x + step * 13;
    if (of === 'colour')
      return `<rect x="${n(left)}" y="${n(y - 6)}" width="13" height="12" fill="${colourAt(theme.scale, step / 4)}"/>`;
    if (of === 'width')
      return `<path d="M${n(left)} ${n(y)}h9" stroke="${theme.ink}" stroke-width="${n(1.4 + step * 0.45)}"/>`;
    return `<circle cx="${n(left + 6)}" cy="${n(y)}" r="${n(2 + step)}" fill="none" stroke="${theme.soft}" stroke-width="1.4"/>`;
  });
  return steps.join('');
}
