// The frame of a picture: what lies where — title, graph, legend, sources — and how large the whole is.
import { boxOfLines, filledLines, widthOf } from '../view/labels.ts';
import { curvesOf, type Route } from '../view/routes.ts';
import type { LegendEntry, Point, Scene } from '../view/scene.ts';
import type { PictureOptions } from './options.ts';

export const MARGIN = 36;
export const TITLE = { size: 24, height: 62 } as const;
export const ENTRY = { size: 12, height: 28, gap: 22 } as const;
export const FOOT = { size: 11, line: 16 } as const;
const NARROWEST = 560;

export interface PlacedEntry {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** What to add to scene coordinates. */
  readonly shift: { readonly x: number; readonly y: number };
  readonly entries: readonly PlacedEntry[];
  /** Where a thin line parts the graph from what explains it. */
  readonly rule?: number;
  readonly foot: readonly { readonly text: string; readonly y: number }[];
}

/** All measures in scene units. `more` is what else lies in the graph: the middle and the width of words. */
export function frameOf(
  scene: Scene,
  routes: Iterable<Route>,
  options: PictureOptions,
  more: readonly (readonly [at: Point, width: number])[] = [],
): Frame {
  const bounds = boundsOf(scene, routes, more);
  const graphWidth = Math.ceil(bounds.right - bounds.left);
  const width = Math.max(NARROWEST, graphWidth + 2 * MARGIN);
  const top = options.title ? TITLE.height + MARGIN / 2 : MARGIN;
  const below = top + Math.ceil(bounds.bottom - bounds.top) + MARGIN / 2;
  const legend = options.legend ? scene.legend : [];
  const entries = flow(legend, width - 2 * MARGIN, below + ENTRY.height);
  const afterLegend = entries.length > 0 ? entries.at(-1)!.y + ENTRY.height / 2 + 6 : below;
  const foot = options.sources ? footOf(scene, width - 2 * MARGIN, afterLegend + FOOT.line) : [];
  return {
    width,
    height: Math.ceil((foot.at(-1)?.y ?? afterLegend) + (foot.length + entries.length > 0 ? 22 : MARGIN / 2)),
    shift: { x: Math.round((width - graphWidth) / 2 - bounds.left), y: Math.round(top - bounds.top) },
    entries,
    rule: foot.length + entries.length > 0 ? below : undefined,
    foot,
  };
}

/** The room a sample takes before its words. */
export const sampleWidth = ({ sample }: LegendEntry): number =>
  sample.kind === 'scale' ? 74 : sample.kind === 'line' ? 34 : 29;

/** What an entry says after its label: a count, or the ends of a scale. */
export const entryTail = ({ sample, count }: LegendEntry): string =>
  sample.kind === 'scale' ? `${sample.from} – ${sample.to}` : String(count);

const entryWidth = (entry: LegendEntry): number =>
  sampleWidth(entry) + widthOf(`${entry.label}  ${entryTail(entry)}`, ENTRY.size);

/** Entries in rows, each row as full as it gets. */
function flow(entries: readonly LegendEntry[], width: number, top: number): PlacedEntry[] {
  let [x, y] = [0, top];
  return entries.map((entry) => {
    const wide = entryWidth(entry);
    if (x > 0 && x + wide > width) [x, y] = [0, y + ENTRY.height];
    const placed = { entry, x: MARGIN + x, y };
    x += wide + ENTRY.gap;
    return placed;
  });
}

function footOf({ sources }: Scene, width: number, top: number): { text: string; y: number }[] {
  if (sources.length === 0) return [];
  const lines = filledLines(`Sources: ${sources.join(' · ')}`, width, FOOT.size);
  return lines.map((text, i) => ({ text, y: Math.round(top + i * FOOT.line) }));
}

interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boundsOf(
  { nodes }: Scene,
  routes: Iterable<Route>,
  more: readonly (readonly [at: Point, width: number])[],
): Bounds {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const grow = (left: number, top: number, right: number, bottom: number) => {
    bounds.left = Math.min(bounds.left, left);
    bounds.right = Math.max(bounds.right, right);
    bounds.top = Math.min(bounds.top, top);
    bounds.bottom = Math.max(bounds.bottom, bottom);
  };
  for (const node of nodes) {
    const box = boxOfLines(node.lines, node.size);
    const middle = node.y + box.dy;
    grow(
      node.x - box.width / 2,
      middle - box.height / 2 - 6,
      node.x + box.width / 2,
      middle + box.height / 2,
    );
  }
  // A curve lies within its control points.
  for (const route of routes) for (const { x, y } of curvesOf(route).flat()) grow(x, y, x, y);
  for (const [{ x, y }, width] of more) grow(x - width / 2, y - 10, x + width / 2, y + 10);
  return Number.isFinite(bounds.left) ? bounds : { left: 0, right: 0, top: 0, bottom: 0 };
}
