// The texts of the open case's sources: which are at hand, which is read, where its claims lie, which passage is lit.
import type { Anchors, Passage } from '../case/anchoring/anchors.ts';
import { locatedIn, type Located } from '../case/anchoring/anchors.ts';
import { adoptText, attachText, keepQuotes } from '../case/commands/texts.ts';
import { changesOf, type Diff } from '../case/diff.ts';
import type { Claim, Id } from '../case/records.ts';
import { count } from '../case/wording.ts';
import type { Client } from '../worker/client.ts';
import type { KeptText } from './journal.ts';
import { inSlices } from './panels/slices.ts';
import type { Panels } from './panels.svelte.ts';
import { sourceTitle } from '../case/saying.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Where texts are kept from one visit to the next. */
export interface TextStore {
  texts(caseId: string, sources: ReturnType<Workspace['case']['sources']>): Promise<readonly KeptText[]>;
  keepText(text: KeptText): Promise<void>;
  dropText(caseId: string, source: Id): Promise<void>;
}

/** What is lit in the text: claims, and one of their passages where that was pointed at. */
export interface Lit {
  readonly claims: readonly Id[];
  readonly passage?: string;
}

export const keyOf = ({ start, end, how }: Passage): string => `${start} ${end} ${how}`;

const NOTHING: Lit = { claims: [] };

export class Reader {
  /** The source that is read. */
  source = $state.raw<Id | undefined>(undefined);
  /** Texts at hand, by source. */
  texts = $state.raw<ReadonlyMap<Id, KeptText>>(new Map());
  lit = $state.raw<Lit>(NOTHING);
  /** Rises by one to ask that what is lit be brought into view. */
  asked = $state(0);
  /** The last asking that was answered. */
  answered = 0;
  /** Where the claims of the text at hand lie; undefined while they are looked for. */
  anchors = $state.raw<Anchors | undefined>(undefined);
  problem = $state('');
  busy = $state(false);
  /** Goes up when claims or sources change. */
  #changes = $state(0);
  #caseId = '';
  #workspace: Workspace | undefined;
  readonly #panels: Panels;
  readonly #worker: Client;
  readonly #store: TextStore;

  constructor(panels: Panels, worker: Client, store: TextStore) {
    this.#panels = panels;
    this.#worker = worker;
    this.#store = store;
  }

  /** The text that is read, where it is at hand. */
  get text(): KeptText | undefined {
    return this.source === undefined ? undefined : this.texts.get(this.source);
  }

  /** Whether it is the one that positions count in; undefined where the case does not say which that is. */
  get isOriginal(): boolean | undefined {
    void this.#changes;
    const hash = this.text && this.#workspace?.case.source(this.text.source)?.sha256;
    return hash === undefined ? undefined : hash === this.text?.sha256;
  }

  async open(caseId: string, workspace: Workspace): Promise<void> {
    this.#caseId = caseId;
    this.#workspace = workspace;
    this.texts = new Map();
    this.source = undefined;
    this.anchors = undefined;
    this.lit = NOTHING;
    workspace.case.listen((diff) => touchesText(diff) && this.#changes++);
    if (caseId === '') return;
    const kept = await this.#store.texts(caseId, workspace.case.sources());
    if (this.#workspace === workspace) this.texts = new Map(kept.map((text) => [text.source, text]));
  }

  choose(source: Id | undefined): void {
    if (source === this.source) return;
    this.source = source;
    this.anchors = undefined;
    this.lit = NOTHING;
    this.problem = '';
  }

  /** The sources whose text at hand a claim points into. */
  textsOf(claim: Claim): readonly Id[] {
    const named = claim.locators?.map(({ document }) => document ?? claim.source) ?? [];
    return [...new Set(named)].filter((source) => this.texts.has(source));
  }

  /** Opens the text a claim points into and brings its words into view. */
  show(claim: Claim): void {
    const sources = this.textsOf(claim);
    if (this.source === undefined || !sources.includes(this.source)) this.choose(sources[0]);
    this.#panels.toggle('text', true);
    this.light({ claims: [claim.id] });
    this.asked++;
  }

  /** Opens a source's text, or the place to attach one. */
  read(source: Id): void {
    this.choose(source);
    this.#panels.toggle('text', true);
  }

  close(): void {
    this.#panels.toggle('text', false);
  }

  light(lit: Lit): void {
    this.lit = lit;
  }

  /** Takes a file as the text of the source that is read: kept here, and its name and hash in the case as one step. */
  async attach(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
    const [workspace, source] = [this.#workspace, this.source];
    if (!workspace || source === undefined) return;
    this.problem = '';
    this.busy = true;
    try {
      const { text, sha256, problems } = await this.#worker.run('text', file);
      const kept = { caseId: this.#caseId, source, file: file.name, text, sha256 };
      const unkept = await this.#keep(kept);
      if (workspace !== this.#workspace) return;
      this.anchors = undefined;
      this.texts = new Map([...this.texts, [source, kept]]);
      this.problem = [...problems.map(({ what }) => what), ...unkept].join(' ');
      const step = attachText(workspace.case, source, { file: file.name, sha256 });
      if (step.updated.length > 0)
        workspace.run(`Attach a text to ${sourceTitle(workspace.case, source)}`, step);
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy = false;
    }
  }

  /** What to say where the browser has no room for it: it can be read all the same. */
  async #keep(text: KeptText): Promise<readonly string[]> {
    try {
      await this.#store.keepText(text);
      return [];
    } catch {
      return ['This browser has no room to keep the text: it is at hand until the page closes.'];
    }
  }

  /** Forgets the text at hand; what the case says of it stays. */
  async remove(): Promise<void> {
    const source = this.source;
    if (source === undefined) return;
    this.texts = new Map([...this.texts].filter(([id]) => id !== source));
    this.anchors = undefined;
    await this.#store.dropText(this.#caseId, source);
  }

  /** Keeps with each claim the words it rests on, as one step. */
  keepWords(): void {
    const { text, anchors } = this;
    if (!this.#workspace || !text || !anchors) return;
    const diff = keepQuotes(this.#workspace.case, anchors.placed, text.text);
    if (diff.updated.length > 0)
      this.#workspace.run(`Keep the words of ${count(diff.updated.length, 'claim')}`, diff);
  }

  /** Takes the text at hand for the one that positions count in, as one step. */
  adopt(): void {
    const { text, anchors } = this;
    if (!this.#workspace || !text || !anchors) return;
    const diff = adoptText(this.#workspace.case, text.source, text, anchors.placed);
    this.#workspace.run(`Take another text for ${sourceTitle(this.#workspace.case, text.source)}`, diff);
  }

  /** Looks for the claims in the text at hand, off the main thread; returns the way to stop. */
  place(workspace: Workspace): (() => void) | undefined {
    void this.#changes;
    const { text, isOriginal } = this;
    if (!text) return undefined;
    const stopped = new AbortController();
    const ask = async (located: readonly Located[]) => {
      const document = { text: text.text, isOriginal };
      try {
        this.anchors = await this.#worker.run('anchor', { located, document }, { signal: stopped.signal });
      } catch (error) {
        if (!stopped.signal.aborted) this.problem = String(error);
      }
    };
    const stop = inSlices(locatedIn(workspace.case, text.source), (located) => void ask(located));
    return () => {
      stop();
      stopped.abort();
    };
  }
}

const touchesText = (diff: Diff): boolean =>
  [...changesOf(diff)].some(({ from, to }) => /^(claim|source)$/.test((to ?? from)!.kind));
