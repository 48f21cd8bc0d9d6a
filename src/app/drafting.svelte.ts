// One draft under way: the text, what is suggested, what was decided, and how to take a decision back.
import type { Source } from '../case/records.ts';
import { locatorAt } from '../case/anchoring/locatorAt.ts';
import { adopt, withEnds } from '../drafting/adopting.ts';
import { knownIn, matched, type Known } from '../drafting/matching.ts';
import {
  isEntity,
  type EntityKind,
  type EntitySuggestion,
  type Place,
  type Suggestion,
} from '../drafting/suggestion.ts';
import { edited, type Edit } from './draftEdit.ts';
import type { Client } from '../worker/client.ts';
import { inSlices } from './panels/slices.ts';
import type { ReadFile } from './panels/reader/files.ts';
import type { Workspace } from './workspace.svelte.ts';

export type Decision = 'accepted' | 'rejected';

/** A text with the file it came in. */
export interface DraftText extends ReadFile {
  readonly text: string;
  readonly sha256: string;
}

interface State {
  readonly suggestions: readonly Suggestion[];
  readonly decided: ReadonlyMap<string, Decision>;
  readonly at: number;
}
const NOTHING: State = { suggestions: [], decided: new Map(), at: 0 };

export class Drafting {
  text = $state.raw<DraftText | undefined>(undefined);
  /** From 0 to 1 while the worker reads; undefined when it does not. */
  done = $state<number | undefined>(undefined);
  problem = $state('');
  /** What whoever decides must know of how the text was read. */
  notes = $state.raw<readonly string[]>([]);
  #state = $state.raw<State>(NOTHING);
  #before = $state.raw<readonly State[]>([]);
  readonly #w: Workspace;
  readonly #worker: Client;
  #stop = new AbortController();

  constructor(w: Workspace, worker: Client) {
    this.#w = w;
    this.#worker = worker;
  }

  get suggestions(): readonly Suggestion[] {
    return this.#state.suggestions;
  }
  get decided(): ReadonlyMap<string, Decision> {
    return this.#state.decided;
  }
  get at(): number {
    return this.#state.at;
  }
  get current(): Suggestion | undefined {
    return this.suggestions[this.at];
  }
  get canUndo(): boolean {
    return this.#before.length > 0;
  }
  readonly accepted = $derived.by(() =>
    [...this.decided].filter(([, how]) => how === 'accepted').map(([key]) => key),
  );

  entity(key: string): EntitySuggestion | undefined {
    const found = this.suggestions.find((one) => one.key === key);
    return found && isEntity(found) ? found : undefined;
  }

  /** Reads a text off the main thread. `published`, the date its source bears (EDTF), makes days of "on Tuesday". */
  async read(file: ReadFile, published?: string): Promise<void> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    [this.problem, this.done] = ['', 0];
    try {
      const { text, sha256 } = await this.#worker.run('text', file, { signal });
      const progress = (done: number | undefined) => (this.done = done ?? this.done);
      const drafted = await this.#worker.run('draft', { text, published }, { signal, progress });
      const { suggestions, language, unread } = drafted;
      const known = await this.#known(signal);
      if (signal.aborted) return;
      if (suggestions.length === 0) this.problem = 'Nothing was found in this text to suggest.';
      this.text = { ...file, text, sha256 };
      this.notes = [
        ...(language === undefined ? [] : [inAnother(language)]),
        ...(unread === undefined
          ? []
          : [
              `The last ${unread.toLocaleString('en')} characters were not read: a text this long is best drafted in parts.`,
            ]),
      ];
      this.#state = { ...NOTHING, suggestions: matched(suggestions, known, this.#w.case.model) };
      this.#before = [];
    } catch (error) {
      if (!signal.aborted) this.problem = error instanceof Error ? error.message : String(error);
    } finally {
      if (this.#stop.signal === signal) this.done = undefined;
    }
  }

  cancel(): void {
    this.#stop.abort();
    this.done = undefined;
  }

  #known(signal: AbortSignal): Promise<readonly Known[]> {
    return new Promise((resolve) => {
      const stop = inSlices(knownIn(this.#w.seen), (known) => resolve(known));
      signal.addEventListener('abort', () => (stop(), resolve([])), { once: true });
    });
  }

  go(at: number): void {
    const last = this.suggestions.length - 1;
    this.#state = { ...this.#state, at: Math.max(0, Math.min(last, at)) };
  }

  /** Takes a suggestion, with the ends it needs, and goes on to the next that is undecided. */
  accept(key = this.current?.key): void {
    if (key === undefined) return;
    this.#decide([...withEnds(this.suggestions, [key])], 'accepted');
  }

  /** Refuses a suggestion; what cannot be without it goes too. */
  reject(key = this.current?.key): void {
    if (key === undefined) return;
    const leaning = this.suggestions.filter(
      (one) =>
        (one.kind === 'relation' && (one.from === key || one.to === key)) ||
        (one.kind === 'role' && one.of === key),
    );
    this.#decide([key, ...leaning.map((one) => one.key)], 'rejected');
  }

  #decide(keys: readonly string[], how: Decision): void {
    const decided = new Map([...this.decided, ...keys.map((key) => [key, how] as const)]);
    const open = (i: number) => !decided.has(this.suggestions[i]!.key);
    const rest = Array.from(this.suggestions, (_, i) => (this.at + 1 + i) % this.suggestions.length);
    this.#step({ ...this.#state, decided, at: rest.find(open) ?? this.at });
  }

  undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#state = before;
    this.#before = this.#before.slice(0, -1);
  }

  #step(state: State): void {
    this.#before = [...this.#before, this.#state];
    this.#state = state;
  }

  edit(key: string, edit: Edit): void {
    const suggestions = this.suggestions.map((one) => (one.key === key ? edited(one, edit) : one));
    this.#step({ ...this.#state, suggestions });
  }

  /** Words chosen by hand become an entity, or another name of one; accepted at once, since a person chose them. */
  add(kind: Exclude<EntityKind, 'event'>, start: number, end: number, of?: EntitySuggestion): void {
    const place = this.#placeAt(start, end);
    if (!place) return;
    const name = place.quote.replace(/\s+/g, ' ');
    const key = of?.key ?? `${kind}:by hand:${place.start}`;
    const fresh: EntitySuggestion = {
      kind,
      key,
      schema: SCHEMAS[kind],
      name,
      aliases: [],
      named: true,
      places: [place],
      sureness: 1,
      reason: 'chosen by hand',
    };
    const [made] = matched([fresh], [...knownIn(this.#w.seen)], this.#w.case.model);
    const suggestions = of
      ? this.suggestions.map((one) =>
          one.key === of.key
            ? { ...of, aliases: [...new Set([...of.aliases, name])], places: [...of.places, place] }
            : one,
        )
      : inTextOrder([...this.suggestions, made!]);
    this.#takeOwn(suggestions, key);
  }

  /** Who is named in a passage, in the order of the text. */
  namedIn(start: number, end: number): EntitySuggestion[] {
    const passage = this.#placeAt(start, end);
    const within = (place: Place) => passage && passage.start <= place.start && place.end <= passage.end;
    const at = (one: EntitySuggestion) => one.places.find(within)?.start ?? Infinity;
    return this.suggestions
      .filter(isEntity)
      .filter((one) => one.kind !== 'event' && at(one) < Infinity)
      .sort((a, b) => at(a) - at(b));
  }

  /** A passage that names two becomes a tie between the first and the last of them, called by the words between. */
  addTie(start: number, end: number): void {
    const place = this.#placeAt(start, end);
    const named = this.namedIn(start, end);
    const [from, to] = [named[0], named.at(-1)];
    if (!place || !from || !to || from === to) return;
    const [a, b] = [from, to].map(({ places }) =>
      places.find((one) => one.start >= place.start && one.end <= place.end)!,
    );
    const between = [...place.quote].slice(a!.end - place.start, b!.start - place.start).join('');
    const role =
      between
        .replace(/^[\s,]+|[\s,]+$/g, '')
        .replace(/\s+/g, ' ')
        .slice(0, LONGEST_ROLE) || 'tied to';
    const ends = { from: from.key, to: to.key, schema: 'UnknownLink', role };
    this.#addOwn({
      kind: 'relation',
      key: `relation:by hand:${place.start}-${place.end}`,
      ...ends,
      ...byHand(place),
    });
  }

  /** A passage becomes what somebody is. */
  addRole(of: EntitySuggestion, start: number, end: number): void {
    const place = this.#placeAt(start, end);
    const role = place?.quote.replace(/\s+/g, ' ').slice(0, LONGEST_ROLE);
    if (place && role)
      this.#addOwn({
        kind: 'role',
        key: `role:by hand:${of.key}:${place.start}`,
        of: of.key,
        role,
        ...byHand(place),
      });
  }

  #addOwn(one: Suggestion): void {
    const others = this.suggestions.filter(({ key }) => key !== one.key);
    this.#takeOwn(inTextOrder([...others, one]), one.key);
  }

  /** Accepts what a person chose, with what it needs. */
  #takeOwn(suggestions: readonly Suggestion[], key: string): void {
    const taken = [...withEnds(suggestions, [key])].map((each) => [each, 'accepted' as const] as const);
    const decided = new Map([...this.decided, ...taken]);
    this.#step({ suggestions, decided, at: suggestions.findIndex((one) => one.key === key) });
  }

  #placeAt(start: number, end: number): Place | undefined {
    const locator = this.text && locatorAt(this.text.text, start, end);
    if (!locator?.position || !locator.quote) return undefined;
    const { exact, prefix = '', suffix = '' } = locator.quote;
    return { ...locator.position, quote: exact, prefix, suffix };
  }

  /** One step of the case with all that was accepted. */
  keep(source: Source): number {
    const accepted = new Set(this.accepted);
    const diff = adopt(this.#w.case, { suggestions: this.suggestions, accepted, source });
    this.#w.run(`Add ${accepted.size} from ${source.title}`, diff);
    return accepted.size;
  }
}

/** What is said of a text that is not English. */
export const inAnother = (language: string): string =>
  `This text is in ${language}. Clew’s grammar is English: it suggests names, sums and dates in figures here, and no ties.`;

/** UTF-16 units of a passage that make a role. */
const LONGEST_ROLE = 80;

const inTextOrder = (all: readonly Suggestion[]): Suggestion[] =>
  [...all].sort((a, b) => a.places[0]!.start - b.places[0]!.start);
const byHand = (place: Place) =>
  ({ places: [place], sureness: 1, reason: 'chosen by hand', stance: 'affirmed' }) as const;

const SCHEMAS = { person: 'Person', organization: 'Organization', place: 'Address' } as const;
