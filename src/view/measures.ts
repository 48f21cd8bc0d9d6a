// A measure as size and colour: a column of numbers → diameters and names of colours.
import type { Id } from '../case/records.ts';
import type { Colour } from './scene.ts';

/** One column of an analysis, with its name in words. */
export interface Measure {
  readonly type: 'number' | 'count' | 'share' | 'group';
  readonly label: string;
  readonly values: ReadonlyMap<Id, number>;
}

const SMALLEST = 28;
const LARGEST = 76;

interface Range {
  readonly low: number;
  readonly high: number;
}

function rangeOf(measure: Measure, ids: Iterable<Id>): Range {
  let [low, high] = [Infinity, -Infinity];
  for (const id of ids) {
    const value = measure.values.get(id);
    if (value === undefined || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

/** Diameters whose areas grow with the value, among the nodes shown. A node without a value is smallest. */
export function sizesBy(measure: Measure, ids: ReadonlySet<Id>): (id: Id) => number {
  const { high } = rangeOf(measure, ids);
  return (id) => {
    const share = high > 0 ? Math.max(0, measure.values.get(id) ?? 0) / high : 0;
    return Math.round(Math.sqrt(SMALLEST ** 2 + (LARGEST ** 2 - SMALLEST ** 2) * share));
  };
}

/** Names of colours: groups by their number, all else on the scale from the lowest to the highest shown. */
export function coloursBy(measure: Measure, ids: ReadonlySet<Id>): (id: Id) => Colour {
  const { low, high } = rangeOf(measure, ids);
  return (id) => {
    const value = measure.values.get(id);
    if (value === undefined || !Number.isFinite(value)) return 'other';
    if (measure.type === 'group') return `group:${value}`;
    // In steps of 1/20, so that few pictures of icons serve all nodes.
    return `scale:${high > low ? Math.round(((value - low) / (high - low)) * 20) / 20 : 0.5}`;
  };
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** The ends of a measure's scale in words, for the legend. */
export function sayRange(
  measure: Measure,
  ids: ReadonlySet<Id>,
): { readonly from: string; readonly to: string } {
  const { low, high } = rangeOf(measure, ids);
  return low > high ? { from: '–', to: '–' } : { from: number.format(low), to: number.format(high) };
}
