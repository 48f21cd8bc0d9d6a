// What every format in the list must keep to, on every case at hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens, OPEN, withoutConfidential } from '../../src/case/lens.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import type { Schema } from '../../src/case/schema.ts';
import { stanceOf } from '../../src/case/support.ts';
import { LEFT_OUT } from '../../src/formats/bods/bodsWrite.ts';
import { BARE_LOSSES, kindOf, onOneLine } from '../../src/formats/bareGraph.ts';
import { flatten } from '../../src/formats/flat.ts';
import type { Format, Head, Outgoing, WritableFormat } from '../../src/formats/format.ts';
import { importInto } from '../../src/formats/importing.ts';
import { FORMATS, WRITABLE } from '../../src/formats/index.ts';
import { LABELS_ONLY } from '../../src/formats/losses.ts';
import { isZip, membersOf } from '../../src/formats/zip.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { valuesFor, type Values } from '../../src/plugin/settings.ts';
import { nastyRecords, outgoing, smallRecords } from '../formats/cases.ts';
import { bytesFor, contentOf, outgoingOf, readBytes } from '../formats/roundTrip.ts';

const SHIPPED = new URL('../../graph-data/', import.meta.url);
const shipped = existsSync(SHIPPED)
  ? readdirSync(SHIPPED).filter((name) => existsSync(new URL(`${name}/case.clew.json`, SHIPPED)))
  : [];

const cases: [string, () => Promise<Outgoing>][] = [
  ['the small case', async () => outgoing(smallRecords())],
  ['the nasty case', async () => outgoing(nastyRecords())],
  ['an empty case', async () => outgoing([{ kind: 'header', id: 'case', name: 'Empty' }])],
  ...shipped.map((name): [string, () => Promise<Outgoing>] => [
    name,
    async () => outgoingOf(await readBytes(readFileSync(new URL(`${name}/case.clew.json`, SHIPPED)))),
  ]),
];
const everyFormat = FORMATS.map((format) => [format.id, format] as const);
const everyWritable = WRITABLE.map((format) => [format.id, format] as const);
const everyPair = everyWritable.flatMap(([id, format]) =>
  cases.map(([title, make]) => [id, title, format, make] as const),
);

const headOf = (bytes: Uint8Array): Head => {
  const start = bytes.subarray(0, 65_536);
  const members = isZip(bytes) ? membersOf(bytes).map(({ name }) => name) : undefined;
  return { bytes: start, text: new TextDecoder().decode(start), members };
};

const isFtm = (id: string): boolean => id === 'ftm' || id.startsWith('ftm-');
/** Case files are read as they are; FollowTheMoney knows only its own types. */
const GRAPH_FORMATS = everyPair.filter(([id]) => id !== 'clew' && !isFtm(id));
/** Those that hold nodes and ties but no values, as they say themselves. */
const isBare = (format: WritableFormat): boolean =>
  format
    .loses(outgoing(smallRecords()), valuesFor(format.settings))
    .some(({ what }) => what === BARE_LOSSES.nodes);
/** Those that know some types only, as they say themselves. */
const isChoosy = (format: WritableFormat): boolean =>
  format
    .loses(outgoing(smallRecords()), valuesFor(format.settings))
    .some(({ what }) => what === LEFT_OUT.nodes);
const FULL_FORMATS = GRAPH_FORMATS.filter(([, , format]) => !isBare(format) && !isChoosy(format));
const CHOOSY_FORMATS = GRAPH_FORMATS.filter(([, , format]) => isChoosy(format));
const BARE_FORMATS = GRAPH_FORMATS.filter(([, , format]) => isBare(format));

const loses = (format: WritableFormat, out: Outgoing, start: string, settings: Values = {}): boolean =>
  format.loses(out, valuesFor(format.settings, settings)).some(({ what }) => what.startsWith(start));

/** What a format keeps that knows labels only: each in one line, with one kind of quotes; blank ones are nothing. */
const labelsOf = (
  out: Outgoing,
  settings: Values,
  directed: boolean,
): { nodes: string[]; edges: string[] } => {
  const flat = flatten(out, settings);
  const spelled = (label: string) =>
    writable(label)
      .replace(/[\s\u007f\u0085]+/g, ' ')
      .trim()
      .replaceAll('"', "'");
  const labels = new Map(Array.from(flat.nodes, ({ id, label }) => [id, spelled(label)]));
  const edges = [...flat.edges].filter(({ source, target }) => labels.get(source) && labels.get(target));
  return {
    nodes: [...labels.values()].filter((label) => label !== '').sort(),
    edges: edges
      .map((edge) =>
        JSON.stringify([labels.get(edge.source), labels.get(edge.target), directed || edge.directed]),
      )
      .sort(),
  };
};

/** Characters that no text file or XML 1.0 can hold are a loss that cannot be counted beforehand. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\ufffd([0-9a-f]{4})?|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\r\n?/g;
const writable = (text: string): string => text.replace(UNWRITABLE, '\n').trim();

/** Where line breaks and quotes are told to be lost. */
const onPlainLine = (text: string): string =>
  writable(text).replace(/\s+/g, ' ').replace(/[’"]/g, "'").trim();

const before = Object.getOwnPropertyNames(Object.prototype).sort().join();
afterAll(() => expect(Object.getOwnPropertyNames(Object.prototype).sort().join()).toBe(before));

test.each(everyFormat)('%s declares itself in full', (_, format: Format) => {
  expect(format.label).not.toBe('');
  expect(format.usedBy).not.toBe('');
  expect(format.extensions.length).toBeGreaterThan(0);
  expect(FORMATS.filter(({ id }) => id === format.id)).toHaveLength(1);
  expect(Object.keys(valuesFor(format.settings))).toEqual(Object.keys(format.settings));
});

describe.each(everyPair)('%s with %s', (_id, title, format, make) => {
  test('is recognised by its own bytes, and surest as itself', async () => {
    const out = await make();
    if (title === 'an empty case' && flatten(out, {}).nodeCount === 0 && format.id === 'ftm') return;
    const head = headOf(bytesFor(format, out));
    // Nothing but nodes and ties, and none of them, leaves nothing to know a file by.
    if (head.bytes.length === 0) return;
    const others = FORMATS.filter((other) => other !== format).map((other) => other.sniff(head));
    const sureness = format.sniff(head);
    expect(sureness).toBeGreaterThan(0);
    // What says of itself that it is not sure may leave others in doubt as well.
    if (sureness > 0.85) expect(Math.max(...others)).toBe(0);
    else expect(Math.max(...others)).toBeLessThan(sureness);
  });

  test('gives the same bytes each time', async () => {
    expect(bytesFor(format, await make())).toEqual(bytesFor(format, await make()));
  });

  test('tells its losses in words and counts above zero', async () => {
    for (const { what, count } of format.loses(await make(), valuesFor(format.settings))) {
      expect(what).not.toBe('');
      expect(count).toBeGreaterThan(0);
    }
  });

  test('never holds what a confidential source says', async () => {
    if (format.id === 'clew') return;
    const out = await make();
    const bytes = bytesFor(format, out, { denied: true, part: 'nodes' });
    expect(new TextDecoder().decode(bytes)).not.toMatch(/mole/);
  });

  test('cut off anywhere it is refused or told of, and nothing breaks inside', async () => {
    const bytes = bytesFor(format, await make());
    for (const share of [0.01, 0.2, 0.5, 0.8, 0.95, 0.999]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      await readBytes(cut, 'cut', format.id).catch((error: unknown) =>
        expect(error).toBeInstanceOf(InputError),
      );
    }
  });
});

describe.each(BARE_FORMATS)('%s with %s', (_id, title, format, make) => {
  const tiesOf = (out: Outgoing, settings: Values): [source: string, target: string, kind: string][] =>
    Array.from(flatten(out, settings).edges, (edge) => [edge.source, edge.target, onOneLine(kindOf(edge))]);
  const idsOf = (out: Outgoing, settings: Values): string[] =>
    Array.from(flatten(out, settings).nodes, ({ id }) => id);

  test.each<Values>([{}, { denied: true }])(
    'comes back with the same nodes and ties, but for the ids it says it changes (%j)',
    async (settings) => {
      if (title === 'an empty case') return;
      const out = await make();
      const imported = await readBytes(bytesFor(format, out, settings), 'file', format.id);
      const back = outgoingOf(imported);
      const ids = new Set(idsOf(back, settings));
      const changed = idsOf(out, settings).filter((id) => !ids.has(id));
      const told = format.loses(out, valuesFor(format.settings, settings));
      expect(changed).toHaveLength(told.find(({ what }) => what === BARE_LOSSES.ids)?.count ?? 0);
      expect([ids.size, imported.account.refused]).toEqual([idsOf(out, settings).length, 0]);
      const kinds = (of: Outgoing) =>
        tiesOf(of, settings)
          .map(([, , kind]) => kind)
          .sort();
      expect(kinds(back)).toEqual(kinds(out));
      const kept = tiesOf(out, settings).filter(([a, b]) => ids.has(a) && ids.has(b));
      const lines = new Set(tiesOf(back, settings).map((tie) => JSON.stringify(tie)));
      for (const [a, b, kind] of kept)
        expect(
          [JSON.stringify([a, b, kind]), JSON.stringify([b, a, kind])].some((line) => lines.has(line)),
        ).toBe(true);
    },
  );
});

describe.each(CHOOSY_FORMATS)('%s with %s', (_id, _title, format, make) => {
  test.each<Values>([{}, { denied: true }])(
    'comes back with the same, but for exactly as many nodes and ties as it says it leaves out (%j)',
    async (settings) => {
      const out = await make();
      const back = outgoingOf(await readBytes(bytesFor(format, out, settings), 'file', format.id));
      const [kept, given] = [back, out].map((one) => contentOf(one, settings, writable));
      const told = format.loses(out, valuesFor(format.settings, settings));
      const left = (what: string) => told.find((loss) => loss.what === what)?.count ?? 0;
      expect(given!.nodes).toEqual(expect.arrayContaining([...kept!.nodes]));
      expect(given!.edges).toEqual(expect.arrayContaining([...kept!.edges]));
      expect(given!.nodes.length - kept!.nodes.length).toBe(left(LEFT_OUT.nodes));
      expect(given!.edges.length - kept!.edges.length).toBe(left(LEFT_OUT.edges));
    },
  );
});

describe.each(FULL_FORMATS)('%s with %s', (_id, _title, format, make) => {
  test.each<Values>([{}, { denied: true }])(
    'comes back with the same nodes, edges and values (%j)',
    async (settings) => {
      const out = await make();
      const imported = await readBytes(bytesFor(format, out, settings), 'file', format.id);
      if (loses(format, out, LABELS_ONLY, settings)) {
        const directed = loses(format, out, 'ties without direction', settings);
        const [kept, given] = [outgoingOf(imported), out].map((one) => labelsOf(one, settings, directed));
        expect(kept!.nodes).toEqual(expect.arrayContaining(given!.nodes));
        expect(kept!.edges).toEqual(expect.arrayContaining(given!.edges));
        expect(flatten(outgoingOf(imported), settings).edgeCount).toBe(flatten(out, settings).edgeCount);
      } else {
        const spell = loses(format, out, 'line breaks', settings) ? onPlainLine : writable;
        expect(contentOf(outgoingOf(imported), settings, spell)).toEqual(contentOf(out, settings, spell));
      }
      const counts = flatten(out, settings);
      expect([imported.account.refused, flatten(outgoingOf(imported), settings).nodeCount]).toEqual([
        0,
        counts.nodeCount,
      ]);
    },
  );

  test('keeps the places of nodes, or says that it does not', async () => {
    const out = await make();
    const imported = await readBytes(bytesFor(format, out), 'file', format.id);
    const lost = loses(format, out, 'positions');
    const expected = [...out.placements].filter(([id]) => out.seen.shows(id));
    if (!lost) expect([...imported.placements].sort()).toEqual(expected.sort());
  });
});

describe.each(everyPair.filter(([id]) => isFtm(id)))('%s with %s', (_id, _title, format, make) => {
  /** What is said of everything but the ends of ties, with the stance of each value; references by what they name. */
  const said = ({ seen }: Outgoing): string[] => {
    const told = new CaseUnderLens(seen.case, {
      ...withoutConfidential(seen.lens, seen.case.sources()),
      stances: { mode: 'except', ids: ['denied'] },
    });
    const { model } = told.case;
    const subjects = [...told.entities(), ...told.relations()];
    const lines = subjects.flatMap(({ id, schema }) =>
      told
        .claimsOf(id)
        .filter(
          ({ property, value }) =>
            property !== 'id' && value.trim() !== '' && !isEnd(model.schema(schema), property),
        )
        .filter(
          ({ property, value }) => model.property(schema, property)?.type !== 'entity' || told.shows(value),
        )
        .map(({ property, value }) => {
          const claims = told
            .claimsOf(id)
            .filter((claim) => claim.property === property && claim.value === value);
          const isReference = model.property(schema, property)?.type === 'entity';
          return JSON.stringify([
            writable(id),
            isReference ? 'names' : writable(property),
            writable(value),
            stanceOf(claims),
          ]);
        }),
    );
    return [...new Set(lines)].sort();
  };
  const isEnd = ({ edge }: Schema, property: string): boolean =>
    property === edge?.source || property === edge?.target;

  test('comes back with every value and its stance', async () => {
    const out = await make();
    if (said(out).length === 0) return;
    const back = outgoingOf(await readBytes(bytesFor(format, out), 'file', format.id));
    expect(said(back)).toEqual(said(out));
    expect(flatten(back, {}).nodeCount).toBe(flatten(out, {}).nodeCount);
    expect(flatten(back, {}).edgeCount).toBe(flatten(out, {}).edgeCount);
  });
});

describe.each(everyWritable)('%s', (_, format) => {
  test('imported twice adds nothing', async () => {
    const imported = await readBytes(bytesFor(format, outgoing(smallRecords())), 'file', format.id);
    const of = new Case(imported.records);
    const diff = importInto(of, imported);
    expect([diff.added, diff.updated, diff.removed]).toEqual([[], [], []]);
  });

  test('imported into its own case adds only the file’s claims', async () => {
    if (loses(format, outgoing(smallRecords()), 'ids, written as numbers')) return;
    const of = new Case(smallRecords());
    const imported = await readBytes(
      bytesFor(format, { seen: new CaseUnderLens(of, OPEN), placements: new Map() }),
      'file',
      format.id,
    );
    const { added } = importInto(of, imported);
    const kinds = new Set(added.map(({ kind }: CaseRecord) => kind));
    expect([...kinds].filter((kind) => kind === 'entity')).toEqual([]);
  });

  test('takes garbage with an InputError or an account, never an error of its own', async () => {
    const seed = Math.floor(Math.random() * 1e6);
    console.info(`${format.id}: garbage with seed ${seed}`);
    const bytes = bytesFor(format, outgoing(smallRecords()));
    const mutated = fc
      .array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 20,
      })
      .map((changes) => {
        const copy = bytes.slice();
        for (const [at, byte] of changes) copy[at] = byte;
        return copy;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), async (input) => {
        await readBytes(input, 'garbage', format.id).catch((error: unknown) =>
          expect(error).toBeInstanceOf(InputError),
        );
      }),
      { numRuns: 150, seed },
    );
  }, 30_000);
});
