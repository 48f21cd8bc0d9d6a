// How the timeline of an open case is looked at; kept while other panes are shown.
import type { LanesBy } from '../../../view/timeline/lanes.ts';

export class TimelineLook {
  by = $state<LanesBy>('entity');
  /** The first day in sight and the pixels a day, once the user has zoomed or panned. */
  moved = $state.raw<{ readonly from: number; readonly scale: number } | undefined>();
}
