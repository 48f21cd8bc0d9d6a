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
}

/** Where the layout puts each shown node; undefined where it was cancelled. */
async function positionsFor(
  w: Workspace,
  client: Client,
  { layout, aspect }: Asked,
): Promise<ReadonlyMap<Id, Position> | undefined> {
  const { nodes } = w.sceneFor(layout);
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

/**
 * The picture a case opens with: that of its first view, else a layout's. Not a step: the same case opens with the
 * same picture.
 */
export async function firstLayout(w: Workspace, client: Client, aspect: number): Promise<void> {
  const saved = [...w.case.views()].find(({ placements }) => placements)?.placements;
  if (saved) w.laidOut = new Map(Object.entries(saved));
  if ([...w.visible].every((id) => w.placements.has(id))) return;
  const positions = await positionsFor(w, client, { layout: w.view.layout ?? FIRST_LAYOUT, aspect });
  if (positions) w.laidOut = positions;
}

/** A layout that was asked for: one step, with the layout remembered in the look. */
export async function layOut(w: Workspace, client: Client, asked: Asked): Promise<void> {
  const positions = await positionsFor(w, client, asked);
  if (!positions) return;
  const placements = { ...w.view.placements, ...Object.fromEntries(positions) };
  const label = LAYOUTS.find(({ id }) => id === asked.layout)?.label ?? asked.layout;
  w.run(`Layout: ${label}`, views.changeView(w.case, { layout: asked.layout, placements }));
}
