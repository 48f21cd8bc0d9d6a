// Paths in words: each kind of tie as a sentence.
import { describe, expect, it } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import type { CaseRecord, Stance } from '../../src/case/records.ts';
import { shortestPaths } from '../../src/graph/paths.ts';
import { project } from '../../src/graph/project.ts';
import { sentencesOf, type Sentence } from '../../src/graph/sentences.ts';
import { withShared } from '../../src/graph/shared.ts';
import { say, smallRecords } from '../smallCase.ts';

/** The sentence for one edge. */
function sentence(
  records: Iterable<CaseRecord>,
  edge: string,
  lens: Lens = {},
  shared: string[] = [],
): Sentence {
  const seen = new CaseUnderLens(new Case(records), lens);
  const graph = withShared(project(seen), seen, shared);
  return sentencesOf(seen, graph, { nodes: graph.extremities(edge), edges: [edge], parallel: [[]] })[0]!;
}

/** A relation of a schema, and its sentence: `ends` are [property, id, schema] twice, `more` what else is said. */
type End = readonly [property: string, id: string, schema: string];
function tied(
  schema: string,
  ends: readonly [End, End],
  more: Record<string, string> = {},
  stance: Stance = 'affirmed',
  header?: object,
) {
  const records: CaseRecord[] = [
    { kind: 'header', id: 'case', name: 'A case', ...header },
    { kind: 'source', id: 'paper', title: 'The paper' },
    { kind: 'relation', id: 'tie', schema },
    ...ends.flatMap(([property, id, schema]): CaseRecord[] => [
      { kind: 'entity', id, schema },
      say(id, 'name', id),
      say('tie', property, id, 'paper', { stance }),
    ]),
    ...Object.entries(more).map(([property, value]) => say('tie', property, value, 'paper', { stance })),
  ];
  return sentence(records, 'tie').text;
}

const DIRECTORSHIP: [End, End] = [
  ['director', 'Ann', 'Person'],
  ['organization', 'Acme', 'Company'],
];
const OWNERS: [End, End] = [
  ['owner', 'the Western banks', 'Organization'],
  ['asset', 'Acme', 'Company'],
];
const FAMILY: [End, End] = [
  ['person', 'Ann', 'Person'],
  ['relative', 'Bo', 'Person'],
];

describe('a relation in words', () => {
  it.each([
    ['Directorship', DIRECTORSHIP, { role: 'chairman' }, 'Ann is chairman of Acme'],
    ['Directorship', DIRECTORSHIP, {}, 'Ann directs Acme'],
    ['Directorship', DIRECTORSHIP, { role: 'chairman', endDate: '2019' }, 'Ann was chairman of Acme'],
    ['Directorship', DIRECTORSHIP, { status: 'former' }, 'Ann directed Acme'],
    [
      'Employment',
      [
        ['employee', 'Ann', 'Person'],
        ['employer', 'Acme', 'Company'],
      ],
      { role: 'engineer' },
      'Ann is engineer at Acme',
    ],
    [
      'Employment',
      [
        ['employee', 'Ann', 'Person'],
        ['employer', 'Acme', 'Company'],
      ],
      {},
      'Ann works for Acme',
    ],
    ['Ownership', OWNERS, {}, 'The Western banks own Acme'],
    ['Ownership', OWNERS, { endDate: '2019' }, 'The Western banks owned Acme'],
    [
      'Ownership',
      [
        ['owner', 'Reuters', 'Company'],
        ['asset', 'Acme', 'Company'],
      ],
      {},
      'Reuters owns Acme',
    ],
    [
      'Ownership',
      [
        ['owner', 'ministry of affairs', 'PublicBody'],
        ['asset', 'Acme', 'Company'],
      ],
      {},
      'Ministry of affairs owns Acme',
    ],
    ['Family', FAMILY, { relationship: 'mother' }, 'Bo is mother of Ann'],
    ['Family', FAMILY, {}, 'Ann is related to Bo'],
    [
      'Associate',
      [
        ['person', 'Ann', 'Person'],
        ['associate', 'Bo', 'Person'],
      ],
      { relationship: 'friend' },
      'Ann – friend – Bo',
    ],
    [
      'Occupancy',
      [
        ['holder', 'Ann', 'Person'],
        ['post', 'Mayor', 'Position'],
      ],
      {},
      'Ann holds the post of Mayor',
    ],
    [
      'Payment',
      [
        ['payer', 'Ann', 'Person'],
        ['beneficiary', 'Bo', 'Person'],
      ],
      { date: '2019' },
      'Ann paid Bo',
    ],
    [
      'CourtCaseParty',
      [
        ['party', 'Ann', 'Person'],
        ['case', 'fraud case', 'CourtCase'],
      ],
      { role: 'connected' },
      'Ann is connected to the fraud case',
    ],
    [
      'Representation',
      [
        ['agent', 'Ann', 'Person'],
        ['client', 'Acme', 'Company'],
      ],
      { role: 'acting for' },
      'Ann is acting for Acme',
    ],
    [
      'UnknownLink',
      [
        ['subject', 'Ann', 'Person'],
        ['object', 'Bo', 'Person'],
      ],
      { role: 'watches' },
      'Ann – watches – Bo',
    ],
    [
      'UnknownLink',
      [
        ['subject', 'Ann', 'Person'],
        ['object', 'Bo', 'Person'],
      ],
      {},
      'Ann is linked to Bo',
    ],
  ] as const)('%s %j %j: %s', (schema, ends, more, text) => {
    expect(tied(schema, ends, more)).toBe(text);
  });

  it.each([
    ['alleged', DIRECTORSHIP, { role: 'chairman' }, 'Ann is said to be chairman of Acme'],
    ['alleged', DIRECTORSHIP, { endDate: '2019' }, 'Ann is said to have directed Acme'],
    ['alleged', [['owner', 'the banks', 'Organization'], OWNERS[1]], {}, 'The banks are said to own Acme'],
    ['denied', DIRECTORSHIP, { role: 'chairman' }, 'Ann is not chairman of Acme, according to “The paper”'],
    ['denied', DIRECTORSHIP, {}, 'Ann does not direct Acme, according to “The paper”'],
    ['denied', OWNERS, {}, 'The Western banks do not own Acme, according to “The paper”'],
  ] as const)('%s, of Directorship or Ownership %j %j: %s', (stance, ends, more, text) => {
    expect(
      tied(ends[0][0] === 'owner' ? 'Ownership' : 'Directorship', ends as [End, End], more, stance),
    ).toBe(text);
  });

  it.each([
    ['alleged', 'Ann – watches – Bo (alleged)'],
    ['denied', 'Ann – watches – Bo (denied by “The paper”)'],
  ] as const)('without grammar still says that it is %s', (stance, text) => {
    expect(
      tied(
        'UnknownLink',
        [
          ['subject', 'Ann', 'Person'],
          ['object', 'Bo', 'Person'],
        ],
        { role: 'watches' },
        stance,
      ),
    ).toBe(text);
  });

  it('of the case’s own type takes the preposition of its label', () => {
    const edge = { source: 'person', target: 'associate', directed: true, label: 'served under' };
    const schemata = [{ name: 'Service', label: 'Service', extends: ['Associate'], edge }];
    const ends: [End, End] = [
      ['person', 'Ann', 'Person'],
      ['associate', 'Bo', 'Person'],
    ];
    expect(tied('Service', ends, { relationship: 'deputy' }, 'affirmed', { schemata })).toBe(
      'Ann is deputy under Bo',
    );
    expect(tied('Service', ends, {}, 'affirmed', { schemata })).toBe('Ann – served under – Bo');
  });

  it('is alleged where only its role is, and keeps a denied role to itself', () => {
    const without = smallRecords().filter(
      (record) => !(record.kind === 'claim' && record.property === 'role'),
    );
    const role = (stance: Stance) =>
      sentence([...without, say('ann-acme', 'role', 'chair', 'wire', { stance })], 'ann-acme');
    expect(role('affirmed')).toMatchObject({ text: 'Ann Ahlberg is chair of Acme AB', stance: 'affirmed' });
    expect(role('alleged')).toMatchObject({
      text: 'Ann Ahlberg is said to be chair of Acme AB',
      stance: 'alleged',
    });
    expect(role('denied')).toMatchObject({ text: 'Ann Ahlberg directs Acme AB', stance: 'affirmed' });
  });

  it('is alleged where one of its ends is', () => {
    const records = smallRecords().filter(
      (record) => !(record.kind === 'claim' && record.property === 'organization'),
    );
    const alleged = [...records, say('ann-acme', 'organization', 'acme', 'wire', { stance: 'alleged' })];
    expect(sentence(alleged, 'ann-acme')).toMatchObject({
      stance: 'alleged',
      text: 'Ann Ahlberg is said to be chair of Acme AB',
    });
  });

  it('names whom a denial is credited to', () => {
    const denied = { stance: 'denied', attributedTo: ['bo', 'ann'] } as const;
    const ends = [say('cut', 'subject', 'ann', 'wire', denied), say('cut', 'object', 'port', 'wire', denied)];
    const records: CaseRecord[] = [
      ...smallRecords(),
      { kind: 'relation', id: 'cut', schema: 'UnknownLink' },
      ...ends,
    ];
    expect(sentence(records, 'cut').text).toBe(
      'Ann Ahlberg is not linked to Port Authority, according to Bo Berg',
    );
  });
});

describe('the small case in words', () => {
  it.each([
    ['ann-acme', 'Ann Ahlberg is chair of Acme AB', 'since 2014', ['The paper'], 'one source'],
    ['bo-acme', 'Bo Berg owns Acme AB', '', ['The leak'], 'one source'],
    ['ann-bo', 'Ann Ahlberg is associated with Bo Berg', '', ['The wire'], 'one source'],
    [
      'dinner involved bo',
      'Bo Berg is said to have been involved in Dinner at the port',
      'May 2019',
      ['The wire'],
      'one source',
    ],
    [
      'dinner organizer port',
      'The organizer of Dinner at the port was Port Authority',
      'May 2019',
      ['The paper'],
      'one source',
    ],
    [' phone +4685550100 bo', 'Bo Berg – phone – +4685550100', '', ['The leak'], 'one source'],
  ])('%s: %s', (edge, text, dates, sources, support) => {
    expect(sentence(smallRecords(), edge, {}, ['phone'])).toMatchObject({
      text,
      dates,
      sources,
      support,
      edge,
    });
  });

  it('says of a disputed tie that it is', () => {
    expect(sentence(smallRecords(), 'ann-bo')).toMatchObject({ disputed: true, stance: 'affirmed' });
  });

  it('has no sentences for a path without steps', () => {
    const seen = new CaseUnderLens(new Case(smallRecords()));
    const graph = project(seen);
    expect(sentencesOf(seen, graph, shortestPaths(graph, 'ann', 'ann')[0]!)).toEqual([]);
  });
});
