// A file while it waits for an answer: what was read of it, under which format, mapping and source.
import type { ReadonlyCase } from '../../case/case.ts';
import type { Id, Source } from '../../case/records.ts';
import type { TableMapping, TableWish } from '../../case/tableMapping.ts';
import type { Import } from '../../formats/importing.ts';
import { earlierState } from '../../formats/laterState.ts';
import { compare } from '../../formats/refreshing.ts';
import type { Value } from '../../plugin/settings.ts';
import type { Client } from '../../worker/client.ts';
import type { Incoming } from '../desk.svelte.ts';

export class Reading {
  readonly file: Incoming;
  readonly #worker: Client;
  readonly #of: ReadonlyCase;
  /** As it was last read; it stays while it is read anew. */
  found = $state.raw<Import | undefined>(undefined);
  failure = $state<string | undefined>(undefined);
  busy = $state(true);
  done = $state<number | undefined>(0);
  format = $state('');
  /** Of a zip that holds several. */
  member = $state<string | undefined>(undefined);
  settings = $state.raw<Readonly<Record<string, Value>>>({});
  /** What was chosen of its tables, by their names. */
  wishes = $state.raw<ReadonlyMap<string, TableWish>>(new Map());
  /** The source of which the file is a later state. */
  earlier = $state.raw<Source | undefined>(undefined);
  /** What taking it as a later state would do; undefined where it is a source of its own. */
  readonly refresh = $derived.by(() =>
    this.earlier && this.found && !this.failure ? compare(this.#of, this.found) : undefined,
  );
  #abort = new AbortController();

  constructor(file: Incoming, worker: Client, of: ReadonlyCase) {
    [this.file, this.#worker, this.#of] = [file, worker, of];
  }

  /** Reads it, and once more with the mapping of the source that it seems to be a later state of. */
  async start(): Promise<void> {
    await this.#read();
    const earlier = this.found && earlierState(this.#of, this.found);
    if (earlier) await this.takeAs(earlier.id);
  }

  stop(): void {
    this.#abort.abort();
  }

  /** As a later state of a source, under its mapping; or as a source of its own. */
  takeAs(source: Id | undefined): Promise<void> {
    this.earlier = source === undefined ? undefined : this.#of.source(source);
    this.wishes = new Map(this.earlier?.tables?.map((mapping) => [mapping.table, mapping]));
    return this.#read();
  }

  readAs(format: string): Promise<void> {
    this.format = format;
    return this.#read();
  }

  /** Another file of the zip, whatever it is and however its columns are meant. */
  readMember(member: string): Promise<void> {
    [this.member, this.format, this.wishes] = [member, '', new Map()];
    return this.#read();
  }

  set(name: string, value: Value): void {
    this.settings = { ...this.settings, [name]: value };
    void this.#read();
  }

  wish(wish: TableWish): void {
    this.wishes = new Map([...this.wishes, [wish.table, wish]]);
    void this.#read();
  }

  /** As it was chosen, else as it was read; a choice that cannot be read stays to be changed. */
  mappingOf(mapping: TableMapping): TableMapping {
    const wish = this.wishes.get(mapping.table);
    return wish?.columns
      ? { ...mapping, ...wish, dialect: { ...mapping.dialect, ...wish.dialect }, columns: wish.columns }
      : mapping;
  }

  async #read(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    [this.busy, this.done] = [true, 0];
    const { name, bytes } = this.file;
    const question = {
      name,
      bytes,
      format: this.format || undefined,
      member: this.member,
      settings: this.settings,
      tables: [...this.wishes.values()],
      source: this.earlier?.id,
    };
    try {
      const found = await this.#worker.run('read', question, {
        signal,
        progress: (part) => (this.done = part),
      });
      [this.found, this.format, this.failure, this.busy] = [found, found.format, undefined, false];
      this.member = found.member;
    } catch (error) {
      if (signal.aborted) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.busy = false;
    }
  }
}
