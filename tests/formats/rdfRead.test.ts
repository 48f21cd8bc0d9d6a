// RDF as others write it becomes a graph with its sources; what cannot be read is told of, and nothing is fetched.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Import } from '../../src/formats/importing.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { claims, counts, format, json, schemata, textOf, turtle } from './rdfFiles.ts';
import { contentOf, outgoingOf, readBytes } from './roundTrip.ts';

describe('files of others', () => {
  test('people and bodies by FOAF, schema.org and ORG', async () => {
    const imported = await turtle(`
      ex:ann a foaf:Person ; foaf:name "Ann"@en, "Анна"@ru ; foaf:mbox <mailto:ann@example.org> ;
        foaf:homepage <http://ann.example/> ; schema:worksFor ex:acme ; foaf:knows ex:bob ; ex:age 42 .
      ex:acme a org:Organization ; schema:name "Acme" .
      ex:m a org:Membership ; org:member ex:bob ; org:organization ex:acme .`);
    expect(counts(imported)).toEqual([3, 3]);
    expect(schemata(imported)).toEqual(
      expect.arrayContaining([
        'ex:ann Person',
        'ex:acme Organization',
        'ex:bob Thing',
        'ex:m Membership',
        'ex:ann → ex:bob (foaf:knows) foaf:knows',
      ]),
    );
    expect(claims(imported)).toEqual(
      expect.arrayContaining([
        'ex:ann name Ann@en',
        'ex:ann name Анна@ru',
        'ex:ann email ann@example.org',
        'ex:ann website http://ann.example/',
        'ex:ann ex:age 42',
        'ex:bob name bob',
      ]),
    );
  });

  test('a role stands between two things and is their tie', async () => {
    const imported = await json({
      '@context': 'https://schema.org',
      '@type': 'Person',
      '@id': 'http://example.org/ann',
      name: 'Ann',
      worksFor: {
        '@type': 'OrganizationRole',
        '@id': 'http://example.org/role',
        roleName: 'editor',
        startDate: '2014',
        worksFor: { '@type': 'Corporation', name: 'Acme' },
      },
    });
    expect(counts(imported)).toEqual([2, 1]);
    expect(claims(imported)).toEqual(
      expect.arrayContaining(['ex:role employee ex:ann', 'ex:role role editor', 'ex:role startDate 2014']),
    );
  });

  test('FollowTheMoney’s own RDF: relations are resources', async () => {
    const imported = await turtle(`
      <e:o> a ftm:Ownership ; ftm:Ownership:owner <e:ann> ; ftm:Ownership:asset <e:acme> ; ftm:Ownership:percentage "51" .
      <e:ann> a ftm:Person ; ftm:Thing:name "Ann" . <e:acme> a ftm:Company ; ftm:Thing:name "Acme" .`);
    expect(counts(imported)).toEqual([2, 1]);
    expect(claims(imported)).toContain('e:o percentage 51');
  });

  test('graphs are sources, with what the file says of them', async () => {
    const imported = await turtle(
      `ex:doc dcterms:title "The Post" ; dcterms:issued "2020-05-01"^^xsd:date .
      ex:doc { ex:ann foaf:name "Ann" ; foaf:knows ex:bob } ex:other { ex:ann foaf:knows ex:bob }`,
      'trig',
    );
    expect(counts(imported)).toEqual([2, 1]);
    const sources = imported.records.flatMap((record) =>
      record.kind === 'source' && !record.file ? [record] : [],
    );
    expect(sources).toMatchObject([
      { id: 'http://example.org/doc', title: 'The Post', date: '2020-05-01' },
      { id: 'http://example.org/other' },
    ]);
    expect(claims(imported).filter((line) => line.includes('subject ex:ann'))).toHaveLength(2);
  });

  test('lists and containers are their items, blank nodes are entities', async () => {
    const imported = await turtle(
      `ex:a ex:list (1 2 ex:b) ; ex:bag [ a rdf:Bag ; rdf:_2 "two" ; rdf:_1 "one" ] ; ex:has [ foaf:name "Someone" ] .`,
    );
    expect(counts(imported)).toEqual([3, 2]);
    expect(claims(imported).filter((line) => /(list|bag) /.test(line))).toEqual([
      'ex:a ex:list 1',
      'ex:a ex:list 2',
      'ex:a ex:bag one',
      'ex:a ex:bag two',
    ]);
  });

  test.each([
    ['an annotation', 'ex:a ex:p ex:b {| ex:since 1999 |} .', 'affirmed'],
    ['a quoted triple', 'ex:a ex:p ex:b . << ex:a ex:p ex:b >> ex:since 1999 .', 'affirmed'],
    ['a quotation alone', '<< ex:a ex:p ex:b >> ex:since 1999 .', 'alleged'],
    [
      'reification',
      'ex:a ex:p ex:b . [] a rdf:Statement ; rdf:subject ex:a ; rdf:predicate ex:p ; rdf:object ex:b ; ex:since 1999 .',
      'affirmed',
    ],
    [
      'reification alone',
      '[] a rdf:Statement ; rdf:subject ex:a ; rdf:predicate ex:p ; rdf:object ex:b ; ex:since 1999 .',
      'alleged',
    ],
  ])('%s speaks of the tie', async (_, text, stance) => {
    const imported = await turtle(text);
    expect(counts(imported)).toEqual([2, 1]);
    expect(claims(imported)).toContain('ex:a → ex:b (ex:p) ex:since 1999');
    expect(claims(imported)).toContain(
      `ex:a → ex:b (ex:p) subject ex:a${stance === 'affirmed' ? '' : ' alleged'}`,
    );
  });

  test('a statement is said by what it was derived from', async () => {
    const imported = await turtle(
      `ex:a ex:age 7 {| prov:wasDerivedFrom ex:paper |} . ex:paper dcterms:title "Paper" .`,
    );
    expect(claims(imported)).toContain('ex:a ex:age 7 by http://example.org/paper');
    expect(counts(imported)).toEqual([1, 0]);
  });

  test('a triple is a triple again, a digit a digit', async () => {
    const text =
      '<http://example.org/a> <http://example.org/p> <http://example.org/b> .\n<http://example.org/a> <http://example.org/n> "12345678901234567890.10"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n';
    const imported = await readBytes(text, 'file.nt');
    expect(imported.format).toBe('ntriples');
    const again = textOf('ntriples', outgoingOf(imported));
    for (const line of text.trimEnd().split('\n')) expect(again.split('\n')).toContain(line);
  });
});

test.each(['turtle', 'trig', 'ntriples', 'nquads', 'jsonld'])(
  'what was read is the same graph after %s',
  async (id) => {
    const imported =
      await turtle(`ex:ann a foaf:Person, ex:Spy ; foaf:name "Ann"@en ; foaf:knows ex:bob, ex:bob2 ; ex:age 7 .
    ex:bob a ex:Spy ; foaf:homepage <http://bob.example/> ; ex:p [ ex:q "x" ] . ex:bob foaf:knows ex:ann {| ex:since 1999 |} .
    << ex:bob ex:paid ex:ann >> ex:amount 5 .`);
    const out = outgoingOf(imported);
    const again = await readBytes(textOf(id, out, { denied: true }), 'file', id);
    expect(contentOf(outgoingOf(again), { denied: true })).toEqual(contentOf(out, { denied: true }));
    const types = ({ records }: Import) => records.find(({ kind }) => kind === 'header');
    expect(types(again)).toMatchObject({
      schemata: expect.arrayContaining([expect.objectContaining({ label: 'Spy' })]),
    });
  },
);

test('the same file gives the same ids, blank nodes among them', async () => {
  const text = 'ex:a ex:p [ ex:q _:x ] , (1 [ ex:r 2 ]) . _:x ex:s ex:a {| ex:t 3 |} .';
  expect((await turtle(text)).records).toEqual((await turtle(text)).records);
});

describe('RDF/XML', () => {
  const rdfXml = (inner: string) =>
    readBytes(`<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
  xmlns:ex="http://example.org/" xmlns:prov="http://www.w3.org/ns/prov#" xml:base="http://example.org/">
${inner}
</rdf:RDF>`);

  test('nested resources, attributes, languages, datatypes and blank nodes', async () => {
    const imported = await rdfXml(`<foaf:Person rdf:about="ann" foaf:name="Ann">
      <foaf:nick xml:lang="de">Annchen</foaf:nick>
      <ex:age rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">007</ex:age>
      <foaf:knows><foaf:Person rdf:ID="bob"><foaf:name>Bob</foaf:name></foaf:Person></foaf:knows>
      <foaf:knows rdf:nodeID="x"/><foaf:homepage rdf:resource="http://ann.example/"/>
      <ex:at rdf:parseType="Resource"><foaf:name>Somewhere</foaf:name></ex:at>
    </foaf:Person>
    <rdf:Description rdf:nodeID="x" foaf:name="Xen"/>`);
    expect(imported.format).toBe('rdfxml');
    expect(counts(imported)).toEqual([4, 3]);
    expect(claims(imported)).toEqual(
      expect.arrayContaining([
        'ex:ann name Ann',
        'ex:ann alias Annchen@de',
        'ex:ann ex:age 007',
        'ex:#bob name Bob',
        '_:x name Xen',
        'ex:ann website http://ann.example/',
        '_:.1 name Somewhere',
      ]),
    );
    expect(imported.account.refused).toBe(0);
  });

  test('collections, containers, reified statements and markup', async () => {
    const imported = await rdfXml(`<rdf:Description rdf:about="a">
      <ex:list rdf:parseType="Collection"><rdf:Description rdf:about="b"/><rdf:Description rdf:about="c"/></ex:list>
      <ex:bag><rdf:Bag><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:Bag></ex:bag>
      <ex:p rdf:ID="s" rdf:resource="b"/><ex:text rdf:parseType="Literal">so <b>bold</b></ex:text>
    </rdf:Description>
    <rdf:Description rdf:about="#s"><prov:wasDerivedFrom rdf:resource="paper"/></rdf:Description>`);
    expect(counts(imported)).toEqual([3, 3]);
    expect(claims(imported)).toEqual(
      expect.arrayContaining([
        'ex:a ex:bag one',
        'ex:a ex:bag two',
        'ex:a → ex:b (ex:p) subject ex:a by http://example.org/paper',
      ]),
    );
    expect(imported.account.mended).toBe(1);
  });
});

describe('JSON-LD', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('a context elsewhere is never fetched, and what it would explain is kept and told of', async () => {
    const fetched = vi.fn(() => Promise.reject(new Error('no network')));
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('XMLHttpRequest', fetched);
    const imported = await json({
      '@context': ['https://example.org/context.jsonld', { '@import': 'https://example.org/more' }],
      '@id': 'http://example.org/a',
      name: 'Ann',
    });
    expect(fetched).not.toHaveBeenCalled();
    expect(claims(imported)).toContain('ex:a https://example.org/context.jsonld#name Ann');
    expect(imported.account.problems.map(({ outcome }) => outcome)).toContain('kept');
    expect(
      imported.account.problems.some(({ what }) => what.includes('https://example.org/context.jsonld')),
    ).toBe(true);
  });

  test('contexts, graphs, lists, sets, languages and digits in the file', async () => {
    const text = `{"@context": {"@vocab": "http://example.org/", "knows": {"@type": "@id"}, "nick": {"@container": "@language"}},
      "@graph": [{"@id": "http://example.org/a", "n": 12345678901234567890, "d": 1.10, "nick": {"de": "A", "en": "B"},
        "knows": ["http://example.org/b", "#c"], "l": {"@list": [1, 2]}, "s": {"@set": ["x"]}, "__proto__": 1, "constructor": "c"}]}`;
    const imported = await readBytes(text, 'file');
    expect(imported.format).toBe('jsonld');
    expect(claims(imported)).toEqual(
      expect.arrayContaining([
        'ex:a ex:n 12345678901234567890',
        'ex:a ex:d 1.10',
        'ex:a ex:nick A@de',
        'ex:a ex:nick B@en',
        'ex:a ex:l 1',
        'ex:a ex:l 2',
        'ex:a ex:s x',
        'ex:a ex:constructor c',
      ]),
    );
    expect(counts(imported)).toEqual([3, 2]);
    expect(imported.account.refused).toBe(1);
  });
});

describe('mistakes', () => {
  test('a line that is no statement is set aside and the next one read', async () => {
    const imported = await readBytes(
      '<http://a> <http://p> <http://b> .\n<http://a> nonsense\n<http://a> <http://p> <http://c> <http://g> .\n',
      'x',
      'nquads',
    );
    expect(counts(imported)).toEqual([3, 2]);
    expect(imported.account.problems).toContainEqual(
      expect.objectContaining({ outcome: 'refused', where: 'line 2' }),
    );
  });

  test('a mistake in Turtle names its line', async () => {
    await expect(turtle('ex:a ex:b ex:c .\nex:a ex:b .\n')).rejects.toThrow(/^line 11: /);
    await expect(turtle('ex:a ex:b ex:c .\nex:a ex:b .\n')).rejects.toBeInstanceOf(InputError);
  });

  test.each([
    ['{"@context": {"a": {"@id": 5}}, "a": 1}', 'jsonld'],
    ['{"@id": "http://example.org/a"}', 'jsonld'],
    ['# nothing\n', 'turtle'],
    [`{"@id": ${'['.repeat(10_000)}`, 'jsonld'],
    [`<http://a> <http://p> ${'('.repeat(5)} .`, 'turtle'],
  ])('%s is refused', async (text, as) => {
    await expect(readBytes(text, 'x', as)).rejects.toBeInstanceOf(InputError);
  });
});

test.each([
  ['@prefix ex: <http://example.org/> .\nex:a ex:b ex:c .', 'turtle'],
  ['# a comment\nPREFIX ex: <http://example.org/>\nex:a ex:b "{" .', 'turtle'],
  ['@prefix ex: <http://example.org/> . ex:g { ex:a ex:b ex:c }', 'trig'],
  ['{ <http://a> <http://b> <http://c> }', 'trig'],
  ['<http://a> <http://b> "c"@en .\n', 'ntriples'],
  ['_:a <http://b> "c" <http://g> .\n', 'nquads'],
  ['[{"@id": "http://a", "http://b": "c"}]', 'jsonld'],
])('%j is recognised', async (text, id) => {
  expect((await readBytes(text)).format).toBe(id);
});

test.each([
  ['<a> <b> <c>'],
  ['Note: a thing is here'],
  ['{"nodes": [], "@": 1}'],
  ['<html><body>'],
  ['@media print {}'],
])('%j is no RDF', (text) => {
  const bytes = new TextEncoder().encode(text);
  for (const id of ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld'])
    expect(format(id).sniff({ bytes, text })).toBe(0);
});
