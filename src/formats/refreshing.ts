// A file that comes again, a month later: what is new, changed and gone against what its source said before.
import type { ReadonlyCase } from '../case/case.ts';
import { withdrawClaims } from '../case/commands/withdraw.ts';
import { squash, type Diff } from '../case/diff.ts';
import type { Claim, Id, Source } from '../case/records.ts';
import type { Import } from './importing.ts';
import { joinInto, recordsFor } from './joining.ts';
import { grouped } from './order.ts';

/** What the new file says of an entity or a relation, beside what the old one said. */
export interface Renewed {
  readonly subject: Id;
  readonly kind: 'entity' | 'relation';
  readonly said: readonly Claim[];
  /** What the old file said and the new one does not. */
  readonly unsaid: readonly Claim[];
}

export interface Refresh {
  readonly source: Source;
  readonly fresh: readonly Renewed[];
  readonly changed: readonly Renewed[];
  readonly gone: readonly Renewed[];
  /** Entities and relations of which both files say the same. */
  readonly same: number;
  /** Claims of the source that came from no file: they stay as they are. */
  readonly byHand: number;
  readonly diff: Diff;
}

/**
 * Compares `imported`, read with the id of a source of the case, with what that source said. `diff` adds what is new
 * and moves places to the new lines; it takes nothing away. Undefined where the case has no such source.
 */
export function compare(of: ReadonlyCase, imported: Import): Refresh | undefined {
  const incoming = imported.records.find(
    (record): record is Source => record.kind === 'source' && record.sha256 !== undefined,
  );
  const standing = incoming && of.source(incoming.id);
  if (!standing) return undefined;
  const source = renewedSource(standing, incoming);
  const both = claimsOfBoth(of, imported, source.id);
  const { said, before, byHand } = both;
  const subjects = new Set([...said.keys(), ...before.keys()]);
  const all = Array.from(subjects, (id) => renewed(of, id, both));
  const is = (test: (one: Renewed) => boolean) =>
    all.filter((one) => one.said.length + one.unsaid.length > 0 && test(one));
  const fresh = is(({ subject }) => !before.has(subject));
  const gone = is(({ subject }) => !said.has(subject));
  const changed = is(({ subject }) => before.has(subject) && said.has(subject));
  const same = all.length - fresh.length - gone.length - changed.length;
  const { diff } = joinInto(of, imported);
  const updated = [...diff.updated, [standing, source] as const, ...placesMoved(of, said)];
  return { source, fresh, changed, gone, same, byHand, diff: { ...diff, updated } };
}

/** One step: what `compare` found, without the claims of `remove`; the old ones that stay are marked as such. */
export function refreshed(
  of: ReadonlyCase,
  { diff, source, changed, gone }: Refresh,
  remove: ReadonlySet<Id>,
): Diff {
  const staying = new Set(
    diff.added.flatMap((record) => (record.kind === 'claim' ? [record.subject, record.value] : [])),
  );
  const old = of.source(source.id)!;
  const kept = [...changed, ...gone].flatMap(({ unsaid }) => unsaid).filter(({ id }) => !remove.has(id));
  const marked = kept.map((claim) => [claim, placedInOld(claim, old)] as const);
  return squash([{ ...diff, updated: [...diff.updated, ...marked] }, withdrawClaims(of, remove, staying)]);
}

/** What a person wrote of the source stays; what the file says of itself is the new file's. */
const renewedSource = (standing: Source, { file, sha256, date, author, tables }: Source): Source => ({
  ...standing,
  ...(file !== undefined && { file }),
  ...(sha256 !== undefined && { sha256 }),
  ...(date !== undefined && { date }),
  ...(author !== undefined && standing.author === undefined && { author }),
  ...(tables && { tables }),
});

type BySubject = ReadonlyMap<Id, readonly Claim[]>;

interface Both {
  readonly said: BySubject;
  readonly before: BySubject;
  /** Relations of the new file. */
  readonly relations: ReadonlySet<Id>;
  readonly byHand: number;
}

function claimsOfBoth(of: ReadonlyCase, imported: Import, source: Id): Both {
  const incoming = recordsFor(of, imported);
  const now = incoming.filter((record) => record.kind === 'claim').filter((claim) => claim.source === source);
  const relations = new Set(incoming.filter(({ kind }) => kind === 'relation').map(({ id }) => id));
  const old: Claim[] = [];
  let byHand = 0;
  for (const claim of of.claims) {
    if (claim.source !== source) continue;
    if (isOfFile(claim)) old.push(claim);
    else byHand++;
  }
  const subject = (claim: Claim) => claim.subject;
  return { said: grouped(now, subject), before: grouped(old, subject), relations, byHand };
}

function renewed(of: ReadonlyCase, subject: Id, { said, before, relations }: Both): Renewed {
  const now = said.get(subject) ?? [];
  const ids = new Set(now.map(({ id }) => id));
  const isRelation = of.relation(subject) !== undefined || (relations.has(subject) && !of.entity(subject));
  return {
    subject,
    kind: isRelation ? 'relation' : 'entity',
    said: now.filter(({ id }) => !of.claims.claim(id)),
    unsaid: (before.get(subject) ?? []).filter(({ id }) => !ids.has(id)),
  };
}

/** Read from a file: it stands at a line or a record and nowhere else; and not in an earlier state of the file. */
const isOfFile = ({ locators = [] }: Claim): boolean =>
  locators.length > 0 &&
  locators.every(
    ({ place, position, quote, page }) =>
      place !== undefined && !position && !quote && !page && !EARLIER.test(place),
  );

const EARLIER = /, [0-9a-f]{12}\)$/;

/** "line 12" → "line 12 (companies-june.csv, 3fa2b1c09d11)". */
function placedInOld(claim: Claim, { file = '', sha256 = '' }: Source): Claim {
  const locators = claim.locators?.map((locator) => ({
    ...locator,
    place: `${locator.place} (${file}, ${sha256.slice(0, 12)})`,
  }));
  return { ...claim, locators };
}

/** What both files say stands where the new one says it. */
function placesMoved(of: ReadonlyCase, said: BySubject): readonly (readonly [Claim, Claim])[] {
  return [...said.values()].flat().flatMap((claim) => {
    const standing = of.claims.claim(claim.id);
    if (!standing || !standing.locators || !claim.locators) return [];
    const others = standing.locators.filter(({ position, quote, page }) => position ?? quote ?? page);
    const to = { ...standing, locators: [...claim.locators, ...others] };
    return JSON.stringify(to.locators) === JSON.stringify(standing.locators) ? [] : [[standing, to] as const];
  });
}
