import { flushSync } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { fromEnglish, readValue } from '../../src/app/dialogs/reading.ts';
import { smallRecords } from '../smallCase.ts';
import { stage, type Staged } from './stage.ts';

let at: Staged;
afterEach(() => at?.end());

const open = (ask: (forms: Staged['forms']) => void) => {
  at = stage();
  ask(at.forms);
  flushSync();
};
const submit = () => {
  at.root
    .querySelector('form')!
    .dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  flushSync();
};
const problem = () => at.root.querySelector('[role=alert]')?.textContent;
const claimsOf = (id: string) => at.w.case.claims.claimsOf(id);
const named = (name: string) =>
  [...at.w.case.claims].find((claim) => claim.property === 'name' && claim.value === name)?.subject;
const pick = (label: string, words: string) => {
  const field = at.field(label);
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  at.press(field, 'Enter');
};

describe('a new entity', () => {
  test('is one step with its claims, its source and its place, and is selected', () => {
    open((forms) => forms.entity());
    at.fill('Name', 'Cy Carl');
    at.fill('Birth date', 'August 1960');
    at.fill('Source', 'wire');
    at.fill('Place in the source', 'line 3');
    submit();
    const id = named('Cy Carl')!;
    expect(at.w.case.entity(id)?.schema).toBe('Person');
    expect(claimsOf(id)).toMatchObject([
      {
        property: 'name',
        value: 'Cy Carl',
        source: 'wire',
        stance: 'affirmed',
        locators: [{ place: 'line 3' }],
      },
      { property: 'birthDate', value: '1960-08', source: 'wire' },
    ]);
    expect(at.w.selection.nodes).toEqual([id]);
    expect(at.forms.open).toBeUndefined();
    expect(at.w.done).toHaveLength(1);
    at.w.undo();
    expect(at.w.case.entity(id)).toBeUndefined();
  });

  test('needs a name, a source that is chosen, and dates that can be read', () => {
    open((forms) => forms.entity());
    submit();
    expect(problem()).toContain('name');
    at.fill('Name', 'Cy Carl');
    submit();
    expect(problem()).toContain('source');
    at.fill('Source', 'wire');
    at.fill('Birth date', 'long ago');
    submit();
    expect(problem()).toContain('Birth date');
    expect(at.w.done).toHaveLength(0);
  });

  test('can bring its own source, in the same step; that source is offered next time', () => {
    open((forms) => forms.entity());
    at.fill('Name', 'Cy Carl');
    at.fill('Source', 'new source');
    at.fill('Its title', 'The ledger');
    submit();
    const source = claimsOf(named('Cy Carl')!)[0]!.source;
    expect(at.w.case.source(source)?.title).toBe('The ledger');
    expect(at.w.done).toHaveLength(1);
    at.forms.entity();
    flushSync();
    expect(at.field('Source').value).toBe(source);
  });

  test('warns of a namesake', () => {
    open((forms) => forms.entity());
    at.fill('Name', 'ann ahlberg');
    expect(at.text()).toContain('There is a person of that name already');
  });
});

describe('a new relation', () => {
  test('joins the two asked for, as their types allow, with role and dates', () => {
    open((forms) => forms.relation('bo', 'port'));
    at.fill('Type', 'Employment');
    at.fill('Role', 'guard');
    at.fill('Start date', '2016');
    at.fill('Source', 'paper');
    submit();
    const relation = [...at.w.case.relations()].at(-1)!;
    const said = Object.fromEntries(claimsOf(relation.id).map(({ property, value }) => [property, value]));
    expect(relation.schema).toBe('Employment');
    expect(said).toEqual({ employee: 'bo', employer: 'port', role: 'guard', startDate: '2016' });
    expect(at.w.selection.edges).toEqual([relation.id]);
    expect(at.w.done).toHaveLength(1);
  });

  test('offers only what an end can be', () => {
    open((forms) => forms.relation());
    at.fill('Type', 'Employment');
    const field = at.root.querySelectorAll<HTMLInputElement>('input[role=combobox]')[1]!;
    field.click();
    flushSync();
    const offered = Array.from(at.root.querySelectorAll('[role=option]'), (option) => option.textContent);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.join()).not.toContain('Dinner');
  });

  test('needs both ends', () => {
    open((forms) => forms.relation('ann'));
    at.fill('Source', 'paper');
    submit();
    expect(problem()).toContain('Choose');
    pick('Object', 'bo');
    submit();
    expect(at.w.done).toHaveLength(1);
  });
});

describe('a claim', () => {
  const birth = () => claimsOf('ann').find(({ value }) => value === '1970')!;

  test('is added with stance, credit and way', () => {
    open((forms) => forms.claimAbout('ann', 'birthDate'));
    at.fill('Value', 'about 1972');
    at.fill('Source', 'paper');
    (at.root.querySelector('input[value=alleged]') as HTMLInputElement).click();
    flushSync();
    pick('Credited to', 'bo');
    at.fill('Quoted in the source from', 'wire');
    submit();
    expect(claimsOf('ann').at(-1)).toMatchObject({
      value: '1972~',
      stance: 'alleged',
      attributedTo: ['bo'],
      via: ['wire'],
      source: 'paper',
    });
  });

  test('is edited in one step that undo takes back, and keeps its range in the text', () => {
    const located = smallRecords().map((record) =>
      record.kind === 'claim' && record.value === '1970'
        ? { ...record, locators: [{ place: 'page 1', position: { start: 3, end: 7 } }] }
        : record,
    );
    at = stage(undefined, {}, located);
    at.forms.editClaim(birth());
    flushSync();
    at.fill('Value', '1969');
    at.fill('Place in the source', 'page 2');
    submit();
    const edited = claimsOf('ann').find(({ value }) => value === '1969');
    expect(edited?.locators).toEqual([{ place: 'page 2', position: { start: 3, end: 7 } }]);
    expect(birth()).toBeUndefined();
    at.w.undo();
    expect(birth().locators?.[0]?.place).toBe('page 1');
  });

  test('tells at once how a date reads, and says so where it cannot be read', () => {
    open((forms) => forms.claimAbout('ann', 'birthDate'));
    at.fill('Value', '2023-08');
    expect(at.text()).toContain('August 2023');
    at.fill('Value', 'soon');
    expect(at.text()).toContain('Not a date that can be read');
    at.fill('Source', 'paper');
    submit();
    expect(problem()).toContain('Not a date');
    expect(at.w.done).toHaveLength(0);
  });

  test('is deleted in one step', () => {
    open((forms) =>
      forms.editClaim(smallRecords().find((r) => r.kind === 'claim' && r.value === '1971') as never),
    );
    at.click('button', 'Delete this claim');
    expect(claimsOf('ann').some(({ value }) => value === '1971')).toBe(false);
    expect(at.w.done).toHaveLength(1);
  });
});

test('deleting an entity says what goes with it, and undo brings it back', () => {
  open((forms) => forms.delete(['ann']));
  expect(at.text()).toMatch(/2 relations and \d+ claims go with it/);
  const before = at.w.case.claims.size;
  submit();
  expect(at.w.case.entity('ann')).toBeUndefined();
  at.w.undo();
  expect(at.w.case.claims.size).toBe(before);
});

test('another type keeps the claims and names what it does not know', () => {
  open((forms) => forms.changeType('ann'));
  at.fill('Type', 'Organization');
  expect(at.text()).toContain('birth date');
  submit();
  expect(at.w.case.entity('ann')?.schema).toBe('Organization');
  expect(claimsOf('ann').some(({ property }) => property === 'birthDate')).toBe(true);
});

test('a source is edited in one step, and an unfilled field is dropped', () => {
  open((forms) => forms.source('leak'));
  at.fill('Publisher', 'Nobody');
  at.fill('Reliability', 'C');
  (at.root.querySelector('input[type=checkbox]') as HTMLInputElement).click();
  submit();
  expect(at.w.case.source('leak')).toEqual({
    kind: 'source',
    id: 'leak',
    title: 'The leak',
    publisher: 'Nobody',
    reliability: 'C',
  });
});

test('deleting a source asks first, with what rests on it', () => {
  open((forms) => forms.source('leak'));
  at.click('button', 'Delete');
  expect(at.text()).toContain('3 claims');
  expect(at.w.case.source('leak')).toBeDefined();
  at.click('button', 'Delete all that');
  expect(at.w.case.source('leak')).toBeUndefined();
});

describe('what is typed reads as', () => {
  test.each([
    ['14 August 2023', '2023-08-14'],
    ['August 14, 2023', '2023-08-14'],
    ['Aug 2023', '2023-08'],
    ['about 2020', '2020~'],
    ['circa May 2019', '2019-05~'],
    ['2023', undefined],
    ['May', undefined],
    ['August 2023 in Moscow', undefined],
  ])('%s is %s in EDTF', (typed, value) => expect(fromEnglish(typed)).toBe(value));

  test.each([
    ['duration', 'over 3 years', '>P3Y'],
    ['duration', '3 years 6 months', 'P3Y6M'],
    ['duration', '3 years and 6 months', 'P3Y6M'],
    ['duration', 'P4Y', 'P4Y'],
    ['number', 'about 140,500 USD', '~140500 USD'],
    ['number', '24', '24'],
    ['string', '  plain  ', 'plain'],
    ['country', 'ru', 'ru'],
    ['date', '', ''],
  ])('%s “%s” is %s', (type, typed, value) => expect(readValue(type, typed)).toMatchObject({ value }));

  test.each([
    ['date', 'yesterday'],
    ['date', '2023-13'],
    ['duration', '24'],
    ['number', '3 years'],
    ['number', 'many'],
    ['url', 'example.org'],
  ])('%s “%s” cannot be read', (type, typed) => expect(readValue(type, typed)).toHaveProperty('problem'));
});
