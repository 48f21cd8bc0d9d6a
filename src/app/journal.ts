// The autosave: an append-only journal of steps in IndexedDB, one hash chain a case, replayed when the page comes back;
// and beside it the texts of sources.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Event } from '../case/history.ts';
import type { Source } from '../case/records.ts';

/** A case as it was opened, before the first step of its journal. */
export interface Beginning {
  readonly id: string;
  readonly name: string;
  /** The case in the clew format. */
  readonly text: string;
  /** Milliseconds since 1970, for "the last one opened". */
  readonly opened: number;
}

/** One line of the journal. `hash` is the SHA-256 of `previous` and the event, in hex. */
interface Line {
  readonly caseId: string;
  readonly seq: number;
  readonly event: Event;
  readonly previous: string;
  readonly hash: string;
}

/** The text of a source, beside the case: it is in no case file, and in no journal. */
export interface KeptText {
  readonly caseId: string;
  readonly source: string;
  /** Name of the file it came from. */
  readonly file: string;
  readonly text: string;
  /** SHA-256 of the bytes as they came, in hex. */
  readonly sha256: string;
}

interface Tables extends DBSchema {
  texts: { key: [string, string]; value: KeptText; indexes: { sha256: string } };
  cases: { key: string; value: Beginning };
  journal: { key: [string, number]; value: Line };
}

export type SaveState =
  { readonly state: 'saved' | 'saving' } | { readonly state: 'failed'; readonly why: string };

const START = '';

async function hashOf(previous: string, event: Event): Promise<string> {
  const bytes = new TextEncoder().encode(previous + JSON.stringify(event));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The browser's store of cases and their journals. */
export class Archive {
  readonly #db: IDBPDatabase<Tables>;

  private constructor(db: IDBPDatabase<Tables>) {
    this.#db = db;
  }

  /** Throws where the browser keeps nothing for this page. */
  static async open(name = 'clew'): Promise<Archive> {
    const db = await openDB<Tables>(name, 2, {
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore('cases', { keyPath: 'id' });
          db.createObjectStore('journal', { keyPath: ['caseId', 'seq'] });
        }
        if (from < 2)
          db.createObjectStore('texts', { keyPath: ['caseId', 'source'] }).createIndex('sha256', 'sha256');
      },
      blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
    });
    return new Archive(db);
  }

  /** Cases kept here, the last one opened first. */
  async cases(): Promise<readonly Beginning[]> {
    return (await this.#db.getAll('cases')).sort((a, b) => b.opened - a.opened);
  }

  /** Keeps a case as it was opened, in place of what was kept under its id. */
  async begin(beginning: Beginning): Promise<void> {
    const tx = this.#db.transaction(['cases', 'journal'], 'readwrite', { durability: 'strict' });
    await Promise.all([
      tx.objectStore('cases').put(beginning),
      tx.objectStore('journal').delete(rangeOf(beginning.id)),
      tx.done,
    ]);
  }

  /** Marks a case as the last one opened; drops the lines of its journal from `cut` on, behind a break in the chain. */
  async touch(id: string, opened: number, cut?: number): Promise<void> {
    const kept = await this.#db.get('cases', id);
    if (kept) await this.#db.put('cases', { ...kept, opened });
    if (cut !== undefined) await this.#db.delete('journal', IDBKeyRange.bound([id, cut], [id, Infinity]));
  }

  /** The steps since the case was opened, as far as the chain holds; `lost` counts the lines beyond. */
  async events(id: string): Promise<{ events: readonly Event[]; lost: number; last: string; seq: number }> {
    const lines = await this.#db.getAll('journal', rangeOf(id));
    const events: Event[] = [];
    let last = START;
    for (const line of lines) {
      const holds =
        line.seq === events.length &&
        line.previous === last &&
        line.hash === (await hashOf(last, line.event));
      if (!holds) break;
      events.push(line.event);
      last = line.hash;
    }
    return { events, lost: lines.length - events.length, last, seq: events.length };
  }

  async append(line: Omit<Line, 'hash'>): Promise<string> {
    const hash = await hashOf(line.previous, line.event);
    const tx = this.#db.transaction('journal', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put({ ...line, hash }), tx.done]);
    return hash;
  }

  /** The texts at hand for these sources of a case: those attached to it, else any here that has a source's hash. */
  async texts(caseId: string, sources: Iterable<Source>): Promise<readonly KeptText[]> {
    const tx = this.#db.transaction('texts');
    const found = Array.from(sources, async ({ id, sha256 }) => {
      const own = await tx.store.get([caseId, id]);
      const same = own ?? (sha256 ? await tx.store.index('sha256').get(sha256) : undefined);
      return same && { ...same, caseId, source: id };
    });
    const [texts] = await Promise.all([Promise.all(found), tx.done]);
    return texts.filter((text) => text !== undefined);
  }

  async putText(text: KeptText): Promise<void> {
    await this.#db.put('texts', text);
  }

  async dropText(caseId: string, source: string): Promise<void> {
    await this.#db.delete('texts', [caseId, source]);
  }
}

const rangeOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Infinity]);

/** Writes one case's steps in order. "Saved" is told only when the last step's write is complete. */
export class Journal {
  readonly #archive: Archive;
  readonly #id: string;
  #last: string;
  #seq: number;
  #waiting = 0;
  #queue: Promise<void>;
  #tell: (state: SaveState) => void;

  /** `ready` is what must be written before the first line. */
  constructor(
    archive: Archive,
    id: string,
    after: { readonly last: string; readonly seq: number; readonly ready: Promise<unknown> },
    tell: (state: SaveState) => void,
  ) {
    this.#archive = archive;
    this.#id = id;
    this.#last = after.last;
    this.#seq = after.seq;
    this.#tell = tell;
    this.#queue = after.ready.then(
      () => {},
      (error: unknown) => this.#fail(error),
    );
  }

  write(event: Event): void {
    this.#waiting++;
    this.#tell({ state: 'saving' });
    this.#queue = this.#queue.then(() => this.#append(event));
  }

  // After a failure nothing more is written: a journal with a hole could not be replayed.
  async #append(event: Event): Promise<void> {
    if (this.#seq < 0) return;
    try {
      this.#last = await this.#archive.append({
        caseId: this.#id,
        seq: this.#seq,
        event,
        previous: this.#last,
      });
      this.#seq++;
      if (--this.#waiting === 0) this.#tell({ state: 'saved' });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#seq = -1;
    this.#tell({ state: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
}
