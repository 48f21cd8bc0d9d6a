// GML by dialect and by trap.
import { describe, expect, test } from 'vitest';
import type { CaseRecord } from '../../src/case/records.ts';
import { gml } from '../../src/formats/gml/gml.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { claim, nastyRecords, outgoing, smallRecords } from './cases.ts';
import { eventsOf, said, type Events } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const read = (graph: string, chosen = {}): Promise<Events> => eventsOf(gml, `graph [ ${graph} ]`, chosen);
const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome);
const node = async (inside: string, chosen = {}) => (await read(`node [ id 1 ${inside} ]`, chosen)).node('1');

describe('reading', () => {
  test.each([
    ['n 12345678901234567890', { type: 'integer', values: ['12345678901234567890'] }],
    ['n +1.50E-3', { type: 'number', values: ['+1.50E-3'] }],
    ['n 1 n 2.5', { type: 'number', values: ['1', '2.5'] }],
    ['n NaN', { type: 'number', values: ['NaN'] }],
    ['n -inf', { type: 'number', values: ['-Infinity'] }],
    ['n "007"', { type: 'string', values: ['007'] }],
    ['n "a" n "b" n "a"', { type: 'string', values: ['a', 'b', 'a'] }],
    ['n "_networkx_list_start" n "a"', { type: 'string', values: ['a'] }],
    [
      'n "A &amp; B &#269;&#x10d;&eacute;&quot; &unknown; &#99999999;"',
      { type: 'string', values: ['A & B čč\u00e9" &unknown; &#99999999;'] },
    ],
    ['n "C:\\new"', { type: 'string', values: ['C:\\new'] }],
    ['n "two\nlines, # no comment [ ]"', { type: 'string', values: ['two\nlines, # no comment [ ]'] }],
    ['n "Ōno"', { type: 'string', values: ['Ōno'] }],
    ['n bare', { type: 'string', values: ['bare'] }],
    ['n ""', undefined],
  ])('a value as in %s', async (inside, attribute) => {
    expect((await node(inside)).attributes.get('n')).toEqual(attribute);
  });

  test('takes keys like parts of Object, lists inside lists, and words without quotes', async () => {
    const events = await read('node [ id 1 __proto__ "p" constructor 2 tags [ a 1 b [ c "x" ] ] odd words ]');
    expect(said(events.node('1'))).toEqual(
      Object.fromEntries([
        ['__proto__', ['p']],
        ['constructor', ['2']],
        ['tags.a', ['1']],
        ['tags.b.c', ['x']],
        ['odd', ['words']],
      ]),
    );
    expect(outcomes(events)).toEqual(['mended']);
  });

  test('takes ids that are not numbers, edges before nodes, comments, and no blanks', async () => {
    const { nodes, edges } = await eventsOf(
      gml,
      '# made by hand\nCreator"me"\ngraph[edge[source A target -2]#"\n node[id A label"1"]node[id -2]directed 1]',
    );
    expect(edges.map(({ source, target, directed }) => [source, target, directed])).toEqual([
      ['A', '-2', true],
    ]);
    expect(nodes.map(({ id, label }) => [id, label])).toEqual([
      ['A', '1'],
      ['-2', undefined],
    ]);
  });

  test('gives each edge its own direction, else the graph’s, which is none if it does not say', async () => {
    const edges =
      'edge [ source 1 target 2 ] edge [ source 1 target 2 directed 1 ] edge [ source 2 target 1 directed 0 ]';
    const directions = async (start: string, end = '') =>
      (await read(`${start} ${edges} ${end}`)).edges.map(({ directed }) => directed).sort();
    expect(await directions('')).toEqual([false, false, true]);
    expect(await directions('directed 1')).toEqual([false, true, true]);
    expect(await directions('', 'directed 1')).toEqual([false, true, true]);
  });

  test('places nodes as their graphics say; Gephi’s y grows up; looks are kept on demand', async () => {
    const drawn = 'graphics [ x 1.5 y 2 fill "#ff0000" w 30 ] LabelGraphics [ text "Ann" ]';
    const { x, y, label, attributes } = await node(drawn);
    expect([x, y, label, attributes.size]).toEqual([1.5, 2, 'Ann', 0]);
    expect(said(await node(drawn, { looks: true }))).toEqual({ 'viz:fill': ['#ff0000'], 'viz:w': ['30'] });
    const gephi = await eventsOf(gml, `Creator "Gephi" graph [ node [ id 1 ${drawn} ] ]`);
    expect(gephi.node('1').y).toBe(-2);
  });

  test('says in which group of yEd a node lies', async () => {
    const events = await read('node [ id 0 isGroup 1 ] node [ id 1 gid 0 ]');
    expect(said(events.node('1'))).toEqual({ parent: ['0'] });
    expect(outcomes(events)).toEqual(['kept']);
  });

  test('sets aside nodes without id and edges without one source and one target', async () => {
    const events = await read(
      'node [ id 1 ] node [ label "x" ] edge [ source 1 ] edge [ source 1 source 2 target 1 ] edge [ source 1 target 1 ]',
    );
    expect([events.nodes.length, events.edges.length]).toEqual([1, 1]);
    expect(outcomes(events)).toEqual(['refused', 'refused', 'refused']);
  });

  test.each([
    ['no graph', 'Creator "me"'],
    ['nothing but nodes without ids', 'graph [ node [ label "a" ] ]'],
    ['a string that is not closed', 'graph [ node [ id 1 label "a ] ]'],
    ['a bracket that is missing', 'graph [ node [ id 1 ]'],
    ['a list that is cut off', 'graph [ node [ id 1'],
    ['a key that is missing', 'graph [ node [ id 1 ] "text" ]'],
    ['a value that is missing', 'graph [ node [ id ] ]'],
    ['a bracket too many', 'graph [ ] ]'],
    ['lists too deep', `graph [ node [ ${'a [ '.repeat(300)}`],
    ['a list too long', `graph [ node [ ${'a 1 '.repeat(10_001)} ] ]`],
    ['a string too long', `graph [ node [ id 1 label "${'x'.repeat(9 * 2 ** 20)}" ] ]`],
  ])('refuses %s', async (_, text) => {
    await expect(eventsOf(gml, text)).rejects.toBeInstanceOf(InputError);
  });

  test('names the line', async () => {
    await expect(eventsOf(gml, 'graph [\r\n node [\r\n id 1 label "a\nb" ]\n ] ]')).rejects.toThrow(/line 5/);
  });

  test('reads a comment of a megabyte and a million brackets in no time', async () => {
    expect((await eventsOf(gml, `#${'x'.repeat(2 ** 20)}\ngraph [ node [ id 1 ] ]`)).nodes.length).toBe(1);
    await expect(eventsOf(gml, `graph ${'['.repeat(2 ** 20)}`)).rejects.toBeInstanceOf(InputError);
  });
});

describe('recognising', () => {
  test.each([
    ['graph [ node [ id 1 ] ]', 1],
    ['# a comment\n\nGraph\n[', 1],
    ['Creator "me"\nVersion 1\ngraph\n[\n node', 0.9],
    ['graph { a -- b }', 0],
    ['digraph { graph [rankdir=LR]\n a -> b }', 0],
    ['id,label\n1,graph [', 0],
    ['{"graph": [1]}', 0],
  ])('%s', (text, sureness) => {
    expect(gml.sniff({ bytes: new TextEncoder().encode(text), text })).toBe(sureness);
  });
});

describe('writing', () => {
  const lines = (records = smallRecords(), settings = {}): string[] =>
    new TextDecoder().decode(bytesFor(gml, outgoing(records), settings)).split('\n');

  test('is ASCII with keys of letters and digits, whatever the names', () => {
    const text = lines(nastyRecords()).join('\n');
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    for (const line of text.split('\n')) expect(line).toMatch(/^ *([A-Za-z][A-Za-z0-9]* .+|\])?$/);
  });

  test('writes numbers bare where 32 bits hold them, and says what each key stands for', () => {
    const age = { name: 'age', label: 'Age', type: 'number' };
    const header: CaseRecord = {
      kind: 'header',
      id: 'case',
      name: 'Ages',
      schemata: [{ name: 'Person', label: 'Person', extends: ['LegalEntity'], properties: [age] }],
    };
    const ages = ['40', '007', '2.50', '9999999999'].map((value) => claim('ann', 'age', value));
    const text = lines([...smallRecords(), header, ...ages]).join('\n');
    expect(text.match(/ {4}age .*/g)).toEqual([
      '    age "007"',
      '    age 2.50',
      '    age 40',
      '    age "9999999999"',
    ]);
    expect(text).toContain('    positionAlleged "position (alleged)"\n');
    expect(text).toContain('    name "Ann &#332;no"\n');
  });

  test('writes letters themselves on demand', () => {
    expect(lines(smallRecords(), { ascii: false }).join('\n')).toContain('    name "Ann Ōno"\n');
  });

  test('gives each edge its direction only where they are of both kinds', () => {
    const directed = (settings: object) =>
      lines(smallRecords(), settings).filter((line) => /^ {4}directed/.test(line));
    expect(directed({}).length).toBeGreaterThan(0);
    expect(directed({ directed: true })).toEqual([]);
  });
});
