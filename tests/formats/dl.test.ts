// UCINET DL by trap: free form, halves, two modes, several relations, labels inside, sizes that do not fit.
import { describe, expect, test } from 'vitest';
import { dl } from '../../src/formats/dl/dl.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { eventsOf } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const ties = async (text: string) => {
  const { nodes, edges } = await eventsOf(dl, text);
  return {
    nodes: nodes.map(({ id }) => id).join(' '),
    edges: edges
      .map(({ source, target, type, directed, attributes }) => {
        const weight = attributes.get('weight')?.values[0] ?? '';
        return `${type ?? ''}${source}${directed ? '>' : '-'}${target}${weight === '1' ? '' : weight}`;
      })
      .join(' '),
  };
};

describe('reading', () => {
  test.each([
    ['dl n=3 format=edgelist1 labels: a,b,c data: 1 2 0.5\n3 1', 'a b c', 'a>b0.5 c>a'],
    ['DL N = 2, FORMAT = EDGELIST1\nlabels embedded:\ndata:\n"a b" c\nc c 2', 'a b c', 'a b>c c>c2'],
    ['dl n=2 data: 0 1\n0 0', '1 2', '1>2'],
    ['dl n=2 data: 0 1 1 0', '1 2', '1-2'],
    ['dl n=2\nlabels:\na\nb\ndata:\n0\n2\n3\n0', 'a b', 'a>b2 b>a3'],
    ['dl n=3 diagonal absent data: 1 0 0 0 0 0', '1 2 3', '1>2'],
    ['dl n=3 format=lowerhalf diagonal=absent data: 1 0 1', '1 2 3', '2-1 3-2'],
    ['dl n=3 format=upperhalf diagonal=absent data: 1 0 1', '1 2 3', '1-2 2-3'],
    ['dl n=2 labels embedded data:\na b\na 0 1\nb 0 0', 'a b', 'a>b'],
    ['dl nr=2 nc=1 row labels: a b column labels: e data: 1 1', 'a b e', 'a-e b-e'],
    ['dl nr=1 nc=1 row labels: a col labels: a data: 1', 'a a (column)', 'a-a (column)'],
    ['dl n=2 nm=2 labels: a b matrix labels: x y data: 0 1 0 0 0 0 1 0', 'a b', 'xa>b yb>a'],
    ['dl n=2 nm=2 format=edgelist1 level labels: x "y (alleged)" data:\n1 2\n!\n2 1', '1 2', 'x1>2 y2>1'],
    ['dl n=3 format=nodelist1 labels: a b c data:\n1 2 3\n3 1', 'a b c', 'a>b a>c c>a'],
    ['dl nr=1 nc=2 format=edgelist2 row labels: a column labels: e f data:\n1 2', 'a e f', 'a>f'],
    ['dl n=2 format=edgelist1 data:\n1 2 0\n1 2 x', '1 2', '1>2'],
  ])('%j', async (text, nodes, edges) => {
    expect(await ties(text)).toEqual({ nodes, edges });
  });

  test.each([
    '',
    'dl n=3',
    'dl n=x data: 1',
    'dl n=2 format=blockmodel data: 1',
    'dl n=2 data: 0 1 1',
    'dl n=2 data: 0 1 1 0 1',
    'dl n=2 data: 0 a 1 0',
    'dl n=2 format=edgelist1 data: 1 3',
    'dl n=1e99 data: 1',
    'dl data: 1',
  ])('refuses %j', async (text) => {
    await expect(eventsOf(dl, text)).rejects.toBeInstanceOf(InputError);
  });
});

test('one edge list is written for each kind of tie, what is alleged apart', () => {
  const text = new TextDecoder().decode(bytesFor(dl, outgoing(smallRecords())));
  expect(text).toMatch(/^dl n=6 nm=8\nformat=edgelist1\nlabels:\nacme\nann\n/);
  expect(text).toContain('\n"Aide (alleged)"\n');
  expect(text).toContain('\n!\ntrial bob 1\n');
});
