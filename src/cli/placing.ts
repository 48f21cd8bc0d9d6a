// Where the nodes of an export or a picture lie: as a saved view or the file has them, or by a layout.
import type { CaseUnderLens } from '../case/lens.ts';
import type { Id, View } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { project } from '../graph/project.ts';
import type { Layout, Positions } from '../layouts/layout.ts';
import type { Settings } from '../plugin/settings.ts';
import { compose } from '../view/compose.ts';
import { boxOfLines } from '../view/labels.ts';
import type { Scene } from '../view/scene.ts';
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
  const scene = compose({ seen, graph, positions: standing, view: given.flag('visible') ? view : undefined });
  const only = given.flag('visible') ? new Set(scene.nodes.map(({ id }) => id)) : undefined;
  return { placements: wantsLayout ? await laidOut(graph, scene, given, terminal) : standing, only };
}

/** Where a view has the nodes: the one asked for, else the first that is saved, with which the page opens too; else the file. */
export function standingPlaces({ of, placements }: Opened, asked: View | undefined): Positions {
  const saved = asked ?? Array.from(of.views()).find((view) => view.placements);
  return saved?.placements ? new Map(Object.entries(saved.placements)) : placements;
}

/** Width over height of the sheet. */
const ASPECT = 1.5;

/** The nodes of the scene laid out as asked, or by `fallback`, with room for their labels. */
export async function laidOut(
  graph: CaseGraph,
  { nodes }: Scene,
  given: Given,
  terminal: Terminal,
  fallback?: string,
): Promise<Positions> {
  const layout = await layoutNamed(given.text('layout') ?? fallback!);
  const boxes = new Map(nodes.map(({ id, lines, size }) => [id, boxOfLines(lines, size)]));
  const job = watchedJob(terminal, seedOf(given.text('seed')));
  try {
    const input = { graph, nodes: nodes.map(({ id }) => id), boxes, aspect: ASPECT };
    return await layout.run(input, settingValues(layout.settings, given), job);
  } finally {
    await job.end();
  }
}

function seedOf(text = '1'): number {
  const seed = Number(text);
  if (Number.isInteger(seed)) return seed;
  throw new Ending(EXIT.usage, `--seed: "${inline(text)}" is not a whole number.`);
}
