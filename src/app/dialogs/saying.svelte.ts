// Who says it, where, and with what stance: the part that the forms for claims, entities and relations share.
import type { ReadonlyCase } from '../../case/case.ts';
import { newId } from '../../case/claimId.ts';
import { putSource } from '../../case/commands/records.ts';
import type { Saying as Said } from '../../case/commands/subjects.ts';
import { EMPTY, type Diff } from '../../case/diff.ts';
import type { Claim, Id, Locator, Source, Stance } from '../../case/records.ts';

export const NEW = 'new source';

export class Saying {
  /** A source's id, or `NEW`. */
  source = $state('');
  /** The source being made, where it is new. */
  title = $state('');
  publisher = $state('');
  date = $state('');
  address = $state('');
  place = $state('');
  stance = $state<Stance>('affirmed');
  attributedTo = $state.raw<readonly Id[]>([]);
  /** Outermost first, as in the claim. */
  via = $state.raw<readonly Id[]>([]);
  notes = $state('');
  readonly #locators: readonly Locator[];

  /** Starts from a claim, or from the source last used, or one and the place in it that were pointed at. */
  constructor(of: ReadonlyCase, from?: Claim, lastSource?: Id, locator?: Locator) {
    this.#locators = from?.locators ?? (locator ? [locator] : []);
    const last = lastSource && of.source(lastSource) ? lastSource : undefined;
    // None is chosen for the user: a claim must not end up with a source that does not make it.
    this.source = from?.source ?? last ?? ([...of.sources()].length > 0 ? '' : NEW);
    if (!from) return;
    this.place = from.locators?.[0]?.place ?? '';
    this.stance = from.stance;
    this.attributedTo = from.attributedTo ?? [];
    this.via = from.via ?? [];
    this.notes = from.notes ?? '';
  }

  /** Why it cannot be kept yet. */
  get problem(): string | undefined {
    if (this.source === '') return 'Choose the source that says so.';
    return this.source === NEW && this.title.trim() === '' ? 'Give the new source a title.' : undefined;
  }

  /** What the claims share, and the new source where there is one. */
  kept(of: ReadonlyCase): { said: Said; diff: Diff } {
    const fresh: Source | undefined =
      this.source === NEW
        ? {
            kind: 'source',
            id: newId(),
            title: this.title.trim(),
            publisher: filled(this.publisher),
            date: filled(this.date),
            address: filled(this.address),
          }
        : undefined;
    const said: Said = {
      source: fresh?.id ?? this.source,
      stance: this.stance,
      ...(this.via.length > 0 && { via: this.via }),
      ...(this.attributedTo.length > 0 && { attributedTo: this.attributedTo }),
      ...(this.#located().length > 0 && { locators: this.#located() }),
      ...(filled(this.notes) && { notes: filled(this.notes) }),
    };
    return { said, diff: fresh ? putSource(of, withoutEmpty(fresh)) : EMPTY };
  }

  /** The claim's locators, the first with the place as typed. Ranges and quotes are kept. */
  #located(): readonly Locator[] {
    const place = filled(this.place);
    const [first, ...others] = this.#locators;
    if (!first) return place ? [{ place }] : [];
    const { place: _, ...rest } = first;
    const changed = place ? { ...rest, place } : rest;
    return Object.keys(changed).length > 0 ? [changed, ...others] : others;
  }
}

export const filled = (text: string): string | undefined => text.trim() || undefined;

/** A record without the fields that hold nothing. */
export const withoutEmpty = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
