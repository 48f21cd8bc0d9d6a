// What every command is: one object a file, listed in `commands/index.ts`.
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help: "FILE". */
  readonly value?: string;
  readonly says: string;
}
export type Options = Readonly<Record<string, Option>>;

/** Arguments and options as given. A repeatable option has a list. */
export interface Given {
  readonly names: readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  /** `--x` is true, `--no-x` false, neither what is said here. */
  flag(option: string, otherwise?: boolean): boolean;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name: "FILE --to FORMAT [-o OUT]". */
  readonly usage: string;
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [least: number, most: number];
  readonly options: Options;
  /** Options that depend on what is asked for: the settings of a format or layout. */
  readonly furtherOptions?: (argv: readonly string[]) => Promise<Options>;
  readonly examples: readonly string[];
  run(given: Given, terminal: Terminal): Promise<ExitCode>;
}
