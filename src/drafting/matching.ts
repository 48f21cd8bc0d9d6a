// Suggested entities against those the case has: which one it is, and why, in words.
import { fold, sound } from '../case/fold.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import { nameOf, otherNames } from '../case/names.ts';
import type { Id } from '../case/records.ts';
import type { Model } from '../case/schema.ts';
import {
  isEntity,
  type EntityKind,
  type EntitySuggestion,
  type Match,
  type Suggestion,
} from './suggestion.ts';

/** What an entity of the case is called. */
export interface Known {
  readonly id: Id;
  readonly schema: string;
  readonly name: string;
  readonly others: readonly string[];
}

/** Everybody whom the case names, one at a time, so that a large case can be gone through in slices. */
export function* knownIn(seen: CaseUnderLens): Generator<Known> {
  for (const { id, schema } of seen.entities())
    yield { id, schema, name: nameOf(seen, id), others: otherNames(seen, id) };
}

/** The suggestions with the entity of the case that each is, where one fits. Time in proportion to names of the case. */
export function matched(
  suggestions: readonly Suggestion[],
  known: readonly Known[],
  model: Model,
): Suggestion[] {
  const index = indexOf(known);
  return suggestions.map((one) => {
    if (!isEntity(one)) return one;
    const match = matchFor(one, index, model);
    return match ? { ...one, match } : one;
  });
}

/** Entities by each key under which a name may be met. */
type Index = ReadonlyMap<string, readonly { readonly of: Known; readonly name: string }[]>;

const FORMS = /\b(?:inc|ltd|limited|llc|llp|plc|corp|co|gmbh|ag|nv|sa|ab|oao|ooo|zao|pao|ltda)\b/g;
/** Of a body's name, what tells it apart: no article, no legal form, no country before it. */
const core = (name: string): string =>
  fold(name)
    .replace(FORMS, ' ')
    .replace(/\b(?:u s|us|american|united states)\b/g, ' ')
    .replace(/^(?:the|an?) /, '')
    .replace(/\s+/g, ' ')
    .trim();
const plain = (name: string): string => fold(name).replace(/^(?:the|an?) /, '');
const soundOf = (name: string): string => fold(name).split(' ').map(sound).join(' ');
const lastWord = (name: string): string => plain(name).split(' ').at(-1)!;

function indexOf(known: readonly Known[]): Index {
  const index = new Map<string, { of: Known; name: string }[]>();
  const put = (key: string, of: Known, name: string) => {
    const standing = index.get(key);
    if (!standing) index.set(key, [{ of, name }]);
    else if (!standing.some((other) => other.of === of)) standing.push({ of, name });
  };
  for (const of of known)
    for (const name of [of.name, ...of.others]) {
      put(`= ${plain(name)}`, of, name);
      put(`~ ${soundOf(name)}`, of, name);
      if (core(name)) put(`c ${core(name)}`, of, name);
      put(`l ${sound(lastWord(name))}`, of, name);
    }
  return index;
}

const FAMILIES: Readonly<Record<EntityKind, readonly string[]>> = {
  person: ['Person'],
  organization: ['Organization', 'Company', 'PublicBody', 'Asset'],
  place: ['Address', 'Country', 'RealEstate'],
  event: ['Event', 'CourtCase'],
};
const STATES = new Map(
  Object.entries({
    us: 'united states',
    'u s': 'united states',
    usa: 'united states',
    america: 'united states',
    uk: 'united kingdom',
    'u k': 'united kingdom',
    britain: 'united kingdom',
    uae: 'united arab emirates',
    'u a e': 'united arab emirates',
  }),
);

function matchFor(one: EntitySuggestion, index: Index, model: Model): Match | undefined {
  const fits = ({ schema }: Known) =>
    FAMILIES[one.kind].some((family) => model.has(family) && model.isA(schema, family)) ||
    (schema === 'LegalEntity' && one.kind !== 'place' && one.kind !== 'event');
  const at = (key: string) => (index.get(key) ?? []).filter(({ of }) => fits(of));
  const only = (key: string) => {
    const all = at(key);
    return all.length === 1 ? all[0] : undefined;
  };
  for (const name of [one.name, ...one.aliases]) {
    const [same] = at(`= ${plain(name)}`);
    if (same)
      return {
        id: same.of.id,
        name: same.of.name,
        reason: plain(same.of.name) === plain(name) ? 'same name' : `same as the alias “${same.name}”`,
      };
  }
  const state = one.kind === 'place' ? STATES.get(plain(one.name)) : undefined;
  const [country] = state ? at(`= ${state}`) : [];
  if (country) return { id: country.of.id, name: country.of.name, reason: `short for ${country.of.name}` };
  if (one.kind !== 'person' && one.kind !== 'place') {
    const alike = core(one.name) && only(`c ${core(one.name)}`);
    if (alike)
      return {
        id: alike.of.id,
        name: alike.of.name,
        reason: 'same name but for country, article or legal form',
      };
  }
  const heard = only(`~ ${soundOf(one.name)}`);
  if (heard)
    return {
      id: heard.of.id,
      name: heard.of.name,
      reason:
        plain(heard.name) === plain(heard.of.name)
          ? `sounds like “${heard.name}”`
          : `sounds like the alias “${heard.name}”`,
    };
  return one.kind === 'person' ? bySurname(one, at(`l ${sound(lastWord(one.name))}`)) : undefined;
}

/** A surname alone, or with an initial or a name in common, where the case has one such person. */
function bySurname(
  { name }: EntitySuggestion,
  bearers: readonly { of: Known; name: string }[],
): Match | undefined {
  const words = plain(name).split(' ');
  if (words.length === 1) {
    const [one] = bearers;
    return bearers.length === 1 && one
      ? {
          id: one.of.id,
          name: one.of.name,
          reason: `surname alone, the only ${one.name.split(' ').at(-1)} in the case`,
        }
      : undefined;
  }
  const alike = bearers.filter(({ of }) =>
    [of.name, ...of.others].some((other) => {
      const theirs = plain(other).split(' ');
      const [a, b] = [words[0]!, theirs[0]!];
      return (
        theirs.length > 1 && (sound(a) === sound(b) || (Math.min(a.length, b.length) === 1 && a[0] === b[0]))
      );
    }),
  );
  const [one] = alike;
  return alike.length === 1 && one
    ? { id: one.of.id, name: one.of.name, reason: 'same surname and given name' }
    : undefined;
}
