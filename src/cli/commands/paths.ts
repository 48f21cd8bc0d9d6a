// `clew paths`: how two are tied, step by step, with who says each step and which one is weakest.
import type { CaseUnderLens } from '../../case/lens.ts';
import { nameOf } from '../../case/names.ts';
import type { CaseGraph } from '../../graph/graph.ts';
import { shortestPaths, weakestStep, type Path } from '../../graph/paths.ts';
import { project } from '../../graph/project.ts';
import { sentencesOf } from '../../graph/sentences.ts';
import { possibleDays } from '../../graph/timing.ts';
import type { Command } from '../command.ts';
import { Ending, EXIT } from '../exit.ts';
import { findEntity } from '../finding.ts';
import { LENS_OPTIONS, underLens } from '../lensFlags.ts';
import { openCase } from '../opening.ts';
import { saidOf } from '../saying.ts';
import { inline, print, printJson } from '../terminal.ts';

export const paths = {
  name: 'paths',
  summary: 'tells how two are tied: the shortest paths, who says each step, and which step is weakest',
  usage: 'FILE A B',
  takes: [3, 3],
  options: {
    limit: { type: 'string', value: 'N', says: 'at most so many paths (5)' },
    longer: {
      type: 'string',
      value: 'N',
      says: 'also paths of up to so many steps more than the shortest (0)',
    },
    directed: { type: 'boolean', says: 'follow ties in their direction only' },
    'in-time': {
      type: 'boolean',
      says: 'only paths whose steps can have followed one another, from A to B',
    },
    'dated-only': { type: 'boolean', says: 'with --in-time: no undated step' },
    avoid: { type: 'string', multiple: true, value: 'ENTITY', says: 'no path through this one' },
    ...LENS_OPTIONS,
  },
  examples: [
    'paths graph-data/spector "Gene Spector" FIDE',
    'paths graph-data/spector Спектор Medvedev --stance affirmed --json',
    'paths graph-data/spector Medvedev "Gene Spector" --in-time',
  ],
  async run(given, terminal) {
    const [file, a, b] = given.names as [string, string, string];
    const seen = underLens((await openCase(file, terminal)).of, given);
    const graph = project(seen);
    const [from, to] = [findEntity(seen, a), findEntity(seen, b)];
    const found = shortestPaths(graph, from, to, {
      directed: given.flag('directed'),
      avoid: new Set(given.texts('avoid').map((text) => findEntity(seen, text))),
      limit: wholeNumber('limit', given.text('limit') ?? '5'),
      longer: wholeNumber('longer', given.text('longer') ?? '0'),
      ...(given.flag('in-time') && {
        daysOf: possibleDays(seen, graph, { datedOnly: given.flag('dated-only') }),
      }),
    });
    if (found.length === 0) throw new Ending(EXIT.notFound, unjoined(seen, from, to, given.flag('in-time')));
    const told = found.map((path) => stepsOf(seen, graph, path));
    if (given.flag('json')) await printJson(terminal, told);
    else await print(terminal, told.map(inWords).join('\n\n'));
    return EXIT.ok;
  },
} satisfies Command;

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new Ending(EXIT.usage, `--${option}: "${inline(text)}" is not a whole number.`);
}

const unjoined = (seen: CaseUnderLens, from: string, to: string, inTime: boolean): string =>
  inline(
    `Nothing that the lens lets through joins ${nameOf(seen, from)} and ${nameOf(seen, to)}` +
      (inTime ? ' by steps that can have followed one another.' : '.'),
  );

type Steps = ReturnType<typeof stepsOf>;

const stepsOf = (seen: CaseUnderLens, graph: CaseGraph, path: Path) => ({
  entities: path.nodes.map((id) => ({ id, label: nameOf(seen, id) })),
  steps: sentencesOf(seen, graph, path).map((sentence, i) => ({
    ...sentence,
    said: saidOnce(seen, graph, sentence.edge),
    others: path.parallel[i]!.map((edge) => graph.getEdgeAttribute(edge, 'label')),
  })),
  weakest: weakestStep(seen, graph, path),
});

/** Where the tie is said, each place once: its two ends mostly stand in one. */
function saidOnce(seen: CaseUnderLens, graph: CaseGraph, edge: string): readonly string[] {
  const tie = seen.tiesOf(graph.getEdgeAttribute(edge, 'subject')).find(({ id }) => id === edge);
  return [...new Set((tie?.claims ?? []).map((claim) => saidOf(seen, claim)))];
}

function inWords({ entities, steps, weakest }: Steps): string {
  if (steps.length === 0) return `${inline(entities[0]!.label)} is one and the same.`;
  const lines = steps.flatMap(({ text, dates, disputed, support, said, others }, i) => {
    const remarks = [dates, disputed ? 'disputed' : '', support].filter(Boolean).join('; ');
    return [
      `${i + 1}. ${inline(text)} (${inline(remarks)})`,
      ...said.map((where) => `   ${inline(where)}`),
      ...(others.length > 0 ? [`   also: ${inline(others.join('; '))}`] : []),
    ];
  });
  const weak = weakest ? [`   weakest: step ${weakest.step + 1}: ${inline(weakest.why)}`] : [];
  return [...lines, ...weak].join('\n');
}
