// What every format that offers the lossless carrier must keep to.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withoutConfidential, CaseUnderLens } from '../../src/case/lens.ts';
import { keyOf, type CaseRecord } from '../../src/case/records.ts';
import type { Outgoing, WritableFormat } from '../../src/formats/format.ts';
import { bytesOf, write } from '../../src/formats/exporting.ts';
import { WRITABLE } from '../../src/formats/index.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { valuesFor } from '../../src/plugin/settings.ts';
import { nastyRecords, outgoing, smallRecords } from '../formats/cases.ts';
import type { Import } from '../../src/formats/importing.ts';
import { bytesFor, outgoingOf, readBytes } from '../formats/roundTrip.ts';

const SPECTOR = new URL('../../graph-data/spector/case.clew.json', import.meta.url);

const cases: [string, () => Promise<Outgoing>][] = [
  ['the small case', async () => outgoing(smallRecords())],
  ['the nasty case', async () => outgoing(nastyRecords())],
];
if (existsSync(SPECTOR))
  cases.push(['the Spector case', async () => outgoingOf(await readBytes(readFileSync(SPECTOR)))]);

const carrying = WRITABLE.filter(({ settings }) => 'carrier' in settings);
const everyPair = carrying.flatMap((format) =>
  cases.map(([title, make]) => [format.id, title, format, make] as const),
);
const SETTINGS = { carrier: true, denied: true };

/** Every record that a file may tell of: none of a confidential source, and no view at hand. */
function tellable({ seen }: Outgoing): CaseRecord[] {
  const of = seen.case;
  const told = new CaseUnderLens(of, withoutConfidential(seen.lens, of.sources()));
  const claims = [...of.claims].filter((claim) => told.passes(claim));
  const subjects = new Set(claims.map(({ subject }) => subject));
  return [
    of.header,
    ...[...of.sources()].filter(({ confidential }) => !confidential),
    ...[...of.entities(), ...of.relations()].filter(({ id }) => subjects.has(id)),
    ...claims,
    ...of.judgements(),
    ...[...of.views()].filter(({ id }) => id !== 'working'),
  ];
}

const inOrder = (records: readonly CaseRecord[]): CaseRecord[] =>
  [...records].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const lossesOf = (format: WritableFormat, out: Outgoing, settings: object) =>
  format.loses(out, valuesFor(format.settings, { ...settings })).map(({ what }) => what);

describe.each(everyPair)('%s with the carrier and %s', (_id, _title, format, make) => {
  test('comes back record for record, and says that nothing else is lost', async () => {
    const out = await make();
    const imported = await readBytes(bytesFor(format, out, SETTINGS), 'file', format.id);
    expect(inOrder(imported.records)).toEqual(inOrder(tellable(out)));
    expect(imported.account.refused + imported.account.mended).toBe(0);
    const other = lossesOf(format, out, SETTINGS).filter(
      (what) => !what.includes('confidential') && what !== 'positions',
    );
    expect(other).toEqual([]);
  });

  test('holds nothing of a confidential source, nor what is denied unless asked', async () => {
    const text = new TextDecoder().decode(bytesFor(format, await make(), { ...SETTINGS, part: 'nodes' }));
    expect(text).not.toMatch(/mole/);
    const firm = await readBytes(bytesFor(format, await make(), { carrier: true }), 'file', format.id);
    expect(firm.records.filter((record) => record.kind === 'claim' && record.stance === 'denied')).toEqual(
      [],
    );
  });
});

/** The bytes with a word changed wherever it is visible: in the carrier it stands as the value of a claim. */
function edited(format: WritableFormat, word: string, other: string): Uint8Array {
  const written = write(format, outgoing(smallRecords()), SETTINGS, quietJob());
  // As each format spells the quotes of a text inside its own.
  const quote = format.id === 'gdf' ? '"' : String.raw`(\\"|&quot;|"")`;
  const hidden = `(?<!(value|label)${quote}:${quote})`;
  const parts = written.map((part) => ({
    ...part,
    text: [[...part.text].join('').replace(new RegExp(`${hidden}\\b${word}\\b`, 'g'), other)],
  }));
  return bytesOf(parts);
}

const said = ({ records }: Import, subject: string, property: string) =>
  records
    .filter((record) => record.kind === 'claim')
    .filter((claim) => claim.subject === subject && claim.property === property)
    .map(({ value, source }) => [value, source.replace(/^file-.*/, 'file')])
    .sort();

/** Statements name their sources visibly and are read anew entity by entity: tests/formats/ftmStatements.test.ts. */
const ofGraphs = carrying.filter(({ id }) => id !== 'ftm-statements');

describe.each(ofGraphs.map((format) => [format.id, format] as const))('%s with the carrier', (id, format) => {
  test('an edited role wins over the claims that were carried, and is told', async () => {
    const imported = await readBytes(edited(format, 'director', 'chairman'), 'file', id);
    expect(said(imported, 'works', 'role')).toEqual([['chairman', 'file']]);
    expect(said(imported, 'works', 'startDate')).toEqual([['2014', 'post']]);
    expect(imported.account.mended).toBe(1);
  });

  test('an edited name wins for its node; the claims of others stay', async () => {
    const imported = await readBytes(edited(format, 'Bob', 'Bobby'), 'file', id);
    expect(said(imported, 'bob', 'name')).toEqual([['Bobby', 'file']]);
    expect(said(imported, 'ann', 'name')).toEqual([
      ['Ann Ono', 'echo'],
      ['Ann Ōno', 'post'],
    ]);
    expect(imported.account.mended).toBe(1);
  });

  test('a carrier that was cut is told, and what is visible is read', async () => {
    const imported = await readBytes(edited(format, 'sum', 'som'), 'file', id);
    const sources = imported.records.filter((record) => record.kind === 'source');
    expect(sources).toHaveLength(1);
    expect(imported.account.mended).toBeGreaterThan(0);
    expect(said(imported, 'works', 'role')).toEqual([['director', 'file']]);
  });
});
