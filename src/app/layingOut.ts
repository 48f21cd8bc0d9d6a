// Runs a layout on what the map shows and puts its answer on the map: at first silently, later as a step.
import * as views from '../case/commands/views.ts';
import type { Id } from '../case/records.ts';
import { LAYOUTS } from '../layouts/index.ts';
import type { Position } from '../layouts/layout.ts';
import { boxOfLines } from '../view/labels.ts';
import type { Client } from '../worker/client.ts';
import { pack } from '../worker/crossing.ts';
import type { Workspace } from './workspace.svelte.ts';

export const FIRST_LAYOUT = 'story';

interface Asked {
  readonly layout: string;
  /** Width over height of the free part of the map. */
  readonly aspect: number;
  /** Which of the shown nodes; by default all. */
  readonly only?: (id: Id) => boolean;
}

/** Where the layout puts each shown node; undefined where it was cancelled. */
async function positionsFor(
  w: Workspace,
  client: Client,
  { layout, aspect, only = () => true }: Asked,
): Promise<ReadonlyMap<Id, Position> | undefined> {
  const nodes = w.sceneFor(layout).nodes.filter(({ id }) => only(id));
  const label = LAYOUTS.find(({ id }) => id === layout)?.label ?? layout;
  const boxes = new Map(nodes.map(({ id, lines, size }) => [id, boxOfLines(lines, size)]));
  return w.jobs.run(`Laying out: ${label}`, (signal, progress) =>
    client.run(
      'layout',
      {
        layout,
        graph: pack(w.shownGraph),
        nodes: nodes.map(({ id }) => id),
        boxes,
        aspect,
        from: w.placements,
        pinned: new Set(w.view.pinned),
        centre: w.selection.nodes,
      },
      { signal, progress },
    ),
  );
}

/** A picture more than so many times wider, or taller, than the map is laid out anew for it. */
const ILL_FITTING = 1.8;

/**
 * The picture a case opens with, where the view at hand or the case's first view does not give one that fits. Not a
 * step: the same case opens with the same picture.
 */
export async function firstLayout(w: Workspace, client: Client, aspect: number): Promise<void> {
  const whole = [...w.visible].every((id) => w.placements.has(id));
  const misfit = w.view.placements ? 1 : aspectOf(w.placements.values()) / aspect;
  if (whole && Math.max(misfit, 1 / misfit) < ILL_FITTING) return;
  const positions = await positionsFor(w, client, { layout: w.view.layout ?? FIRST_LAYOUT, aspect });
  if (positions) w.laidOut = positions;
}

/** Width over height of what holds all positions. */
function aspectOf(positions: Iterable<Position>): number {
  const { left, right, top, bottom } = boundsOf(positions);
  return (right - left || 1) / (bottom - top || 1);
}

/** Between what lay on the map and what was laid out beside it, in scene units. */
const GAP = 160;

/** Lays newcomers out at the right of what lies on the map, which stays. Not a step: it goes with what brought them. */
export async function layOutNewcomers(w: Workspace, client: Client, aspect: number): Promise<void> {
  const { placements } = w;
  const only = (id: Id) => !placements.has(id);
  const positions = await positionsFor(w, client, { layout: w.view.layout ?? FIRST_LAYOUT, aspect, only });
  if (!positions || positions.size === 0) return;
  const [old, fresh] = [boundsOf(placements.values()), boundsOf(positions.values())];
  const aside = placements.size > 0 ? old.right + GAP - fresh.left : 0;
  const down = placements.size > 0 ? (old.top + old.bottom - fresh.top - fresh.bottom) / 2 : 0;
  const shifted = Array.from(positions, ([id, [x, y]]) => [id, [x + aside, y + down]] as const);
  w.laidOut = new Map([...w.laidOut, ...shifted]);
}

function boundsOf(positions: Iterable<Position>): {
  left: number;
  right: number;
  top: number;
  bottom: number;
} {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y] of positions) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return bounds;
}

/** A layout that was asked for: one step, with the layout remembered in the look. */
export async function layOut(w: Workspace, client: Client, asked: Asked): Promise<void> {
  const positions = await positionsFor(w, client, asked);
  if (!positions) return;
  const placements = { ...w.view.placements, ...Object.fromEntries(positions) };
  const label = LAYOUTS.find(({ id }) => id === asked.layout)?.label ?? asked.layout;
  w.run(`Layout: ${label}`, views.changeView(w.case, { layout: asked.layout, placements }));
}
