// What the bench of the lens runs of Clew: each change of a lens, up to the scene that the page would show.
import { Case } from '../../../src/case/case.ts';
import type { CaseRecord } from '../../../src/case/records.ts';
import { Among } from '../../../src/graph/among.ts';
import { CaseUnderLens } from '../../../src/case/lens.ts';
import { Remembered } from '../../../src/case/remembered.ts';
import { project, refocus } from '../../../src/graph/project.ts';
import { clew } from '../../../src/formats/clew/clew.ts';
import { viewOfMostTied } from '../../../src/app/tooMany.ts';
import { compose } from '../../../src/view/compose.ts';
import type { Place } from '../../../src/view/unplaced.ts';
import { madeCase, madeChanges, SEED } from './made.ts';

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

export function counts(records: readonly CaseRecord[] = madeCase()): string {
  const number = (kind: string) => records.filter((record) => record.kind === kind).length;
  return ['entity', 'relation', 'claim', 'source', 'judgement']
    .map((kind) => `${number(kind)} ${kind}`)
    .join(', ');
}

/** Times each change once, after the case was opened and laid out. */
export function timings(): { drawn: string; changes: Timing[] } {
  const records = madeCase();
  const view = viewOfMostTied(records);
  const of = new Case(records);
  const positions = new Map<string, Place>(
    view!.only!.map((id, i) => [id, [(i % 20) * 160, Math.floor(i / 20) * 100]]),
  );
  let seen = new Remembered(of);
  let graph = project(seen);
  const among = new Among(of, view!.only!);
  const first = compose({ graph, seen, positions, view });
  // Others first, as in a page that has been used for a while.
  const changes = [...madeChanges(SEED + 1), ...madeChanges()].map(({ kind, lens }) => {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const after = new Remembered(of, lens);
    const part = among.project(after);
    compose({ graph: part, whole: graph, seen: after, positions, view });
    const { user, system } = process.cpuUsage(used);
    const wall = performance.now() - began;
    // What the page does once the scene is drawn.
    graph = refocus(graph, seen, after);
    seen = after;
    return { kind, wall, cpu: (user + system) / 1000 };
  });
  return {
    drawn: `${first.nodes.length} entities and ${first.edges.length} ties drawn`,
    changes: changes.slice(changes.length / 2),
  };
}
