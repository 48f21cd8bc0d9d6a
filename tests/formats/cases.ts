// Cases for the tests of formats: a small one with every feature, and one of the nastiest strings.
import { Case } from '../../src/case/case.ts';
import { claimOf } from '../../src/case/claimId.ts';
import { CaseUnderLens, OPEN, type Lens } from '../../src/case/lens.ts';
import type { CaseRecord, Claim, Stance } from '../../src/case/records.ts';
import type { Outgoing } from '../../src/formats/format.ts';

type Parts = Omit<Claim, 'id' | 'kind'>;

export const claim = (
  subject: string,
  property: string,
  value: string,
  { stance = 'affirmed', source = 'post', ...rest }: Partial<Parts> & { stance?: Stance } = {},
): Claim => claimOf({ subject, property, value, source, stance, ...rest });

const entity = (id: string, schema: string): CaseRecord => ({ kind: 'entity', id, schema });
const relation = (id: string, schema: string): CaseRecord => ({ kind: 'relation', id, schema });

/** Types of its own, lists, loops, parallel and many-ended ties, disputes, all stances, a confidential source. */
export const smallRecords = (): CaseRecord[] => [
  {
    kind: 'header',
    id: 'case',
    name: 'A small case',
    description: 'Made up.',
    schemata: [
      {
        name: 'Aide',
        label: 'Aide',
        extends: ['Employment'],
        edge: { source: 'employee', target: 'employer', directed: true, label: 'aide of' },
      },
      {
        name: 'Person',
        label: 'Person',
        extends: ['LegalEntity'],
        properties: [{ name: 'sentence', label: 'Sentence', type: 'duration', single: true }],
      },
    ],
    unknown: { later: { kept: [1, '__proto__'] } },
  },
  { kind: 'source', id: 'post', title: 'The Post', publisher: 'Post & Sons', date: '2024-05' },
  { kind: 'source', id: 'mole', title: 'Our mole', confidential: true },
  { kind: 'source', id: 'echo', title: 'Echo', derivedFrom: ['post'] },
  entity('ann', 'Person'),
  entity('bob', 'Person'),
  entity('acme', 'Company'),
  entity('parent', 'Company'),
  entity('trial', 'Event'),
  entity('ghost', 'Person'),
  entity('rumoured', 'Person'),
  relation('works', 'Employment'),
  relation('aide', 'Aide'),
  relation('owns', 'Ownership'),
  relation('friends', 'Associate'),
  relation('self', 'UnknownLink'),
  relation('denied', 'Membership'),
  relation('secret', 'Payment'),
  claim('ann', 'name', 'Ann Ōno', {
    language: 'en',
    locators: [{ place: 'line 1', position: { start: 0, end: 7 } }],
  }),
  claim('ann', 'name', 'Ann Ono', { source: 'echo' }),
  claim('ann', 'birthDate', '1970'),
  claim('ann', 'birthDate', '1971-02', { source: 'echo', stance: 'alleged' }),
  claim('ann', 'sentence', '>P3Y'),
  claim('ann', 'position', 'spy', { stance: 'alleged', attributedTo: ['bob'] }),
  claim('ann', 'position', 'thief', { stance: 'denied' }),
  claim('ann', 'notes', 'only the mole knows', { source: 'mole' }),
  claim('bob', 'name', 'Bob', { held: '2010/2012' }),
  claim('acme', 'name', 'Acme, "Inc."'),
  claim('acme', 'parent', 'parent'),
  claim('acme', 'country', 'ru'),
  claim('acme', 'country', 'de'),
  claim('acme', 'sourceUrl', 'https://example.org/?a=1&b=2'),
  claim('parent', 'name', 'Parent'),
  claim('trial', 'name', 'The trial'),
  claim('trial', 'date', '2020-03~'),
  claim('trial', 'involved', 'ann'),
  claim('trial', 'involved', 'bob', { stance: 'alleged' }),
  claim('ghost', 'name', 'Ghost', { stance: 'denied' }),
  claim('rumoured', 'name', 'Rumoured', { stance: 'alleged' }),
  ...ends('works', ['employee', 'ann'], ['employer', 'acme']),
  claim('works', 'role', 'director'),
  claim('works', 'startDate', '2014'),
  claim('works', 'endDate', '2019-06'),
  ...ends('aide', ['employee', 'bob'], ['employer', 'ann'], 'alleged'),
  claim('aide', 'role', 'driver', { stance: 'alleged' }),
  ...ends('owns', ['owner', 'ann'], ['asset', 'acme']),
  claim('owns', 'owner', 'bob'),
  claim('owns', 'percentage', '51'),
  ...ends('friends', ['person', 'ann'], ['associate', 'bob']),
  ...ends('self', ['subject', 'ann'], ['object', 'ann']),
  ...ends('denied', ['member', 'ann'], ['organization', 'parent'], 'denied'),
  ...ends('secret', ['payer', 'ann'], ['beneficiary', 'bob'], 'affirmed', 'mole'),
  {
    kind: 'judgement',
    id: 'j1',
    about: 'identity',
    verdict: 'different',
    entities: ['ann', 'bob'],
    date: '2025-01-01',
  },
  { kind: 'view', id: 'v1', name: 'All', hidden: ['ghost'], placements: { ann: [1, -2.5], bob: [30, 4] } },
  { kind: 'view', id: 'working', name: 'Working', hidden: ['bob'] },
];

function ends(
  id: string,
  from: [string, string],
  to: [string, string],
  stance: Stance = 'affirmed',
  source = 'post',
): Claim[] {
  return [claim(id, ...from, { stance, source }), claim(id, ...to, { stance, source })];
}

export const NASTY: readonly string[] = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '007',
  '1e5',
  '12345678901234567890',
  'NULL',
  'a,b;c\td|e',
  '"quoted" \'too\'',
  '=1+1',
  '+49 30',
  '-1',
  '@cmd',
  'line\nbreak',
  'carriage\rreturn\r\nboth',
  ']]>',
  '<script>alert(1)</script>&amp;',
  '\u0000\u0001\u001f',
  '\u007f\u0085\u2028\u2029',
  '\ud800 lone \udc00',
  '\ufffe\uffff',
  'שלום עולם \u202e',
  '👩‍👩‍👧‍👦 emoji 𝒳',
  'é',
  'é',
  'x'.repeat(20_000),
  '# comment',
  '\\n \\" \\',
  '{"a":[1]}',
  '[1, 2]',
  "''",
  'true',
  '\ufeffbom',
  'Ann (alleged)',
  'type (property)',
];

/** Every nasty string as an id, a name, a value, a property, a type, a source's title, a role. */
export const nastyRecords = (): CaseRecord[] => [
  { kind: 'header', id: 'case', name: 'Nasty <strings> & "such"\n', description: NASTY.join('\n') },
  ...NASTY.flatMap((text, i): CaseRecord[] => [
    { kind: 'source', id: `source ${text}`, title: text },
    entity(`n${text}`, i % 3 === 0 && text.trim() !== '' ? text : 'Person'),
    relation(`r${text}`, 'UnknownLink'),
    claim(`n${text}`, 'name', text === '' ? 'empty' : text, { source: `source ${text}` }),
    claim(`n${text}`, text.trim() === '' ? 'notes' : text, text === '' ? 'empty' : text, {
      source: `source ${text}`,
    }),
    claim(`r${text}`, 'subject', `n${text}`, { source: `source ${text}` }),
    claim(`r${text}`, 'object', `n${NASTY[(i + 1) % NASTY.length]}`, { source: `source ${text}` }),
    claim(`r${text}`, 'role', text === '' ? 'empty' : text, { source: `source ${text}` }),
  ]),
];

export const outgoing = (records: Iterable<CaseRecord>, lens: Lens = OPEN): Outgoing => {
  const of = new Case(records);
  const view = [...of.views()].find(({ placements }) => placements);
  return { seen: new CaseUnderLens(of, lens), placements: new Map(Object.entries(view?.placements ?? {})) };
};
