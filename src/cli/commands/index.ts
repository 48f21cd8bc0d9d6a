// Every command in the order of the help. To add one: a file beside this, and a line here.
import type { Command } from '../command.ts';

const LOADERS = {
  serve: async () => (await import('./serve.ts')).serve,
  info: async () => (await import('./info.ts')).info,
  validate: async () => (await import('./validate.ts')).validate,
  stats: async () => (await import('./stats.ts')).stats,
  search: async () => (await import('./search.ts')).search,
  draft: async () => (await import('./draft.ts')).draft,
  disputes: async () => (await import('./disputes.ts')).disputes,
  sources: async () => (await import('./sources.ts')).sources,
  leads: async () => (await import('./leads.ts')).leads,
  anchors: async () => (await import('./anchors.ts')).anchors,
  paths: async () => (await import('./paths.ts')).paths,
  export: async () => (await import('./export.ts')).exportTo,
  convert: async () => (await import('./convert.ts')).convert,
  report: async () => (await import('./report.ts')).report,
  render: async () => (await import('./render.ts')).render,
} satisfies Record<string, () => Promise<Command>>;

export type CommandName = keyof typeof LOADERS;
export const COMMANDS = Object.keys(LOADERS) as readonly CommandName[];

/** Loads one command and what it needs, so that none waits for the others. */
export const load = (name: CommandName): Promise<Command> => LOADERS[name]();
