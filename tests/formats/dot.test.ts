// DOT by the grammar's corners and by trap.
import { describe, expect, test } from 'vitest';
import { dot } from '../../src/formats/dot/dot.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoing, smallRecords } from './cases.ts';
import { eventsOf, said, type Events } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const outcomes = ({ problems }: Events): string[] => problems.map(({ outcome }) => outcome);
const drawn = async (text: string): Promise<{ nodes: string; edges: string }> => {
  const { nodes, edges } = await eventsOf(dot, text);
  return {
    nodes: nodes.map(({ id }) => id).join(' '),
    edges: edges
      .map(({ source, target, directed }) => `${source}${directed ? '>' : '-'}${target}`)
      .sort()
      .join(' '),
  };
};

describe('reading', () => {
  test.each([
    ['one edge', 'graph{a--b}', 'a b', 'a-b'],
    ['a chain', 'digraph { a -> b -> c; b->d }', 'a b c d', 'a>b b>c b>d'],
    ['keywords in capitals, names in Unicode', 'STRICT DiGraph Ω { Ōno -> _1 }', 'Ōno _1', 'Ōno>_1'],
    ['keywords in quotes as names', 'graph { "node" -- "graph" ; "edge" }', 'node graph edge', 'node-graph'],
    ['numbers', 'graph { -1.5 -- .5; 2--3 }', '-1.5 .5 2 3', '-1.5-.5 2-3'],
    [
      'strings joined by +, over lines, with quotes',
      'graph { "a" + /* and */ "b" -- "c\\"\\\nd" }',
      'ab c"d',
      'ab-c"d',
    ],
    ['backslashes, which escape nothing in an id', 'graph { "a\\\\" -- "\\n" }', 'a\\\\ \\n', 'a\\\\-\\n'],
    ['ports', 'digraph { a:n -> b:"p 1":sw }', 'a b', 'a>b'],
    ['comments of three kinds', '# 1 "x.c"\ngraph { // a--x\n a /* b--y */ -- b\n# c\n}', 'a b', 'a-b'],
    ['an edge to a subgraph', 'digraph { a -> {b c} -> d }', 'a b c d', 'a>b a>c b>d c>d'],
    ['an edge to a subgraph by its name', 'graph { subgraph s {a b} c -- subgraph s }', 'a b c', 'c-a c-b'],
    ['an edge inside a subgraph at an end', 'graph { subgraph {a--b} -- c }', 'a b c', 'a-b a-c b-c'],
    ['strict edges once', 'strict graph { a--b; b--a; a--a }', 'a b', 'a-a a-b'],
    ['parallel edges each', 'digraph { a->b; a->b }', 'a b', 'a>b a>b'],
    ['edges of one key once', 'digraph { a->b [key=1]; a->b [key=1]; a->b [key=2] }', 'a b', 'a>b a>b'],
    [
      'directions of their own',
      'digraph { a->b [dir=none] c->d [dir=back] e->f [dir=both] }',
      'a b c d e f',
      'a-b d>c e-f',
    ],
    ['a direction in an undirected graph', 'graph { a--b [dir=forward] c->d }', 'a b c d', 'a>b c>d'],
    ['several graphs', 'graph {a--b} digraph {b->c}', 'a b c', 'a-b b>c'],
    ['no semicolons, many semicolons', 'graph {a b;;c [x=1] d--e f}', 'a b c d e f', 'd-e'],
    [
      'names like parts of Object',
      'graph { __proto__ -- constructor }',
      '__proto__ constructor',
      '__proto__-constructor',
    ],
  ])('%s', async (_, text, nodes, edges) => {
    expect(await drawn(text)).toEqual({ nodes, edges });
  });

  test('sets defaults from where they stand, inside their braces', async () => {
    const { node, edges } = await eventsOf(
      dot,
      'graph { a; node [who=x]; b; { node [who=y, "__proto__"=p] c; b } d [who=z]; edge [since=1] a--b; a--c [since=2] }',
    );
    expect(['a', 'b', 'c', 'd'].map((id) => said(node(id)).who)).toEqual([undefined, ['x'], ['y'], ['z']]);
    expect(node('c').attributes.get('__proto__')?.values).toEqual(['p']);
    expect(edges.map((edge) => said(edge).since)).toEqual([['1'], ['2']]);
  });

  test.each([
    ['"Ann\\nOno\\l"', 'Ann\nOno'],
    ['"\\N of \\G, C:\\\\"', 'n of g, C:\\'],
    ['"A &amp; B &eacute;"', 'A & B é'],
    ['<<b>Ann</b><br/>&lt;Ono&gt;<i> x </i>>', 'Ann\n<Ono> x'],
    ['<<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>>', 'a b\nc'],
    ['"{<f0> a|b\\|}", shape=record', 'a b|'],
    ['""', undefined],
    ['-1', '-1'],
  ])('a label %s', async (written, label) => {
    expect((await eventsOf(dot, `graph g { n [label=${written}] }`)).node('n').label).toBe(label);
  });

  test('keeps what is said, drops how it is drawn unless asked, places by pos', async () => {
    const text =
      'graph { n [pos="1.5,2!", color=red; comment=c, URL="http://a/"] n -- n [weight=2.50 style=bold label=l id=e1] }';
    const { node, edge } = await eventsOf(dot, text);
    expect([node('n').x, node('n').y, said(node('n'))]).toEqual([
      1.5,
      -2,
      { comment: ['c'], URL: ['http://a/'] },
    ]);
    expect([edge('e1').label, said(edge('e1'))]).toEqual(['l', { weight: ['2.50'] }]);
    const looks = await eventsOf(dot, text, { looks: true });
    expect(said(looks.node('n'))['viz:color']).toEqual(['red']);
  });

  test('says in which clusters a node lies, by their labels, which may come last', async () => {
    const events = await eventsOf(
      dot,
      'digraph { subgraph cluster_0 { a; subgraph cluster_1 { b } label="The *firm*" } subgraph x { c } cluster }',
    );
    expect(['a', 'b', 'c'].map((id) => said(events.node(id)).cluster)).toEqual([
      ['The *firm*'],
      ['cluster_1'],
      undefined,
    ]);
    expect(outcomes(events)).toEqual(['kept']);
  });

  test('takes the name and the description of the graph', async () => {
    const { meta } = await eventsOf(dot, 'graph id { comment="why"; label="What \\G shows" }');
    expect(Object.fromEntries(meta)).toEqual({ name: 'What id shows', description: 'why' });
  });

  test.each([
    ['nothing', ''],
    ['two names', 'graph a b { }'],
    ['an edge without a node', 'graph { a -- ; }'],
    ['a brace that is missing', 'graph { a { b }'],
    ['a string that is not closed', 'graph { a [label="x] }'],
    ['a comment that is not closed', 'graph { /* a }'],
    ['HTML that is not closed', 'graph { a [label=<<b>x] }'],
    ['a plus before nothing', 'graph { "a" + b }'],
    ['a name with a dash', 'graph { a-b }'],
    ['subgraphs too deep', `graph ${'{'.repeat(200)}`],
    ['text after the graph', 'graph { } a -- b'],
  ])('refuses %s', async (_, text) => {
    await expect(eventsOf(dot, text)).rejects.toBeInstanceOf(InputError);
  });

  const many = (n: number, name = 'n') => Array.from({ length: n }, (_, i) => `${name}${i}`).join(' ');
  test.each([
    ['edges of many to many', `graph { {${many(600)}} -- {${many(600, 'm')}} }`],
    [
      'edges of many to one, again and again',
      `graph { subgraph s {${many(30_000)}} ${'x -- subgraph s;'.repeat(20_000)} }`,
    ],
    [
      'defaults without end',
      `graph { ${many(20_000, 'node[a=1];node[b').replaceAll(' node', '=1];node').replaceAll('[b', '[b')}=1] }`,
    ],
    [
      'what is set for all, times all',
      `graph { node [${many(190, 'a').replaceAll(' ', '=1 ')}=1] ${many(50_000)} }`,
    ],
  ])('refuses a bomb of %s', async (_, text) => {
    await expect(eventsOf(dot, text)).rejects.toBeInstanceOf(InputError);
  });
});

describe('recognising', () => {
  test.each([
    ['digraph{a->b}', 1],
    ['// by hand\n/* x */ strict graph "a b" {', 1],
    ['graph [ node [ id 1 ] ]', 0],
    ['graph TD\n A-->B', 0],
    ['graphs,of,{', 0],
  ])('%s', (text, sureness) => {
    expect(dot.sniff({ bytes: new TextEncoder().encode(text), text })).toBe(sureness);
  });
});

describe('writing', () => {
  const textOf = (settings = {}) =>
    new TextDecoder().decode(bytesFor(dot, outgoing(smallRecords()), settings));

  test('says dir=none where only some edges have a direction', () => {
    expect(textOf().match(/dir=none/g)?.length).toBe(2);
    expect(textOf({ directed: true })).not.toContain('dir=none');
  });

  test('never gives Graphviz a value of the case for one of its own', () => {
    expect(textOf()).toContain('"stance"="affirmed"');
    expect(textOf()).toContain('pos="1,2.5!"');
  });
});
