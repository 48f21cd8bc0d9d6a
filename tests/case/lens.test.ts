// The lens: what passes, what shows, and what is kept back.
import { describe, expect, test } from 'vitest';
import {
  admits,
  CaseUnderLens,
  isOpen,
  narrowed,
  OPEN,
  toggled,
  withoutConfidential,
  type Lens,
} from '../../src/case/lens.ts';
import * as facets from '../../src/case/facets.ts';
import { nameOf, otherNames, relationLabel } from '../../src/case/names.ts';
import { saySupport, supportOf } from '../../src/case/support.ts';
import { claimOf } from '../../src/case/claimId.ts';
import { say, smallCase } from '../smallCase.ts';

const shown = (lens: Lens) => Array.from(new CaseUnderLens(smallCase(), lens).entities(), ({ id }) => id);
const ties = (lens: Lens) => Array.from(new CaseUnderLens(smallCase(), lens).relations(), ({ id }) => id);
const only = (...ids: string[]) => ({ mode: 'only', ids }) as const;
const except = (...ids: string[]) => ({ mode: 'except', ids }) as const;

describe('what shows under a lens', () => {
  test.each<{ title: string; lens: Lens; entities: string[]; relations: string[] }>([
    {
      title: 'all under the open lens',
      lens: OPEN,
      entities: ['ann', 'bo', 'acme', 'port', 'dinner'],
      relations: ['ann-acme', 'bo-acme', 'ann-bo'],
    },
    {
      title: 'one source: what it says, and what its ties end at',
      lens: { sources: only('wire') },
      entities: ['ann', 'bo', 'dinner'],
      relations: ['ann-bo'],
    },
    {
      title: 'without a source',
      lens: { sources: except('leak') },
      entities: ['ann', 'bo', 'acme', 'port', 'dinner'],
      relations: ['ann-acme', 'ann-bo'],
    },
    {
      title: 'only what is denied',
      lens: { stances: only('denied') },
      entities: ['ann', 'bo'],
      relations: ['ann-bo'],
    },
    {
      title: 'a type left out takes its ties with it',
      lens: { entityTypes: except('Company') },
      entities: ['ann', 'bo', 'port', 'dinner'],
      relations: ['ann-bo'],
    },
    {
      title: 'only one type of relation leaves the entities',
      lens: { relationTypes: only('Ownership') },
      entities: ['ann', 'bo', 'acme', 'port', 'dinner'],
      relations: ['bo-acme'],
    },
    {
      title: 'disputed only: what is disputed, with the ends of disputed ties',
      lens: { disputedOnly: true },
      entities: ['ann', 'bo'],
      relations: ['ann-bo'],
    },
    {
      title: 'as of a year: what may have been so then, the undated too',
      lens: { time: { when: '2013', sure: 'possibly' } },
      entities: ['ann', 'bo', 'acme', 'port'],
      relations: ['bo-acme', 'ann-bo'],
    },
    {
      title: 'as of the month of an event',
      lens: { time: { when: '2019-05', sure: 'possibly' } },
      entities: ['ann', 'bo', 'acme', 'port', 'dinner'],
      relations: ['ann-acme', 'bo-acme', 'ann-bo'],
    },
    {
      title: 'certainly within a span: neither what is undated nor what has no end',
      lens: { time: { when: '2019', sure: 'certainly' } },
      entities: ['ann', 'bo', 'acme', 'port', 'dinner'],
      relations: [],
    },
    {
      title: 'two voices: entities that two sources speak of',
      lens: { voices: { atLeast: 2 } },
      entities: ['ann', 'bo', 'acme', 'dinner'],
      relations: [],
    },
    {
      title: 'two voices stated to be independent: none is',
      lens: { voices: { atLeast: 2, stated: true } },
      entities: [],
      relations: [],
    },
    {
      title: 'only what is graded: nothing is',
      lens: { ungraded: 'out' },
      entities: [],
      relations: [],
    },
    {
      title: 'a floor lets the ungraded pass',
      lens: { reliability: 'A', credibility: 1 },
      entities: ['ann', 'bo', 'acme', 'port', 'dinner'],
      relations: ['ann-acme', 'bo-acme', 'ann-bo'],
    },
  ])('$title', ({ lens, entities, relations }) => {
    expect(shown(lens)).toEqual(entities);
    expect(ties(lens)).toEqual(relations);
  });

  test('a claim that came through a source left out does not pass', () => {
    const of = smallCase();
    const claim = say('port', 'alias', 'The harbour', 'paper', { via: ['wire'] });
    of.apply({ added: [claim], updated: [], removed: [] });
    expect(new CaseUnderLens(of, { sources: except('wire') }).passes(claim)).toBe(false);
    expect(new CaseUnderLens(of, { sources: only('paper') }).passes(claim)).toBe(false);
    expect(new CaseUnderLens(of, { sources: only('paper', 'wire') }).passes(claim)).toBe(true);
  });

  test('claims credited to somebody can be asked for, or left out', () => {
    const of = smallCase();
    const credited = say('port', 'alias', 'The harbour', 'paper', { attributedTo: ['bo', 'ann'] });
    const plain = say('port', 'alias', 'The docks');
    expect(new CaseUnderLens(of, { attributedTo: only('ann') }).passes(credited)).toBe(true);
    expect(new CaseUnderLens(of, { attributedTo: only('ann') }).passes(plain)).toBe(false);
    expect(new CaseUnderLens(of, { attributedTo: except('ann') }).passes(credited)).toBe(false);
    expect(new CaseUnderLens(of, { attributedTo: except('ann') }).passes(plain)).toBe(true);
  });

  test('an entity whose name only a hidden source gives does not show that name', () => {
    const of = smallCase();
    of.apply({
      added: [
        { kind: 'entity', id: 'cy', schema: 'Person' },
        say('cy', 'name', 'Cy', 'leak'),
        say('cy', 'country', 'se'),
      ],
      updated: [],
      removed: [],
    });
    expect(nameOf(new CaseUnderLens(of), 'cy')).toBe('Cy');
    expect(nameOf(new CaseUnderLens(of, { sources: except('leak') }), 'cy')).toBe('Unnamed person');
  });
});

describe('changing a lens', () => {
  test('toggling twice gives the open lens again', () => {
    const once = toggled(OPEN, 'sources', 'wire');
    expect(once).toEqual({ sources: except('wire') });
    expect(isOpen(once)).toBe(false);
    expect(isOpen(toggled(once, 'sources', 'wire'))).toBe(true);
  });

  test('toggling under "only" adds to it', () => {
    expect(toggled({ stances: only('denied') }, 'stances', 'alleged')).toEqual({
      stances: only('denied', 'alleged'),
    });
  });

  test('narrowing to the same again opens the facet', () => {
    const once = narrowed(OPEN, 'stances', ['denied']);
    expect(once).toEqual({ stances: only('denied') });
    expect(narrowed(once, 'stances', ['denied'])).toEqual({});
  });

  test('admits follows the mode', () => {
    expect([
      admits(undefined, 'a'),
      admits(only('a'), 'a'),
      admits(only('b'), 'a'),
      admits(except('a'), 'a'),
    ]).toEqual([true, true, false, false]);
  });

  test('what leaves the machine is looked at without confidential sources, whatever the lens lets through', () => {
    const sources = [...smallCase().sources()];
    expect(withoutConfidential(OPEN, sources)).toEqual({ sources: except('leak') });
    expect(withoutConfidential({ sources: only('leak', 'wire') }, sources)).toEqual({
      sources: only('wire'),
    });
    expect(withoutConfidential({ sources: only('leak') }, sources)).toEqual({ sources: only() });
    expect(shown(withoutConfidential({ sources: only('leak') }, sources))).toEqual([]);
  });
});

describe('facets', () => {
  test('each is counted as if it were open itself', () => {
    const lens: Lens = { stances: only('denied'), sources: only('paper') };
    expect(facets.stances(new CaseUnderLens(smallCase(), lens))).toEqual(
      new Map([
        ['affirmed', 14],
        ['denied', 2],
      ]),
    );
    expect(
      facets.sources(new CaseUnderLens(smallCase(), lens)).map(({ id, claims }) => [id, claims]),
    ).toEqual([['paper', 2]]);
  });

  test('entities and ties are counted by type', () => {
    expect(facets.entityTypes(new CaseUnderLens(smallCase(), OPEN))).toEqual(
      new Map([
        ['Person', 2],
        ['Company', 1],
        ['Event', 1],
        ['Organization', 1],
      ]),
    );
    expect([...facets.relationTypes(new CaseUnderLens(smallCase(), OPEN)).keys()].sort()).toEqual([
      'Associate',
      'Directorship',
      'Ownership',
      'involved',
      'organizer',
    ]);
  });

  test('values that two entities share can be nodes', () => {
    expect(facets.sharedTypes(smallCase())).toEqual(new Map([['phone', 1]]));
  });
});

describe('names and labels', () => {
  const seen = new CaseUnderLens(smallCase());
  test('an entity has a name and other names', () => {
    expect(nameOf(seen, 'ann')).toBe('Ann Ahlberg');
    expect(otherNames(seen, 'ann')).toEqual(['A. Ålberg']);
  });
  test('a relation is labelled by its role and dates, else by its verb', () => {
    expect(relationLabel(seen, 'ann-acme')).toBe('chair (since 2014)');
    expect(relationLabel(seen, 'bo-acme')).toBe('owns');
  });
});

describe('voices', () => {
  const of = smallCase();
  of.apply({
    added: [
      { kind: 'source', id: 'copy', title: 'A copy', derivedFrom: ['wire'] },
      { kind: 'source', id: 'own', title: 'Own work', independentOf: ['wire', 'copy'] },
    ],
    updated: [],
    removed: [],
  });
  const by = (source: string, via?: string[]) =>
    claimOf({ subject: 'port', property: 'alias', value: 'x', source, via, stance: 'affirmed' });
  test.each([
    { title: 'one source is one voice', claims: [by('paper')], voices: 1, says: 'one source' },
    {
      title: 'a rewrite is no voice of its own',
      claims: [by('wire'), by('copy')],
      voices: 1,
      says: 'two sources, one origin',
    },
    {
      title: 'two articles that quote one report are one voice',
      claims: [by('paper', ['wire']), by('wire')],
      voices: 1,
      says: 'two sources, one origin',
    },
    {
      title: 'nothing is independent that nobody stated to be',
      claims: [by('paper'), by('wire')],
      voices: 2,
      says: 'two sources, independence unknown',
    },
    {
      title: 'independence that is stated is said',
      claims: [by('own'), by('wire'), by('copy')],
      voices: 2,
      says: 'two independent sources',
    },
  ])('$title', ({ claims, voices, says }) => {
    expect(supportOf(of, claims).voices).toBe(voices);
    expect(saySupport(supportOf(of, claims))).toBe(says);
  });
});
