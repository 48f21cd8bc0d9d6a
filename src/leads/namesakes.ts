// Entities that bear one name, of whom nobody has judged whether they are one.
import { sound } from '../case/fold.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, otherNames } from '../case/names.ts';
import type { Id } from '../case/records.ts';
import type { LeadRule } from './lead.ts';

/** More bearers than this, and the name is a word: "court". */
const COMMON = 12;

export const namesakes = {
  id: 'namesakes',
  label: 'Namesakes',
  help: 'One name on two records: one entity twice, or two that must not be mixed up?',
  *find(seen) {
    const judged = judgedPairs(seen);
    const told = new Set<string>();
    const bearers = new Map<string, Set<Id>>();
    const abbreviated = new Set<string>();
    for (const { id, schema } of seen.entities()) {
      yield undefined;
      if (!seen.case.model.isA(schema, 'LegalEntity')) continue;
      for (const name of [nameOf(seen, id), ...otherNames(seen, id)]) {
        const { whole, initial, isAbbreviated } = keysOf(name);
        for (const key of [whole, initial].filter((one) => one !== undefined)) {
          const known = bearers.get(key);
          if (known) known.add(id);
          else bearers.set(key, new Set([id]));
        }
        if (isAbbreviated) abbreviated.add(`${initial} ${id}`);
      }
    }
    for (const [key, group] of bearers) {
      if (group.size < 2 || group.size > COMMON) continue;
      const ids = [...group];
      for (const [i, one] of ids.entries()) {
        for (const other of ids.slice(i + 1)) {
          const pair = pairOf(one, other);
          const meet = key.startsWith('=') || [one, other].some((id) => abbreviated.has(`${key} ${id}`));
          if (!meet || told.has(pair) || judged.has(pair) || !mayBeOne(seen, one, other)) continue;
          told.add(pair);
          yield {
            id: `namesakes ${pair}`,
            says: `${nameOf(seen, one)} and ${nameOf(seen, other)} have a name in common; nobody has judged whether they are one.`,
            about: [one, other],
          };
        }
      }
    }
  },
} satisfies LeadRule;

/**
 * `whole`: the name as it sounds, whatever the order of its words. `initial`: its initial and last word, by which
 * "G. Spector" meets Gene Spector, but Gene Spector no Gwen Spector.
 */
function keysOf(name: string): { whole?: string; initial?: string; isAbbreviated: boolean } {
  const words = sound(name).split(' ').filter(Boolean);
  if (words.length === 0) return { isAbbreviated: false };
  const whole = `= ${[...words].sort().join(' ')}`;
  if (words.length < 2) return { whole, isAbbreviated: false };
  return { whole, initial: `~ ${words[0]![0]} ${words.at(-1)}`, isAbbreviated: words[0]!.length === 1 };
}

const pairOf = (a: Id, b: Id): string => [a, b].sort().join(' ');

/** A person is no company. */
function mayBeOne(seen: CaseUnderLens, one: Id, other: Id): boolean {
  const isPerson = (id: Id) => seen.case.model.isA(seen.case.schemaOf(id)!, 'Person');
  return isPerson(one) === isPerson(other);
}

function judgedPairs(seen: CaseUnderLens): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const judgement of seen.case.judgements())
    if (judgement.about === 'identity') pairs.add(pairOf(...judgement.entities));
  return pairs;
}
