// The flags that make up a lens, on every command that looks at a case.
import type { Case } from '../case/case.ts';
import { parseDate } from '../case/dates.ts';
import { fold } from '../case/fold.ts';
import { CREDIBILITIES, RELIABILITIES, type Floors } from '../case/grades.ts';
import { CaseUnderLens, OPEN, withChoice, type Choice, type Facet, type Lens } from '../case/lens.ts';
import { STANCES, type Entity, type Relation, type View } from '../case/records.ts';
import type { Given, Options } from './command.ts';
import { Ending, EXIT } from './exit.ts';
import { findEntity } from './finding.ts';
import { inline } from './terminal.ts';

const some = (value: string, says: string) => ({ type: 'string', multiple: true, value, says }) as const;

export const LENS_OPTIONS: Options = {
  view: {
    type: 'string',
    value: 'VIEW',
    says: 'through a saved view: its lens, where no flag below says otherwise',
  },
  source: some('SOURCE', 'only what this source says; id, title or the beginning of one'),
  'not-source': some('SOURCE', 'all but what this source says or passes on'),
  stance: some('STANCE', `only claims that are ${STANCES.join(', ')}`),
  type: some('TYPE', 'only entities of this type, "Person" or "person", and of those it covers'),
  'relation-type': some('TYPE', 'only relations of this type, and of those it covers'),
  'attributed-to': some('ENTITY', 'only what somebody credits to this entity; id or name'),
  reliability: {
    type: 'string',
    value: 'GRADE',
    says: 'only what sources of this grade or better say, A to F; ungraded ones pass',
  },
  credibility: {
    type: 'string',
    value: 'GRADE',
    says: 'only claims judged this credible or more, 1 to 6; ungraded ones pass',
  },
  graded: { type: 'boolean', says: 'only what has a grade' },
  when: { type: 'string', value: 'DATE', says: 'only what was possibly so then: 2020, 2019-05, 2012/2018' },
  certainly: { type: 'boolean', says: 'with --when: only what was certainly so' },
  voices: { type: 'string', value: 'N', says: 'only what at least so many voices say' },
  independent: { type: 'boolean', says: 'with --voices: only voices stated to be independent count' },
  disputed: { type: 'boolean', says: 'only what takes part in a dispute, and what it is tied to' },
};

interface Candidate {
  readonly id: string;
  readonly names: readonly string[];
}

/** The case as the flags ask to see it. Throws an `Ending` for what is not in the case. */
export function underLens(of: Case, given: Given): CaseUnderLens {
  const open = new CaseUnderLens(of);
  const choices: readonly (readonly [Facet, Choice | undefined])[] = [
    ['sources', sourceChoice(of, given)],
    ['stances', only(given.texts('stance').map(stance))],
    ['entityTypes', only(given.texts('type').flatMap((text) => typesMeant(of, text, 'type')))],
    [
      'relationTypes',
      only(given.texts('relation-type').flatMap((text) => typesMeant(of, text, 'relation-type'))),
    ],
    ['attributedTo', only(given.texts('attributed-to').map((text) => findEntity(open, text)))],
  ];
  const start = viewAsked(of, given)?.lens ?? OPEN;
  const lens = choices.reduce<Lens>(
    (so, [facet, choice]) => (choice ? withChoice(so, facet, choice) : so),
    start,
  );
  return new CaseUnderLens(of, {
    ...lens,
    ...floors(given),
    ...time(given),
    ...voices(given),
    ...(given.flag('disputed') && { disputedOnly: true }),
  });
}

function floors(given: Given): Floors {
  const reliability = given.text('reliability')?.toUpperCase();
  const credibility = given.text('credibility');
  return {
    ...(reliability && { reliability: among(RELIABILITIES, reliability, 'reliability') }),
    ...(credibility && { credibility: among(CREDIBILITIES, Number(credibility), 'credibility') }),
    ...(given.flag('graded') && { ungraded: 'out' }),
  };
}

function time(given: Given): Pick<Lens, 'time'> {
  const when = given.text('when');
  if (when === undefined) {
    if (given.flag('certainly')) throw new Ending(EXIT.usage, '--certainly needs --when DATE.');
    return {};
  }
  if (parseDate(when)) return { time: { when, sure: given.flag('certainly') ? 'certainly' : 'possibly' } };
  throw new Ending(
    EXIT.usage,
    `--when: "${inline(when)}" is no date that Clew reads. Write 2020, 2019-05, 2019-05-17 or 2012/2018.`,
  );
}

function voices(given: Given): Pick<Lens, 'voices'> {
  const text = given.text('voices');
  const stated = given.flag('independent');
  if (text === undefined && !stated) return {};
  const atLeast = Number(text ?? 2);
  if (Number.isSafeInteger(atLeast) && atLeast >= 1)
    return { voices: { atLeast, ...(stated && { stated }) } };
  throw new Ending(EXIT.usage, `--voices: "${inline(text ?? '')}" is not a number of voices.`);
}

/** The saved view that `--view` names. */
export function viewAsked(of: Case, given: Given): View | undefined {
  const text = given.text('view');
  if (text === undefined) return undefined;
  const views = Array.from(of.views(), ({ id, name }) => ({ id, names: [name] }));
  const id = pick(views, text, 'view');
  return Array.from(of.views()).find((view) => view.id === id);
}

const only = (ids: readonly string[]): Choice | undefined =>
  ids.length > 0 ? { mode: 'only', ids } : undefined;

const stance = (text: string): string => among(STANCES, text.toLowerCase(), 'stance');

function among<T extends string | number>(known: readonly T[], value: string | number, option: string): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Ending(EXIT.usage, `--${option}: "${inline(String(value))}" is not one of ${known.join(', ')}.`);
}

function sourceChoice(of: Case, given: Given): Choice | undefined {
  const candidates = Array.from(of.sources(), ({ id, title }) => ({ id, names: [title] }));
  const wanted = given.texts('source').map((text) => pick(candidates, text, 'source'));
  const unwanted = given.texts('not-source').map((text) => pick(candidates, text, 'source'));
  if (wanted.length > 0) return { mode: 'only', ids: wanted.filter((id) => !unwanted.includes(id)) };
  return unwanted.length > 0 ? { mode: 'except', ids: unwanted } : undefined;
}

/** The types of the case that are the one named, or specialise it; of relations also the properties that tie. */
function typesMeant(of: Case, text: string, option: 'type' | 'relation-type'): readonly string[] {
  const typed: Iterable<Entity | Relation> = option === 'type' ? of.entities() : of.relations();
  const used = new Set(Array.from(typed, ({ schema }) => schema));
  const candidates = [...new Set([...of.model.names(), ...used])]
    .map((id) => of.model.schema(id))
    .filter(({ edge }) => (edge === undefined) === (option === 'type'))
    .map(({ name, label, plural }) => ({ id: name, names: [label, plural] }));
  const properties = option === 'relation-type' ? tyingProperties(of) : [];
  const meant = fitting([...candidates, ...properties], text, 'whole').map(({ id }) => id);
  if (meant.length === 0) throw new Ending(EXIT.notFound, notHere(text, option));
  const covered = [...used].filter((type) => meant.some((ancestor) => of.model.isA(type, ancestor)));
  return [...new Set([...meant, ...covered])];
}

/** Properties of the case's entities whose values are entities. */
function tyingProperties(of: Case): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const schema of new Set(Array.from(of.entities(), (entity) => entity.schema))) {
    for (const { name, label, type, stub } of of.model.schema(schema).properties.values())
      if (type === 'entity' && !stub) found.set(name, { id: name, names: [label] });
  }
  return [...found.values()];
}

/** Those whose id it is; else whose name; else (`part`) those it is a part of the name of. */
function fitting(candidates: readonly Candidate[], text: string, by: 'whole' | 'part'): readonly Candidate[] {
  const asked = fold(text);
  const matches = [
    ({ id }: Candidate) => id === text,
    ({ id, names }: Candidate) => [id, ...names].some((name) => fold(name) === asked),
    ({ names }: Candidate) => by === 'part' && names.some((name) => fold(name).includes(asked)),
  ];
  for (const match of matches) {
    const found = candidates.filter(match);
    if (found.length > 0) return found;
  }
  return [];
}

function pick(candidates: readonly Candidate[], text: string, what: string): string {
  const found = fitting(candidates, text, 'part');
  if (found.length === 1) return found[0]!.id;
  throw new Ending(EXIT.notFound, found.length > 1 ? severalFit(text, found) : notHere(text, what));
}

const notHere = (text: string, what: string): string =>
  `There is no ${what.replace('-', ' ')} "${inline(text)}" here.`;

const severalFit = (text: string, found: readonly Candidate[]): string =>
  `"${inline(text)}" fits several: ${found.map(({ id, names }) => `${inline(names[0] ?? '')} (${inline(id)})`).join(', ')}.`;
