// A fingerprint of what a case says openly: the same for the same records, in whatever order and wherever they are kept.
import type { ReadonlyCase } from './case.ts';
import { digest } from './digest.ts';
import { CaseUnderLens, withoutConfidential } from './lens.ts';
import type { CaseRecord, Id, Judgement } from './records.ts';

/**
 * 20 hex digits (80 bits) of SHA-256 over all records but views, which say nothing, and but what rests on a confidential
 * source: from a number that leaves the house nobody shall be able to try out who that source is.
 */
export function fingerprintOf(of: ReadonlyCase): string {
  const open = new CaseUnderLens(of, withoutConfidential({}, of.sources()));
  const lines: string[] = [];
  for (const record of recordsOf(of)) if (isOpen(open, record)) lines.push(digest(inOneOrder(record)));
  return digest(lines.sort().join(''));
}

/** In fours, to be read out: "3f2a 91bc …". */
export const sayFingerprint = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');

function* recordsOf(of: ReadonlyCase): Generator<CaseRecord> {
  yield of.header;
  yield* of.sources();
  yield* of.entities();
  yield* of.relations();
  yield* of.claims;
  yield* of.judgements();
}

function isOpen(open: CaseUnderLens, record: CaseRecord): boolean {
  if (record.kind === 'source') return !record.confidential;
  if (record.kind === 'claim') return open.passes(record);
  if (record.kind === 'entity' || record.kind === 'relation')
    return Array.from(open.case.claims.claimsOf(record.id)).some((claim) => open.passes(claim));
  if (record.kind === 'judgement') return claimsOf(record).every((id) => isOpenClaim(open, id));
  return true;
}

function isOpenClaim(open: CaseUnderLens, id: Id): boolean {
  const claim = open.case.claims.claim(id);
  return claim !== undefined && open.passes(claim);
}

/** The claims that a judgement is about, whatever kind it is of. */
function claimsOf(judgement: Judgement): readonly Id[] {
  if (judgement.about === 'credibility') return [judgement.claim];
  if (judgement.about === 'compatibility') return judgement.claims;
  return judgement.about === 'ruling' ? [...judgement.prefer, ...judgement.over] : [];
}

/** JSON with the keys of each object in code point order. */
function inOneOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${inOneOrder(part)}`);
  return `{${parts.join(',')}}`;
}
