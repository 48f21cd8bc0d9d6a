// The desk a case lies on: which case is open, where its steps are kept, and what asks for attention.
import type { Canvas } from '../canvas/canvas.ts';
import { newId } from '../case/claimId.ts';
import type { Hit } from '../case/search.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import type { Step } from '../case/history.ts';
import { Case } from '../case/case.ts';
import { History } from '../case/history.ts';
import { Archive, Journal, type Beginning, type SaveState } from './journal.ts';
import { Forms } from './dialogs/forms.svelte.ts';
import { Panels } from './panels.svelte.ts';
import { Theme } from './theme.svelte.ts';
import { Workspace } from './workspace.svelte.ts';
import { nameStem } from '../formats/nameStem.ts';
import { Client } from '../worker/client.ts';
import { readCase, writeCase } from './caseText.ts';
import { firstLayout, layOut } from './layingOut.ts';
import { reveal } from './exploring.ts';
import { goTo } from './parts/going.ts';
import { saveFile } from './saving.ts';
import { startWorker } from './startWorker.ts';

export type Dialog = 'export' | 'picture' | 'shortcuts' | 'import';

/** A file that was opened and waits for an answer: a new case, or into this one. */
export interface Incoming {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SHIPPED = 'spector';

export class Desk {
  readonly theme = new Theme();
  readonly panels = new Panels();
  readonly forms = new Forms();
  readonly worker = new Client(startWorker);
  workspace = $state.raw<Workspace | undefined>(undefined);
  dialog = $state<Dialog | undefined>(undefined);
  incoming = $state.raw<Incoming | undefined>(undefined);
  /** The entity whose neighbours are offered. */
  expanding = $state<Id | undefined>(undefined);
  /** The card of paths is open, for these two where they are chosen. */
  pathing = $state.raw<{ readonly from?: Id; readonly to?: Id } | undefined>(undefined);
  /** Rises by one to ask the find box for the keyboard. */
  finding = $state(0);
  saving = $state.raw<SaveState>({ state: 'saved' });
  /** What the user should know, until dismissed: steps that could not be brought back, what an import did. */
  notice = $state.raw<string | undefined>(undefined);
  /** The drawn map, while it is mounted. */
  map: Canvas | undefined;
  #archive: Archive | undefined;
  #release = () => {};

  /** Opens what was open last, else the case that ships with Clew. */
  async start(): Promise<void> {
    try {
      this.#archive = await Archive.open();
    } catch (error) {
      this.saving = { state: 'failed', why: `this browser keeps nothing for the page (${String(error)})` };
    }
    const last = (await this.#archive?.cases())?.[0];
    if (last && (await this.#resume(last))) return;
    await this.openShipped();
  }

  async openShipped(): Promise<void> {
    const kept = (await this.#archive?.cases())?.find(({ id }) => id === SHIPPED);
    if (kept && (await this.#resume(kept))) return;
    const { default: text } = await import('../../graph-data/spector/case.clew.json?raw');
    await this.#begin(SHIPPED, await readCase(text));
  }

  /** Drops what was changed in the shipped case and opens it as it came. */
  async reopenShipped(): Promise<void> {
    await this.#archive?.forget(SHIPPED);
    await this.openShipped();
  }

  async newCase(records: readonly CaseRecord[] = []): Promise<void> {
    await this.#begin(newId(), records);
  }

  chooseFile(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.onchange = () => void this.openFile(input.files?.[0]);
    input.click();
  }

  async openFile(file: File | undefined): Promise<void> {
    if (!file) return;
    this.incoming = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    this.dialog = 'import';
  }

  async saveCase(): Promise<void> {
    if (!this.workspace) return;
    const { case: open } = this.workspace;
    saveFile(`${nameStem(open.header.name)}.clew.json`, 'application/json', [await writeCase(open)]);
  }

  ask(dialog: Dialog): void {
    this.dialog = dialog;
  }
  /** Opens the card of paths, between the two selected where there are two. */
  askPath(w: Workspace): void {
    const [from, to] = w.selection.nodes;
    this.pathing = { from, to };
  }
  closePaths(w: Workspace): void {
    this.pathing = undefined;
    w.selection.path = undefined;
  }
  /** Selects what was found and brings it into sight, showing it where it was hidden. */
  goTo(w: Workspace, { id }: Pick<Hit, 'id'>): void {
    if (w.case.entity(id) && !w.visible.has(id)) reveal(w, [id], id);
    goTo(w, id);
    this.panels.toggle('right', true);
    if (w.selection.nodes.length > 0) this.map?.centre(w.selection.nodes);
  }
  expand(id: Id): void {
    this.expanding = id;
  }
  find(): void {
    this.finding++;
  }

  /** Closes what is open, else clears what is selected. */
  escape(w: Workspace): void {
    if (this.dialog) this.dialog = undefined;
    else if (this.expanding) this.expanding = undefined;
    else if (this.pathing) this.closePaths(w);
    else w.selection.clear();
  }

  async layOut(w: Workspace, layout: string): Promise<void> {
    await layOut(w, this.worker, { layout, aspect: this.map?.aspect() ?? 1 });
    this.map?.fit();
  }

  /** Lays the case out as it opens, where no view of it says how it lies. */
  async firstLayout(w: Workspace): Promise<void> {
    await firstLayout(w, this.worker, this.map?.aspect() ?? 1);
    this.map?.fit();
    performance.mark('clew:first-view');
  }

  async #begin(id: string, records: readonly CaseRecord[]): Promise<void> {
    const name = records.find((record) => record.kind === 'header')?.name ?? 'Untitled case';
    const beginning: Beginning = { id, name, text: await writeCase(new Case(records)), opened: Date.now() };
    try {
      await this.#archive?.begin(beginning);
      this.saving = this.#archive ? { state: 'saved' } : this.saving;
    } catch (error) {
      this.saving = { state: 'failed', why: String(error) };
    }
    await this.#open(id, new Workspace(records), { last: '', seq: 0 });
  }

  /** Brings a case back to where its last step left it. False where nothing of it can be read. */
  async #resume(kept: Beginning): Promise<boolean> {
    if (!this.#archive) return false;
    try {
      const records = await readCase(kept.text);
      const { events, lost, last, seq } = await this.#archive.events(kept.id);
      const { done, undone, records: now } = replayed(records, events);
      if (lost > 0) {
        await this.#archive.cut(kept.id, seq);
        this.notice = `${lost} of the last steps in “${kept.name}” could not be read back and are missing.`;
      }
      await this.#archive.touch(kept.id, Date.now());
      await this.#open(kept.id, new Workspace(now, { done, undone }), { last, seq });
      return true;
    } catch (error) {
      this.notice = `What was kept of “${kept.name}” could not be opened: ${String(error)}`;
      return false;
    }
  }

  async #open(id: string, workspace: Workspace, after: { last: string; seq: number }): Promise<void> {
    this.#release();
    const archive = this.#archive;
    if (archive && (await this.#claim(id))) {
      const journal = new Journal(archive, id, after, (state) => (this.saving = state));
      workspace.history.listen((event) => journal.write(event));
    }
    this.workspace = workspace;
    this.expanding = undefined;
    document.title = `${workspace.case.header.name} – Clew`;
    performance.mark('clew:case-open');
  }

  /** One tab writes a case; another that opens it may look, and is told that nothing is kept. */
  async #claim(id: string): Promise<boolean> {
    if (!navigator.locks) return true;
    return new Promise((resolve) => {
      void navigator.locks.request(`clew ${id}`, { ifAvailable: true }, (lock) => {
        if (!lock)
          this.saving = {
            state: 'failed',
            why: 'this case is open in another tab, which keeps its own steps',
          };
        resolve(lock !== null);
        return lock ? new Promise<void>((done) => (this.#release = done)) : undefined;
      });
    });
  }
}

/** A case as its journal leaves it, with the steps to undo and redo. */
function replayed(
  records: readonly CaseRecord[],
  events: Awaited<ReturnType<Archive['events']>>['events'],
): { records: Iterable<CaseRecord>; done: readonly Step[]; undone: readonly Step[] } {
  const of = new Case(records);
  const history = new History(of);
  for (const { type, step } of events) {
    if (type === 'run') history.run(step.label, step.diff);
    else history[type]();
  }
  return { records: of.records(), done: history.done, undone: history.undone };
}
