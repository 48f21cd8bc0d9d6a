// The legend of a scene: what each mark stands for, with counts.
import { STANCES, type Id } from '../case/records.ts';
import { MOST_VOICES } from './lineWidth.ts';
import { sayRange, type Measure } from './measures.ts';
import type { LegendEntry, SceneEdge, SceneNode } from './scene.ts';

export interface LegendInput {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** What a node's mark stands for: "People". */
  readonly meaning: (node: SceneNode) => string;
  /** The voices behind an edge, which its width shows. */
  readonly voices: (edge: SceneEdge) => number;
  readonly size?: Measure;
  readonly colour?: Measure;
}

/** Types from the most frequent down, then lines by stance, then the marks, then what grows: widths, measures. */
export function legendOf(input: LegendInput): readonly LegendEntry[] {
  const disputed = [...input.nodes, ...input.edges].filter((item) => item.disputed).length;
  const partial = input.nodes.filter((node) => node.hiddenNeighbours > 0).length;
  return [
    ...typeEntries(input),
    ...STANCES.map((stance) => ({
      label: stance,
      count: input.edges.filter((edge) => edge.stance === stance).length,
      sample: { kind: 'line', stance } as const,
    })).filter(({ count }) => count > 0),
    ...(disputed > 0 ? [{ label: 'disputed', count: disputed, sample: { kind: 'mark' } as const }] : []),
    ...(partial > 0
      ? [{ label: 'with neighbours not shown', count: partial, sample: { kind: 'badge' } as const }]
      : []),
    ...widthEntry(input),
    ...scaleEntries(input),
  ];
}

function typeEntries({ nodes, meaning, colour }: LegendInput): LegendEntry[] {
  const groups = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    const label = meaning(node);
    const group = groups.get(label);
    if (group) group.push(node);
    else groups.set(label, [node]);
  }
  return Array.from(groups, ([label, group]): LegendEntry => {
    const { shape, icon, colour: own } = group[0]!;
    return {
      label,
      count: group.length,
      sample: { kind: 'node', shape, icon, colour: colour ? 'other' : own },
    };
  }).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** What a thick line means, where there is one. */
function widthEntry({ edges, voices }: LegendInput): LegendEntry[] {
  const most = edges.reduce((high, edge) => Math.max(high, voices(edge)), 0);
  if (most < 2) return [];
  const to = most < MOST_VOICES ? String(most) : `${MOST_VOICES} or more`;
  return [
    { label: 'width: voices', count: edges.length, sample: { kind: 'scale', of: 'width', from: '1', to } },
  ];
}

function scaleEntries({ nodes, size, colour }: LegendInput): LegendEntry[] {
  const ids: ReadonlySet<Id> = new Set(nodes.map((node) => node.id));
  const entry = (of: 'size' | 'colour', measure: Measure): LegendEntry => ({
    label: `${of}: ${measure.label}`,
    count: nodes.length,
    sample: { kind: 'scale', of, ...sayRange(measure, ids) },
  });
  return [
    ...(size ? [entry('size', size)] : []),
    ...(colour && colour.type !== 'group' ? [entry('colour', colour)] : []),
    ...(colour?.type === 'group' ? groupEntries(nodes, colour) : []),
  ];
}

const groupEntries = (nodes: readonly SceneNode[], measure: Measure): LegendEntry[] =>
  [...new Set(nodes.map((node) => node.colour).filter((colour) => colour.startsWith('group:')))]
    .sort()
    .map((colour) => ({
      label: `${measure.label} ${Number(colour.slice('group:'.length)) + 1}`,
      count: nodes.filter((node) => node.colour === colour).length,
      sample: { kind: 'node', shape: 'circle', colour, icon: 'other' },
    }));
