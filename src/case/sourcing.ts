// The sources' own graph: who draws on whom, by rewriting the whole of it or by quoting it.
import { claimOf } from './claimId.ts';
import { RELIABILITY_WORDS } from './grades.ts';
import type { CaseUnderLens } from './lens.ts';
import type { CaseRecord, Claim, Id, SchemaAddition } from './records.ts';
import { atOnce, type Steps } from './steps.ts';
import { count } from './wording.ts';

/** One source draws on another. */
export interface Drawing {
  readonly from: Id;
  readonly on: Id;
  /** It is a whole rewrite of the other. */
  readonly rewrites: boolean;
  /** Claims that pass the lens and came from the other. */
  readonly claims: number;
}

/**
 * Who draws on whom under a lens: by `derivedFrom`, and by `via` from each source of a chain to the next one inside
 * it. Every source of the case or of a chain may be an end. In the order of the case.
 */
export const drawings = (seen: CaseUnderLens): readonly Drawing[] => atOnce(drawingsInSteps(seen));

/** `drawings`, with a step for each claim. */
export function* drawingsInSteps(seen: CaseUnderLens): Steps<readonly Drawing[]> {
  const found = new Map<string, { from: Id; on: Id; rewrites: boolean; claims: number }>();
  const draw = (from: Id, on: Id) => {
    const key = JSON.stringify([from, on]);
    const known = found.get(key) ?? { from, on, rewrites: false, claims: 0 };
    found.set(key, known);
    return known;
  };
  for (const { id, derivedFrom = [] } of seen.case.sources())
    for (const on of derivedFrom) draw(id, on).rewrites = true;
  for (const claim of seen.case.claims) {
    yield undefined;
    if (!claim.via?.length || !seen.passes(claim)) continue;
    [claim.source, ...claim.via].reduce((from, on) => {
      draw(from, on).claims++;
      return on;
    });
  }
  return [...found.values()];
}

/** By source, those it draws on. */
export function drawsOn(drawn: readonly Drawing[]): ReadonlyMap<Id, ReadonlySet<Id>> {
  const draws = new Map<Id, Set<Id>>();
  for (const { from, on } of drawn) {
    const known = draws.get(from);
    if (known) known.add(on);
    else draws.set(from, new Set([on]));
  }
  return draws;
}

const QUOTES: SchemaAddition = {
  name: 'Drawing',
  label: 'Drawing',
  plural: 'Drawings',
  extends: ['UnknownLink'],
  description: 'One source draws on another.',
  edge: { source: 'subject', target: 'object', directed: true, label: 'draws on' },
};
const INDEPENDENT: SchemaAddition = {
  name: 'Independence',
  label: 'Independence',
  plural: 'Stated independence',
  extends: ['UnknownLink'],
  description: 'Two sources are stated to share no origin.',
  edge: { source: 'subject', target: 'object', directed: false, label: 'independent of' },
};

/**
 * The sources' own graph as a case, so that it can be looked at, laid out and exported like any other: an entity for
 * each source, a relation for each drawing and each stated independence. What is said of confidential sources rests on
 * a source that is confidential too.
 */
export function sourceCase(seen: CaseUnderLens): readonly CaseRecord[] {
  const { name } = seen.case.header;
  const drawn = drawings(seen);
  const ids = new Set([
    ...Array.from(seen.case.sources(), ({ id }) => id),
    ...drawn.flatMap(({ from, on }) => [from, on]),
  ]);
  const isSecret = (id: Id) => seen.case.source(id)?.confidential ?? false;
  return [
    { kind: 'header', id: 'case', name: `Sources of ${name}`, schemata: [QUOTES, INDEPENDENT] },
    { kind: 'source', id: 'open', title: name },
    ...([...ids].some(isSecret)
      ? [
          {
            kind: 'source',
            id: 'secret',
            title: `${name}, confidential sources`,
            confidential: true,
          } as const,
        ]
      : []),
    ...[...ids].flatMap((id) => describe(seen, id, isSecret(id))),
    ...drawn.flatMap((drawing) => {
      const words = [
        drawing.rewrites ? 'is a rewrite of' : '',
        drawing.claims > 0 ? `quotes in ${count(drawing.claims, 'claim')}` : '',
      ];
      const role = words.filter(Boolean).join(' and ');
      return tie('Drawing', [drawing.from, drawing.on], isSecret, role);
    }),
    ...Array.from(seen.case.sources()).flatMap(({ id, independentOf = [] }) =>
      independentOf
        .filter((other) => ids.has(other))
        .flatMap((other) => tie('Independence', [id, other], isSecret)),
    ),
  ];
}

function describe(seen: CaseUnderLens, id: Id, secret: boolean): readonly CaseRecord[] {
  const source = seen.case.source(id);
  const said = {
    name: source?.title ?? `${id} (not in the case)`,
    publisher: source?.publisher,
    author: source?.author,
    date: source?.date,
    sourceUrl: source?.address,
    summary: source?.reliability && `${source.reliability}: ${RELIABILITY_WORDS[source.reliability]}`,
  };
  const claims = Object.entries(said).flatMap(([property, value]) =>
    value ? [statedBy(secret, id, property, value)] : [],
  );
  return [{ kind: 'entity', id, schema: 'Document' }, ...claims];
}

function tie(
  schema: 'Drawing' | 'Independence',
  [from, on]: readonly [Id, Id],
  isSecret: (id: Id) => boolean,
  role?: string,
): readonly CaseRecord[] {
  const id = `${schema} ${JSON.stringify([from, on])}`;
  const secret = isSecret(from) || isSecret(on);
  return [
    { kind: 'relation', id, schema },
    statedBy(secret, id, 'subject', from),
    statedBy(secret, id, 'object', on),
    ...(role ? [statedBy(secret, id, 'role', role)] : []),
  ];
}

const statedBy = (secret: boolean, subject: Id, property: string, value: string): Claim =>
  claimOf({ subject, property, value, source: secret ? 'secret' : 'open', stance: 'affirmed' });
