// What the bench of the lens runs of Clew: each change of a lens as the page makes it, up to the scene that it would show.
import { flushSync } from 'svelte';
import { toStore } from 'svelte/store';
import { viewOfMostTied } from '../../../src/app/tooMany.ts';
import { Workspace } from '../../../src/app/workspace.svelte.ts';
import { Case } from '../../../src/case/case.ts';
import { CaseUnderLens } from '../../../src/case/lens.ts';
import type { CaseRecord } from '../../../src/case/records.ts';
import { clew } from '../../../src/formats/clew/clew.ts';
import { EMPTY_SCENE } from '../../../src/view/scene.ts';
import { LARGE, madeCase, madeChanges, SEED, type Change, type Size } from './made.ts';

export { LARGE, WHOLE } from './made.ts';

export interface Timing {
  readonly kind: string;
  /** Wall and processor time in ms. */
  readonly wall: number;
  readonly cpu: number;
}

/** The case as a file of it holds it. */
export function caseText(): string {
  const out = { seen: new CaseUnderLens(new Case(madeCase())), placements: new Map() };
  return clew
    .write(out)
    .flatMap(({ text }) => [...text])
    .join('');
}

export function counts(size: Size = LARGE): string {
  const records = madeCase(SEED, size);
  const number = (kind: string) => records.filter((record) => record.kind === kind).length;
  return ['entity', 'relation', 'claim', 'source', 'judgement']
    .map((kind) => `${number(kind)} ${kind}`)
    .join(', ');
}

/** Times each change once, after the case was opened and laid out. */
export async function timings(size: Size = LARGE): Promise<{ drawn: string; changes: Timing[] }> {
  const workspace = opened(madeCase(SEED, size));
  let scene = EMPTY_SCENE;
  const stop = toStore(() => workspace.scene).subscribe((drawn) => (scene = drawn));
  const drawn = `${scene.nodes.length} entities and ${scene.edges.length} ties drawn`;
  const changes: Timing[] = [];
  // Others first, as in a page that has been used for a while.
  for (const change of [...madeChanges(SEED + 1), ...madeChanges()])
    changes.push(await timed(workspace, change));
  stop();
  return { drawn, changes: changes.slice(changes.length / 2) };
}

/** As the page opens it, on a grid. */
function opened(records: readonly CaseRecord[]): Workspace {
  const start = viewOfMostTied(records);
  const workspace = new Workspace(start ? [start, ...records] : records);
  const drawn = start?.only ?? Array.from(workspace.case.entities(), ({ id }) => id);
  workspace.laidOut = new Map(drawn.map((id, i) => [id, [(i % 20) * 160, Math.floor(i / 20) * 100]]));
  return workspace;
}

async function timed(workspace: Workspace, { kind, lens }: Change): Promise<Timing> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  workspace.setLens(kind, lens);
  flushSync();
  const { user, system } = process.cpuUsage(used);
  const wall = performance.now() - began;
  // What the page does once the scene is drawn.
  await new Promise((resume) => setTimeout(resume, 1));
  workspace.settle();
  flushSync();
  return { kind, wall, cpu: (user + system) / 1000 };
}
