// `clew report`: what the case says under the lens as numbered sentences, with sources and places, as a document.
import { writeMarkdown } from '../../report/markdown.ts';
import { reportOf } from '../../report/reporting.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { saveOutput, STANDARD } from '../files.ts';
import { LENS_OPTIONS, underLens } from '../lensFlags.ts';
import { openCase } from '../opening.ts';
import { printJson } from '../terminal.ts';

export const report = {
  name: 'report',
  summary: 'writes every claim as a numbered sentence with its sources, places and disputes, as Markdown',
  usage: 'FILE [-o OUT.md]',
  takes: [1, 1],
  options: {
    out: { type: 'string', short: 'o', value: 'OUT', says: 'where to write; standard output otherwise' },
    ...LENS_OPTIONS,
  },
  examples: [
    'report graph-data/spector -o spector.md',
    'report graph-data/spector --not-source document-2 > without-2.md',
    'report graph-data/spector --json',
  ],
  async run(given, terminal) {
    const output = given.text('out') ?? STANDARD;
    const { of } = await openCase(given.names[0]!, terminal);
    const found = reportOf(underLens(of, given));
    if (given.flag('json')) await printJson(terminal, found);
    else {
      const bytes = new TextEncoder().encode([...writeMarkdown(found)].join(''));
      await saveOutput(output, [bytes], terminal, 'text');
    }
    return EXIT.ok;
  },
} satisfies Command;
