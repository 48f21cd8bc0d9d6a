// Where the nodes of an export or a picture lie: as a saved view or the file has them, or by a layout.
import type { CaseUnderLens } from '../case/lens.ts';
import type { Id, View } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { project } from '../graph/project.ts';
import type { Box, Layout, Positions } from '../layouts/layout.ts';
import type { Settings } from '../plugin/settings.ts';
import { boxOf } from '../view/labels.ts';
import { lookOf } from '../view/look.ts';
import { visibleNodes } from '../view/visible.ts';
import type { Given, Options } from './command.ts';
import { Ending, EXIT } from './exit.ts';
import { peek, settingOptions, settingValues } from './flags.ts';
import { viewAsked } from './lensFlags.ts';
import type { Opened } from './opening.ts';
import { watchedJob } from './progress.ts';
import { inline, type Terminal } from './terminal.ts';

export const PLACING_OPTIONS: Options = {
  visible: { type: 'boolean', says: 'only what the saved view shows, without what it hides' },
  layout: {
    type: 'string',
    value: 'LAYOUT',
    says: 'place the nodes by a layout; `clew help render` has the list',
  },
  seed: { type: 'string', value: 'N', says: 'for layouts: the same seed gives the same picture (1)' },
};

/** The settings of the layout asked for, as options. */
export async function layoutOptions(argv: readonly string[]): Promise<Options> {
  const named = peek(argv, 'layout');
  return named === undefined ? {} : settingOptions(await settingsOf(named));
}

async function settingsOf(named: string): Promise<Settings> {
  const { LAYOUTS } = await import('../layouts/index.ts');
  return LAYOUTS.find(({ id }) => id === named)?.settings ?? {};
}

export async function layoutNamed(named: string): Promise<Layout> {
  const { LAYOUTS } = await import('../layouts/index.ts');
  const layout = LAYOUTS.find(({ id }) => id === named);
  if (layout) return layout;
  throw new Ending(
    EXIT.usage,
    `--layout: there is no "${inline(named)}"; give one of ${LAYOUTS.map(({ id }) => id).join(', ')}.`,
  );
}

export interface Placed {
  readonly placements: Positions;
  /** Only these, where `--visible` asks for it. */
  readonly only?: ReadonlySet<Id>;
}

/** Places for an export: none where neither file, view nor layout gives any. */
export async function placed(
  opened: Opened,
  seen: CaseUnderLens,
  given: Given,
  terminal: Terminal,
): Promise<Placed> {
  const view = viewAsked(opened.of, given);
  const standing = standingPlaces(opened, view);
  const wantsLayout = given.text('layout') !== undefined;
  if (!wantsLayout && !given.flag('visible')) return { placements: standing };
  const graph = project(seen);
  const only = given.flag('visible') && view ? visibleNodes(graph, view) : undefined;
  if (!wantsLayout) return { placements: standing, only };
  return { placements: await laidOut(seen, graph, [...(only ?? graph.nodes())], given, terminal), only };
}

/** Where the view asked for has the nodes, else where the file has them. */
export const standingPlaces = ({ placements }: Opened, view: View | undefined): Positions =>
  view?.placements ? new Map(Object.entries(view.placements)) : placements;

/** Width over height of the sheet. */
const ASPECT = 1.5;

export async function laidOut(
  seen: CaseUnderLens,
  graph: CaseGraph,
  nodes: readonly Id[],
  given: Given,
  terminal: Terminal,
  fallback?: string,
): Promise<Positions> {
  const layout = await layoutNamed(given.text('layout') ?? fallback!);
  const job = watchedJob(terminal, seedOf(given.text('seed')));
  try {
    const input = { graph, nodes, boxes: boxesOf(seen, graph, nodes), aspect: ASPECT };
    return await layout.run(input, settingValues(layout.settings, given), job);
  } finally {
    await job.end();
  }
}

/** The room each node takes with its label, as the picture will draw it. */
const boxesOf = (seen: CaseUnderLens, graph: CaseGraph, nodes: readonly Id[]): ReadonlyMap<Id, Box> =>
  new Map(
    nodes.map((id) => {
      const { label, schema } = graph.getNodeAttributes(id);
      return [id, boxOf(label, lookOf(seen.case.model.schema(schema).lineage).size)];
    }),
  );

function seedOf(text = '1'): number {
  const seed = Number(text);
  if (Number.isInteger(seed)) return seed;
  throw new Ending(EXIT.usage, `--seed: "${inline(text)}" is not a whole number.`);
}
