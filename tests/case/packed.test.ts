// A case that was filled from columns behaves as one filled from the same records, whatever is asked or done first.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { EMPTY, reverse, type Diff } from '../../src/case/diff.ts';
import { Packer } from '../../src/case/packing.ts';
import { recordsIn, type Packed } from '../../src/case/packed.ts';
import { keyOf, STANCES, type CaseRecord } from '../../src/case/records.ts';
import { diffOf, change } from './changes.ts';

const IDS = ['ann', 'bo', 'acme', 'cy', '__proto__'];
const id = fc.constantFrom(...IDS);
const saying = fc.record({
  subject: fc.nat(7),
  property: fc.constantFrom('name', 'owner', 'asset', 'parent'),
  value: fc.oneof(id, fc.string({ maxLength: 3 })),
  stance: fc.constantFrom(...STANCES),
  original: fc.option(fc.constantFrom('One', 'ONE'), { nil: undefined }),
  held: fc.option(fc.constantFrom('2001', '2002-03'), { nil: undefined }),
  where: fc.constantFrom('', 'line 7', 'line 007', 'line 1e3', 'row 2', 'line 99999999999999'),
});

type Saying = typeof saying extends fc.Arbitrary<infer S> ? S : never;
const SUBJECTS = [...IDS, 'r1', 'r2', 'r3'];

function packedOf(sayings: readonly Saying[]): Packed {
  const packer = new Packer('paper');
  for (const one of IDS) packer.entity(one, one === 'acme' ? 'Company' : 'Person');
  for (const one of SUBJECTS.slice(IDS.length)) packer.relation(one, 'Ownership');
  for (const one of SUBJECTS)
    packer.say(packer.subject(one)!, { property: 'id', value: one, stance: 'affirmed', where: '' });
  for (const { subject, ...said } of sayings) packer.say(packer.subject(SUBJECTS[subject]!)!, said);
  return packer.packed();
}

const byKey = (records: Iterable<CaseRecord>) =>
  [...records].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))));

/** Everything a case can be asked of one id, or of all. */
const QUESTIONS: Readonly<Record<string, (of: Case, id: string) => unknown>> = {
  records: (of) => byKey(of.records()),
  size: (of) => of.claims.size,
  subjects: (of) => [...of.claims.subjects()].sort(),
  about: (of, id) => byKey(of.claims.claimsOf(id)),
  naming: (of, id) => byKey(of.claims.claimsNaming(id)),
  relation: (of, id) => [of.relation(id), of.entity(id), of.schemaOf(id)],
  claim: (of, id) => {
    const claims = byKey(of.claims);
    return claims.map((claim) => of.claims.claim(claim.id)).concat(of.claims.claim(id));
  },
  whileAsking: (of, id) => {
    const met: CaseRecord[] = [];
    for (const claim of of.claims) {
      met.push(claim);
      of.claims.claimsOf(id);
    }
    return byKey(met);
  },
};

const step = fc.oneof(
  fc.record({ ask: fc.constantFrom(...Object.keys(QUESTIONS)), id: fc.constantFrom(...SUBJECTS) }),
  fc.record({ change }),
  fc.record({ undo: fc.constant(true) }),
  fc.record({ types: fc.constantFrom('Person', 'Ownership') }),
);

test('the same answers after the same changes', () => {
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 20 }), fc.array(step, { maxLength: 12 }), (sayings, steps) => {
      const packed = packedOf(sayings);
      const plain = new Case(recordsIn(packed));
      const compact = new Case([], packed);
      const done: Diff[] = [];
      const both = (diff: Diff) => {
        for (const of of [plain, compact]) of.apply(diff);
        done.push(diff);
      };
      for (const one of steps) {
        if ('ask' in one) {
          const ask = QUESTIONS[one.ask]!;
          expect(ask(compact, one.id)).toEqual(ask(plain, one.id));
        } else if ('change' in one) both(diffOf(plain, one.change));
        else if ('types' in one) both(retyping(plain, one.types));
        else if (done.length > 0) both(reverse(done.pop()!));
      }
      for (const ask of Object.values(QUESTIONS))
        for (const id of SUBJECTS) expect(ask(compact, id)).toEqual(ask(plain, id));
    }),
  );
});

/** Makes `name` of a type name an entity, which the indexes must follow. */
function retyping(of: Case, type: string): Diff {
  const property = { name: 'name', label: 'Name', type: 'entity' };
  const schemata = [{ name: type, label: type, extends: [], properties: [property] }];
  return { ...EMPTY, updated: [[of.header, { ...of.header, schemata }]] };
}
