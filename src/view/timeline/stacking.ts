// Where bars lie: each lane's bars in as few rows as they need without touching, the lanes one below the other.
import type { Lane, LaneBar } from './lanes.ts';

/** From left to right, in pixels; ends may be infinite. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * A row for each extent, so that those in one row lie at least `gap` apart; as few rows as can be. Greedy interval
 * partitioning by start: J. Kleinberg, É. Tardos, "Algorithm Design" (2005), section 4.1.
 */
export function stacked(extents: readonly Extent[], gap: number): readonly number[] {
  const rows = new Array<number>(extents.length).fill(0);
  /** Rows by when they end, the first last; and those that have ended, the uppermost last. */
  const busy: { row: number; end: number }[] = [];
  const free: number[] = [];
  let used = 0;
  const order = extents
    .map((_, i) => i)
    .sort((a, b) => ascending(extents[a]!.from, extents[b]!.from) || a - b);
  for (const i of order) {
    const { from, to } = extents[i]!;
    while (busy.length > 0 && busy.at(-1)!.end + gap <= from)
      insert(free, busy.pop()!.row, (other, row) => other > row);
    const row = free.pop() ?? used++;
    insert(busy, { row, end: to }, (other, one) => other.end > one.end);
    rows[i] = row;
  }
  return rows;
}

/** Puts an item after all those that come before it, into a list in that order. */
function insert<T>(list: T[], item: T, before: (other: T, item: T) => boolean): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(list[middle]!, item)) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
}

const ascending = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Pixels. A row holds a line of text with its bar below. */
export const ROW = { height: 30, gap: 14, least: 7 } as const;
/** Above and below the rows of a lane. */
const LANE_PADDING = 6;

export interface PlacedBar extends LaneBar {
  readonly lane: number;
  /** Pixels from the top of all lanes. */
  readonly top: number;
  /** Of the bar and its label together, in pixels from day 0. */
  readonly extent: Extent;
  /** Where its label begins, in pixels from day 0; unbounded, it ends where the bar ends. */
  readonly labelFrom: number;
}

/** What labels have to keep to, in pixels. */
export interface LabelBounds {
  /** Free above the rows of each lane. */
  readonly heading: number;
  /** Longer ones are cut. */
  readonly longest: number;
  /** From day 0: where labels end that would go further, as those of the last days do. */
  readonly until: number;
}
const UNBOUNDED: LabelBounds = { heading: 0, longest: Infinity, until: Infinity };

export interface PlacedLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
}

export interface Stacked {
  readonly lanes: readonly PlacedLane[];
  /** Lane by lane, in each from early to late. */
  readonly bars: readonly PlacedBar[];
  readonly height: number;
}

/** Lanes and bars at a scale, in pixels a day. */
export function stackLanes(lanes: readonly Lane[], scale: number, bounds = UNBOUNDED): Stacked {
  const { heading } = bounds;
  const placed: PlacedLane[] = [];
  const bars: PlacedBar[] = [];
  let top = 0;
  lanes.forEach((lane, at) => {
    const lain = lane.bars.map((each) => layAcross(each, scale, bounds));
    const rows = stacked(
      lain.map(({ extent }) => extent),
      ROW.gap,
    );
    const first = top + heading + LANE_PADDING;
    lane.bars.forEach(({ bar, label }, i) => {
      const { width, extent, labelFrom } = lain[i]!;
      bars.push({ bar, label, width, extent, labelFrom, lane: at, top: first + rows[i]! * ROW.height });
    });
    const height =
      heading + LANE_PADDING * 2 + (rows.reduce((most, row) => Math.max(most, row), 0) + 1) * ROW.height;
    placed.push({ lane, top, height });
    top += height;
  });
  return { lanes: placed, bars, height: top };
}

/** A bar begins with its label; what has no start has its label before its end, and what ends the drawing too. */
function layAcross(
  { bar: { span }, width: wanted }: LaneBar,
  scale: number,
  { longest, until }: LabelBounds,
) {
  const width = Math.min(wanted, longest);
  const from = span.begins.earliest * scale;
  const to = (span.ends.latest + 1) * scale;
  if (from === -Infinity) return { width, extent: { from, to }, labelFrom: -Infinity };
  const labelFrom = Math.min(from, until - width);
  const end = Math.max(to, from + ROW.least, labelFrom + width);
  return { width, extent: { from: labelFrom, to: end }, labelFrom };
}

/** So many pixels after a day, or before it: for the label of what has no beginning, which stands before its end. */
export interface LabelRoom {
  readonly day: number;
  readonly width: number;
  readonly after: boolean;
}

export const labelsOf = (lanes: readonly Lane[]): readonly LabelRoom[] =>
  lanes.flatMap(({ bars }) =>
    bars.map(({ bar: { span }, width }) => {
      const after = Number.isFinite(span.begins.earliest);
      return { day: after ? span.begins.earliest : span.ends.latest + 1, width, after };
    }),
  );

/** The bars that can be seen between two days and two heights. */
export const barsIn = ({ bars }: Stacked, across: Extent, down: Extent): readonly PlacedBar[] =>
  bars.filter(
    ({ top, extent }) =>
      top + ROW.height >= down.from && top <= down.to && extent.to >= across.from && extent.from <= across.to,
  );
