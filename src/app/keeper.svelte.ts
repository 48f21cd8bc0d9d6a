// Keeps every step of the open case in the browser as it is made, and brings cases back. One tab keeps a case at a time.
import { Case } from '../case/case.ts';
import { History, type Event, type Step } from '../case/history.ts';
import type { CaseRecord, Id, Source } from '../case/records.ts';
import { readCase, writeCase } from './caseText.ts';
import { Archive, Journal, type Beginning, type KeptText, type SaveState } from './journal.ts';

export interface Begun {
  readonly id: string;
  readonly name: string;
  readonly records: readonly CaseRecord[];
  /** The records in the clew format, where they are at hand so. */
  readonly text?: string;
}

export interface Resumed {
  readonly records: Iterable<CaseRecord>;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** Steps that could not be read back. */
  readonly lost: number;
  /** Goes on keeping the case's steps. */
  keep(history: History): void;
}

export class Keeper {
  saving = $state.raw<SaveState>({ state: 'saved' });
  #archive: Archive | undefined;
  /** The case this tab keeps, and the way to let go of it. */
  #held: { readonly id: string; release(): void } | undefined;

  /** Without a store the page works all the same, and says that nothing is kept. */
  async start(): Promise<void> {
    try {
      this.#archive = await Archive.open();
    } catch (error) {
      this.saving = { state: 'failed', why: `this browser keeps nothing for the page (${String(error)})` };
    }
  }

  /** Cases kept here, the last one opened first. */
  async cases(): Promise<readonly Beginning[]> {
    return (await this.#archive?.cases()) ?? [];
  }

  /** Keeps a case from its beginning, in place of what was kept under its id. The writing goes on while the page shows it. */
  async begin({ id, name, records, text }: Begun, history: History): Promise<void> {
    const archive = this.#archive;
    if (!archive || !(await this.#claim(id))) return;
    const opened = Date.now();
    const begun = async () =>
      archive.begin({ id, name, opened, text: text ?? (await writeCase(new Case(records))) });
    this.#write(archive, id, { last: '', seq: 0, ready: begun() }, history);
  }

  /** Throws where the kept text is no case. */
  async resume(kept: Beginning): Promise<Resumed> {
    const archive = this.#archive!;
    const records = await readCase(kept.text);
    const { events, lost, last, seq } = await archive.events(kept.id);
    const mine = await this.#claim(kept.id);
    const ready = mine ? archive.touch(kept.id, Date.now(), lost > 0 ? seq : undefined) : undefined;
    return {
      ...replayed(records, events),
      lost,
      keep: (history) => ready && this.#write(archive, kept.id, { last, seq, ready }, history),
    };
  }

  /** The texts kept for these sources of a case. */
  async texts(caseId: string, sources: Iterable<Source>): Promise<readonly KeptText[]> {
    return (await this.#archive?.texts(caseId, sources)) ?? [];
  }

  /** Keeps a text until it is dropped. Throws where the browser has no room. */
  async keepText(text: KeptText): Promise<void> {
    await this.#archive?.putText(text);
  }

  async dropText(caseId: string, source: Id): Promise<void> {
    await this.#archive?.dropText(caseId, source);
  }

  #write(
    archive: Archive,
    id: string,
    after: ConstructorParameters<typeof Journal>[2],
    history: History,
  ): void {
    const journal = new Journal(archive, id, after, (state) => (this.saving = state));
    history.listen((event) => journal.write(event));
  }

  /** Another tab that has this case keeps it; this one may look, and is told that nothing is kept here. */
  async #claim(id: string): Promise<boolean> {
    if (this.#held?.id === id || !navigator.locks) return true;
    this.#held?.release();
    this.#held = undefined;
    const release = await lock(`clew ${id}`);
    if (release) this.#held = { id, release };
    this.saving = release
      ? { state: 'saved' }
      : { state: 'failed', why: 'this case is open in another tab, which keeps its own steps' };
    return release !== undefined;
  }
}

/** Takes the lock if it is free; gives the way to let go of it. */
const lock = (name: string): Promise<(() => void) | undefined> =>
  new Promise((taken) => {
    void navigator.locks.request(name, { ifAvailable: true }, (granted) => {
      if (!granted) return taken(undefined);
      return new Promise<void>((release) => taken(release));
    });
  });

/** A case as its journal leaves it, with the steps to undo and redo. */
function replayed(
  records: readonly CaseRecord[],
  events: readonly Event[],
): Pick<Resumed, 'records' | 'done' | 'undone'> {
  const of = new Case(records);
  const history = new History(of);
  for (const { type, step } of events) {
    if (type === 'run') history.run(step.label, step.diff);
    else history[type]();
  }
  return { records: of.records(), done: history.done, undone: history.undone };
}
