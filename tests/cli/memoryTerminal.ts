// A terminal in memory, the command line run in it, and a case for it to read.
import { CaseUnderLens } from '../../src/case/lens.ts';
import { main } from '../../src/cli/main.ts';
import type { ExitCode } from '../../src/cli/exit.ts';
import type { Outlet, Terminal } from '../../src/cli/terminal.ts';
import { clew as caseFormat } from '../../src/formats/clew/clew.ts';
import { bytesOf } from '../../src/formats/exporting.ts';
import { smallCase } from '../smallCase.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
  /** Standard output, byte for byte. */
  readonly bytes: Uint8Array;
}

function collecting(isTTY: boolean): { outlet: Outlet; bytes: () => Buffer } {
  const chunks: Buffer[] = [];
  const write = async (chunk: string | Uint8Array) => void chunks.push(Buffer.from(chunk as Uint8Array));
  return { outlet: { isTTY, columns: 100, write }, bytes: () => Buffer.concat(chunks) };
}

/** Runs `clew …argv` in this process. `input` is standard input; `tty` makes standard output a terminal. */
export async function clew(
  argv: readonly string[],
  { input = '', tty = false }: { input?: string | Uint8Array; tty?: boolean } = {},
): Promise<Ran> {
  const out = collecting(tty);
  const error = collecting(false);
  async function* bytes() {
    yield Buffer.from(input as Uint8Array);
  }
  const terminal: Terminal = { input: bytes(), out: out.outlet, error: error.outlet, env: { CI: 'true' } };
  const code = await main(argv, terminal);
  return { code, out: out.bytes().toString(), error: error.bytes().toString(), bytes: out.bytes() };
}

/** The text of the small case as a file of its own format. */
export const smallText = (): string =>
  new TextDecoder().decode(
    bytesOf(caseFormat.write({ seen: new CaseUnderLens(smallCase()), placements: new Map() })),
  );
