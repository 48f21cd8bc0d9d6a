// FollowTheMoney statements: one claim a row, as CSV, JSON lines or pack; written as CSV or JSON lines.
import { CARRIED, CARRIER } from '../carrier.ts';
import { graphLosses } from '../losses.ts';
import type { Format, Head, Loss, Outgoing } from '../format.ts';
import { TELLING } from '../told.ts';
import { replayable, textOf } from '../text.ts';
import type { Values } from '../../plugin/settings.ts';
import { asCsv, asJson, asLadenCsv, COLUMNS, csvRow } from './ftmStatement.ts';
import { StatementReader } from './ftmStatementRead.ts';
import { csvRows, isLegacyPack, jsonRows } from './ftmStatementRows.ts';
import { StatementWriter } from './ftmStatementWrite.ts';

export const ftmStatements = {
  id: 'ftm-statements',
  label: 'FollowTheMoney statements',
  usedBy: 'OpenSanctions, nomenklatura, the ftm tools: each value with its dataset',
  extensions: ['statements.csv', 'statements.jsonl', 'statements.json', 'pack'],
  mime: 'text/csv',
  settings: {
    form: {
      type: 'choice',
      default: 'csv',
      label: 'Form',
      choices: [
        { id: 'csv', label: 'CSV' },
        { id: 'json', label: 'JSON lines' },
      ],
      help: 'Packs, with and without a header, are read too.',
    },
    ...TELLING,
    ...CARRIER,
  },

  sniff,

  async read(chunks, sink, _settings, job) {
    const pieces = replayable(chunks);
    const reader = new StatementReader(sink);
    const isJson = await startsLikeJson(pieces.all());
    const all = pieces.again();
    await reader.read(isJson ? jsonRows(all, reader.refuse, job) : csvRows(all, reader.refuse, job));
  },

  write(out, settings) {
    if (settings.form === 'json')
      return [
        { name: 'case.statements.jsonl', mime: 'application/x-ndjson', text: lines(out, settings, asJson) },
      ];
    const laden = settings.carrier === true;
    const [line, header] = laden ? [asLadenCsv, [...COLUMNS, CARRIED.id]] : [asCsv, COLUMNS];
    const text = lines(out, settings, line, csvRow(header));
    return [{ name: 'case.statements.csv', mime: 'text/csv', text }];
  },

  loses(out, settings): readonly Loss[] {
    const carries = { mixed: true, lists: true, ownTypes: true, claims: true };
    return graphLosses(out, settings, carries, () => {
      const writer = new StatementWriter(out, settings);
      for (const _ of writer.statements());
      return writer.losses();
    });
  },
} satisfies Format;

function* lines(out: Outgoing, settings: Values, line: typeof asCsv, header?: string): Generator<string> {
  if (header !== undefined) yield header;
  for (const statement of new StatementWriter(out, settings).statements()) yield line(statement);
}

async function startsLikeJson(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const text of textOf(chunks)) {
    const start = text.trimStart();
    if (start !== '') return start.startsWith('{');
  }
  return false;
}

function sniff({ text }: Head): number {
  const first = text.trimStart().split('\n', 1)[0]!.trimEnd();
  if (first.startsWith('{'))
    return /^\{\s*"/.test(first) &&
      ['entity_id', 'prop', 'value', 'dataset'].every((key) => hasKey(first, key))
      ? 0.95
      : 0;
  const cells = first.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1'));
  if (['entity_id', 'prop', 'value', 'dataset'].every((name) => cells.includes(name))) return 0.95;
  return isLegacyPack(cells) ? 0.9 : 0;
}

const hasKey = (line: string, key: string): boolean => new RegExp(`"${key}"\\s{0,9}:\\s{0,9}"`).test(line);
