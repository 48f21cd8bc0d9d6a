// Pajek by section and by trap.
import { describe, expect, test } from 'vitest';
import { pajek } from '../../src/formats/pajek/pajek.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { eventsOf, said, type Events } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome);
const ties = ({ edges }: Events): string =>
  edges.map(({ source, target, directed }) => `${source}${directed ? '>' : '-'}${target}`).join(' ');

describe('reading', () => {
  test.each([
    ['1 "Ann Lee" 0.1 0.2 0.5 ic Red', 'Ann Lee', [100, 200]],
    ['1 Ann Lee 0.1 0.2', 'Ann Lee', [100, 200]],
    ['1 Ann Lee', 'Ann Lee', [undefined, undefined]],
    ['  1   7', '7', [undefined, undefined]],
    ['1 "A &#269;"', 'A č', [undefined, undefined]],
    ['1 "A &amp; [b]" [1-3]', 'A &amp; [b]', [undefined, undefined]],
    ['1 "not closed', 'not closed', [undefined, undefined]],
    ['1 "" 1e-01 +.5 box', undefined, [100, 500]],
    ['1', undefined, [undefined, undefined]],
  ])('a vertex %s', async (line, label, place) => {
    const { node } = await eventsOf(pajek, `*Vertices 2\n${line}\n2 "b" 0.3 0.4\n`);
    expect([node('1').label, [node('1').x, node('1').y]]).toEqual([label, place]);
  });

  test.each([
    ['arcs and edges', '*Arcs\n1 2 1\n*Edges\n2 3', '1>2 2-3'],
    ['capitals, CR, comments', '% no\r*ARCS 1\r/* 3 1\r3 2 */\r1 2\r', '1>2'],
    ['lists', '*Arcslist\n1 2 3\n-2 1\n*Edgeslist\n3 1', '1>2 1>3 2>1 3-1'],
    ['a matrix', '*Matrix\n0 1 0\n0 0 2.5\n0 0 0', '1>2 2>3'],
    ['edges with their relation first', '*Arcs\n4: 1 2 1', '1>2'],
    ['vertices beyond those announced', '*Arcs\n1 9', '1>9'],
  ])('%s', async (_, lines, expected) => {
    expect(ties(await eventsOf(pajek, `*Vertices 3\n${lines}`))).toBe(expected);
  });

  test('takes vertices that no line describes, some or all', async () => {
    const { nodes } = await eventsOf(pajek, '*Vertices 3\n2 "b"\n');
    expect(nodes.map(({ id, label }) => [id, label]).sort()).toEqual([
      ['1', undefined],
      ['2', 'b'],
      ['3', undefined],
    ]);
  });

  test('does not make millions of a number', async () => {
    const events = await eventsOf(pajek, '*Vertices 4999999\n4999999 "last"\n');
    expect(events.nodes.length).toBeLessThan(200_000);
    expect(outcomes(events)).toEqual(['refused']);
    await expect(eventsOf(pajek, '*Vertices 1e12\n')).rejects.toBeInstanceOf(InputError);
  });

  test('keeps weights with sign and digits, labels, times and relations', async () => {
    const { edges, node } = await eventsOf(
      pajek,
      '*Vertices 2\n1 "a" [1-3,5-*]\n*Arcs :7 "owns"\n1 2 -2.50 c Blue l "50 %" [2-4]\n*Edges :8\n1 2 1e-05 l plan\n',
    );
    expect(edges.map(({ type, label }) => [type, label])).toEqual([
      ['owns', '50 %'],
      ['relation 8', 'plan'],
    ]);
    expect(edges.map(said)).toEqual([{ time: ['2-4'], weight: ['-2.50'] }, { weight: ['1e-05'] }]);
    expect(said(node('1'))).toEqual({ time: ['1-3', '5-*'] });
  });

  test('tells the two kinds of a two-mode network apart', async () => {
    const events = await eventsOf(pajek, '*Vertices 3 2\n*Matrix\n1\n0\n');
    expect([ties(events), events.nodes.map((node) => said(node).mode![0]).join('')]).toEqual(['1-3', '112']);
  });

  test('gives partitions and vectors of a project to the network of their size', async () => {
    const events = await eventsOf(
      pajek,
      '*Network My net\n*Vertices 2\n1 "a"\n2 "b"\n*Edges\n1 2\n*Partition Sex\n*Vertices 2\n1\n2\n*Vector __proto__\n*Vertices 2\n0.5\n1\n*Partition Other\n*Vertices 9\n1\n*Cluster c\n*Vertices 1\n1',
    );
    expect(events.meta.get('name')).toBe('My net');
    expect(
      events.nodes
        .slice(0, 2)
        .map((node) => [...node.attributes].map(([name, { type, values }]) => [name, type, ...values])),
    ).toEqual([
      [
        ['Sex', 'integer', '1'],
        ['__proto__', 'number', '0.5'],
      ],
      [
        ['Sex', 'integer', '2'],
        ['__proto__', 'number', '1'],
      ],
    ]);
    expect(outcomes(events)).toContain('refused');
  });

  test('keeps several networks of a file apart', async () => {
    const events = await eventsOf(
      pajek,
      '*Network a\n*Vertices 2\n*Arcs\n1 2\n*Network b\n*Vertices 2\n*Arcs\n2 1\n',
    );
    expect(ties(events)).toBe('1>2 2:2>2:1');
    expect(outcomes(events)).toEqual(['kept']);
  });

  test.each([
    ['a vertex without a number', '*Vertices 1\n1 a\nx y', 'refused'],
    ['a vertex twice', '*Vertices 1\n1 a\n1 b', 'mended'],
    ['a line without two vertices', '*Vertices 1\n*Arcs\n1', 'refused'],
    ['a section nobody knows', '*Vertices 1\n*Something\n1', 'kept'],
    ['a row too many', '*Vertices 1\n*Matrix\n1\n1', 'refused'],
  ])('gives an account of %s', async (_, text, outcome) => {
    expect(outcomes(await eventsOf(pajek, text))).toEqual([outcome]);
  });

  test.each(['', '*Arcs\n1 2', 'text'])('refuses %j', async (text) => {
    await expect(eventsOf(pajek, text)).rejects.toBeInstanceOf(InputError);
  });
});

test.each([
  ['*Vertices 2', 1],
  ['% a comment\n\n*network x', 1],
  ['*Node data\nid', 0],
  ['a,b\n*Vertices', 0],
])('recognises %j', (text, sureness) => {
  expect(pajek.sniff({ bytes: new TextEncoder().encode(text), text })).toBe(sureness);
});

describe('writing', () => {
  const textOf = (settings = {}) =>
    new TextDecoder().decode(bytesFor(pajek, outgoing(smallRecords()), settings));

  test('puts arcs and edges apart, quotes without quotes, places between 0 and 1', () => {
    const text = textOf();
    expect(text.match(/^\*.*/gm)).toEqual(['*Vertices 6', '*Arcs', '*Edges']);
    expect(text).toContain(`1 "Acme, 'Inc.'"\n2 "Ann Ono" 0.050000 0.050000\n3 "Bob" 0.950000`);
  });

  test('writes types as relations on demand, which come back', async () => {
    const { edges } = await eventsOf(pajek, textOf({ relations: true }));
    expect(new Set(edges.map(({ type }) => type)).has('Ownership')).toBe(true);
  });
});
