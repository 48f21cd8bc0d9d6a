// Which panels are open and how large; remembered on this machine.

export type Side = 'left' | 'text' | 'right' | 'bottom';
/** What the bottom panel shows. */
export type Pane = 'table' | 'timeline' | 'disputes' | 'leads';

/** Pixels of width that the map beside a text wants, and what must do. */
const MAP = { wants: 420, least: 300 };
/** Width of a text as a rule. */
const TEXT = 430;
const KEY = 'clew.panels';
const BOUNDS: Record<Side, readonly [number, number]> = {
  left: [200, 420],
  text: [300, 860],
  right: [280, 620],
  bottom: [120, 700],
};

interface Shape {
  readonly open: boolean;
  readonly size: number;
}

export class Panels {
  /** On a narrow page panels are sheets over the canvas, one at a time, closed at first. */
  readonly narrow = $derived.by(() => this.#width < 760);
  pane = $state<Pane>('table');
  #width = $state(innerWidth);
  #shapes = $state<Record<Side, Shape>>(remembered());
  #sheet = $state<Side | undefined>(undefined);

  constructor() {
    addEventListener('resize', () => {
      this.#width = innerWidth;
      if (!this.narrow && this.isOpen('text')) this.#makeRoom();
    });
  }

  isOpen(side: Side): boolean {
    return this.narrow ? this.#sheet === side : this.#shapes[side].open;
  }
  /** In pixels; that of a text at most what the others and the map leave. */
  size(side: Side): number {
    const { size } = this.#shapes[side];
    const left = this.#width - this.#taken(['left', 'right']) - MAP.least;
    return side === 'text' ? Math.max(BOUNDS.text[0], Math.min(size, left)) : size;
  }

  toggle(side: Side, open = !this.isOpen(side)): void {
    if (this.narrow) this.#sheet = open ? side : this.#sheet === side ? undefined : this.#sheet;
    else this.#keep(side, { ...this.#shapes[side], open });
    if (side === 'text' && open && !this.narrow) this.#makeRoom();
  }

  /** Beside a text the map keeps some width: the legend folds first, then, where it is very narrow, the inspector. */
  #makeRoom(): void {
    const beside = (text: number) => this.#width - text - this.#taken(['left', 'right']);
    if (beside(TEXT) < MAP.wants) this.toggle('left', false);
    if (beside(BOUNDS.text[0]) < MAP.least) this.toggle('right', false);
  }

  #taken(sides: readonly Side[]): number {
    return sides.reduce((sum, side) => sum + (this.isOpen(side) ? this.#shapes[side].size : 0), 0);
  }

  /** Opens the bottom panel on this pane; closes it where that is what it shows. */
  togglePane(pane: Pane): void {
    const shows = this.isOpen('bottom') && this.pane === pane;
    this.pane = pane;
    this.toggle('bottom', !shows);
  }

  resize(side: Side, size: number): void {
    const [least, most] = BOUNDS[side];
    this.#keep(side, { open: true, size: Math.round(Math.min(most, Math.max(least, size))) });
  }

  #keep(side: Side, shape: Shape): void {
    this.#shapes[side] = shape;
    localStorage.setItem(KEY, JSON.stringify(this.#shapes));
  }
}

function remembered(): Record<Side, Shape> {
  const fresh = {
    // Two panels and a map do not fit side by side on a small screen.
    left: { open: innerWidth >= 1180, size: 276 },
    text: { open: false, size: TEXT },
    right: { open: true, size: 356 },
    bottom: { open: false, size: 260 },
  };
  try {
    return { ...fresh, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as object) };
  } catch {
    return fresh;
  }
}
