import { describe, expect, test } from 'vitest';
import { cypher } from '../../src/formats/cypher/cypher.ts';
import { flatten } from '../../src/formats/flat.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { bytesFor, contentOf, outgoingOf, readBytes } from './roundTrip.ts';

const read = async (script: string) => {
  const imported = await readBytes(script);
  const flat = flatten(outgoingOf(imported), {});
  const nodes = Array.from(flat.nodes, ({ id, label, schema }) => [id, label, schema]);
  const edges = Array.from(flat.edges, ({ source, target, type, directed }) => [
    source,
    target,
    type,
    directed,
  ]);
  return { imported, flat, nodes, edges };
};

describe('reading', () => {
  test('patterns as people write them', async () => {
    const { nodes, edges, flat } = await read(`// by hand
CREATE (a:Person {name: 'Ann "A" Lee', born: 1970, score: -1.50, tags: ['x', "y"], on: date('2014-05-01')})
CREATE (b:Person:Spy {name: 'Bob\\u0041\\n'}),
  (a)-[:KNOWS {since: 2016}]->(b)<-[:LIKES]-(a), (a)--(b);`);
    expect(nodes).toEqual([
      ['n1', 'Ann "A" Lee', 'Person'],
      ['n2', 'BobA', 'Person'],
    ]);
    expect(edges.map(([source, target, type]) => [source, target, type]).sort()).toEqual([
      ['n1', 'n2', 'KNOWS'],
      ['n1', 'n2', 'LIKES'],
      ['n1', 'n2', 'UnknownLink'],
    ]);
    const [ann] = flat.nodes;
    expect([...ann!.values].filter(([name]) => ['birthDate', 'score', 'tags', 'on'].includes(name))).toEqual(
      expect.arrayContaining([
        ['birthDate', ['1970']],
        ['score', ['-1.50']],
        ['tags', ['x', 'y']],
        ['on', ['2014-05-01']],
      ]),
    );
  });

  test('what APOC exports for the shell', async () => {
    const { nodes, edges, imported } = await read(`:begin
CREATE CONSTRAINT UNIQUE_IMPORT_NAME FOR (node:\`UNIQUE IMPORT LABEL\`) REQUIRE (node.\`UNIQUE IMPORT ID\`) IS UNIQUE;
:commit
CALL db.awaitIndexes(300);
:begin
UNWIND [{_id:3, properties:{age:12}}, {_id:2, properties:{age:13}}] AS row
CREATE (n:\`UNIQUE IMPORT LABEL\`{\`UNIQUE IMPORT ID\`: row._id}) SET n += row.properties SET n:Bar;
UNWIND [{name:"foo", properties:{}}] AS row
CREATE (n:Foo{name: row.name}) SET n += row.properties;
:commit
:param rows => [{start: {_id:3}, end: {name:"foo"}, properties:{since:2016}}]
UNWIND $rows AS row
MATCH (start:\`UNIQUE IMPORT LABEL\`{\`UNIQUE IMPORT ID\`: row.start._id})
MATCH (end:Foo{name: row.end.name})
CREATE (start)-[r:KNOWS]->(end) SET r += row.properties;
MATCH (n:\`UNIQUE IMPORT LABEL\`)  WITH n LIMIT 20000 REMOVE n:\`UNIQUE IMPORT LABEL\` REMOVE n.\`UNIQUE IMPORT ID\`;
DROP CONSTRAINT UNIQUE_IMPORT_NAME;`);
    expect(nodes.map(([, , schema]) => schema).sort()).toEqual(['Bar', 'Bar', 'Foo']);
    expect(edges).toHaveLength(1);
    expect(JSON.stringify(imported.records)).not.toContain('UNIQUE IMPORT');
  });

  test('what Memgraph dumps', async () => {
    const { nodes, edges, imported } = await read(`CREATE INDEX ON :__mg_vertex__(__mg_id__);
CREATE (:__mg_vertex__:\`Person\` {__mg_id__: 0, \`name\`: "Ann"});
CREATE (:__mg_vertex__:\`Person\` {__mg_id__: 1, \`name\`: "Bob"});
MATCH (u:__mg_vertex__), (v:__mg_vertex__) WHERE u.__mg_id__ = 0 AND v.__mg_id__ = 1 CREATE (u)-[:\`KNOWS\` {\`since\`: 2016}]->(v);
DROP INDEX ON :__mg_vertex__(__mg_id__);
MATCH (u) REMOVE u:__mg_vertex__, u.__mg_id__;`);
    expect(nodes).toEqual([
      ['0', 'Ann', 'Person'],
      ['1', 'Bob', 'Person'],
    ]);
    expect(edges).toEqual([['0', '1', 'KNOWS', true]]);
    expect(imported.account.refused).toBe(0);
  });

  test('what followthemoney writes, and merging twice makes one', async () => {
    const script = `MERGE (p { id: "a" }) SET p += {name: "Ann"} SET p :Person;
MERGE (p { id: "b" }) ON CREATE SET p.name = "Bob" ON MATCH SET p.name = "Bobby";
MATCH (s {id: "a"}), (t {id: "b"}) MERGE (s)-[:KNOWS {since: 1}]->(t);
`;
    const { nodes, edges } = await read(script + script);
    expect(nodes.map(([id, label]) => [id, label])).toEqual([
      ['a', 'Ann'],
      ['b', 'Bobby'],
    ]);
    expect(edges).toHaveLength(1);
  });

  test('other statements are set aside with line and number', async () => {
    const { imported } = await read(`CREATE (:A {name: 'x'});

MATCH (a:A) WITH a CREATE (a)-[:B]->(:C);
LOAD CSV FROM 'file:///etc/passwd' AS row CREATE (:P {name: row[0]});
UNWIND range(1, 9) AS n CREATE (:N {n: n});
MATCH (a:A) RETURN a;`);
    const { problems, read: counts } = imported.account;
    expect(counts).toMatchObject({ nodes: 1, edges: 0 });
    expect(problems.map(({ where }) => where)).toEqual([
      'line 3, statement 2',
      'line 4, statement 3',
      'line 5, statement 4',
    ]);
    expect(problems[1]!.what).toContain('LOAD CSV');
  });

  test.each([
    ['an open text', "CREATE (:A {name: 'x);", /line 1/],
    ['an open name', 'CREATE (:A);\nCREATE (:`B);', /line 2/],
    ['nothing that can be followed', 'LOAD CSV FROM "x" AS row RETURN row;', /None of the 1 statement/],
  ])('%s is refused with its place', async (_, script, message) => {
    const error = await readBytes(script, 'f', 'cypher').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toMatch(message);
  });

  test('a product of everything with everything is set aside', async () => {
    const many = Array.from({ length: 1100 }, (_, i) => `{n: ${i}}`).join();
    const { imported } = await read(`UNWIND [${many}] AS r CREATE (:A {n: r.n});
MATCH (a:A), (b:A) CREATE (a)-[:B]->(b);`);
    expect(imported.account).toMatchObject({ refused: 1, read: { nodes: 1100, edges: 0 } });
  });
});

describe('writing', () => {
  test.each(['batches', 'plain'])('in %s, the nastiest names come back', async (form) => {
    const out = outgoing(nastyRecords());
    const back = outgoingOf(await readBytes(bytesFor(cypher, out, { form })));
    const shown = (text: string) => text.replaceAll('\ufffd', '').replace(/[\ud800-\udfff]/g, '');
    expect(contentOf(back, {}, shown)).toEqual(contentOf(out, {}, shown));
  });

  test('no name closes its back-ticks and no text its quotes', () => {
    const evil = 'A`) DETACH DELETE n; //\\u0060) MATCH (n) DELETE n; //';
    const out = outgoing([
      {
        kind: 'header',
        id: 'case',
        name: '\n:begin',
        schemata: [{ name: evil, label: evil, extends: ['Thing'] }],
      },
      { kind: 'source', id: 's', title: '"; DROP' },
      { kind: 'entity', id: 'x"\\', schema: evil },
    ]);
    const text = new TextDecoder().decode(bytesFor(cypher, out));
    const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/`(?:[^`]|``)*`/g, '``');
    expect(bare).not.toMatch(/DELETE|DROP/);
    expect(text).not.toContain('\\u0060');
    expect(text.startsWith('// Clew {"name":"\\n:begin"}\n')).toBe(true);
  });

  test('dates are dates, numbers numbers, and a statement has a thousand rows at most', () => {
    const text = new TextDecoder().decode(bytesFor(cypher, outgoing(smallRecords())));
    expect(text).toContain('`startDate`: "2014"');
    expect(text).toContain('`percentage`: ');
    expect(text).toContain('CREATE CONSTRAINT clew_id IF NOT EXISTS');
  });
});
