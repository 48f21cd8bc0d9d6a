// One open case and all that is worked out from it. Everything right of the case is derived and can be thrown away:
//
//   case ── lens ─▶ seen ─ project ─▶ graph ─┬─ analyse ─▶ columns ───┐
//    ▲                                        └─ lay out ─▶ positions ┼─ compose ─▶ scene ─▶ canvas
//    └──────────── history.run(label, command(case, …)) ◀── intents ──┘
import { Case } from '../case/case.ts';
import * as views from '../case/commands/views.ts';
import type { Diff } from '../case/diff.ts';
import { changesOf } from '../case/diff.ts';
import { History, type Step } from '../case/history.ts';
import { CaseUnderLens, OPEN, type Lens } from '../case/lens.ts';
import { WORKING, type CaseRecord, type Id } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { patch, project } from '../graph/project.ts';
import type { Columns } from '../analyses/analysis.ts';
import { compose } from '../view/compose.ts';
import { visibleNodes } from '../view/visible.ts';
import type { Position } from '../layouts/layout.ts';
import { Jobs } from './jobs.svelte.ts';
import { Selection } from './selection.svelte.ts';
import { Watched } from './watched.svelte.ts';

export class Workspace {
  readonly case: Case;
  readonly history: History;
  readonly selection = new Selection();
  readonly jobs = new Jobs();
  /** Where nodes lie that the view does not place: what the first layout gave. */
  laidOut = $state.raw<ReadonlyMap<Id, Position>>(new Map());
  /** Values of measures by analysis id. */
  columns = $state.raw<ReadonlyMap<string, Columns>>(new Map());
  #graph: CaseGraph;
  readonly #watchedCase: Watched<Case>;
  readonly #watchedHistory: Watched<History>;

  constructor(records: Iterable<CaseRecord>, steps: { done?: readonly Step[]; undone?: readonly Step[] } = {}) {
    this.case = new Case(records);
    this.history = new History(this.case, steps.done, steps.undone);
    this.#graph = project(new CaseUnderLens(this.case, this.#lensNow()));
    // Before any other listener, so that whoever hears of a change finds the graph up to date.
    this.case.listen((diff) => this.#follow(diff));
    this.#watchedCase = new Watched(this.case, (changed) => this.case.listen(changed));
    this.#watchedHistory = new Watched(this.history, (changed) => this.history.listen(changed));
  }

  readonly view = $derived.by(() => views.workingView(this.#watchedCase.current));
  readonly lens = $derived(this.view.lens ?? OPEN);
  /** The case under the lens; a new object after each change of either. */
  readonly seen = $derived.by(() => new CaseUnderLens(this.#watchedCase.current, this.lens));
  readonly placements = $derived.by(
    () => new Map<Id, Position>([...this.laidOut, ...Object.entries(this.view.placements ?? {})]),
  );
  readonly scene = $derived.by(() =>
    compose({
      graph: this.graph,
      seen: this.seen,
      view: this.view,
      positions: this.placements,
      columns: this.columns,
    }),
  );
  /** Ids of the nodes that the view shows. */
  readonly visible = $derived.by(() => visibleNodes(this.graph, this.view));

  /** The projected graph under the lens, hidden nodes included. */
  get graph(): CaseGraph {
    void this.#watchedCase.current;
    return this.#graph;
  }

  get done(): readonly Step[] {
    return this.#watchedHistory.current.done;
  }
  get undone(): readonly Step[] {
    return this.#watchedHistory.current.undone;
  }

  /** The only way to change the case or the look: one labelled step. */
  run(label: string, diff: Diff): void {
    this.history.run(label, diff);
  }
  undo(): void {
    this.history.undo();
  }
  redo(): void {
    this.history.redo();
  }

  setLens(label: string, lens: Lens): void {
    this.run(label, views.changeView(this.case, { lens }));
  }

  #lensNow(): Lens {
    return views.workingView(this.case).lens ?? OPEN;
  }

  #follow(diff: Diff): void {
    const changes = [...changesOf(diff)];
    const look = changes.find(({ from, to }) => (to ?? from)!.kind === 'view' && (to ?? from)!.id === WORKING);
    const lens = this.#lensNow();
    const seen = new CaseUnderLens(this.case, lens);
    const lensBefore = look?.from?.kind === 'view' ? (look.from.lens ?? OPEN) : look ? OPEN : lens;
    if (lensBefore !== lens) this.#graph = project(seen);
    else if (changes.some(({ from, to }) => (to ?? from)!.kind !== 'view')) this.#graph = patch(this.#graph, seen, diff);
  }
}
