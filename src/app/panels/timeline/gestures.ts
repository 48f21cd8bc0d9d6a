// What a hand does on the drawing: drag pans, Shift+drag brushes, two fingers or the wheel with Ctrl zoom.

interface Told {
  pan(pixels: number): void;
  zoom(factor: number, x: number): void;
  brush(a: number, b: number, done: boolean): void;
}

/** Pixels before a press becomes a drag. */
const SLOP = 4;

export class Gestures {
  readonly #told: Told;
  readonly #down = new Map<number, number>();
  #start = 0;
  #brushes = false;
  /** Whether the press that ends now was a drag. */
  hasMoved = false;

  constructor(told: Told) {
    this.#told = told;
  }

  /** Returns the way to stop. */
  listen(element: Element): () => void {
    const host = element as HTMLElement;
    const xOf = (event: MouseEvent) => event.clientX - host.getBoundingClientRect().left;
    const on = {
      pointerdown: (event: PointerEvent) => this.#press(event, xOf(event)),
      pointermove: (event: PointerEvent) => this.#move(host, event, xOf(event)),
      pointerup: (event: PointerEvent) => this.#release(event, xOf(event)),
      pointercancel: (event: PointerEvent) => this.#down.delete(event.pointerId),
      wheel: (event: WheelEvent) => this.#roll(event, xOf(event)),
    };
    for (const [name, hear] of Object.entries(on))
      host.addEventListener(name, hear as EventListener, { passive: false });
    return () => {
      for (const [name, hear] of Object.entries(on)) host.removeEventListener(name, hear as EventListener);
    };
  }

  #press(event: PointerEvent, x: number): void {
    if (event.button !== 0) return;
    this.#down.set(event.pointerId, x);
    this.#start = x;
    this.#brushes = event.shiftKey;
    this.hasMoved = false;
  }

  #move(host: HTMLElement, event: PointerEvent, x: number): void {
    const before = this.#down.get(event.pointerId);
    if (before === undefined) return;
    if (!this.hasMoved && this.#down.size === 1 && Math.abs(x - this.#start) < SLOP) return;
    // Not before it is a drag: what holds the pointer gets the click.
    if (!this.hasMoved) host.setPointerCapture(event.pointerId);
    this.hasMoved = true;
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const factor = Math.max(8, Math.abs(x - other)) / Math.max(8, Math.abs(before - other));
      this.#told.zoom(factor, (x + other) / 2);
    } else if (this.#brushes) this.#told.brush(this.#start, x, false);
    else this.#told.pan(before - x);
    this.#down.set(event.pointerId, x);
  }

  #release(event: PointerEvent, x: number): void {
    if (this.#down.delete(event.pointerId) && this.#brushes && this.hasMoved)
      this.#told.brush(this.#start, x, true);
  }

  /** The wheel alone scrolls the lanes, as everywhere. */
  #roll(event: WheelEvent, x: number): void {
    if (event.ctrlKey || event.metaKey) this.#told.zoom(Math.exp(-event.deltaY * 0.004), x);
    else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) this.#told.pan(event.deltaX);
    else return;
    event.preventDefault();
  }
}
