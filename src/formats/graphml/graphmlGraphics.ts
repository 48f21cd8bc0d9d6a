// What yEd's and yFiles' drawing instructions inside `<data>` say of a node or an edge: label, place, colour, arrowheads.
import { finite } from '../typedValues.ts';
import type { XmlAttributes } from '../xml.ts';

export class Graphics {
  /** Without repeats, the first drawn first. */
  readonly labels: string[] = [];
  /** Of the centre; y grows down. */
  x?: number;
  y?: number;
  colour?: string;
  /** Whether either end has an arrowhead; undefined where nothing is said. */
  arrows?: boolean;

  /** At an element inside `<data>`; true where its text is a label. */
  open(name: string, own: XmlAttributes): boolean {
    if (name === 'Geometry') this.#place(own.x, own.y, own.width, own.height);
    else if (name === 'RectD') this.#place(own.X, own.Y, own.Width, own.Height);
    else if (name === 'Fill') this.colour ??= own.color;
    else if (name === 'LineStyle') this.colour ??= own.color;
    else if (name === 'Arrows')
      this.arrows ??= [own.source, own.target].some((end) => end !== undefined && end !== 'none');
    else if (name === 'Label' && own.Text) this.addLabel(own.Text);
    return isLabel(name) && own.hasText !== 'false';
  }

  close(name: string, text: string): void {
    if (isLabel(name)) this.addLabel(text);
  }

  addLabel(text: string): void {
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

const isLabel = (name: string): boolean =>
  name === 'NodeLabel' || name === 'EdgeLabel' || name === 'Label.Text';
