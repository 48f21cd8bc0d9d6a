// What every analysis is: a named measure that gives columns of values for the nodes of a graph.
import type { CaseGraph } from '../graph/graph.ts';
import type { Job } from '../plugin/job.ts';
import type { Settings, Values } from '../plugin/settings.ts';

export interface Column {
  /** `share` is a number from 0 to 1; `group` a small whole number that names a group, from 0. */
  readonly type: 'number' | 'count' | 'share' | 'group';
  readonly label: string;
  /** What it tells, where that is not what the analysis as a whole tells. */
  readonly says?: string;
}

export type Columns = Readonly<Record<string, ReadonlyMap<string, number>>>;

export interface Analysis {
  readonly id: string;
  readonly label: string;
  /** What it tells, in plain words: "who lies on the way between others". */
  readonly says: string;
  readonly settings: Settings;
  /** The columns it gives, by name. Every node has a value in each. */
  readonly gives: Readonly<Record<string, Column>>;
  run(graph: CaseGraph, settings: Values, job: Job): Columns | Promise<Columns>;
}
