// Every command in the order of the help. To add one: a file beside this, and a line in each list.
import type { Command } from '../command.ts';

const LOADERS = {
  serve: async () => (await import('./serve.ts')).serve,
} satisfies Record<string, () => Promise<Command>>;

export type CommandName = keyof typeof LOADERS;
export const COMMANDS = Object.keys(LOADERS) as readonly CommandName[];

/** Loads one command and what it needs, so that none waits for the others. */
export const load = (name: CommandName): Promise<Command> => LOADERS[name]();
