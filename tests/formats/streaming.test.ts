// A streamed conversion against the same through a case: the same bytes, or a reason why it needs the case.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../src/formats/exporting.ts';
import type { WritableFormat } from '../../src/formats/format.ts';
import { detect, WRITABLE } from '../../src/formats/index.ts';
import { piecesOf, takeIn } from '../../src/formats/intake.ts';
import { Gatherer } from '../../src/formats/streaming/gathering.ts';
import { NeedsCase, type Spool } from '../../src/formats/streaming/spool.ts';
import { streamed } from '../../src/formats/streaming/streamed.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { valuesFor } from '../../src/plugin/settings.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

const streamable = WRITABLE.filter(({ writeGraph }) => writeGraph);
const formatCalled = (id: string) => streamable.find((format) => format.id === id)!;

class MemorySpool implements Spool {
  readonly #texts: string[] = [];
  get end() {
    return this.#texts.length;
  }
  put(text: string): number {
    return this.#texts.push(text) - 1;
  }
  at(place: number): string {
    return this.#texts[place]!;
  }
  from(place: number, to = this.end): Iterable<string> {
    return this.#texts.slice(place, to);
  }
}

/** The bytes, and the account's counts; undefined where the file needs a case. */
async function stream(bytes: Uint8Array, to: WritableFormat, batch = 3) {
  const { bytes: utf8, head } = await takeIn(bytes);
  const from = detect(head);
  if (!from.streams) return undefined;
  const [job, settings, events] = [quietJob(), valuesFor(to.settings), new MemorySpool()];
  const found = new Gatherer(events);
  try {
    await from.read(piecesOf(utf8, job), found, valuesFor(from.settings), job);
    const target = { format: to, settings };
    const { graph, account, losses } = streamed(found, events, new MemorySpool(), {
      title: 'file',
      target,
      job,
      batch,
    });
    return { bytes: bytesOf(to.writeGraph!(graph, settings)), account, losses };
  } catch (error) {
    if (error instanceof NeedsCase) return undefined;
    throw error;
  }
}

async function expectSame(
  bytes: Uint8Array,
  to: WritableFormat,
  batch?: number,
): Promise<'same' | 'through a case'> {
  const made = await stream(bytes, to, batch);
  if (!made) return 'through a case';
  const imported = await readBytes(bytes);
  const text = (of: Uint8Array) => new TextDecoder().decode(of);
  expect(text(made.bytes)).toBe(text(bytesFor(to, outgoingOf(imported))));
  const { kept, mended, refused, read } = imported.account;
  expect([made.account.kept, made.account.mended, made.account.refused]).toEqual([kept, mended, refused]);
  expect([made.account.read.nodes, made.account.read.edges]).toEqual([read.nodes, read.edges]);
  return 'same';
}

const gexf = (nodes: string, edges: string, heads = ''): Uint8Array =>
  new TextEncoder().encode(
    `<gexf version="1.3"><meta><title>T</title></meta><graph defaultedgetype="directed">${heads}<nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`,
  );
const node = (id: string, label = id) => `<node id="${id}" label="${label}"/>`;
const edge = (source: string, target: string, more = '') =>
  `<edge source="${source}" target="${target}" ${more}/>`;

const CASES: readonly (readonly [string, Uint8Array])[] = [
  [
    'edges without ids, parallel ones too',
    gexf(
      ['b', 'a', 'c'].map((id) => node(id)).join(''),
      [edge('a', 'b'), edge('b', 'a'), edge('a', 'b'), edge('a', 'b'), edge('c', 'c')].join(''),
    ),
  ],
  [
    'an edge with the id of a node',
    gexf(node('a') + node('b'), edge('a', 'b', 'id="a"') + edge('b', 'a', 'id="edge a′"')),
  ],
  ['edges to nodes that are not there', gexf(node('a'), edge('a', 'x', 'id="1"') + edge('y', 'a', 'id="0"'))],
  [
    'edges of both kinds, in types of the file',
    gexf(
      ['a', 'b'].map((id) => node(id)).join(''),
      ['directed', 'undirected', 'directed', 'undirected']
        .map((type, i) => edge('a', 'b', `id="${9 - i}" kind="knows" type="${type}"`))
        .join(''),
    ),
  ],
  [
    'a weight of one before one that counts',
    gexf(
      node('a') + node('b'),
      edge('a', 'b', 'id="2" weight="1"') +
        edge('a', 'b', 'id="1" weight="2"') +
        edge('a', 'b', 'id="3" weight="2.5"'),
    ),
  ],
];

describe.each(streamable.map((format) => [format.id, format] as const))('streamed to %s', (_, to) => {
  test.each(CASES)('%s', async (_title, bytes) => {
    expect(await expectSame(bytes, to, 2)).toBe('same');
  });
});

test.each([
  ['a node twice', gexf(node('a') + node('a'), '')],
  ['two edges of one id', gexf(node('a'), edge('a', 'a', 'id="1"') + edge('a', 'a', 'id="1"'))],
  ['an edge that is a property', gexf(node('a') + node('b'), edge('a', 'b', 'id="1" kind="parent"'))],
])('%s needs a case', async (_, bytes) => {
  expect(await stream(bytes, formatCalled('gml'))).toBeUndefined();
});

test('random graphs, whose ids clash with one another', async () => {
  const seed = Math.floor(Math.random() * 1e6);
  console.info(`streaming: seed ${seed}`);
  const id = fc.constantFrom('a', 'b', 'n1', 'n10', 'n2', 'é', '👩', '\uffee', 'edge a');
  const edges = fc.array(
    fc.record({
      s: id,
      t: id,
      own: fc.option(id),
      kind: fc.constantFrom('', 'kind="x"', 'kind="Ownership"'),
      w: fc.nat(3),
    }),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(id),
      edges,
      fc.integer({ min: 1, max: 5 }),
      async (nodes, ties, batch) => {
        const lines = ties.map(({ s, t, own, kind, w }) =>
          edge(s, t, `${own === null ? '' : `id="${own}"`} ${kind} weight="${w}"`),
        );
        await expectSame(
          gexf(nodes.map((one) => node(one)).join(''), lines.join('')),
          formatCalled('gml'),
          batch,
        );
      },
    ),
    { seed, numRuns: 100 },
  );
});

const ROOT = process.env.CLEW_PEER_FILES;
if (!ROOT) console.warn('SKIPPED: set CLEW_PEER_FILES to stream the graph files of other programs.');

const MOST = 60_000;
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile() && statSync(path).size <= MOST)
    : [];

describe.skipIf(!ROOT)('files of others', () => {
  test.each(['gexf', 'graphml', 'gml', 'gdf'])(
    'of %s stream to the same tables and GML',
    async (id) => {
      const told = { same: 0, case: 0, refused: 0 };
      for (const path of filesIn(join(ROOT!, id))) {
        const bytes = new Uint8Array(readFileSync(path));
        const results = [];
        for (const to of ['gml', 'csv'])
          results.push(
            await expectSame(bytes, formatCalled(to), 100).catch((error: unknown) => {
              if (error instanceof InputError) return 'refused' as const;
              throw new Error(relative(ROOT!, path), { cause: error });
            }),
          );
        told[results[0] === 'same' ? 'same' : results[0] === 'refused' ? 'refused' : 'case']++;
      }
      console.info(
        `${id}: ${told.same} streamed to the same bytes, ${told.case} need a case, ${told.refused} refused`,
      );
      expect(told.same).toBeGreaterThan(0);
    },
    120_000,
  );
});
