// How a table of text is cut into cells: the delimiter that does it most evenly.

/** Delimiters by preference where they fit equally well. */
const DELIMITERS = [',', ';', '\t', '|', ' '] as const;

export interface Shape {
  readonly delimiter: string;
  /** Fields of the most common row length. */
  readonly width: number;
  /** Share of rows that have it. */
  readonly steadiness: number;
}

/** The delimiter that cuts the first rows most evenly; undefined where none cuts them at all. */
export function shapeOf(sample: string): Shape | undefined {
  const shapes = DELIMITERS.map((delimiter) => evenness(delimiter, widthsOf(sample, delimiter)));
  const best = shapes.filter(({ width }) => width > 1).sort((a, b) => score(b) - score(a))[0];
  return best;
}

const score = ({ delimiter, width, steadiness }: Shape): number =>
  steadiness * 10 +
  Math.min(width, 8) / 8 -
  DELIMITERS.findIndex((other) => other === delimiter) / 100 -
  (delimiter === ' ' ? 3 : 0);

function evenness(delimiter: string, widths: readonly number[]): Shape {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  const cut = Math.max(0, ...widths);
  return width === 1 && cut > 1
    ? { delimiter, width: cut, steadiness: widths.filter((one) => one > 1).length / widths.length / 2 }
    : { delimiter, width, steadiness: count / Math.max(1, widths.length) };
}

const SAMPLE_ROWS = 60;

/** Fields in each of the first rows; what stands in quotes is not cut. */
function widthsOf(sample: string, delimiter: string): readonly number[] {
  const widths: number[] = [];
  let [fields, quoted, empty] = [1, false, true];
  for (let at = 0; at < sample.length && widths.length < SAMPLE_ROWS; at++) {
    const char = sample[at]!;
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) fields++;
    if (!quoted && (char === '\n' || char === '\r')) {
      if (!empty) widths.push(fields);
      [fields, empty] = [1, true];
    } else empty = false;
  }
  // The last row of a whole file counts; of a cut sample it does not.
  if (!empty && !quoted && (widths.length === 0 || sample.length < 32_000) && widths.length < SAMPLE_ROWS)
    widths.push(fields);
  return widths;
}
