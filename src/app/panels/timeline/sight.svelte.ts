// What part of time the timeline shows, and at which scale; all of it until the user zooms or pans.
import type { Reach } from '../../../case/spans.ts';
import { aimableStretch, wholeStretches } from '../../../view/timeline/axis.ts';
import type { LabelBounds, LabelRoom, PlacedBar } from '../../../view/timeline/stacking.ts';
import type { TimelineLook } from './look.svelte.ts';

/** Pixels a day at most: a day is then as wide as a word. */
const CLOSEST = 60;
/** Days at least, when all is shown: a case of one day is not blown up to hours. */
const SHORTEST = 40;
const MARGIN = 24;
const LABEL_GAP = 4;
/** Of the width, at least, for the days themselves: long labels of the last bars then end at the edge. */
const LEAST_SHARE = 0.8;
/** Of the width, at most, for a label; and the pixels that any label may take. */
const LABEL = { share: 0.6, least: 150 };
/** Of the width, at most, before the first day, for the labels of what has no beginning. */
const MOST_BEFORE = 0.2;

/** What is to be seen whole: the days that the bars name, and the room that labels take. */
export interface Whole {
  readonly days: Reach;
  readonly labels: readonly LabelRoom[];
}

export class Sight {
  /** Of the drawing, in pixels; nothing before the page has measured it. */
  measured = $state(0);
  readonly #all: () => Whole;
  readonly #look: Pick<TimelineLook, 'moved'>;

  constructor(all: () => Whole, look: Pick<TimelineLook, 'moved'>) {
    this.#all = all;
    this.#look = look;
  }

  readonly #whole = $derived.by(() => {
    const { days, labels } = this.#all();
    const length = Math.max(SHORTEST, days.latest - days.earliest + 1);
    const first = (days.earliest + days.latest - length) / 2;
    const plain = (this.width - MARGIN * 2) / length;
    const { longest } = this;
    const needed = (most: number, { after, day, width }: LabelRoom) =>
      after ? most : Math.max(most, Math.min(longest, width) - (day - first) * plain);
    const before = Math.max(MARGIN, Math.min(MOST_BEFORE * this.width, labels.reduce(needed, 0)));
    const room = this.width - before - MARGIN;
    const fitting = (least: number, { after, day, width }: LabelRoom) =>
      after ? Math.min(least, (room - Math.min(longest, width)) / Math.max(1, day - first)) : least;
    const scale = Math.max(labels.reduce(fitting, room / length), (room * LEAST_SHARE) / length, 1e-6);
    return { from: first - before / scale, scale, after: this.width - before - length * scale };
  });
  readonly #at = $derived.by(() => this.#look.moved ?? this.#whole);

  get width(): number {
    return this.measured || 600;
  }
  /** Pixels a day. */
  get scale(): number {
    return this.#at.scale;
  }
  get longest(): number {
    return Math.max(LABEL.least, this.width * LABEL.share);
  }
  /** Where labels have to end: as far after the last day as when all is shown. */
  labelBounds(heading: number): LabelBounds {
    const until = (this.#all().days.latest + 1) * this.scale + this.#whole.after - LABEL_GAP;
    return { heading, longest: this.longest, until };
  }
  /** The first and the last day in sight. */
  readonly days: Reach = $derived({
    earliest: this.#at.from,
    latest: this.#at.from + this.width / this.#at.scale,
  });
  get isWhole(): boolean {
    return this.#look.moved === undefined;
  }

  xOf(day: number): number {
    return (day - this.#at.from) * this.#at.scale;
  }
  dayAt(x: number): number {
    return this.#at.from + x / this.#at.scale;
  }

  /** Keeps the day at `x` where it is. */
  zoom(factor: number, x = this.width / 2): void {
    const least = this.#whole.scale / 3;
    const scale = Math.min(CLOSEST, Math.max(least, this.scale * factor));
    this.#look.moved = { from: this.dayAt(x) - x / scale, scale };
  }
  /** By so many pixels; never out of sight of all. */
  pan(pixels: number): void {
    const { earliest, latest } = this.#all().days;
    const shown = this.width / this.scale;
    const from = this.#at.from + pixels / this.scale;
    this.#look.moved = {
      from: Math.max(earliest - shown * 0.9, Math.min(latest - shown * 0.1, from)),
      scale: this.scale,
    };
  }
  showAll(): void {
    this.#look.moved = undefined;
  }
  /** Pans until some of a bar can be seen. */
  reveal({ extent }: PlacedBar): void {
    const [left, right] = [extent.from, extent.to].map((x) => x - this.#at.from * this.scale) as [
      number,
      number,
    ];
    if (right < 30) this.pan(Math.max(left, -1e9) - 60);
    else if (left > this.width - 30) this.pan(left - this.width / 2);
  }

  /** Whole days, months, years or decades between two places, as fine as can be aimed at. */
  between(a: number, b: number): Reach {
    return wholeStretches(aimableStretch(this.scale), this.dayAt(a), this.dayAt(b));
  }
}
