// JSON Canvas by trap. The samples are ours, after the specification at jsoncanvas.org.
import { describe, expect, test } from 'vitest';
import { canvas } from '../../src/formats/canvas/canvas.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { eventsOf, said } from './events.ts';
import { bytesFor, readBytes } from './roundTrip.ts';

const BOARD = {
  nodes: [
    { id: 'g', type: 'group', x: 0, y: 0, width: 600, height: 400, label: 'Board', background: 'a.png' },
    {
      id: 'ann',
      type: 'text',
      x: 20,
      y: 20,
      width: 200,
      height: 60,
      text: '## Ann **Lee**\nborn 1970',
      color: '#ff0000',
    },
    {
      id: 'f',
      type: 'file',
      x: 900,
      y: 20,
      width: 200,
      height: 60,
      file: 'People/Bo Berg.md',
      subpath: '#Life',
    },
    {
      id: 'l',
      type: 'link',
      x: 20,
      y: 900,
      width: 200,
      height: 60,
      url: 'https://example.org/a',
      mine: [1, 2],
    },
  ],
  edges: [
    { id: 'a', fromNode: 'ann', toNode: 'f', label: 'knows', fromSide: 'top' },
    { id: 'b', fromNode: 'ann', toNode: 'f', toEnd: 'none' },
    { id: 'c', fromNode: 'ann', toNode: 'f', fromEnd: 'arrow', toEnd: 'none' },
    { id: 'd', fromNode: 'ann', toNode: 'l', fromEnd: 'arrow' },
  ],
};
const read = (board: unknown, settings = {}) => eventsOf(canvas, JSON.stringify(board), settings);

test('reads each kind of card by what it shows, its middle as its place', async () => {
  const { nodes } = await read(BOARD);
  expect(nodes.map(({ id, label, type, x, y }) => [id, label, type, x, y])).toEqual([
    ['g', 'Board', 'Canvas group', 300, 200],
    ['ann', 'Ann Lee', undefined, 120, 50],
    ['f', 'Bo Berg', 'Document', 1000, 50],
    ['l', 'https://example.org/a', 'Document', 120, 930],
  ]);
});

test('keeps the whole text, the path, the address and keys that nobody knows; the group by geometry', async () => {
  const { node } = await read(BOARD);
  expect(said(node('ann'))).toEqual({ text: ['## Ann **Lee**\nborn 1970'], group: ['Board'] });
  expect(said(node('f'))).toEqual({ file: ['People/Bo Berg.md'], subpath: ['#Life'] });
  expect(said(node('l'))).toEqual({ sourceUrl: ['https://example.org/a'], mine: ['1', '2'] });
});

test('colours, sizes and sides only where they are asked for', async () => {
  const { node, edge } = await read(BOARD, { looks: true });
  expect(said(node('ann'))['viz:color']).toEqual(['#ff0000']);
  expect(said(edge('a'))['viz:fromSide']).toEqual(['top']);
});

test('directs a line by its ends: an arrow at the far one unless it says otherwise', async () => {
  const { edges } = await read(BOARD);
  expect(edges.map(({ id, source, target, directed }) => [id, source, target, directed])).toEqual([
    ['a', 'ann', 'f', true],
    ['b', 'ann', 'f', false],
    ['c', 'f', 'ann', true],
    ['d', 'ann', 'l', false],
  ]);
});

test.each([
  ['a card without an id', { nodes: [{ type: 'text', text: 'x' }], edges: [] }],
  ['a line without an end', { nodes: [], edges: [{ id: 'e', fromNode: 'a' }] }],
  ['what is no object', { nodes: [7], edges: [] }],
])('%s is left out, and told', async (_title, board) => {
  const { nodes, edges, problems } = await read(board);
  expect([nodes, edges, problems.map(({ outcome }) => outcome)]).toEqual([[], [], ['refused']]);
});

test('refuses JSON that is no canvas', async () => {
  await expect(read({ cards: [] })).rejects.toBeInstanceOf(InputError);
});

describe('a canvas that Clew wrote and a person changed', () => {
  const changed = async (change: (card: Record<string, unknown>) => void) => {
    const { records } = await importChanged(change);
    return records;
  };
  const importChanged = async (change: (card: Record<string, unknown>) => void) => {
    const board = JSON.parse(new TextDecoder().decode(bytesFor(canvas, outgoing(smallRecords()))));
    change(board.nodes.find(({ id }: { id: string }) => id === 'ann'));
    return readBytes(JSON.stringify(board));
  };

  test('has whole pixels, and comes back to where it lay', async () => {
    const board = JSON.parse(new TextDecoder().decode(bytesFor(canvas, outgoing(smallRecords()))));
    for (const { x, y } of board.nodes) expect([x, y].every(Number.isInteger)).toBe(true);
    expect((await importChanged(() => {})).placements.get('ann')).toEqual([1, -2.5]);
  });

  test('a card that was moved lies where it was moved to', async () => {
    const { placements } = await importChanged((card) => (card.x = 1000));
    expect(placements.get('ann')![0]).toBe(1130);
  });

  test('a text that was written over is kept beside the values', async () => {
    const records = await changed((card) => (card.text = 'Ann, whom I met'));
    const values = records.flatMap((one) =>
      one.kind === 'claim' && one.subject === 'ann' ? [one.value] : [],
    );
    expect(values).toEqual(expect.arrayContaining(['Ann, whom I met', 'Ann Ōno']));
  });
});
