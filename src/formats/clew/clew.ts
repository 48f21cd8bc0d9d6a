// The case format clew/1: one JSON document, one record per line, in an order that makes git diffs read well.
import { NEW_HEADER } from '../../case/case.ts';
import { WORKING, type CaseRecord, type Header } from '../../case/records.ts';
import { InputError } from '../../plugin/problem.ts';
import { CASE_FORMAT, CASE_SCHEMA, SECTIONS, type Section, type Shape } from './caseSchema.ts';
import { checkCase, type CaseFile } from './clewCheck.ts';
import type { Format, Outgoing } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { byCodePoint } from '../order.ts';
import { printed } from './shape.ts';
import { wholeText } from '../text.ts';

export const clew = {
  id: 'clew',
  label: 'Case of Clew',
  usedBy: 'Clew: the document itself, with every claim, source and judgement',
  extensions: ['clew.json'],
  mime: 'application/json',
  settings: {},

  sniff: ({ text }) => (/^\s*\{/.test(text) && /"format"\s{0,9}:\s{0,9}"clew\//.test(text) ? 1 : 0),

  async read(chunks, sink) {
    const text = await wholeText(chunks);
    const file = checkCase(text, parsed(text), sink);
    sink.record(headerOf(file), 'the head of the file');
    for (const [section, { kind }] of Object.entries(KINDS)) {
      for (const { record, where } of file.sections.get(section as Section) ?? []) {
        sink.record({ ...record, kind } as unknown as CaseRecord, where);
      }
    }
  },

  write(out) {
    return [{ name: 'case.clew.json', mime: 'application/json', text: lines(out) }];
  },

  loses: () => [],
} satisfies Format;

const KINDS = {
  sources: { kind: 'source' },
  entities: { kind: 'entity' },
  relations: { kind: 'relation' },
  claims: { kind: 'claim' },
  judgements: { kind: 'judgement' },
  views: { kind: 'view' },
} as const;

function parsed(text: string): unknown {
  if (isTooDeep(text))
    throw new InputError(
      `This case file is nested more than ${LIMITS.depth} deep; no case is. Get the file again.`,
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d{1,15})/.exec(String(error))?.[1];
    const line = at === undefined ? '' : ` near line ${text.slice(0, Number(at)).split('\n').length}`;
    throw new InputError(
      `This case file is no valid JSON${line}: it may be cut off. Take an earlier copy, or mend it there.`,
    );
  }
}

/** Deep nesting in keys that are kept unread would break the writer's recursion. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') while (++at < text.length && text[at] !== '"') at += text[at] === '\\' ? 1 : 0;
    else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    if (depth > LIMITS.depth) return true;
  }
  return false;
}

function headerOf({ top, sections }: CaseFile): Header {
  const { name, description, language } = top as { name: string; description?: string; language?: string };
  const schemata = sections.get('schemata')?.map(({ record }) => record) as unknown as Header['schemata'];
  const known = new Set(Object.keys(CASE_SCHEMA.properties!));
  const unknown = Object.fromEntries(Object.entries(top).filter(([key]) => !known.has(key)));
  return {
    ...NEW_HEADER,
    name,
    ...(description !== undefined && { description }),
    ...(language !== undefined && { language }),
    ...(schemata && schemata.length > 0 && { schemata }),
    ...(Object.keys(unknown).length > 0 && { unknown }),
  };
}

/** All of the case, whatever the lens: this is the document, not an export. The look at hand is no part of it. */
function* lines({ seen: { case: of } }: Outgoing): Generator<string> {
  const { name, description, language, schemata, unknown } = of.header;
  yield `{\n  "format": ${JSON.stringify(CASE_FORMAT)}`;
  for (const [key, value] of Object.entries({ name, description, language })) {
    if (value !== undefined) yield `,\n  "${key}": ${JSON.stringify(value)}`;
  }
  if (schemata && schemata.length > 0)
    yield* section(
      'schemata',
      inOrder(schemata, ({ name }) => [name]),
    );
  yield* section('sources', byId(of.sources()));
  yield* section('entities', byId(of.entities()));
  yield* section('relations', byId(of.relations()));
  yield* section(
    'claims',
    inOrder(of.claims, ({ subject, property, value, source, id }) => [subject, property, value, source, id]),
  );
  yield* section('judgements', byId(of.judgements()));
  yield* section('views', byId([...of.views()].filter((view) => view.id !== WORKING)));
  for (const [key, value] of Object.entries(unknown ?? {}))
    yield `,\n  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  yield '\n}\n';
}

function* section(name: Section, records: readonly object[]): Generator<string> {
  const shape: Shape = SECTIONS[name];
  yield `,\n  "${name}": [`;
  for (const [i, record] of records.entries()) {
    const { kind: _, ...fields } = record as { kind?: string };
    yield `${i === 0 ? '' : ','}\n    ${printed(fields, shape)}`;
  }
  yield records.length === 0 ? ']' : '\n  ]';
}

const byId = <T extends { id: string }>(records: Iterable<T>): readonly T[] =>
  inOrder(records, ({ id }) => [id]);

function inOrder<T>(records: Iterable<T>, keysOf: (record: T) => readonly string[]): readonly T[] {
  const keyed = Array.from(records, (record) => ({ record, keys: keysOf(record) }));
  const compare = (a: readonly string[], b: readonly string[]): number => {
    for (const [i, key] of a.entries()) {
      const order = byCodePoint(key, b[i]!);
      if (order !== 0) return order;
    }
    return 0;
  };
  return keyed.sort((a, b) => compare(a.keys, b.keys)).map(({ record }) => record);
}
