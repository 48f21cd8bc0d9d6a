// Trivial Graph Format by trap.
import { expect, test } from 'vitest';
import { tgf } from '../../src/formats/tgf/tgf.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing } from './cases.ts';
import { eventsOf } from './events.ts';
import { bytesFor } from './roundTrip.ts';

test('reads labels with spaces, none at all, edges to nodes that are not listed, CRLF and CR', async () => {
  const { nodes, edges, problems } = await eventsOf(
    tgf,
    '1 Ann Lee\r\n__proto__\r\n#\r1 __proto__ owns 50 %\r1 9\r\rx\r#\r',
  );
  expect(nodes.map(({ id, label }) => [id, label])).toEqual([
    ['1', 'Ann Lee'],
    ['__proto__', undefined],
  ]);
  expect(edges.map(({ source, target, label }) => [source, target, label])).toEqual([
    ['1', '__proto__', 'owns 50 %'],
    ['1', '9', undefined],
  ]);
  expect(problems.map(({ outcome, where }) => [outcome, where])).toEqual([
    ['refused', 'line 7'],
    ['mended', 'line 8'],
  ]);
});

test('refuses a text that has no line of # alone', async () => {
  await expect(eventsOf(tgf, '1 a\n2 b\n# 1 2\n')).rejects.toBeInstanceOf(InputError);
});

test.each([
  ['1 a\n2 b\n#\n1 2 x\n', 0.9],
  ['1 a\n#', 0.9],
  ['#\n', 0.9],
  ['#\n1 2\n2 3', 0.9],
  ['1 a\n2 b\n', 0],
  ['a,b\n#\nc,d\n', 0],
  ['# a comment\n1 2\n', 0],
])('recognises %j', (text, sureness) => {
  expect(tgf.sniff({ bytes: new TextEncoder().encode(text), text })).toBe(sureness);
});

test('writes each node and edge in one line of its own, with ids that differ', async () => {
  const text = new TextDecoder().decode(bytesFor(tgf, outgoing(nastyRecords())));
  const lines = text.trimEnd().split('\n');
  const parting = lines.indexOf('#');
  expect([parting, lines.length - parting - 1]).toEqual([36, 37]);
  expect(new Set(lines.slice(0, parting).map((line) => line.split(' ')[0])).size).toBe(36);
});
