// Where a command reads and writes. Whatever comes from data is made safe to print here.

/** A stream to write to, as far as a command needs one. */
export interface Outlet {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Resolves when there is room for more. */
  write(chunk: string | Uint8Array): Promise<void>;
}

export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  readonly out: Outlet;
  readonly error: Outlet;
  readonly env: Readonly<Record<string, string | undefined>>;
}

// Controls could move the cursor, retitle the window or paste; direction marks could show a name other than it is.

const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text without what a terminal would act on; line feeds and tabs stay. */
export const printable = (text: string): string => text.replace(UNSAFE, '');

/** A name from data for the middle of a line: one line, printable. */
export const inline = (text: string): string => printable(text.replace(/[\s\u2028\u2029]+/g, ' ')).trim();

export const print = (terminal: Terminal, text: string): Promise<void> =>
  terminal.out.write(printable(text) + '\n');

/** To standard error, which leaves standard output to the result. */
export const tell = (terminal: Terminal, text: string): Promise<void> =>
  terminal.error.write(printable(text) + '\n');

/** JSON for machines: indented, and as safe on a terminal as text is. */
export function printJson(terminal: Terminal, value: unknown): Promise<void> {
  const json = JSON.stringify(value, null, 2).replace(UNSAFE, (char) => {
    return char === '\n' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return terminal.out.write(json + '\n');
}

/** Columns of text, each as wide as its widest cell but the last; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, inline(String(cell)).length)));
  }
  const line = (row: readonly (string | number)[]) =>
    row.map((cell, i) => {
      const text = inline(String(cell));
      return typeof cell === 'number' ? text.padStart(widths[i]!) : text.padEnd(widths[i]!);
    });
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}
