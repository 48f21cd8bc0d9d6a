// What every layout is: graph → positions.
import type { CaseGraph } from '../graph/graph.ts';
import type { Job } from '../plugin/job.ts';
import type { Settings, Values } from '../plugin/settings.ts';

/** Room a node takes, its label included, in scene units (pixels at zoom 1), centred on its position plus `dy`. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** How far the box's centre lies below the node's centre, since labels hang below. */
  readonly dy: number;
}

export interface LayoutInput {
  readonly graph: CaseGraph;
  /** The nodes to place: what the view shows. */
  readonly nodes: readonly string[];
  readonly boxes: ReadonlyMap<string, Box>;
  /** Width over height of the space the picture will be shown in. */
  readonly aspect: number;
  /** Where nodes are now; layouts that improve a picture start from it. */
  readonly from?: ReadonlyMap<string, Position>;
  /** Nodes that must stay where `from` has them. */
  readonly pinned?: ReadonlySet<string>;
  /** Nodes the story is about (the selection, else the most central one). */
  readonly centre?: readonly string[];
}

export type Position = readonly [x: number, y: number];
export type Positions = ReadonlyMap<string, Position>;

export interface Layout {
  readonly id: string;
  readonly label: string;
  /** What it shows well, in a few words. */
  readonly says: string;
  readonly settings: Settings;
  run(input: LayoutInput, settings: Values, job: Job): Positions | Promise<Positions>;
}
