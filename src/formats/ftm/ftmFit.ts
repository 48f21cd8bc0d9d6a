// What a case says fitted to FollowTheMoney's types, properties and values; what does not fit becomes notes.
import type { Id, Stance } from '../../case/records.ts';
import type { Schema } from '../../case/schema.ts';
import type { Loss } from '../format.ts';
import { byCodePoint } from '../order.ts';
import { safeId } from './ftmIds.ts';
import { accepted, note, NOTE_HOLDERS, type Mark } from './ftmValues.ts';

/** What did not fit, counted while writing. */
export interface Fit {
  fellBack: number;
  general: number;
  noted: number;
  dropped: number;
  renamed: number;
}
export const newFit = (): Fit => ({ fellBack: 0, general: 0, noted: 0, dropped: 0, renamed: 0 });

/** `oldIds` says where an id stays that had to be replaced. */
export const fitLosses = (fit: Fit, oldIds: string): readonly Loss[] =>
  [
    {
      what: 'entities and relations of the case’s own types, written as the standard type they specialise',
      count: fit.fellBack,
    },
    {
      what: 'references by properties of the case’s own, written as the standard property they specialise',
      count: fit.general,
    },
    { what: 'values that FollowTheMoney has no place for, written into notes', count: fit.noted },
    { what: 'values left out, since their type has no notes', count: fit.dropped },
    {
      what: `ids that FollowTheMoney does not take, replaced by a hash (the old one is kept as ${oldIds})`,
      count: fit.renamed,
    },
  ].filter(({ count }) => count > 0);

/** The properties of one subject, of a standard schema, as they fill with what is said in terms of its own. */
export class Fitting {
  readonly schema: Schema;
  readonly #own: Schema;
  readonly #fit: Fit;
  readonly #shows: (id: Id) => boolean;
  readonly #values = new Map<string, Set<string>>();
  readonly #holder: string | undefined;
  /** Marks of ends that are not affirmed, and all that is noted, by property. */
  readonly marks = new Set<Mark>();
  readonly noted = new Map<string, Set<string>>();
  /** Each property and value as it was added, in order. */
  readonly added: (readonly [property: string, value: string])[] = [];

  constructor(schema: Schema, own: Schema, fit: Fit, shows: (id: Id) => boolean) {
    this.schema = schema;
    this.#own = own;
    this.#fit = fit;
    this.#shows = shows;
    this.#holder = NOTE_HOLDERS.find((name) => schema.properties.get(name)?.type === 'text');
  }

  say(name: string, value: string, stance: Stance): void {
    if (this.#own.properties.get(name)?.type === 'entity') return this.#reference(name, value, stance);
    if (stance !== 'affirmed') return this.note(name, stance, value);
    const target = standardName(this.schema, this.#own, name);
    const type = target === undefined ? undefined : this.schema.properties.get(target)!.type;
    // A bare "P12Y" among descriptions tells nobody anything: there the note itself is the value.
    if (target !== name && type === 'text') return this.note(name, 'as stated', value, target);
    const fitting = type === undefined || type === 'entity' ? undefined : accepted(type, value);
    if (target !== undefined && fitting) this.add(target, fitting.value);
    if (!fitting?.exact || target !== name) this.note(name, 'as stated', value);
  }

  #reference(name: string, value: Id, stance: Stance): void {
    if (!this.#shows(value)) return;
    const end = this.endOf(name);
    const standard = end ?? standardName(this.schema, this.#own, name);
    const target = this.schema.properties.get(standard ?? '')?.type === 'entity' ? standard : undefined;
    // A tie cannot be left out of its own relation: there the role says that it is alleged.
    if (target !== undefined && (stance === 'affirmed' || end)) this.add(target, safeId(value));
    if (target === undefined) this.note(name, stance === 'affirmed' ? 'as stated' : stance, safeId(value));
    else if (stance !== 'affirmed') this.note(target, stance, safeId(value));
    if (target !== undefined && target !== name && !end) this.#fit.general++;
  }

  /** The standard end for an end of the case's own relation type. */
  endOf(name: string): string | undefined {
    const [own, standard] = [this.#own.edge, this.schema.edge];
    if (!own || !standard) return undefined;
    if (name === own.source) return standard.source;
    return name === own.target ? standard.target : undefined;
  }

  add(property: string, value: string): void {
    const values = this.#values.get(property) ?? new Set();
    this.#values.set(property, values.add(value));
    this.added.push([property, value]);
  }

  note(property: string, mark: Mark, value: string, holder = this.#holder): void {
    if (property === this.schema.edge?.source || property === this.schema.edge?.target) this.marks.add(mark);
    this.noted.set(property, (this.noted.get(property) ?? new Set()).add(value));
    if (!holder) this.#fit.dropped++;
    else this.#fit.noted++;
    if (holder) this.add(holder, note(property, mark, value));
  }

  has(property: string): boolean {
    return this.#values.has(property);
  }

  valuesOf(property: string): readonly string[] {
    return [...(this.#values.get(property) ?? [])];
  }

  set(property: string, values: readonly string[]): void {
    this.#values.set(property, new Set(values));
  }

  remove(property: string, value: string): void {
    this.#values.get(property)?.delete(value);
  }

  properties(): Iterable<string> {
    return [...this.#values.keys()].sort(byCodePoint);
  }

  sorted(): Record<string, readonly string[]> {
    const entries = [...this.#values].sort(([a], [b]) => byCodePoint(a, b));
    return Object.fromEntries(entries.map(([name, values]) => [name, [...values]]));
  }
}

/** The standard property of that name, or the one it specialises. */
function standardName(standard: Schema, own: Schema, name: string): string | undefined {
  const candidates = [name, own.properties.get(name)?.specialises];
  return candidates.find(
    (one) => one !== undefined && standard.properties.has(one) && !standard.properties.get(one)!.stub,
  );
}

/** Properties that say what kind of tie a relation is. */
export const ROLES: readonly string[] = ['role', 'relationship', 'purpose', 'summary'];

/** The weaker of the marks that ends of a tie bear. */
export const weakest = (marks: ReadonlySet<Mark>): Stance | undefined =>
  marks.has('denied') ? 'denied' : marks.has('alleged') ? 'alleged' : undefined;
