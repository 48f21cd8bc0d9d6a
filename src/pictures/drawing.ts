// The marks of a picture as SVG: nodes, lines, arrowheads, badges, samples of the legend. The same look as the canvas.
import { iconPaths } from '../view/icons.ts';
import { EDGE_LABEL, LABEL, widthOf } from '../view/labels.ts';
import { NUMBER } from '../view/numbering.ts';
import { numberWidth, type PlacedLabel, type PlacedNumber } from '../view/placing.ts';
import { curvesOf, type Route } from '../view/routes.ts';
import type { Colour, Point, SceneEdge, SceneNode, Shape } from '../view/scene.ts';
import { CORNERS, ICON_SHARE, OUTLINES, ROUNDING } from '../view/shapes.ts';
import { paintOf, type Theme } from '../view/theme.ts';
import { number as n, text } from './xml.ts';

/** How long an arrowhead is, in scene units; it grows a little with its line. */
const arrowLength = (width: number): number => 6.5 + width;

/** The outline of a node's body. */
export function outline(shape: Shape, { x, y }: Point, size: number, attributes: string): string {
  const half = size / 2;
  if (shape === 'circle') return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(half)}" ${attributes}/>`;
  if (shape === 'square') {
    const corner = `x="${n(x - half)}" y="${n(y - half)}" rx="${n(size * ROUNDING)}"`;
    return `<rect ${corner} width="${n(size)}" height="${n(size)}" ${attributes}/>`;
  }
  const points = OUTLINES[shape].map(([px, py]) => `${n(x + px * half)},${n(y + py * half)}`);
  return `<polygon points="${points.join(' ')}" ${attributes}/>`;
}

/** A node's body with its icon. */
export function body(
  look: { readonly shape: Shape; readonly colour: Colour; readonly icon: string },
  at: Point,
  size: number,
  theme: Theme,
): string {
  const paint = paintOf(look.colour, theme);
  const width = size > 24 ? 2.2 : 1.5;
  const shape = outline(
    look.shape,
    at,
    size,
    `fill="${paint.fill}" stroke="${paint.stroke}" stroke-width="${width}" stroke-linejoin="round"`,
  );
  const { share, dy } = ICON_SHARE[look.shape];
  const scale = (size * share) / 24;
  const corner = `${n(at.x - 12 * scale)} ${n(at.y + size * dy - 12 * scale)}`;
  const strokes = iconPaths(look.icon).map((d) => `<path d="${d}"/>`);
  return (
    `${shape}<g transform="translate(${corner}) scale(${scale.toFixed(3)})" fill="none" stroke="${paint.mark}" ` +
    `stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g>`
  );
}

/** A node with its label, the numbers below it, its marks, and in words what it is. */
export function nodeMarkup(node: SceneNode, theme: Theme, numbers: readonly string[] = []): string {
  const corner = CORNERS[node.shape];
  const half = node.size / 2;
  const right = { x: node.x + corner.x * half, y: node.y + corner.y * half };
  const left = { x: node.x - corner.x * half, y: right.y };
  const badge =
    node.hiddenNeighbours > 0 ? badgeMarkup(`+${Math.min(99, node.hiddenNeighbours)}`, right, theme) : '';
  const mark = node.disputed ? disputedMark(badge ? left : right, theme) : '';
  const title = `${node.label} (${node.type}${node.disputed ? ', disputed' : ''})`;
  return `<g><title>${text(title)}</title>${body(node, node, node.size, theme)}${labelMarkup(node)}${numbersBelow(node, numbers, theme)}${mark}${badge}</g>\n`;
}

function numbersBelow({ x, y, size, lines }: SceneNode, numbers: readonly string[], theme: Theme): string {
  const top = y + size / 2 + LABEL.gap + lines.length * LABEL.line + NUMBER.line / 2;
  return numbers
    .map((words, i) => ({ text: words, at: { x, y: top + i * LABEL.line }, width: numberWidth(words) }))
    .map((number) => numberMarkup(number, theme))
    .join('');
}

/** Numbers of statements in a frame, tied to their line where they lie away from it. */
export function numberMarkup({ text: words, at, width, of }: PlacedNumber, theme: Theme): string {
  const { x, y } = at;
  const leader = of
    ? `<path d="M${pair(of)}L${pair(at)}" fill="none" stroke="${theme.soft}" stroke-width="0.6"/>`
    : '';
  const corner = `x="${n(x - width / 2)}" y="${n(y - NUMBER.line / 2)}"`;
  return (
    `${leader}<rect ${corner} width="${n(width)}" height="${n(NUMBER.line)}" rx="3" fill="${theme.paper}" stroke="${theme.faint}" stroke-width="0.6"/>` +
    `<text class="number" x="${n(x)}" y="${n(y + NUMBER.size * 0.36)}">${text(words)}</text>\n`
  );
}

function labelMarkup(node: SceneNode): string {
  const top = node.y + node.size / 2 + LABEL.gap + LABEL.size * 0.78;
  const lines = node.lines.map(
    (line, i) => `<tspan x="${n(node.x)}" y="${n(top + i * LABEL.line)}">${text(line)}</tspan>`,
  );
  return lines.length > 0 ? `<text class="name">${lines.join('')}</text>` : '';
}

const DASHES: Readonly<Record<SceneEdge['stance'], string>> = {
  affirmed: '',
  alleged: ' stroke-dasharray="7 5"',
  denied: ' stroke-dasharray="0.1 5" stroke-linecap="round"',
};

/** The attributes by which a line shows its stance. */
export const dashes = (stance: SceneEdge['stance']): string => DASHES[stance];

/** A line with its arrowhead, and in words what it says. */
export function edgeMarkup(
  edge: SceneEdge,
  route: Route,
  names: readonly [string, string],
  theme: Theme,
): string {
  const head = edge.directed ? arrowhead(route, arrowLength(edge.width)) : undefined;
  const path = pathOf(head ? { ...route, end: head.base } : route);
  const line = `<path d="${path}" fill="none" stroke="${theme.faint}" stroke-width="${n(edge.width)}"${DASHES[edge.stance]}/>`;
  const arrow = head ? `<polygon points="${head.points}" fill="${theme.faint}"/>` : '';
  const words = [edge.label, edge.stance === 'affirmed' ? '' : edge.stance, edge.disputed ? 'disputed' : ''];
  const title = `${names[0]}: ${words.filter(Boolean).join(', ')}: ${names[1]}`;
  return `<g><title>${text(title)}</title>${line}${arrow}</g>\n`;
}

const pair = ({ x, y }: Point): string => `${n(x)} ${n(y)}`;

export function pathOf(route: Route): string {
  const curves = curvesOf(route);
  if (curves.length === 0) return `M${pair(route.start)}L${pair(route.end)}`;
  return `M${pair(route.start)}${curves.map(([, control, to]) => `Q${pair(control)} ${pair(to)}`).join('')}`;
}

function arrowhead({ start, controls, end }: Route, length: number): { points: string; base: Point } {
  const from = controls.at(-1) ?? start;
  const far = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const [dx, dy] = [(end.x - from.x) / far, (end.y - from.y) / far];
  const base = { x: end.x - dx * length, y: end.y - dy * length };
  const side = (sign: number): Point => ({
    x: base.x - (sign * dy * length) / 2,
    y: base.y + (sign * dx * length) / 2,
  });
  return { points: [end, side(1), side(-1)].map(({ x, y }) => `${n(x)},${n(y)}`).join(' '), base };
}

export const edgeLabelMarkup = ({ text: words, at }: PlacedLabel): string =>
  `<text class="tie" x="${n(at.x)}" y="${n(at.y + EDGE_LABEL.size * 0.36)}">${text(words)}</text>\n`;

/** "!" in a ring. */
export function disputedMark({ x, y }: Point, theme: Theme): string {
  const stem = `M${n(x)} ${n(y - 3.6)}v4.4M${n(x)} ${n(y + 3.6)}v.1`;
  return (
    `<circle cx="${n(x)}" cy="${n(y)}" r="7.5" fill="${theme.paper}" stroke="${theme.warn}" stroke-width="1.7"/>` +
    `<path d="${stem}" stroke="${theme.warn}" stroke-width="1.7" stroke-linecap="round"/>`
  );
}

/** The cross on what is denied. */
export function deniedMark({ x, y }: Point, theme: Theme): string {
  const strokes = `M${n(x - 3.5)} ${n(y - 3.5)}l7 7m0 -7l-7 7`;
  return (
    `<circle cx="${n(x)}" cy="${n(y)}" r="7" fill="${theme.ground}"/>` +
    `<path d="${strokes}" stroke="${theme.soft}" stroke-width="1.8" stroke-linecap="round"/>`
  );
}

/** A pill with a count. */
export function badgeMarkup(words: string, { x, y }: Point, theme: Theme): string {
  const width = Math.max(16, widthOf(words, 10) + 9);
  return (
    `<rect x="${n(x - width / 2)}" y="${n(y - 7.5)}" width="${n(width)}" height="15" rx="7.5" fill="${theme.ink}"/>` +
    `<text class="badge" x="${n(x)}" y="${n(y + 3.6)}">${text(words)}</text>`
  );
}
