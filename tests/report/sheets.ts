// Cases and lenses for the tests of fact-check sheets.
import { readFileSync } from 'node:fs';
import { Case } from '../../src/case/case.ts';
import { CREDIBILITIES, RELIABILITIES } from '../../src/case/grades.ts';
import { CaseUnderLens, FACETS, OPEN, withoutConfidential, type Lens } from '../../src/case/lens.ts';
import { STANCES, type CaseRecord } from '../../src/case/records.ts';
import { project } from '../../src/graph/project.ts';
import { compose } from '../../src/view/compose.ts';
import type { Scene } from '../../src/view/scene.ts';
import { nastyRecords, smallRecords } from '../formats/cases.ts';
import { readBytes } from '../formats/roundTrip.ts';
import { Dice } from '../graph/dice.ts';

export const spector = await readBytes(
  readFileSync(new URL('../../graph-data/spector/case.clew.json', import.meta.url)),
);

export const CASES: readonly (readonly [name: string, records: readonly CaseRecord[]])[] = [
  ['the small case', smallRecords()],
  ['the nasty case', nastyRecords()],
  ['the Spector case', spector.records],
];

export const seenIn = (records: Iterable<CaseRecord>, lens: Lens = OPEN): CaseUnderLens =>
  new CaseUnderLens(new Case(records), lens);

/** A lens that keeps back some of what the case has. */
export function randomLens(dice: Dice, { case: of }: CaseUnderLens): Lens {
  const ids: Record<(typeof FACETS)[number], readonly string[]> = {
    sources: Array.from(of.sources(), ({ id }) => id),
    stances: STANCES,
    attributedTo: Array.from(of.entities(), ({ id }) => id),
    entityTypes: Array.from(of.entities(), ({ schema }) => schema),
    relationTypes: Array.from(of.relations(), ({ schema }) => schema),
  };
  const lens: Record<string, unknown> = {};
  for (const facet of FACETS) {
    if (!dice.chance(0.35)) continue;
    const chosen = [...new Set(ids[facet])].filter(() => dice.chance(0.4));
    if (chosen.length > 0) lens[facet] = { mode: dice.chance(0.3) ? 'only' : 'except', ids: chosen };
  }
  if (dice.chance(0.15)) lens.reliability = dice.pick(RELIABILITIES);
  if (dice.chance(0.1)) lens.credibility = dice.pick(CREDIBILITIES);
  if (dice.chance(0.2)) lens.time = { when: `20${10 + dice.below(15)}`, sure: 'possibly' };
  if (dice.chance(0.2)) lens.voices = { atLeast: 2 };
  if (dice.chance(0.2)) lens.disputedOnly = true;
  return lens;
}

/** The map of what passes, nodes on a grid where no view places them. */
export function sceneFor({ case: of, lens }: CaseUnderLens): Scene {
  const seen = new CaseUnderLens(of, withoutConfidential(lens, of.sources()));
  const graph = project(seen);
  const view = Array.from(of.views()).find(({ placements }) => placements);
  const grid = graph.nodes().map((id, i) => [id, [(i % 8) * 180, Math.floor(i / 8) * 160]] as const);
  return compose({ seen, graph, positions: new Map([...grid, ...Object.entries(view?.placements ?? {})]) });
}
