// Checks a case file on opening: its version, the shape of each record, its claims' ids, and what its references name.
import { claimId } from '../../case/claimId.ts';
import type { Claim } from '../../case/records.ts';
import { InputError } from '../../plugin/problem.ts';
import { CASE_FORMAT, CASE_SCHEMA, SECTIONS, type Section, type Shape } from './caseSchema.ts';
import { quoted } from '../collecting.ts';
import type { Sink } from '../format.ts';
import { faultIn, unknownKeys } from './shape.ts';

export interface Checked {
  readonly record: Readonly<Record<string, unknown>>;
  /** "claims 12 “3f2a…” (line 40)". */
  readonly where: string;
}

export interface CaseFile {
  readonly top: Readonly<Record<string, unknown>>;
  readonly sections: ReadonlyMap<Section, readonly Checked[]>;
}

/** Throws `InputError` at the first record of a wrong shape; all lesser faults are problems for the sink. */
export function checkCase(text: string, data: unknown, sink: Sink): CaseFile {
  const top = checkTop(data);
  const sections = new Map<Section, readonly Checked[]>();
  for (const name of Object.keys(SECTIONS) as Section[]) {
    const records = (top[name] ?? []) as readonly unknown[];
    sections.set(
      name,
      withoutRepeats(
        name,
        records.map((record, i) => checkRecord(text, name, record, i, sink)),
        sink,
      ),
    );
  }
  sections.set('claims', withTrueIds(sections, sink));
  tellDangling(sections, sink);
  return { top, sections };
}

function checkTop(data: unknown): Readonly<Record<string, unknown>> {
  const top = data as Readonly<Record<string, unknown>>;
  const version = typeof data === 'object' && data !== null ? top.format : undefined;
  if (typeof version === 'string' && /^clew\/\d/.test(version) && version !== CASE_FORMAT) {
    throw new InputError(
      `This case is of version ${quoted(version)}; this Clew reads ${CASE_FORMAT}. Open it with a newer Clew.`,
    );
  }
  const { properties = {}, ...shape } = CASE_SCHEMA;
  const heads = Object.entries(properties).map(([name, { items: _, ...own }]) => [name, own] as const);
  const fault = faultIn(data, { ...shape, properties: Object.fromEntries(heads) });
  if (fault)
    throw new InputError(
      `This is no case file: ${fault.field || 'it'} ${fault.what}. Compare it with case.schema.json.`,
    );
  return top;
}

function checkRecord(text: string, section: Section, data: unknown, index: number, sink: Sink): Checked {
  const shape: Shape = SECTIONS[section];
  const fault = faultIn(data, shape);
  const named = (data ?? {}) as { id?: unknown; name?: unknown };
  const id =
    typeof named.id === 'string' ? named.id : typeof named.name === 'string' ? named.name : undefined;
  const where = `${section} ${index + 1}${id === undefined ? '' : ` ${quoted(id)}`}`;
  if (fault) {
    const line = lineOf(text, section, index);
    const place = `${where}${line === undefined ? '' : ` (line ${line})`}${fault.field === '' ? '' : `, field ${fault.field}`}`;
    throw new InputError(
      `${place}: ${fault.field === '' ? 'it' : 'the field'} ${fault.what}. Mend it there and open the case again.`,
    );
  }
  const record = data as Readonly<Record<string, unknown>>;
  for (const key of unknownKeys(record, shape)) {
    if (key !== 'kind')
      sink.problem({
        outcome: 'kept',
        where,
        what: `The field ${quoted(key)} means nothing to this version; it was kept.`,
      });
  }
  return { record, where };
}

function withoutRepeats(section: Section, records: readonly Checked[], sink: Sink): readonly Checked[] {
  const seen = new Set<unknown>();
  return records.filter(({ record, where }) => {
    const id = section === 'schemata' ? record.name : record.id;
    if (id === undefined || !seen.has(id)) return seen.add(id);
    sink.problem({
      outcome: 'refused',
      where,
      what: 'The id stands twice in its section; the second record was left out.',
    });
    return false;
  });
}

type Sections = ReadonlyMap<Section, readonly Checked[]>;

/** A claim edited by hand has a new meaning and so a new id; judgements follow it. */
function withTrueIds(sections: Sections, sink: Sink): readonly Checked[] {
  const renamed = new Map<string, string>();
  const claims = sections.get('claims')!.map(({ record, where }) => {
    const claim = record as unknown as Claim;
    const id = claimId(claim);
    if (claim.id === id) return { record, where };
    if (claim.id !== undefined) renamed.set(claim.id, id);
    sink.problem({
      outcome: 'mended',
      where,
      what: `Its id is not that of what it says; it became ${quoted(id)}.`,
    });
    return { record: { ...record, id }, where };
  });
  if (renamed.size > 0) followIds(sections.get('judgements')!, renamed);
  return withoutRepeats('claims', claims, sink);
}

function followIds(judgements: readonly Checked[], renamed: ReadonlyMap<string, string>): void {
  const now = (id: string): string => renamed.get(id) ?? id;
  for (const { record } of judgements) {
    const judgement = record as { claim?: string; claims?: string[]; prefer?: string[]; over?: string[] };
    if (judgement.claim !== undefined) judgement.claim = now(judgement.claim);
    for (const ids of [judgement.claims, judgement.prefer, judgement.over])
      ids?.splice(0, ids.length, ...ids.map(now));
  }
}

/** References by field: which sections they may name. */
const REFERENCES: readonly (readonly [Section, string, readonly Section[]])[] = [
  ['sources', 'derivedFrom', ['sources']],
  ['sources', 'independentOf', ['sources']],
  ['claims', 'subject', ['entities', 'relations']],
  ['claims', 'source', ['sources']],
  ['claims', 'via', ['sources']],
  ['claims', 'attributedTo', ['entities']],
  ['judgements', 'entities', ['entities']],
  ['judgements', 'claim', ['claims']],
  ['judgements', 'claims', ['claims']],
  ['judgements', 'prefer', ['claims']],
  ['judgements', 'over', ['claims']],
];

function tellDangling(sections: Sections, sink: Sink): void {
  const ids = new Map(
    Array.from(sections, ([name, records]) => [name, new Set(records.map(({ record }) => record.id))]),
  );
  for (const [section, field, into] of REFERENCES) {
    for (const { record, where } of sections.get(section)!) {
      for (const id of [record[field] ?? []].flat()) {
        if (into.some((name) => ids.get(name)!.has(id))) continue;
        const what = `${field} names ${quoted(String(id))}, which is not among the ${into.join(' or ')}; it was kept.`;
        sink.problem({ outcome: 'kept', where, what });
      }
    }
  }
  for (const { record, where } of sections.get('relations')!) {
    if (!ids.get('entities')!.has(record.id)) continue;
    throw new InputError(
      `${where}: an entity has the same id. Give one of them another id, since claims could not tell them apart.`,
    );
  }
}

/** The line (from 1) where an item of a top-level array begins. Scans the text; only for errors. */
export function lineOf(text: string, section: string, index: number): number | undefined {
  const head = new RegExp(`"${section}"\\s{0,99}:\\s{0,99}\\[`).exec(text);
  if (!head) return undefined;
  let [depth, item] = [0, 0];
  for (let at = head.index + head[0].length; at < text.length; at++) {
    const char = text[at]!;
    if (depth === 0 && item === index && !/[\s,]/.test(char)) return text.slice(0, at).split('\n').length;
    if (char === '"') while (++at < text.length && text[at] !== '"') if (text[at] === '\\') at++;
    if (char === '{' || char === '[') depth++;
    if (char === '}' || char === ']') depth--;
    if (depth === 0 && char === ',') item++;
    if (depth < 0) return undefined;
  }
  return undefined;
}
