// FollowTheMoney entities as JSON lines (.ftm.json): one entity a line, relations as entities of an edge schema.
import type { Format, Head, Loss, Outgoing } from '../format.ts';
import { fitLosses } from './ftmFit.ts';
import { FtmReader } from './ftmRead.ts';
import { FtmWriter } from './ftmWrite.ts';
import { graphLosses } from '../losses.ts';
import { TELLING } from '../told.ts';
import type { Values } from '../../plugin/settings.ts';

export const ftm = {
  id: 'ftm',
  label: 'FollowTheMoney entities',
  usedBy: 'Aleph, OpenAleph, OpenSanctions, yente, the ftm tools',
  extensions: ['ftm.json', 'ftm.jsonl', 'ijson', 'jsonl', 'ndjson'],
  mime: 'application/x-ndjson',
  settings: TELLING,

  sniff,

  async read(chunks, sink, _settings, job) {
    await new FtmReader(sink).read(chunks, job);
  },

  write(out, settings) {
    return [{ name: 'case.ftm.json', mime: 'application/x-ndjson', text: lines(out, settings) }];
  },

  loses(out, settings): readonly Loss[] {
    const writer = new FtmWriter(out, settings);
    for (const _ of writer.entities());
    const shared = graphLosses(out, settings, { mixed: true, lists: true, ownTypes: true });
    return [...shared, ...fitLosses(writer.fit, 'referent')];
  },
} satisfies Format;

function* lines(out: Outgoing, settings: Values): Generator<string> {
  for (const entity of new FtmWriter(out, settings).entities()) yield `${JSON.stringify(entity)}\n`;
}

function sniff({ text }: Head): number {
  const start = text.slice(0, 2000);
  if (!/^\s*\[?\s*\{/.test(start) || /^\s*\{\s*"format"\s*:\s*"clew\//.test(start)) return 0;
  const first = text.trimStart().split('\n', 1)[0]!;
  try {
    return isEntity(JSON.parse(first)) ? 0.95 : 0;
  } catch {
    const hasType = /"schema"\s{0,9}:\s{0,9}"[A-Z]\w{0,99}"/.test(text);
    return hasType &&
      /"(properties|statements)"\s{0,9}:\s{0,9}[{[]/.test(text) &&
      !/"(nodes|elements|layout)"\s{0,9}:/.test(text)
      ? 0.6
      : 0;
  }
}

function isEntity(data: unknown): boolean {
  const line = (Array.isArray(data) ? data[0] : data) as {
    entity?: unknown;
    schema?: unknown;
    id?: unknown;
  } | null;
  if (typeof line !== 'object' || line === null) return false;
  if (line.entity !== undefined) return isEntity(line.entity);
  return (
    typeof line.schema === 'string' && line.id !== undefined && ('properties' in line || 'statements' in line)
  );
}
