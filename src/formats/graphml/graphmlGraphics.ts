// What yEd's and yFiles' drawing instructions inside `<data>` say of a node or an edge: label, place, colour, arrowheads.
import type { EdgeEvent } from '../format.ts';
import { finite } from '../typedValues.ts';
import type { XmlAttributes } from '../xml.ts';

export class Graphics {
  /** Without repeats, the first drawn first. */
  readonly labels: string[] = [];
  /** Of the centre; y grows down. */
  x?: number;
  y?: number;
  colour?: string;
  shape?: string;
  /** Which ends have an arrowhead; undefined where nothing is said. */
  arrows?: { readonly source: boolean; readonly target: boolean };
  #depth = 0;
  /** A group is drawn in several ways, open and folded; one of them is in use. */
  #ways?: { readonly depth: number; readonly active: number; at: number };

  /** At an element inside `<data>`; true where its text is a label. */
  open(name: string, own: XmlAttributes): boolean {
    this.#depth++;
    if (name === 'Realizers') this.#ways = { depth: this.#depth, active: finite(own.active) ?? 0, at: -1 };
    else if (this.#depth === (this.#ways?.depth ?? NaN) + 1) this.#ways!.at++;
    if (!this.#isDrawn) return false;
    if (name === 'Geometry') this.#place(own.x, own.y, own.width, own.height);
    else if (name === 'RectD') this.#place(own.X, own.Y, own.Width, own.Height);
    else if (name === 'Fill' || name === 'LineStyle') this.colour ??= own.color;
    else if (name === 'Shape') this.shape ??= own.type;
    else if (name === 'Arrows') this.arrows ??= { source: isHead(own.source), target: isHead(own.target) };
    else if (name === 'Label' && own.Text) this.#addLabel(own.Text);
    return LABELS.has(name) && own.hasText !== 'false';
  }

  close(name: string, text: string): void {
    if (LABELS.has(name) && this.#isDrawn) this.#addLabel(text);
    if (this.#depth === this.#ways?.depth) this.#ways = undefined;
    this.#depth--;
  }

  get #isDrawn(): boolean {
    return this.#ways === undefined || this.#ways.at === this.#ways.active;
  }

  #addLabel(text: string): void {
    const label = text.trim();
    if (label !== '' && !this.labels.includes(label) && this.labels.length < 100) this.labels.push(label);
  }

  #place(left?: string, top?: string, width?: string, height?: string): void {
    const [x, y] = [finite(left), finite(top)];
    if (this.x !== undefined || x === undefined || y === undefined) return;
    this.x = x + (finite(width) ?? 0) / 2;
    this.y = y + (finite(height) ?? 0) / 2;
  }
}

/** The last two are of classes in UML. */
const LABELS: ReadonlySet<string> = new Set([
  ...['NodeLabel', 'EdgeLabel', 'Label.Text', 'AttributeLabel', 'MethodLabel'],
]);
const isHead = (end: string | undefined): boolean => end !== undefined && end !== 'none';

/** yEd calls every edge directed, from its start to its end, wherever its arrowheads are; one with two is two edges. */
export function asDrawn(edge: EdgeEvent, heads: NonNullable<Graphics['arrows']>): readonly EdgeEvent[] {
  if (!heads.source) return [{ ...edge, directed: heads.target }];
  const { source, target } = edge;
  const back = { ...edge, source: target, target: source, directed: true };
  if (!heads.target) return [back];
  const id = edge.id === undefined ? undefined : `${edge.id} (back)`;
  return [
    { ...edge, directed: true },
    { ...back, id },
  ];
}
