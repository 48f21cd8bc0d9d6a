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
import { CaseUnderLens, OPEN, withoutConfidential, type Lens } from '../case/lens.ts';
import { WORKING, type CaseRecord, type Id } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { patch, project } from '../graph/project.ts';
import { withShared } from '../graph/shared.ts';
import type { Columns } from '../analyses/analysis.ts';
import { ANALYSES } from '../analyses/index.ts';
import { compose } from '../view/compose.ts';
import type { Measure } from '../view/measures.ts';
import type { Scene } from '../view/scene.ts';
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
  /** Where nodes lie that the view at hand does not place: as the case's first view has them, or the first layout. */
  laidOut = $state.raw<ReadonlyMap<Id, Position>>(new Map());
  /** Values of measures by analysis id, and the graph they were measured on. */
  columns = $state.raw<ReadonlyMap<string, { readonly of: CaseGraph; readonly columns: Columns }>>(new Map());
  #graph: CaseGraph;
  /** The graph to read. A new object after each patch, since what stays the same object is not drawn again. */
  #read: CaseGraph;
  readonly #watchedCase: Watched<Case>;
  readonly #watchedHistory: Watched<History>;

  constructor(
    records: Iterable<CaseRecord>,
    steps: { done?: readonly Step[]; undone?: readonly Step[] } = {},
  ) {
    this.case = new Case(records);
    this.history = new History(this.case, steps.done, steps.undone);
    this.#graph = project(new CaseUnderLens(this.case, this.#lensNow()));
    this.#read = this.#graph;
    const first = [...this.case.views()].find(({ id, placements }) => id !== WORKING && placements);
    this.laidOut = new Map(Object.entries(first?.placements ?? {}));
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
  /** The graph with the shared values that the view shows as nodes. */
  readonly shownGraph = $derived.by(() =>
    this.view.shared?.length ? withShared(this.graph, this.seen, this.view.shared) : this.graph,
  );
  /** Ids of the nodes that the view shows. */
  readonly visible = $derived.by(() => visibleNodes(this.shownGraph, this.view));
  readonly scene = $derived.by(() => this.#compose(this.seen));

  /** The projected graph under the lens, hidden nodes included. */
  get graph(): CaseGraph {
    void this.#watchedCase.current;
    return this.#read;
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

  /** What a picture shows: the scene without anything that rests on a confidential source. */
  picture(): Scene {
    const lens = withoutConfidential(this.lens, this.case.sources());
    if (lens === this.lens) return this.scene;
    const seen = new CaseUnderLens(this.case, lens);
    const graph = project(seen);
    return this.#compose(seen, this.view.shared ? withShared(graph, seen, this.view.shared) : graph);
  }

  /** The relation, or the entity whose property it is, behind an edge. */
  subjectOf(edge: Id): Id {
    return this.shownGraph.getEdgeAttribute(edge, 'subject');
  }

  /** The selected entities, and the relations behind the selected edges. */
  selectedSubjects(): readonly Id[] {
    const relations = this.selection.edges
      .map((edge) => this.subjectOf(edge))
      .filter((id) => this.case.relation(id));
    return [...new Set([...this.selection.nodes.filter((id) => this.case.entity(id)), ...relations])];
  }

  /** The scene as this layout labels it, to know the room each node takes. */
  sceneFor(layout: string): Scene {
    return this.#compose(this.seen, this.shownGraph, { ...this.view, layout });
  }

  #compose(seen: CaseUnderLens, graph = this.shownGraph, view = this.view): Scene {
    return compose({
      graph,
      seen,
      view,
      positions: this.placements,
      size: this.#measure(view.size),
      colour: this.#measure(view.colour),
    });
  }

  /** A column that was measured, by `<analysis>.<column>`. */
  #measure(id: string | undefined): Measure | undefined {
    const [analysis = '', column = ''] = id?.split('.') ?? [];
    const values = this.columns.get(analysis)?.columns[column];
    const given = ANALYSES.find((one) => one.id === analysis)?.gives[column];
    return values && given && { ...given, values };
  }

  #lensNow(): Lens {
    return views.workingView(this.case).lens ?? OPEN;
  }

  #follow(diff: Diff): void {
    const changes = [...changesOf(diff)];
    const look = changes.find(
      ({ from, to }) => (to ?? from)!.kind === 'view' && (to ?? from)!.id === WORKING,
    );
    const lens = this.#lensNow();
    const seen = new CaseUnderLens(this.case, lens);
    const lensBefore = look?.from?.kind === 'view' ? (look.from.lens ?? OPEN) : look ? OPEN : lens;
    const changed = changes.some(({ from, to }) => (to ?? from)!.kind !== 'view');
    if (lensBefore !== lens) this.#graph = project(seen);
    else if (changed) this.#graph = patch(this.#graph, seen, diff);
    if (changed || lensBefore !== lens) this.#read = Object.create(this.#graph) as CaseGraph;
  }
}
