// An import into a standing case: one diff that adds only what is new.
import { claimId } from '../case/claimId.ts';
import { NEW_HEADER, type ReadonlyCase } from '../case/case.ts';
import type { Diff } from '../case/diff.ts';
import { keyOf, WORKING, type CaseRecord, type Claim, type Header, type Id } from '../case/records.ts';
import { Model } from '../case/schema.ts';
import type { Problem } from '../plugin/problem.ts';
import { quoted } from './collecting.ts';
import type { Import } from './importing.ts';
import { grouped } from './order.ts';
import { joinedSchemata } from './schemata.ts';

/** What joining would do, and what a person should know about it. */
export interface Joined {
  readonly diff: Diff;
  readonly problems: readonly Problem[];
}

export const importInto = (of: ReadonlyCase, imported: Import): Diff => joinInto(of, imported).diff;

/**
 * What has an id that the case holds is the same record, and its claims add up; importing twice adds nothing.
 * Made distinct are relations with other ends, relations that bear an entity's id (and the reverse), and what two
 * files number 1, 2, 3… each on its own: entities of such ids that have no name in common.
 */
export function joinInto(of: ReadonlyCase, imported: Import): Joined {
  const renamed = newNames(of, imported);
  const same = { records: 0 };
  const added: CaseRecord[] = [];
  const standing = standingKeys(of);
  for (const moved of movedRecords(imported, renamed)) {
    if (moved.kind === 'header' || (moved.kind === 'view' && moved.id === WORKING)) continue;
    if (holds(of, moved, standing)) same.records++;
    else added.push(moved);
  }
  const header = joinedHeader(of, imported);
  const updated = header === of.header ? [] : [[of.header, header] as const];
  return { diff: { added, updated, removed: [] }, problems: [...told(renamed), ...toldSame(same.records)] };
}

/** The records of an import under the ids that they have, or would have, in the case. */
export const recordsFor = (of: ReadonlyCase, imported: Import): readonly CaseRecord[] =>
  movedRecords(imported, newNames(of, imported));

const movedRecords = ({ records }: Import, renamed: ReadonlyMap<Id, Id>): readonly CaseRecord[] =>
  renamed.size === 0 ? records : records.map((record) => withNewNames(record, renamed, records));

function holds(of: ReadonlyCase, record: CaseRecord, standing: ReadonlySet<string>): boolean {
  if (record.kind === 'claim') return of.claims.claim(record.id) !== undefined;
  if (record.kind === 'entity') return of.entity(record.id) !== undefined;
  if (record.kind === 'relation') return of.relation(record.id) !== undefined;
  return standing.has(keyOf(record));
}

const standingKeys = (of: ReadonlyCase): Set<string> =>
  new Set([...of.sources(), ...of.judgements(), ...of.views()].map((record) => keyOf(record)));

function joinedHeader(of: ReadonlyCase, { records }: Import): Header {
  const incoming = records.find((record) => record.kind === 'header');
  if (!incoming) return of.header;
  if (isNew(of)) return incoming;
  const schemata = joinedSchemata(of.header.schemata ?? [], incoming.schemata ?? []);
  return schemata === of.header.schemata || schemata.length === 0 ? of.header : { ...of.header, schemata };
}

const isNew = (of: ReadonlyCase): boolean =>
  of.header.name === NEW_HEADER.name && of.sources()[Symbol.iterator]().next().done === true;

function newNames(of: ReadonlyCase, { records, format }: Import): ReadonlyMap<Id, Id> {
  const tag = records.find((record) => record.kind === 'source')?.id ?? format;
  const claims = grouped(
    records.filter((record) => record.kind === 'claim'),
    (claim) => claim.subject,
  );
  const renamed = new Map<Id, Id>();
  for (const record of records) {
    if (record.kind !== 'relation' && record.kind !== 'entity') continue;
    const said = claims.get(record.id) ?? [];
    const own = `${record.id} (${tag})`;
    // What the source was made distinct by when it first came is the same now; so is what it speaks of itself.
    if (of.schemaOf(own) !== undefined) {
      renamed.set(record.id, own);
      continue;
    }
    if (of.claims.claimsOf(record.id).some(({ source }) => source === tag)) continue;
    const other =
      (record.kind === 'relation' && (of.entity(record.id) || hasOtherEnds(of, record.id, said))) ||
      (record.kind === 'entity' && (of.relation(record.id) || isAnother(of, record.id, said)));
    if (other) renamed.set(record.id, own);
  }
  return renamed;
}

/** The standing relation has this end, and by none of the values that the import gives. */
function hasOtherEnds(of: ReadonlyCase, id: Id, said: readonly Claim[]): boolean {
  const schema = of.relation(id)?.schema;
  const edge = schema === undefined ? undefined : of.model.schema(schema).edge;
  if (!edge) return false;
  return [edge.source, edge.target].some((end) =>
    differ(valuesOf(of.claims.claimsOf(id), end), valuesOf(said, end)),
  );
}

/** Ids that programs count up: 7, n7, e12. */
const COUNTED = /^[a-z]{0,2}\d{1,9}$/i;

function isAnother(of: ReadonlyCase, id: Id, said: readonly Claim[]): boolean {
  if (!COUNTED.test(id) || !of.entity(id)) return false;
  return differ(valuesOf(of.claims.claimsOf(id), 'name'), valuesOf(said, 'name'));
}

const valuesOf = (claims: readonly Claim[], property: string): Set<string> =>
  new Set(claims.filter((claim) => claim.property === property).map((claim) => claim.value.toLowerCase()));

const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((value) => b.has(value));

/** A record with the new ids wherever it speaks of the old; a claim's own id follows. */
function withNewNames(
  record: CaseRecord,
  renamed: ReadonlyMap<Id, Id>,
  all: readonly CaseRecord[],
): CaseRecord {
  const now = (id: Id): Id => renamed.get(id) ?? id;
  if (record.kind === 'entity' || record.kind === 'relation') return { ...record, id: now(record.id) };
  if (record.kind === 'judgement' && record.about === 'identity') {
    return { ...record, entities: [now(record.entities[0]), now(record.entities[1])] };
  }
  if (record.kind !== 'claim') return record;
  const credited = record.attributedTo?.map(now);
  const moved: Claim = {
    ...record,
    subject: now(record.subject),
    value: namesEntity(record, all) ? now(record.value) : record.value,
    ...(credited && { attributedTo: credited }),
  };
  return { ...moved, id: claimId(moved) };
}

const indexes = new WeakMap<readonly CaseRecord[], { schemata: Map<Id, string>; model: Model }>();

function namesEntity(claim: Claim, all: readonly CaseRecord[]): boolean {
  let index = indexes.get(all);
  if (!index) {
    const header = all.find((record) => record.kind === 'header');
    const typed = all.filter((record) => record.kind === 'entity' || record.kind === 'relation');
    index = {
      schemata: new Map(typed.map(({ id, schema }) => [id, schema])),
      model: new Model(header?.schemata),
    };
    indexes.set(all, index);
  }
  const schema = index.schemata.get(claim.subject);
  return schema !== undefined && index.model.property(schema, claim.property)?.type === 'entity';
}

const told = (renamed: ReadonlyMap<Id, Id>): Problem[] =>
  Array.from(renamed, ([from, to]) => ({
    outcome: 'mended' as const,
    where: quoted(from),
    what: `The case has another record of this id; the one from the file became ${quoted(to)}.`,
  }));

const toldSame = (count: number): Problem[] =>
  count === 0
    ? []
    : [
        {
          outcome: 'kept',
          where: 'the case',
          what: `${count} records of the file were in the case already.`,
        },
      ];
