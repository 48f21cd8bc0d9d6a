// BODS 0.4, the Beneficial Ownership Data Standard: who owns or controls which company, as registers publish it.
import { Cancelled } from '../../plugin/job.ts';
import type { Settings } from '../../plugin/settings.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { isList } from '../json.ts';
import { jsonStart } from '../jsonStart.ts';
import { wholeText } from '../text.ts';
import { readBods } from './bodsRead.ts';
import { looksLikeBods } from './bodsRecords.ts';
import { bodsLosses, BodsWriter } from './bodsWrite.ts';

const MIME = 'application/json';
const { denied } = GRAPH_SETTINGS;

const SETTINGS = {
  denied,
  lines: {
    type: 'boolean',
    default: false,
    label: 'One statement a line',
    help: 'As JSON lines, which registers publish for large files; otherwise one list.',
  },
} satisfies Settings;

export const bods = {
  id: 'bods',
  label: 'BODS 0.4',
  usedBy: 'Open Ownership, registers of beneficial owners',
  extensions: ['bods.json', 'jsonl', 'json'],
  mime: MIME,
  settings: SETTINGS,
  sniff(head) {
    const start = jsonStart(head);
    if (looksLikeBods(start)) return 1;
    return isList(start) && start.length === 0 && head.text.trim() === '[]' ? 0.3 : 0;
  },
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readBods(text, sink);
  },
  write(out, settings) {
    const statements = () => new BodsWriter(flatten(out, settings), out).statements();
    return settings.lines === true
      ? [{ name: 'case.bods.jsonl', mime: 'application/x-ndjson', text: lines(statements()) }]
      : [{ name: 'case.bods.json', mime: MIME, text: list(statements()) }];
  },
  loses: (out, settings) => [
    ...bodsLosses(flatten(out, settings), out),
    ...graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
  ],
} satisfies Format;

function* list(statements: Iterable<string>): Generator<string> {
  let before = '[';
  for (const statement of statements) {
    yield `${before}\n${statement}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

function* lines(statements: Iterable<string>): Generator<string> {
  for (const statement of statements) yield `${statement}\n`;
}
