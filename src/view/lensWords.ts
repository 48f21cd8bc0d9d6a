// What a lens keeps back, as chips that say it and take it away.
import type { ReadonlyCase } from '../case/case.ts';
import { FACETS, withChoice, withoutPart, type Choice, type Facet, type Lens } from '../case/lens.ts';
import { nameOf } from '../case/names.ts';
import { CaseUnderLens } from '../case/lens.ts';
import { list, sayValue } from '../case/wording.ts';
import { entityTypes } from '../case/facets.ts';
import { familiesOf } from './families.ts';

export interface Chip {
  readonly facet: string;
  readonly words: string;
  /** The lens without what this chip stands for. */
  readonly without: Lens;
}

const NAMES: Record<Facet, string> = {
  sources: 'sources',
  stances: 'stance',
  attributedTo: 'credited to',
  entityTypes: 'types',
  relationTypes: 'relations',
};

/** Looks at cases under the open lens: making one for each name would read all judgements for each. */
const openLooks = new WeakMap<ReadonlyCase, CaseUnderLens>();
function openLook(of: ReadonlyCase): CaseUnderLens {
  const look = openLooks.get(of) ?? new CaseUnderLens(of);
  openLooks.set(of, look);
  return look;
}

/** A type, a source, an entity or a stance in words; an entity is called as `named` has it. */
export function sayChoice(of: ReadonlyCase, facet: Facet, id: string, named = openLook(of)): string {
  if (facet === 'sources') return of.source(id)?.title ?? id;
  if (facet === 'attributedTo') return nameOf(named, id);
  if (facet === 'stances') return id;
  return sayType(of, id);
}

/** A schema's plural or, for a tie by property, the property's label. */
export function sayType(of: ReadonlyCase, type: string): string {
  if (of.model.has(type)) return of.model.schema(type).plural;
  for (const name of of.model.names()) {
    const property = of.model.property(name, type);
    if (property) return property.label;
  }
  return type;
}

/** What the lens keeps back, one chip a part of it. Of a choice `most` are named. */
export function chipsOf(seen: CaseUnderLens, named = openLook(seen.case), most = 3): readonly Chip[] {
  const { lens } = seen;
  const chips = FACETS.filter((facet) => lens[facet]).map((facet) => ({
    facet: NAMES[facet],
    words: sayChoiceOf(namesOf(seen, facet, named), lens[facet]!, most),
    without: withChoice(lens, facet, undefined),
  }));
  return [...chips, ...otherChips(lens)];
}

/** What is no choice among ids: floors, time, voices, disputes. */
function otherChips(lens: Lens): readonly Chip[] {
  const { reliability, credibility, ungraded, time, voices, disputedOnly } = lens;
  const words: readonly (readonly [keyof Lens, string, string | undefined])[] = [
    ['reliability', 'reliability', reliability && `${reliability} or better`],
    ['credibility', 'credibility', credibility && `${credibility} or better`],
    ['ungraded', 'ungraded', ungraded && 'left out'],
    ['time', time?.sure ?? '', time && `in ${sayValue('date', time.when)}`],
    [
      'voices',
      'voices',
      voices && `at least ${voices.atLeast}${voices.stated ? ', stated independent' : ''}`,
    ],
    ['disputedOnly', 'disputed', disputedOnly ? 'only' : undefined],
  ];
  return words.flatMap(([key, facet, said]) =>
    said ? { facet, words: said, without: withoutPart(lens, key) } : [],
  );
}

/** What a choice names, one by one; a whole family of types by the family's name, as the legend has it. */
function namesOf(seen: CaseUnderLens, facet: Facet, named: CaseUnderLens): readonly string[] {
  const { case: of, lens } = seen;
  const { ids } = lens[facet]!;
  const families = facet === 'entityTypes' ? familiesOf(of.model, entityTypes(seen)) : [];
  const whole = families.filter(
    ({ members }) => members.length > 1 && members.every(([id]) => ids.includes(id)),
  );
  const within = new Set(whole.flatMap(({ members }) => members.map(([id]) => id)));
  return [
    ...whole.map(({ label }) => label),
    ...ids.filter((id) => !within.has(id)).map((id) => sayChoice(of, facet, id, named)),
  ];
}

function sayChoiceOf(names: readonly string[], { mode }: Choice, most: number): string {
  const more = names.length > most ? [`${names.length - most} more`] : [];
  const words = names.length === 0 ? 'none' : list([...names.slice(0, most), ...more]);
  return mode === 'only' ? `only ${words}` : `without ${words}`;
}
