// CX2 and CX1 by trap: pieces in any order, aliases, defaults, numbers as ids, counts that lie, evidence.
import { describe, expect, test } from 'vitest';
import { cx1 } from '../../src/formats/cx1/cx1.ts';
import { cx2 } from '../../src/formats/cx2/cx2.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { eventsOf, said, type Events } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome);
const START = '{"CXVersion":"2.0","hasFragments":true}';
const END = '{"status":[{"success":true}]}';
const head = (text: string) => ({ text, bytes: new Uint8Array(0) });

describe('CX2', () => {
  test('undoes aliases and fills in defaults, wherever the declarations stand', async () => {
    const events = await eventsOf(
      cx2,
      `[${START},{"edges":[{"id":0,"s":1,"t":2,"v":{"i":"owns"}},{"id":1,"s":2,"t":2}]},
        {"nodes":[{"id":1,"x":1,"y":-2,"z":3,"v":{"n":"Ann","a":7}}]},{"nodes":[{"id":2,"v":{}}]},
        {"attributeDeclarations":[{"nodes":{"name":{"a":"n","d":"string","v":"Nobody"},"age":{"a":"a","d":"integer"}},
          "edges":{"interaction":{"a":"i","v":"knows"}}}]},${END}]`,
    );
    const { label, x, y, attributes } = events.node('1');
    expect({ label, x, y }).toEqual({ label: 'Ann', x: 1, y: -2 });
    expect([...attributes]).toEqual([['age', { type: 'integer', values: ['7'] }]]);
    expect(events.node('2').label).toBe('Nobody');
    expect(events.edges.map(({ source, target, type }) => [source, target, type])).toEqual([
      ['1', '2', 'owns'],
      ['2', '2', 'knows'],
    ]);
  });

  test('takes n and i for name and interaction where nothing is declared', async () => {
    const events = await eventsOf(
      cx2,
      `[${START},{"nodes":[{"id":0,"v":{"n":"Ann"}}]},{"edges":[{"id":0,"s":0,"t":0,"v":{"i":"owns"}}]},${END}]`,
    );
    expect([events.nodes[0]!.label, events.edges[0]!.type]).toEqual(['Ann', 'owns']);
  });

  test('keeps the digits of numbers, and lists', async () => {
    const events = await eventsOf(
      cx2,
      `[${START},{"attributeDeclarations":[{"nodes":{"n":{"d":"long"},"l":{"d":"list_of_double"},"s":{"d":"double"},"b":{"d":"boolean"}}}]},
        {"nodes":[{"id":9,"v":{"n":12345678901234567890,"l":[1.50,2],"s":"0.10","b":true,"__proto__":"p"}}]},${END}]`,
    );
    expect([...events.nodes[0]!.attributes]).toEqual([
      ['n', { type: 'integer', values: ['12345678901234567890'] }],
      ['l', { type: 'number', values: ['1.50', '2'] }],
      ['s', { type: 'number', values: ['0.10'] }],
      ['b', { type: 'boolean', values: ['true'] }],
      ['__proto__', { type: 'string', values: ['p'] }],
    ]);
    expect(({} as Record<string, unknown>).p).toBeUndefined();
  });

  test('goes by "directed", and leaves out a name that Cytoscape made of the ends', async () => {
    const events = await eventsOf(
      cx2,
      `[${START},{"nodes":[{"id":0,"v":{"name":"A"}},{"id":1,"v":{"name":"B"}}]},{"edges":[
        {"id":0,"s":0,"t":1,"v":{"interaction":"owns","name":"A (owns) B","directed":false}},
        {"id":1,"s":0,"t":1,"v":{"interaction":"owns","name":"51 %"}}]},${END}]`,
    );
    expect(events.edges.map(({ directed, label }) => [directed, label])).toEqual([
      [false, undefined],
      [true, '51 %'],
    ]);
    expect(outcomes(events)).toEqual(['kept']);
  });

  test.each([
    [
      'counts that lie',
      `{"metaData":[{"name":"nodes","elementCount":7}]},{"nodes":[{"id":0}]},${END}`,
      ['kept'],
    ],
    ['no status', '{"nodes":[{"id":0}]}', ['kept']],
    ['a status of failure', '{"nodes":[{"id":0}]},{"status":[{"success":false,"error":"full"}]}', ['kept']],
    ['aspects of its own', `{"mine":[{"a":1}]},${END}`, ['refused']],
    ['looks', `{"visualProperties":[{"default":{}}]},{"nodeBypasses":[{"id":0}]},${END}`, ['refused']],
    [
      'nodes without id, edges without ends',
      `{"nodes":[{}]},{"edges":[{"s":0}]},${END}`,
      ['refused', 'refused'],
    ],
    ['what is no aspect', `7,${END}`, ['refused']],
  ])('tells of %s', async (_, text, expected) => {
    expect(outcomes(await eventsOf(cx2, `[${START},${text}]`))).toEqual(expected);
  });

  test.each(['', '{}', '[', `[${START},`, '7'])('refuses %s', async (text) => {
    await expect(eventsOf(cx2, text)).rejects.toBeInstanceOf(InputError);
  });

  test('is written with numbers as ids, each column of one type, and its counts', () => {
    const records = [
      ...smallRecords(),
      claim('owns', 'weight', '007'),
      claim('friends', 'heft', '12345678901234567890'),
    ];
    const aspects = JSON.parse(new TextDecoder().decode(bytesFor(cx2, outgoing(records)))) as Record<
      string,
      never[]
    >[];
    const of = (name: string): Record<string, never>[] =>
      aspects.flatMap((aspect) => aspect[name] ?? []) as Record<string, never>[];
    const declared = of('attributeDeclarations')[0]!;
    expect(of('nodes').map(({ id }) => id)).toEqual(of('nodes').map((_, i) => i));
    expect(of('metaData').find(({ name }) => name === 'edges')).toMatchObject({
      elementCount: of('edges').length,
    });
    expect(declared.edges).toMatchObject({ weight: { d: 'double' }, 'weight (property)': { d: 'string' } });
    expect(declared.nodes).toMatchObject({ 'name (property)': { d: 'list_of_string' } });
    for (const { v } of of('nodes')) expect(typeof (v as unknown as { name: unknown }).name).toBe('string');
    expect(of('nodes').find(({ v }) => (v as unknown as { id: string }).id === 'ann')).toMatchObject({
      x: 1,
      y: -2.5,
    });
  });

  test.each([
    [`[ {"hasFragments": false, "CXVersion": "2.0"}]`, 1, 0],
    ['[{"numberVerification":[{"longNumber":281474976710655}]}]', 0, 0.95],
    ['[\n{"nodes" : [ {"@id":1}', 0, 0.95],
    ['{"nodes":[{"id":1}]}', 0, 0],
    ['[{"data":{"id":"a"},"group":"nodes"}]', 0, 0],
    ['<graph/>', 0, 0],
  ])('knows %s', (text, asCx2, asCx1) => {
    expect([cx2.sniff(head(text)), cx1.sniff(head(text))]).toEqual([asCx2, asCx1]);
  });
});

describe('CX1', () => {
  const read = (...aspects: string[]) => eventsOf(cx1, `[${[...aspects, END].join(',')}]`);

  test('joins what lies apart, in whatever order', async () => {
    const events = await read(
      '{"nodeAttributes":[{"po":1,"n":"age","v":"7","d":"integer"},{"po":[1,2],"n":"tags","v":["x","y"],"d":"list_of_string"}]}',
      '{"edges":[{"@id":5,"s":1,"t":2,"i":"owns"}]}',
      '{"cartesianLayout":[{"node":1,"x":1.5,"y":-2}]}',
      '{"nodeAttributes":[{"po":2,"n":"tags","v":"[\\"z\\"]","d":"list_of_string"}]}',
      '{"nodes":[{"@id":1,"n":"Ann","r":"hgnc:1"},{"@id":2,"n":"Bob"}]}',
      '{"edgeAttributes":[{"po":5,"n":"directed","v":"false","d":"boolean"},{"po":5,"n":"name","v":"Ann (owns) Bob"}]}',
      '{"networkAttributes":[{"n":"name","v":"Net"}]}',
    );
    expect(events.node('1')).toMatchObject({ label: 'Ann', x: 1.5, y: -2 });
    expect([...events.node('1').attributes]).toEqual([
      ['age', { type: 'integer', values: ['7'] }],
      ['tags', { type: 'string', values: ['x', 'y'] }],
      ['represents', { type: 'string', values: ['hgnc:1'] }],
    ]);
    expect(said(events.node('2'))).toEqual({ tags: ['x', 'y', 'z'] });
    expect(events.edge('5')).toMatchObject({ type: 'owns', directed: false, label: undefined });
    expect(events.meta.get('name')).toBe('Net');
    expect(events.problems).toEqual([]);
  });

  test('keeps citations and supporting texts with what they support', async () => {
    const events = await read(
      '{"nodes":[{"@id":-1,"n":"A"}]},{"edges":[{"@id":-2,"s":-1,"t":-1,"i":"x"}]}',
      '{"edgeCitations":[{"po":[-2],"citations":[3]}]},{"edgeSupports":[{"po":[-2],"supports":[4]}]}',
      '{"citations":[{"@id":3,"dc:title":"A paper","dc:identifier":"pmid:1"}]},{"supports":[{"@id":4,"text":"It says so."}]}',
    );
    expect(said(events.edges[0]!)).toEqual({ citation: ['A paper, pmid:1'], support: ['It says so.'] });
    expect(outcomes(events)).toEqual(['kept', 'kept']);
  });

  test('says in which group a node lies, and keeps the first of several views', async () => {
    const events = await read(
      '{"nodes":[{"@id":1},{"@id":2}]},{"cyGroups":[{"@id":9,"name":"G","nodes":[1]},{"@id":2,"nodes":[1]}]}',
      '{"cartesianLayout":[{"node":1,"x":1,"y":1,"view":5},{"node":1,"x":9,"y":9,"view":6}]}',
    );
    expect(said(events.node('1'))).toEqual({ parent: ['2'] });
    expect(events.node('1').x).toBe(1);
    expect(outcomes(events)).toEqual(['kept', 'kept']);
  });

  test('merges what several networks in one file say of a node', async () => {
    const events = await read(
      '{"nodes":[{"@id":1,"n":"A"}]},{"nodeAttributes":[{"po":1,"n":"k","v":"x"},{"s":5,"po":1,"n":"k","v":"x"},{"s":6,"po":1,"n":"k","v":"y"}]}',
    );
    expect(said(events.node('1'))).toEqual({ k: ['x', 'y'] });
  });
});
