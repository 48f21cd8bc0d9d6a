// From suggestions to claims: matched with the reason, one step, and nothing but what was accepted.
import { expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { addEntity } from '../../src/case/commands/subjects.ts';
import { reverse } from '../../src/case/diff.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { nameOf } from '../../src/case/names.ts';
import type { Source } from '../../src/case/records.ts';
import { adopt, withEnds } from '../../src/drafting/adopting.ts';
import { draft } from '../../src/drafting/draft.ts';
import { knownIn, matched } from '../../src/drafting/matching.ts';
import { isEntity } from '../../src/drafting/suggestion.ts';

const SOURCE: Source = { kind: 'source', id: 'paper', title: 'Paper' };
const OLD: Source = { kind: 'source', id: 'old', title: 'Old' };

function caseWith(
  ...entities: readonly (readonly [schema: string, id: string, name: string, alias?: string])[]
): Case {
  const of = new Case([OLD]);
  for (const [schema, id, name, alias] of entities)
    of.apply(
      addEntity(
        schema,
        { name: [name], ...(alias && { alias: [alias] }) },
        { source: 'old', stance: 'affirmed' },
        id,
      ).diff,
    );
  return of;
}
const suggestedFor = async (text: string, of: Case) =>
  matched((await draft(text)).suggestions, [...knownIn(new CaseUnderLens(of))], of.model);

test.each([
  ['Viktor Dreyer left.', ['Person', 'a', 'Viktor Dreyer'], 'same name'],
  [
    'Viktor Dreyer left.',
    ['Person', 'a', 'V. A. Dreyer', 'Viktor Dreyer'],
    'same as the alias “Viktor Dreyer”',
  ],
  ['Mr Spektor left.', ['Person', 'a', 'Gene Spector'], 'surname alone, the only Spector in the case'],
  ['Sergey Medvedev left.', ['Person', 'a', 'Сергей Медведев'], 'sounds like “Сергей Медведев”'],
  [
    'The U.S. Harbour Department said so.',
    ['PublicBody', 'a', 'Harbour Department'],
    'same name but for country, article or legal form',
  ],
  [
    'He works for Hopwell Inc in Ohio.',
    ['Company', 'a', 'Hopwell'],
    'same name but for country, article or legal form',
  ],
] as const)('%s is %s: %s', async (text, known, reason) => {
  const matches = (await suggestedFor(text, caseWith(known)))
    .filter(isEntity)
    .flatMap(({ match }) => match ?? []);
  expect(matches).toMatchObject([{ id: 'a', reason }]);
});

test('a surname that two in the case bear matches neither, and a person no body of that name', async () => {
  const two = caseWith(['Person', 'a', 'Gene Spector'], ['Person', 'b', 'Anna Spector']);
  const body = caseWith(['Company', 'c', 'Viktor Dreyer']);
  const of = async (text: string, known: Case) =>
    (await suggestedFor(text, known)).filter(isEntity).map(({ match }) => match?.id);
  expect(await of('Mr Spector left.', two)).toEqual([undefined]);
  expect(await of('Viktor Dreyer left.', body)).toEqual([undefined]);
});

const TEXT =
  'According to Pavel Kostin, Viktor Dreyer owns a stake in Granit Holdings. Elena Sorin paid $5 million in 2020.';

test('an accepted tie brings its ends, with source, place and credit; the rest stays out, and undoing leaves nothing', async () => {
  const of = caseWith(['Person', 'dreyer', 'Viktor Dreyer']);
  const before = [...of.records()];
  const suggestions = await suggestedFor(TEXT, of);
  const tie = suggestions.find((one) => one.kind === 'relation' && one.role === 'owns')!;
  const kostin = suggestions.find((one) => isEntity(one) && one.name === 'Pavel Kostin')!;
  const diff = adopt(of, { suggestions, accepted: new Set([tie.key, kostin.key]), source: SOURCE });
  of.apply(diff);
  const seen = new CaseUnderLens(of);
  const names = [...seen.entities()].map(({ id }) => nameOf(seen, id)).sort();
  expect(names).toEqual(['Granit Holdings', 'Pavel Kostin', 'Viktor Dreyer']);
  const claims = [...of.claims].filter(({ source }) => source === 'paper');
  const owner = claims.find(({ property }) => property === 'owner')!;
  const holder = [...of.entities()].find(({ id }) => nameOf(seen, id) === 'Pavel Kostin')!;
  expect([owner.value, owner.attributedTo]).toEqual(['dreyer', [holder.id]]);
  const points = [...TEXT];
  for (const { locators } of claims)
    for (const { position, quote } of locators!)
      expect(points.slice(position!.start, position!.end).join('')).toBe(quote!.exact);
  of.apply(reverse(diff));
  expect([...of.records()]).toEqual(before);
});

test('dates and amounts of one clause become one event of those accepted with it', async () => {
  const of = caseWith();
  const suggestions = await suggestedFor(TEXT, of);
  const wanted = suggestions.filter(
    (one) => one.kind === 'date' || one.kind === 'money' || (isEntity(one) && one.name === 'Elena Sorin'),
  );
  of.apply(adopt(of, { suggestions, accepted: new Set(wanted.map(({ key }) => key)), source: SOURCE }));
  const events = [...of.entities()].filter(({ schema }) => schema === 'Event');
  expect(events).toHaveLength(1);
  const said = Object.fromEntries(
    of.claims.claimsOf(events[0]!.id).map(({ property, value }) => [property, value]),
  );
  const [elena] = [...of.entities()].filter(({ schema }) => schema === 'Person');
  expect(said).toMatchObject({ date: '2020', amount: '5000000 USD', involved: elena!.id });
  expect(of.model.property('Event', 'amount')?.type).toBe('number');
});

test('nothing accepted is nothing done', async () => {
  const of = caseWith();
  const suggestions = await suggestedFor(TEXT, of);
  expect(withEnds(suggestions, [])).toEqual(new Set());
  expect(adopt(of, { suggestions, accepted: new Set(), source: SOURCE })).toEqual({
    added: [],
    updated: [],
    removed: [],
  });
});
