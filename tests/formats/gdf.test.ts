// GDF by trap: quotes that nothing escapes, spaced heads, directions, missing values, endless quotes.
import { describe, expect, test } from 'vitest';
import { gdf } from '../../src/formats/gdf/gdf.ts';
import { cellsOf, cellText } from '../../src/formats/gdf/gdfCells.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, NASTY, smallRecords } from './cases.ts';
import { eventsOf, type Events } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome);

test.each([
  ['a,\'b, c\',"d"', ['a', 'b, c', 'd']],
  ["'A correct 'GDF' file',1", ["A correct 'GDF' file", '1']],
  ['x, "say ""hi"" now" ,', ['x', 'say ""hi"" now', '']],
  ["'never closed, b", ["'never closed", 'b']],
  ["'',''", ['', '']],
])('%s is cut into its cells', (line, expected) => {
  expect(cellsOf(line).map(({ text }) => text)).toEqual(expected);
});

test('what is written as a cell is read as that cell', () => {
  for (const text of NASTY.filter((one) => !/[\r\n]/.test(one)))
    expect(cellsOf(`${cellText(text)},${cellText(text)}`).map((cell) => cell.text)).toEqual([text, text]);
});

test('quotes that are never closed take no longer than others', () => {
  const start = performance.now();
  expect(cellsOf("'a,".repeat(300_000)).length).toBe(300_001);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('reads types, places, looks, direction and what is missing', async () => {
  const events = await eventsOf(
    gdf,
    `# made up
nodedef> name VARCHAR(32), label VARCHAR, age INTEGER default 3,x DOUBLE,y DOUBLE,color VARCHAR,__proto__ VARCHAR
s1,'Ann, the "first"',12345678901234567890,1.0,2.0,'114,116,177',p
s2,null,,,,
EDGEDEF>node1 VARCHAR,node2, weight DOUBLE,directed BOOLEAN,label VARCHAR
s1,s2,2.50,true,'owns'
s2,s1,x,false,
s1`,
  );
  const { label, x, y, attributes } = events.node('s1');
  expect({ label, x, y }).toEqual({ label: 'Ann, the "first"', x: 1, y: -2 });
  expect([...attributes]).toEqual([
    ['age', { type: 'integer', values: ['12345678901234567890'] }],
    ['__proto__', { type: 'string', values: ['p'] }],
  ]);
  expect([events.node('s2').label, events.node('s2').attributes.size]).toEqual([undefined, 0]);
  expect(events.edges.map(({ directed, label: words }) => [directed, words])).toEqual([
    [true, 'owns'],
    [false, undefined],
  ]);
  expect(outcomes(events)).toEqual(['refused', 'mended', 'refused']);
});

test('takes edges as undirected where nothing says otherwise, as Gephi does, and tells of odd lines', async () => {
  const events = await eventsOf(gdf, 'edgedef>node1,node2\r\na,b\r\na,b,c,d\r\n');
  expect(events.edges.map(({ directed }) => directed)).toEqual([false, false]);
  expect(outcomes(events).sort()).toEqual(['kept', 'refused']);
});

test.each(['', 'a,b\n', '\n\n'])('refuses %j', async (text) => {
  await expect(eventsOf(gdf, text)).rejects.toBeInstanceOf(InputError);
});

describe('writing', () => {
  const text = new TextDecoder().decode(bytesFor(gdf, outgoing(smallRecords())));
  test('begins with the columns that Gephi knows', () => {
    expect(text).toMatch(/^nodedef>name VARCHAR,label VARCHAR,x DOUBLE,y DOUBLE,type VARCHAR,/);
    expect(text).toMatch(
      /\nedgedef>node1 VARCHAR,node2 VARCHAR,directed BOOLEAN,weight DOUBLE,label VARCHAR,/,
    );
    expect(text).toMatch(/\nann,"[^\n]*",1,2\.5,Person,/);
  });
});
