// `clew stats`: how much there is, by type, and who matters by each measure.
import type { CaseUnderLens } from '../../case/lens.ts';
import type { Id } from '../../case/records.ts';
import { flatten, GRAPH_SETTINGS } from '../../formats/flat.ts';
import { toldOf } from '../../formats/told.ts';
import type { CaseGraph } from '../../graph/graph.ts';
import { project } from '../../graph/project.ts';
import { valuesFor } from '../../plugin/settings.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { LENS_OPTIONS, underLens } from '../lensFlags.ts';
import { measuresOf, type Measured } from '../measuring.ts';
import { openCase } from '../opening.ts';
import { watchedJob } from '../progress.ts';
import { print, printJson, table } from '../terminal.ts';

/** How many of the highest each measure lists. */
const TOP = 5;

export const stats = {
  name: 'stats',
  summary: 'counts what there is, by type, and ranks it by every measure',
  usage: 'FILE',
  takes: [1, 1],
  options: LENS_OPTIONS,
  examples: ['stats graph-data/spector', 'stats graph-data/spector --stance affirmed --json'],
  async run(given, terminal) {
    const { of } = await openCase(given.names[0]!, terminal);
    const seen = underLens(of, given);
    const graph = project(seen);
    const job = watchedJob(terminal);
    const found = { ...countsOf(seen, graph), measures: await measuresOf(graph, job, TOP) };
    await job.end();
    await (given.flag('json') ? printJson(terminal, found) : print(terminal, inWords(found)));
    return EXIT.ok;
  },
} satisfies Command;

type Counts = ReturnType<typeof countsOf>;

/** `exported` is what a graph file holds by default: without what is denied or confidential. */
function countsOf(seen: CaseUnderLens, graph: CaseGraph) {
  const out = { seen, placements: new Map() };
  const { nodeCount, edgeCount } = flatten(out, valuesFor(GRAPH_SETTINGS));
  const { told } = toldOf(out, valuesFor(GRAPH_SETTINGS));
  const label = (schema: string) => seen.case.model.schema(schema).label;
  return {
    entities: graph.order,
    relations: [...seen.relations()].length,
    claims: claimsSeen(seen),
    graph: { nodes: graph.order, edges: graph.size },
    exported: { nodes: nodeCount, edges: edgeCount, relations: [...told.relations()].length },
    byType: {
      entities: tallied(graph.mapNodes((_, { schema }) => label(schema))),
      edges: tallied(graph.mapEdges((_, { type, subject }) => edgeType(seen, subject, type))),
    },
    stances: tallied(graph.mapEdges((_, { stance }) => stance)),
    disputed: {
      nodes: graph.filterNodes((_, { disputed }) => disputed).length,
      edges: graph.filterEdges((_, { disputed }) => disputed).length,
    },
  };
}

function edgeType(seen: CaseUnderLens, subject: Id, type: string): string {
  const { model } = seen.case;
  if (seen.case.relation(subject)) return model.schema(type).label;
  return model.property(seen.case.schemaOf(subject)!, type)?.label ?? type;
}

function claimsSeen(seen: CaseUnderLens): number {
  let claims = 0;
  for (const subject of seen.case.claims.subjects()) claims += seen.claimsOf(subject).length;
  return claims;
}

function tallied(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function inWords({
  entities,
  relations,
  claims,
  graph,
  exported,
  byType,
  disputed,
  measures,
}: Counts & { measures: readonly Measured[] }): string {
  const same = graph.nodes === exported.nodes && graph.edges === exported.edges;
  const rows = [
    ['entities', entities],
    ['relations', relations],
    ['claims', claims],
    ['nodes', graph.nodes],
    ['edges', graph.edges],
    ...(same
      ? []
      : [
          ['nodes in an export', exported.nodes],
          ['edges in an export', exported.edges],
        ]),
    ['disputed nodes', disputed.nodes],
    ['disputed edges', disputed.edges],
  ] as [string, number][];
  return [
    table(rows),
    section('entities by type', Object.entries(byType.entities)),
    section('edges by type', Object.entries(byType.edges)),
    ...measures.map(({ label, says, top, groups }) =>
      groups === undefined
        ? section(
            `${label}: ${says}`,
            top.map(({ label, value }) => [label, value]),
          )
        : `\n${label}: ${groups} (${says})`,
    ),
  ].join('\n');
}

const section = (title: string, rows: readonly (readonly [string, number])[]): string =>
  `\n${title}\n${table(rows.map(([label, value]) => [label, rounded(value)])).replace(/^/gm, '  ')}`;

const rounded = (value: number): number => Number(value.toPrecision(3));
