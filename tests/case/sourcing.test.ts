// Who draws on whom, and the sources' own graph as a case.
import { expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { drawings, drawsOn, sourceCase } from '../../src/case/sourcing.ts';
import { saySupport, supportOf } from '../../src/case/support.ts';
import { vocabularyFaults } from '../../src/case/vocabularyFaults.ts';
import { say, smallRecords } from '../smallCase.ts';

const quoted = [
  say('port', 'alias', 'The harbour', 'paper', { via: ['wire', 'post'] }),
  say('port', 'alias', 'The docks', 'paper', { via: ['wire'] }),
];
const rewrite: CaseRecord = { kind: 'source', id: 'copy', title: 'The copy', derivedFrom: ['wire'] };
const seen = (...more: CaseRecord[]) => new CaseUnderLens(new Case([...smallRecords(), ...more]));

test('a source draws on what it quotes, what that quotes in turn, and what it rewrites', () => {
  const look = seen(...quoted, rewrite);
  expect(drawings(look)).toEqual([
    { from: 'copy', on: 'wire', rewrites: true, claims: 0 },
    { from: 'paper', on: 'wire', rewrites: false, claims: 2 },
    { from: 'wire', on: 'post', rewrites: false, claims: 1 },
  ]);
  expect(drawsOn(drawings(look)).get('paper')).toEqual(new Set(['wire']));
});

test('the lens keeps drawings out', () => {
  const of = new Case([...smallRecords(), ...quoted]);
  expect(drawings(new CaseUnderLens(of, { sources: { mode: 'except', ids: ['post'] } }))).toEqual([
    { from: 'paper', on: 'wire', rewrites: false, claims: 1 },
  ]);
});

test('the sources’ graph is a case: sources and ties, with nothing confidential in an export of it', () => {
  const look = seen(
    ...quoted,
    rewrite,
    { kind: 'source', id: 'own', title: 'Own work', independentOf: ['wire', 'leak'] },
    say('bo', 'alias', 'B.', 'paper', { via: ['leak'] }),
  );
  const records = sourceCase(look);
  const of = new Case(records);
  const inside = new CaseUnderLens(of);
  expect([...inside.entities()].map(({ id }) => id).sort()).toEqual([
    'copy',
    'leak',
    'own',
    'paper',
    'post',
    'wire',
  ]);
  expect([...inside.relations()].length).toBe(6);
  expect([...vocabularyFaults(of)]).toEqual([]);
  const secret = [...of.sources()].filter((source) => source.confidential).map(({ id }) => id);
  const open = new CaseUnderLens(of, { sources: { mode: 'except', ids: secret } });
  expect([...open.entities()].map(({ id }) => id)).not.toContain('leak');
});

test('what rewrites one report is one voice; nothing is independent that nobody stated to be', () => {
  const of = new Case([
    ...smallRecords(),
    rewrite,
    { kind: 'source', id: 'own', title: 'Own work', independentOf: ['wire'] },
  ]);
  const voices = (...sources: string[]) =>
    saySupport(
      supportOf(
        of,
        sources.map((source) => say('port', 'alias', 'The docks', source)),
      ),
    );
  expect(voices('wire')).toBe('one source');
  expect(voices('wire', 'copy')).toBe('two sources, one origin');
  expect(voices('wire', 'own')).toBe('two independent sources');
  expect(voices('copy', 'own')).toBe('two independent sources');
  expect(voices('wire', 'own', 'paper')).toBe('three sources, independence unknown');
});
