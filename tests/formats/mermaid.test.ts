// Mermaid flowcharts by trap, after the documentation at mermaid.js.org/syntax/flowchart.
import { describe, expect, test } from 'vitest';
import { mermaid } from '../../src/formats/mermaid/mermaid.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { eventsOf, said } from './events.ts';
import { bytesFor } from './roundTrip.ts';

const read = (body: string, head = 'flowchart LR\n') => eventsOf(mermaid, head + body);
/** "A owns> B", "A – B": who, by which label, to whom. */
const lines = async (body: string): Promise<string[]> =>
  (await read(body)).edges.map(
    ({ source, target, directed, label = '' }) => `${source} ${label}${directed ? '>' : '–'} ${target}`,
  );

test.each([
  ['A[Ann Lee]', 'Ann Lee'],
  ['A(Ann)', 'Ann'],
  ['A([Ann])', 'Ann'],
  ['A[[Ann]]', 'Ann'],
  ['A[(Ann)]', 'Ann'],
  ['A((Ann))', 'Ann'],
  ['A(((Ann)))', 'Ann'],
  ['A>Ann]', 'Ann'],
  ['A{Ann}', 'Ann'],
  ['A{{Ann}}', 'Ann'],
  ['A[/Ann/]', 'Ann'],
  ['A[\\Ann/]', 'Ann'],
  ['A["Ann (née Bo) [x] -->"]', 'Ann (née Bo) [x] -->'],
  ['A["She said #quot;no#quot; #35;1 #9829; &amp; &lt;b&gt;"]', 'She said "no" #1 ♥ & <b>'],
  ['A["`**Ann** Lee`"]', 'Ann Lee'],
  ['A["Ann<br/>Lee"]:::big', 'Ann Lee'],
  ['A["two\nlines"]', 'two lines'],
  ['A@{ shape: rect, label: "Ann, Lee" }', 'Ann, Lee'],
])('the label of %j', async (body, label) => {
  const { nodes, problems } = await read(body);
  expect([nodes.map((node) => [node.id, node.label]), problems]).toEqual([[['A', label]], []]);
});

test.each([
  ['A --> B', ['A > B']],
  ['A-->B', ['A > B']],
  ['A ----> B', ['A > B']],
  ['A --- B', ['A – B']],
  ['A -.-> B', ['A > B']],
  ['A -..- B', ['A – B']],
  ['A ==> B', ['A > B']],
  ['A === B', ['A – B']],
  ['A --x B', ['A > B']],
  ['A --o B', ['A > B']],
  ['A <--> B', ['A – B']],
  ['A x--x B', ['A – B']],
  ['A <-- old --> B', ['A old– B']],
  ['A -->|owns 50 %| B', ['A owns 50 %> B']],
  ['A -->|"a | b"| B', ['A a | b> B']],
  ['A -- owns --> B', ['A owns> B']],
  ['A == pays ==> B', ['A pays> B']],
  ['A -. may own .-> B', ['A may own> B']],
  ['A e1@--> B', ['A > B']],
  ['A ~~~ B', []],
  ['A --> B --> C', ['A > B', 'B > C']],
  ['A & B --> C & D', ['A > C', 'A > D', 'B > C', 'B > D']],
  ['A[x] --> B(y) -->|z| C; C --> A', ['A > B', 'B z> C', 'C > A']],
  ['a-b --> c.d', ['a-b > c.d']],
])('the lines of %j', async (body, expected) => {
  expect(await lines(body)).toEqual(expected);
});

test('a later label counts, and subgraphs say in what a node lies', async () => {
  const { nodes } = await read(
    'A --> B\nsubgraph one [Board "x"]\n  direction TB\n  A[Ann]\n  subgraph two\n    C\n  end\nend\nD',
  );
  expect(nodes.map(({ id, label }) => [id, label])).toEqual([
    ['A', 'Ann'],
    ['B', undefined],
    ['C', undefined],
    ['D', undefined],
  ]);
  expect(nodes.map((node) => said(node).group)).toEqual([
    undefined,
    undefined,
    ['Board "x"', 'two'],
    undefined,
  ]);
});

test('a line to a subgraph leads to a node of its title', async () => {
  const { nodes } = await read('subgraph s [The board]\nA\nend\nB --> s');
  expect(nodes.map(({ id, label }) => [id, label])).toContainEqual(['s', 'The board']);
});

test('directives, comments and a title are no nodes; what looks and clicks is left out and told', async () => {
  const { nodes, meta, problems } = await read(
    '  %% a comment "with a quote\n  A --> B %% no comment here\n',
    '---\ntitle: "A \\"map\\""\n---\n%%{init: {"theme": "dark"}}%%\n%% first\ngraph TD;\n',
  );
  expect([nodes.map(({ id }) => id), meta.get('name')]).toEqual([[], 'A "map"']);
  expect(problems.map(({ outcome, where }) => [outcome, where])).toEqual([['refused', 'line 8']]);
  const styled = await read(
    'A --> B\nstyle A fill:#f00\nclick A "https://example.org"\nclassDef x fill:#f00\nclass A x',
  );
  expect([styled.nodes.length, styled.problems.length]).toEqual([2, 1]);
});

test.each(['A[Ann', 'A -->', '--> A', 'A -- owns B', 'A B', 'A["Ann" x'])(
  '%j is left out and told by line; the rest is read',
  async (body) => {
    const { edges, problems } = await read(`C --> D\n${body}\nE --> F`);
    expect(edges.length).toBeGreaterThan(0);
    expect(problems.map(({ outcome, where }) => [outcome, where])).toEqual([['refused', 'line 3']]);
  },
);

describe('recognises', () => {
  test.each([
    ['flowchart LR\nA-->B', 0.9],
    ['graph TD;A-->B', 0.9],
    ['%%{init: {}}%%\nflowchart TB\n', 0.9],
    ['---\ntitle: x\n---\nflowchart\n', 0.9],
    ['graph { a -- b }', 0],
    ['graph LR { a -- b }', 0],
    ['sequenceDiagram\nA->>B: x', 0],
    ['flowcharts are nice', 0],
  ])('%j: %d', (text, sureness) => {
    expect(mermaid.sniff({ bytes: new TextEncoder().encode(text), text })).toBe(sureness);
  });
});

test.each(['sequenceDiagram\nA->>B: x', '', 'pie\n'])('refuses %j', async (text) => {
  await expect(eventsOf(mermaid, text)).rejects.toBeInstanceOf(InputError);
});

describe('what Clew writes', () => {
  const text = (records = smallRecords(), settings = {}) =>
    new TextDecoder().decode(bytesFor(mermaid, outgoing(records), settings));

  test('dots what is alleged, crosses what is denied, and says it in the label', () => {
    expect(text()).toMatch(/ -\.->\|"driver \(alleged\)"\| /);
    expect(text(smallRecords(), { denied: true })).toMatch(/--x\|"[^"]*\(denied\)"\|/);
    expect(text()).not.toContain('--x');
  });

  test('has one statement a line, whatever a name holds', () => {
    const statements = text(nastyRecords()).split('flowchart LR\n')[1]!.trimEnd().split('\n');
    for (const line of statements)
      expect(line).toMatch(/^ {2}n\d+( (---|-->)(\|"[^"]*"\|)? n\d+|\S*"[^"<>`]*"\S*)$/);
  });
});
