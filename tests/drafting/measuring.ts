// Holds a draft to what a person found in the same text: hits, precision and recall.
import { fold } from '../../src/case/fold.ts';
import { isEntity, type Suggestion } from '../../src/drafting/suggestion.ts';

export interface ExpectedEntity {
  readonly id: string;
  readonly kind: 'person' | 'organization' | 'event';
  readonly names: readonly string[];
  readonly named: boolean;
}
export interface Expected {
  readonly entities: readonly ExpectedEntity[];
  /** Pairs to be found; those of `allowed` are no fault either. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly allowed: readonly (readonly [string, string])[];
}
export interface Score {
  readonly hits: number;
  readonly found: number;
  readonly expected: number;
}
export interface Measured {
  readonly named: Score;
  readonly all: Score;
  readonly relations: Score;
  readonly told: {
    readonly missed: readonly string[];
    readonly wrong: readonly string[];
    readonly untied: readonly string[];
    readonly wrongTies: readonly string[];
  };
}

const FORMS = /\b(?:inc|ltd|llc|llp|gmbh|ag|nv|co|oao|ltda|a s)$/;
const plain = (name: string): string =>
  fold(name)
    .replace(/^(?:the|an?) /, '')
    .replace(FORMS, '')
    .replace(/^(?:oao|ooo) /, '')
    .replace(/^u s /, 'us ')
    .trim();

/** Compares suggestions with what is expected of the same text. */
export function measure(
  suggestions: readonly Suggestion[],
  { entities, pairs, allowed }: Expected,
): Measured {
  const found = suggestions.filter(isEntity);
  const idOf = new Map<string, string>();
  for (const one of found) {
    const names = [one.name, ...one.aliases].map(plain);
    const hit = entities.find(
      (other) =>
        other.kind === one.kind &&
        !idsTaken(idOf).has(other.id) &&
        other.names.some((name) => names.includes(plain(name))),
    );
    if (hit) idOf.set(one.key, hit.id);
  }
  const scored = found.filter(({ kind }) => kind === 'person' || kind === 'organization');
  const wanted = entities.filter(({ kind }) => kind !== 'event');
  const hits = (only: boolean) =>
    scored.filter(({ key }) => {
      const id = idOf.get(key);
      return id && (!only || wanted.find((one) => one.id === id)!.named);
    }).length;
  // What is described without a name is neither found nor wanted in the count of the named.
  const namedFound = scored.filter(
    ({ key, named }) => named || wanted.some((one) => one.id === idOf.get(key) && one.named),
  );
  const ties = suggestions.filter((one) => one.kind === 'relation').filter(({ stance: _ }) => true);
  const pairOf = (a: string, b: string) => [idOf.get(a) ?? a, idOf.get(b) ?? b].sort().join(' + ');
  const foundPairs = new Set(ties.map(({ from, to }) => pairOf(from, to)));
  const scoredPairs = entities.some(({ kind }) => kind === 'event')
    ? foundPairs
    : new Set([...foundPairs].filter((pair) => !pair.includes('event:')));
  const wantedPairs = new Set(pairs.map((pair) => [...pair].sort().join(' + ')));
  const fine = new Set([...wantedPairs, ...allowed.map((pair) => [...pair].sort().join(' + '))]);
  const right = [...scoredPairs].filter((pair) => fine.has(pair));
  const wantedHits = [...wantedPairs].filter((pair) => scoredPairs.has(pair));
  return {
    named: {
      hits: hits(true),
      found: namedFound.filter(
        ({ key }) => !idOf.has(key) || wanted.find(({ id }) => id === idOf.get(key))!.named,
      ).length,
      expected: wanted.filter(({ named }) => named).length,
    },
    all: { hits: hits(false), found: scored.length, expected: wanted.length },
    relations: {
      hits: right.length,
      found: scoredPairs.size,
      expected: right.length + wantedPairs.size - wantedHits.length,
    },
    told: {
      missed: wanted.filter(({ id }) => !idsTaken(idOf).has(id)).map(({ id }) => id),
      wrong: scored.filter(({ key }) => !idOf.has(key)).map(({ key }) => key),
      untied: [...wantedPairs].filter((pair) => !scoredPairs.has(pair)),
      wrongTies: [...scoredPairs].filter((pair) => !fine.has(pair)),
    },
  };
}

const idsTaken = (ids: ReadonlyMap<string, string>): ReadonlySet<string> => new Set(ids.values());

interface Annotation {
  readonly people: readonly (readonly string[])[];
  readonly organizations: readonly (readonly string[])[];
  readonly unnamed: readonly (readonly string[])[];
  readonly relations: readonly (readonly [string, string])[];
}

/** What a report of ours is annotated with. */
export function expectedOfReport({ people, organizations, unnamed, relations }: Annotation): Expected {
  const entities = (all: readonly (readonly string[])[], kind: ExpectedEntity['kind'], named: boolean) =>
    all.map((names) => ({ id: names[0]!, kind, names, named }));
  return {
    entities: [
      ...entities(people, 'person', true),
      ...entities(organizations, 'organization', true),
      ...entities(unnamed, 'organization', false),
    ],
    pairs: relations,
    allowed: [],
  };
}

interface CaseFile {
  readonly entities: readonly { id: string; schema: string }[];
  readonly relations: readonly { id: string; schema: string }[];
  readonly claims: readonly {
    subject: string;
    property: string;
    value: string;
    source: string;
    locators?: readonly { document?: string }[];
  }[];
  readonly schemata: readonly { name: string; extends: readonly string[] }[];
}

const BODIES = new Set(['Organization', 'Company', 'PublicBody', 'LegalEntity']);
const NAMES = new Set(['name', 'alias', 'weakAlias', 'previousName', 'abbreviation']);

/** What the case made by hand takes from one document. */
export function expectedOfCase(of: CaseFile, document: string): Expected {
  const claims = of.claims.filter(
    ({ source, locators }) =>
      source === document || locators?.some((locator) => locator.document === document),
  );
  const matters = new Set(
    of.schemata.filter(({ extends: parents }) => parents.includes('CourtCase')).map(({ name }) => name),
  );
  const spokenOf = new Set(claims.flatMap(({ subject, value }) => [subject, value]));
  const entities = of.entities
    .filter(
      ({ id, schema }) =>
        spokenOf.has(id) && (schema === 'Person' || BODIES.has(schema) || matters.has(schema)),
    )
    .map(({ id, schema }) => {
      const names = of.claims
        .filter(({ subject, property }) => subject === id && NAMES.has(property))
        .map(({ value }) => value);
      const kind = schema === 'Person' ? 'person' : matters.has(schema) ? 'event' : 'organization';
      return {
        id,
        kind,
        names,
        named: names.some(
          (name) =>
            /^(?:The |American |U\.S\. )?\p{Lu}\S+(?: (?:in )?\p{Lu}\S*)*$/u.test(name) &&
            !/\b(?:authorities|services|officials|nations|countries)\b/.test(name),
        ),
      } as const;
    });
  const known = new Set(entities.map(({ id }) => id));
  const ends = new Map<string, Set<string>>();
  for (const { subject, property, value } of claims)
    if (property !== 'id' && of.entities.some(({ id }) => id === value))
      ends.set(subject, new Set([...(ends.get(subject) ?? []), value]));
  const relations = new Set(of.relations.map(({ id }) => id));
  const pairsIn = (ids: Iterable<string>) => {
    const all = [...ids];
    return all
      .flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const))
      .filter(([a, b]) => known.has(a) && known.has(b));
  };
  const pairs = [...ends].filter(([subject]) => relations.has(subject)).flatMap(([, ids]) => pairsIn(ids));
  return {
    entities,
    pairs,
    allowed: [...throughEvents(of, claims, ends, relations)].filter(([a, b]) => known.has(a) && known.has(b)),
  };
}

/** Pairs that take part in the same event, or in a step of the same matter: tied in the case, by way of it. */
function* throughEvents(
  of: CaseFile,
  _claims: CaseFile['claims'],
  ends: ReadonlyMap<string, ReadonlySet<string>>,
  relations: ReadonlySet<string>,
): Generator<readonly [string, string]> {
  const neighbours = new Map<string, Set<string>>();
  const tie = (a: string, b: string) => {
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a));
  };
  for (const [subject, ids] of ends) {
    const all = relations.has(subject) ? [...ids] : [subject, ...ids];
    for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) tie(a, b);
  }
  const kinds = new Map(of.entities.map(({ id, schema }) => [id, schema]));
  const isEvent = (id: string) =>
    !BODIES.has(kinds.get(id) ?? '') &&
    !['Person', 'Country', 'Address', 'Position'].includes(kinds.get(id) ?? '');
  for (const event of [...neighbours.keys()].filter(isEvent)) {
    const parties = [...neighbours.get(event)!];
    for (const [i, a] of parties.entries()) for (const b of parties.slice(i + 1)) yield [a, b];
  }
}

/** The counts of several texts together. */
export const sumOf = (all: readonly Measured[], part: 'named' | 'all' | 'relations'): Score =>
  all.reduce(
    (total, one) => ({
      hits: total.hits + one[part].hits,
      found: total.found + one[part].found,
      expected: total.expected + one[part].expected,
    }),
    { hits: 0, found: 0, expected: 0 },
  );

/** One row a text, and one for all of them. */
export function tableOf(
  all: readonly { readonly name: string; readonly measured: Measured }[],
): Record<string, Record<string, string>> {
  const sum = (part: 'named' | 'all' | 'relations') =>
    sumOf(
      all.map(({ measured }) => measured),
      part,
    );
  const row = (named: Score, every: Score, relations: Score) => ({
    'named: precision': ratio(named.hits, named.found),
    'named: recall': ratio(named.hits, named.expected),
    'with described: precision': ratio(every.hits, every.found),
    'with described: recall': ratio(every.hits, every.expected),
    'relations: precision': ratio(relations.hits, relations.found),
    'relations: recall': ratio(relations.hits, relations.expected),
  });
  return Object.fromEntries([
    ...all.map(({ name, measured: { named, all: every, relations } }) => [
      name,
      row(named, every, relations),
    ]),
    ['all', row(sum('named'), sum('all'), sum('relations'))],
  ]) as Record<string, Record<string, string>>;
}

const ratio = (part: number, whole: number): string =>
  `${whole === 0 ? '–' : (part / whole).toFixed(2)} (${part}/${whole})`;
