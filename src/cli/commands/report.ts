// `clew report`: the fact-check sheet of what the lens lets through, as PDF, HTML, workbook, tables or Markdown.
import { extname } from 'node:path';
import { parseDate } from '../../case/dates.ts';
import { dayOf } from '../../case/today.ts';
import { reportOf } from '../../report/reporting.ts';
import { SHEET_KINDS, SHEET_SETTINGS, type SheetKind } from '../../report/kinds.ts';
import { isTooFull } from '../../report/picturing.ts';
import { writeSheet } from '../../report/sheet.ts';
import type { Command, Given } from '../command.ts';
import { sceneAsked } from '../composing.ts';
import { Ending, EXIT } from '../exit.ts';
import { saveOutput, STANDARD } from '../files.ts';
import { settingOptions, settingValues } from '../flags.ts';
import { loadFonts } from '../fonts.ts';
import { LENS_OPTIONS, underLens } from '../lensFlags.ts';
import { openCase } from '../opening.ts';
import { layoutOptions, PLACING_OPTIONS } from '../placing.ts';
import { watchedJob } from '../progress.ts';
import { inline, printJson, tell } from '../terminal.ts';

const kinds = SHEET_KINDS.map(({ id }) => id).join(', ');

export const report = {
  name: 'report',
  summary:
    'writes the fact-check sheet: each claim under a numbered sentence, with sources, places and disputes',
  usage: 'FILE [-o OUT.pdf|OUT.html|OUT.md|OUT.xlsx|OUT.zip]',
  takes: [1, 1],
  options: {
    out: { type: 'string', short: 'o', value: 'OUT', says: 'where to write; standard output otherwise' },
    to: { type: 'string', value: 'KIND', says: `${kinds}; what OUT ends in otherwise, else md` },
    date: { type: 'string', value: 'DATE', says: 'the day the sheet bears: 2024-05-03 (today)' },
    ...settingOptions(SHEET_SETTINGS),
    layout: PLACING_OPTIONS.layout!,
    seed: PLACING_OPTIONS.seed!,
    ...LENS_OPTIONS,
  },
  furtherOptions: layoutOptions,
  examples: [
    'report graph-data/spector -o spector.pdf',
    'report graph-data/spector --to html --not-source document-2 > without-2.html',
    'report graph-data/spector -o spector.xlsx',
    'report graph-data/spector --json',
  ],
  async run(given, terminal) {
    const output = given.text('out') ?? STANDARD;
    const kind = kindOf(given, output);
    const made = dayAsked(given.text('date'));
    const opened = await openCase(given.names[0]!, terminal);
    const seen = underLens(opened.of, given);
    const values = settingValues(SHEET_SETTINGS, given);
    if (given.flag('json')) {
      await printJson(terminal, reportOf(seen, { made, leads: values.leads === true }));
      return EXIT.ok;
    }
    const scene = () => sceneAsked(opened, given, terminal, isTooFull);
    const job = watchedJob(terminal);
    const writing = writeSheet(kind, { seen, scene, made, fonts: loadFonts }, values, job);
    const { bytes, notes } = await writing.finally(() => job.end());
    for (const note of notes) await tell(terminal, note);
    await saveOutput(output, [bytes], terminal, kind === 'md' || kind === 'html' ? 'text' : 'binary');
    return EXIT.ok;
  },
} satisfies Command;

function kindOf(given: Given, output: string): SheetKind {
  const asked = given.text('to') ?? ENDINGS.get(extname(output).toLowerCase()) ?? 'md';
  const kind = SHEET_KINDS.find(({ id }) => id === asked.toLowerCase());
  if (kind) return kind.id;
  throw new Ending(EXIT.usage, `--to: "${inline(asked)}" is not one of ${kinds}.`);
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ...SHEET_KINDS.map(({ id }) => [`.${id}`, id] as const),
  ['.zip', 'csv'],
  ['.htm', 'html'],
  ['.markdown', 'md'],
]);

function dayAsked(given: string | undefined): string {
  if (given === undefined) return dayOf(new Date());
  if (parseDate(given)) return given;
  throw new Ending(EXIT.usage, `--date: "${inline(given)}" is no date that Clew reads. Write 2024-05-03.`);
}
