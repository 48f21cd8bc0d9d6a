// SIF by trap: tabs or blanks, names of several words, lone nodes, many targets, and what is no SIF.
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/formats/csv/csv.ts';
import { sif } from '../../src/formats/sif/sif.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { eventsOf } from './events.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

const ties = async (text: string) => {
  const { nodes, edges, problems } = await eventsOf(sif, text);
  return {
    nodes: nodes.map(({ id }) => id),
    edges: edges.map(({ source, type, target }) => `${source}-${type}-${target}`),
    told: problems.map(({ outcome }) => outcome),
  };
};

describe('reading', () => {
  test.each([
    ['a owns b\n', ['a', 'b'], ['a-owns-b'], []],
    ['a owns b c\n', ['a', 'b', 'c'], ['a-owns-b', 'a-owns-c'], ['kept']],
    ['a\towns\tb\tc\n', ['a', 'b', 'c'], ['a-owns-b', 'a-owns-c'], []],
    ['A B \towns\t C  D \nE F\n', ['A B', 'C  D', 'E F'], ['A B-owns-C  D'], []],
    ['lone\n\n  a   owns   b  ', ['lone', 'a', 'b'], ['a-owns-b'], []],
    ['a owns b\r\na owns b\ra owns a', ['a', 'b'], ['a-owns-b', 'a-owns-b', 'a-owns-a'], []],
    ['a owns', ['a'], [], ['kept']],
    ['A B\t\n', ['A B'], [], []],
    ['__proto__ constructor toString', ['__proto__', 'toString'], ['__proto__-constructor-toString'], []],
  ])('%j', async (text, nodes, edges, told) => {
    expect(await ties(text)).toEqual({ nodes, edges, told });
  });

  test.each(['', '\n \n\t\n'])('refuses %j', async (text) => {
    await expect(eventsOf(sif, text)).rejects.toBeInstanceOf(InputError);
  });
});

describe('writing', () => {
  const lines = (records = smallRecords(), settings = {}) =>
    new TextDecoder().decode(bytesFor(sif, outgoing(records), settings)).split('\n');

  test('marks what is alleged in the kind of the tie, and it comes back alleged', async () => {
    expect(lines()).toContain('bob\tAide (alleged)\tann');
    const { seen } = outgoingOf(await readBytes(bytesFor(sif, outgoing(smallRecords())), 'f', 'sif'));
    const aide = [...seen.case.relations()].find(({ schema }) => schema.startsWith('Aide'))!;
    expect(seen.claimsOf(aide.id).map(({ stance }) => stance)).toEqual(['alleged', 'alleged']);
  });

  test('keeps names apart that lines cannot tell apart', () => {
    const odd = ['x y', 'x\ty', 'x\ny'].flatMap((id) => [
      { kind: 'entity' as const, id, schema: 'Person' },
      claim(id, 'name', 'N'),
    ]);
    expect(lines([...smallRecords(), ...odd])).toEqual(expect.arrayContaining(['x y', 'x y 2', 'x y 3']));
  });

  test('calls nodes by their names on demand, with what is alleged marked', () => {
    const named = lines(smallRecords(), { names: true });
    expect(named).toContain('Rumoured (alleged)');
    expect(named.some((line) => line.startsWith('Ann Ōno\t') || line.startsWith('Ann Ono\t'))).toBe(true);
  });
});

describe('recognising', () => {
  const sure = (text: string) => {
    const head = { text, bytes: new Uint8Array(0) };
    return Math.sign(sif.sniff(head) - csv.sniff(head));
  };
  test.each([
    ['node1 pp node2\nnode2 pp node3\nnode3 pd node1\n', 1],
    ['A B\tpp\tC\nC\tpp\tD\nE\n', 1],
    ['a,b\nc,d\n', -1],
    ['source\ttarget\tweight\na\tb\t1\na\tc\t2\n', -1],
    ['a\tb\t3\nb\tc\t4\nc\td\t3\n', -1],
    ['a b 3\nb c 4\nc d 3\n', -1],
    ['Once upon a time there was\na case of spies.\n', 0],
    ['{"a":1}', 0],
  ])('%j', (text, expected) => {
    expect(sure(text)).toBe(expected);
  });
});
