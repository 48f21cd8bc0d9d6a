// The desk a case lies on: which case is open, where its steps are kept, and what asks for attention.
import { tick } from 'svelte';
import type { Canvas } from '../canvas/canvas.ts';
import { newId } from '../case/claimId.ts';
import type { Hit } from '../case/search.ts';
import { sourceCase } from '../case/sourcing.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import type { Point } from '../view/scene.ts';
import type { Beginning } from './journal.ts';
import { Keeper } from './keeper.svelte.ts';
import { Forms } from './dialogs/forms.svelte.ts';
import { Panels } from './panels.svelte.ts';
import { viewOfMostTied } from './tooMany.ts';
import { Reader } from './reader.svelte.ts';
import { Theme } from './theme.svelte.ts';
import { Workspace } from './workspace.svelte.ts';
import { nameStem } from '../formats/nameStem.ts';
import { Client } from '../worker/client.ts';
import { readCase, writeCase } from './caseText.ts';
import { firstLayout, layOut, layOutNewcomers } from './layingOut.ts';
import { reveal } from './exploring.ts';
import { goTo } from './parts/going.ts';
import { saveFile } from './saving.ts';
import { startWorker } from './startWorker.ts';

export type Dialog = 'export' | 'picture' | 'sheet' | 'shortcuts' | 'import' | 'draft';

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
  readonly keeper = new Keeper();
  readonly reader = new Reader(this.panels, this.worker, this.keeper);
  workspace = $state.raw<Workspace | undefined>(undefined);
  dialog = $state<Dialog | undefined>(undefined);
  incoming = $state.raw<Incoming | undefined>(undefined);
  /** The entity whose neighbours are offered, and where on the map it was asked for. */
  expanding = $state.raw<{ readonly id: Id; readonly at?: Point } | undefined>(undefined);
  /** The card of paths is open, for these two where they are chosen. */
  pathing = $state.raw<{ readonly from?: Id; readonly to?: Id } | undefined>(undefined);
  /** Rises by one to ask the find box for the keyboard. */
  finding = $state(0);
  /** Cases kept in this browser besides the open one, the last one opened first. */
  others = $state.raw<readonly Beginning[]>([]);
  /** What the user should know, until dismissed: steps that could not be brought back, what an import did. */
  notice = $state.raw<string | undefined>(undefined);
  /** The open case, while the graph of its sources is looked at. */
  behind = $state.raw<{ readonly id: string; readonly workspace: Workspace } | undefined>(undefined);
  #id = '';
  /** The drawn map, while it is mounted. */
  map: Canvas | undefined;

  /** Opens what was open last, else the case that ships with Clew. */
  async start(): Promise<void> {
    await this.keeper.start();
    const last = (await this.keeper.cases())[0];
    if (last && (await this.#resume(last))) return;
    await this.#openShipped();
  }

  async openShipped(): Promise<void> {
    this.notice = undefined;
    await this.#openShipped();
  }

  async #openShipped(): Promise<void> {
    const kept = (await this.keeper.cases()).find(({ id }) => id === SHIPPED);
    if (!kept) await this.#beginShipped(SHIPPED);
    else if (!(await this.#resume(kept))) await this.#beginShipped(newId());
  }

  /** Opens the shipped case as it came, as a case of its own: what was changed in the other stays kept. */
  async openShippedAsItCame(): Promise<void> {
    this.notice = undefined;
    await this.#beginShipped(newId());
  }

  async openKept(kept: Beginning): Promise<void> {
    this.notice = undefined;
    await this.#resume(kept);
  }

  async newCase(records: readonly CaseRecord[] = []): Promise<void> {
    this.notice = undefined;
    const start = viewOfMostTied(records);
    await this.#begin(newId(), start ? [start, ...records] : records);
    if (start)
      this.notice = `This case is too large to draw whole: the map shows the ${start.only!.length} most tied. Find and expand bring in others; the table has all.`;
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
  expand(id: Id, at?: Point): void {
    this.expanding = { id, at };
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

  async layOutNewcomers(w: Workspace): Promise<void> {
    await layOutNewcomers(w, this.worker, this.map?.aspect() ?? 1);
    this.map?.fit();
  }

  /** Lays the case out as it opens, where no view of it says how it lies. */
  async firstLayout(w: Workspace): Promise<void> {
    // What is there can be seen whole while a large case is laid out.
    await tick();
    this.map?.fit();
    await firstLayout(w, this.worker, this.map?.aspect() ?? 1);
    this.map?.fit();
    await this.map?.drawn();
    performance.mark('clew:first-view');
  }

  async #beginShipped(id: string): Promise<void> {
    const { default: text } = await import('../../graph-data/spector/case.clew.json?raw');
    await this.#begin(id, await readCase(text), text);
  }

  async #begin(id: string, records: readonly CaseRecord[], text?: string): Promise<void> {
    const workspace = new Workspace(records);
    await this.keeper.begin({ id, name: workspace.case.header.name, records, text }, workspace.history);
    await this.#show(id, workspace);
  }

  /** Brings a case back to where its last step left it. False where nothing of it can be read. */
  async #resume(kept: Beginning): Promise<boolean> {
    try {
      const { records, done, undone, lost, keep } = await this.keeper.resume(kept);
      if (lost > 0)
        this.notice = `${lost} of the last steps in “${kept.name}” could not be read back and are missing.`;
      const workspace = new Workspace(records, { done, undone });
      keep(workspace.history);
      await this.#show(kept.id, workspace);
      return true;
    } catch (error) {
      this.notice = `What was kept of “${kept.name}” could not be opened: ${String(error)}`;
      return false;
    }
  }

  /** Shows who draws on whom among the sources, as they stand under the lens; nothing done there is kept. */
  async lookAtSources(w: Workspace): Promise<void> {
    const behind = this.behind ?? { id: this.#id, workspace: w };
    await this.#show('', new Workspace(sourceCase(behind.workspace.seen)));
    this.behind = behind;
  }

  async goBack(): Promise<void> {
    if (this.behind) await this.#show(this.behind.id, this.behind.workspace);
  }

  async #show(id: string, workspace: Workspace): Promise<void> {
    this.workspace = workspace;
    this.#id = id;
    void this.reader.open(id, workspace);
    this.behind = undefined;
    this.expanding = undefined;
    this.pathing = undefined;
    document.title = `${workspace.case.header.name} – Clew`;
    performance.mark('clew:case-open');
    this.others = (await this.keeper.cases()).filter((kept) => kept.id !== id);
  }
}
