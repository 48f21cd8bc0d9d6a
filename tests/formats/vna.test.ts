// VNA by trap: sections missing or in any order, quotes, tabs and commas, kinds of ties in columns, looks beside data.
import { expect, test } from 'vitest';
import { InputError } from '../../src/plugin/problem.ts';
import { vna } from '../../src/formats/vna/vna.ts';
import { betweenIn, cellsOf, quoted } from '../../src/formats/vna/vnaWords.ts';
import { NASTY, outgoing, smallRecords } from './cases.ts';
import { eventsOf, type Events } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const ties = ({ edges }: Events) =>
  edges.map(({ source, target, type, attributes }) => [
    source,
    target,
    type,
    attributes.get('weight')?.values[0],
  ]);
const outcomes = ({ problems }: Events) => problems.map(({ outcome }) => outcome).sort();

test.each([
  ['a  "b c" d', ['a', 'b c', 'd']],
  ['"a","b, c",,', ['a', 'b, c', '', '']],
  ['John Smith\t\tb', ['John Smith', '', 'b']],
  ['"never closed, b', ['never closed, b']],
  ['"" 1', ['', '1']],
])('%j is cut into its cells', (line, expected) => {
  expect(cellsOf(line, betweenIn(line))).toEqual(expected);
});

test('what is written as a cell is read as that cell, but for line breaks and quotes', () => {
  for (const text of NASTY.filter((one) => !/[\r\n"]/.test(one)))
    expect(cellsOf(`${quoted(text)} ${quoted(text)}`, 'spaces')).toEqual([text, text]);
});

test('joins data and properties of nodes, whichever comes first', async () => {
  const { nodes, problems } = await eventsOf(
    vna,
    `*NODE PROPERTIES
ID x y color shape size shortlabel
a 10 -20 255 1 10 Ann
c 1 2 255 1 10 ""
*Tie data
from to strength
a b 1

*Node Data
"ID" "full name" age size
a "Ann Ōno" 007 tall
b "Bob" 40 ""
`,
  );
  expect(nodes.map(({ id, label, x, y }) => [id, label, x, y])).toEqual([
    ['a', 'Ann', 10, -20],
    ['c', undefined, 1, 2],
    ['b', undefined, undefined, undefined],
  ]);
  expect(nodes[0]!.attributes.get('full name')?.values).toEqual(['Ann Ōno']);
  expect(nodes[0]!.attributes.get('age')).toEqual({ type: 'string', values: ['007'] });
  expect(nodes[0]!.attributes.get('size')?.values).toEqual(['tall']);
  expect(problems.map(({ what }) => what)).toHaveLength(1);
});

test('keeps looks where asked', async () => {
  const text = '*Node properties\nID x y color\na 1 2 255\n*Tie data\nfrom to strength\na a 1\n';
  const kept = await eventsOf(vna, text, { looks: true });
  expect(kept.nodes[0]!.attributes.get('viz:color')?.values).toEqual(['255']);
  expect(outcomes(kept)).toEqual([]);
  expect(outcomes(await eventsOf(vna, text))).toEqual(['refused']);
});

test('reads columns of numbers as kinds of ties, 0 as none', async () => {
  const events = await eventsOf(vna, '*tie data\nto from friends owes\nb a 1 0\nc a 0 2.5\nc b 0 0\n');
  expect(ties(events)).toEqual([
    ['a', 'b', 'friends', '1'],
    ['a', 'c', 'owes', '2.5'],
  ]);
});

test('reads one tie a row where a column gives its strength or has words', async () => {
  const events = await eventsOf(
    vna,
    '*Tie data\nfrom\tto\tstrength\tkind\nAnn O\tBob\t2\towns\nBob\tAnn O\t0\towed by\nBob\tBob\t0\t\n',
  );
  expect(ties(events)).toEqual([
    ['Ann O', 'Bob', undefined, '2'],
    ['Bob', 'Ann O', undefined, '0'],
  ]);
  expect(outcomes(events)).toEqual(['refused']);
});

test('reads ties that are only drawn, and tells of rows without ends and of lines outside', async () => {
  const events = await eventsOf(
    vna,
    '*Tie properties\nfrom to color size active\na b 255 1 -1\nc\n*Own section\nx y\n',
  );
  expect(ties(events)).toEqual([['a', 'b', undefined, undefined]]);
  expect(outcomes(events)).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('says how many texts it respells', () => {
  const told = vna.loses(outgoing(smallRecords()), {});
  expect(told.find(({ what }) => what.startsWith('line breaks'))?.count).toBeGreaterThan(0);
  expect(new TextDecoder().decode(bytesFor(vna, outgoing(smallRecords())))).toContain('*Node properties\n');
});

test.each(['', '*Node data\n', '*Something else\nID\na\n'])('%j is refused', async (text) => {
  await expect(eventsOf(vna, text)).rejects.toBeInstanceOf(InputError);
});
