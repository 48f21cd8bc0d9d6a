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
import { WORKING, type CaseRecord, type Id, type View } from '../case/records.ts';
import { Remembered } from '../case/remembered.ts';
import { Among } from '../graph/among.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { patch, project, refocus } from '../graph/project.ts';
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
  /** The case under the lens as it is now. */
  #now: Remembered;
  /** Projected from `#asked`: under the lens as it is now, or as it was while the map is being drawn. */
  #graph: CaseGraph;
  #asked: Remembered;
  /** What the panels tell of. New objects after each change, since what stays the same object is not drawn again. */
  #settled = $state.raw() as { readonly seen: CaseUnderLens; readonly graph: CaseGraph };
  #among: Among | undefined;
  readonly #watchedCase: Watched<Case>;
  readonly #watchedHistory: Watched<History>;

  constructor(
    records: Iterable<CaseRecord>,
    steps: { done?: readonly Step[]; undone?: readonly Step[] } = {},
  ) {
    this.case = new Case(records);
    this.history = new History(this.case, steps.done, steps.undone);
    this.#now = new Remembered(this.case, this.#lensNow());
    this.#asked = this.#now;
    this.#graph = project(this.#now);
    this.#settled = { seen: this.#now, graph: this.#graph };
    const first = [...this.case.views()].find(({ id, placements }) => id !== WORKING && placements);
    this.laidOut = new Map(Object.entries(first?.placements ?? {}));
    // Before any other listener, so that whoever hears of a change finds the graph up to date.
    this.case.listen((diff) => this.#follow(diff));
    this.#watchedCase = new Watched(this.case, (changed) => this.case.listen(changed));
    this.#watchedHistory = new Watched(this.history, (changed) => this.history.listen(changed));
  }

  readonly view = $derived.by(() => views.workingView(this.#watchedCase.current));
  readonly lens = $derived(this.view.lens ?? OPEN);
  readonly placements = $derived.by(
    () => new Map<Id, Position>([...this.laidOut, ...Object.entries(this.view.placements ?? {})]),
  );
  readonly #shownGraph = $derived.by(() => {
    const { graph, seen } = this.#settled;
    return this.view.shared?.length ? withShared(graph, seen, this.view.shared) : graph;
  });
  readonly #visible = $derived.by(() => visibleNodes(this.#shownGraph, this.view));
  /** Under the lens as it is now, where the view does not say itself which entities it draws. */
  readonly #drawnWhole = $derived.by(() => {
    void this.#watchedCase.current;
    return this.#wider(this.#graph);
  });
  /** What the map shows, under the lens as it is now. */
  readonly scene = $derived.by(() => {
    void this.#watchedCase.current;
    if (!drawsPart(this.view)) return this.#compose(this.#now, this.#drawnWhole);
    const whole = this.#settled.graph;
    if (!this.#among?.tellsOf(this.case, this.view.only)) this.#among = new Among(this.case, this.view.only);
    return this.#compose(this.#now, this.#among.project(this.#now), { whole });
  });

  /** How many entities the lens lets through, hidden ones included: at once where all of them may be drawn. */
  readonly entitiesInLens = $derived.by(() => {
    void this.#watchedCase.current;
    return (drawsPart(this.view) ? this.#shownGraph : this.#drawnWhole).order;
  });

  // After a change of the lens, panels that follow these come after the map. Whoever asks once is told what is so now.

  /** The case under the lens; a new object after each change of either. */
  get seen(): CaseUnderLens {
    return this.#told().seen;
  }
  /** The projected graph under the lens, hidden nodes included. */
  get graph(): CaseGraph {
    return this.#told().graph;
  }
  /** The graph with the shared values that the view shows as nodes. */
  get shownGraph(): CaseGraph {
    this.#told();
    return this.#shownGraph;
  }
  /** Ids of the nodes that the view shows. */
  get visible(): ReadonlySet<Id> {
    this.#told();
    return this.#visible;
  }
  /** The views of the case, the look at hand among them. */
  get views(): readonly View[] {
    return [...this.#watchedCase.current.views()];
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
    return this.#compose(this.seen, this.shownGraph, { view: { ...this.view, layout } });
  }

  #compose(
    seen: CaseUnderLens,
    graph: CaseGraph,
    { view = this.view, whole }: { view?: View; whole?: CaseGraph } = {},
  ): Scene {
    return compose({
      ...{ graph, whole, seen, view },
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

  #wider(graph: CaseGraph): CaseGraph {
    return this.view.shared?.length ? withShared(graph, this.#now, this.view.shared) : graph;
  }

  #follow(diff: Diff): void {
    const lens = this.#lensNow();
    const changed = [...changesOf(diff)].some(({ from, to }) => (to ?? from)!.kind !== 'view');
    if (changed) this.#graph = patch(this.#graph, this.#asked, diff);
    if (changed || lens !== this.#now.lens) this.#now = new Remembered(this.case, lens);
    if (changed && lens === this.#asked.lens) this.#asked = this.#now;
    if (lens === this.#asked.lens) return this.settle();
    if (!drawsPart(views.workingView(this.case))) this.#catchUp();
    afterTheFrame(() => this.settle());
  }

  /** Brings the graph to the lens as it is now. */
  #catchUp(): void {
    if (this.#asked.lens !== this.#now.lens) this.#graph = refocus(this.#graph, this.#asked, this.#now);
    this.#asked = this.#now;
  }

  /** Lets the panels follow the lens now; else they do once the map has been drawn. */
  settle(): void {
    this.#catchUp();
    if (this.#settled.seen === this.#now) return;
    this.#settled = { seen: this.#now, graph: Object.create(this.#graph) as CaseGraph };
  }

  #told() {
    if (!$effect.tracking()) this.settle();
    return this.#settled;
  }
}

/** Whether a view says itself which entities it draws, so that the rest of the graph can wait. */
const drawsPart = (view: View): view is View & { only: readonly Id[] } =>
  view.only !== undefined && !view.focus && !view.shared?.length;

/** Once what is due to be drawn has been. */
function afterTheFrame(work: () => void): void {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(work));
  else setTimeout(work);
}
