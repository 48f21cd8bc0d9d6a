// Graph + columns + positions + view → scene. Pure: the same input gives the same scene.
import { sayDate } from '../case/dates.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import type { Claim, Id, View } from '../case/records.ts';
import type { CaseGraph, EdgeAttributes, NodeAttributes } from '../graph/graph.ts';
import { wrapped } from './labels.ts';
import { legendOf } from './legend.ts';
import { lookedLike, lookOf, lookOfValue, type Look } from './look.ts';
import { widthFor } from './lineWidth.ts';
import { coloursBy, sizesBy, type Measure } from './measures.ts';
import type { Colour, Scene, SceneEdge, SceneNode } from './scene.ts';
import { placesFor, type Place } from './unplaced.ts';
import { hiddenNeighbours, visibleNodes } from './visible.ts';

export interface ComposeInput {
  readonly seen: CaseUnderLens;
  /** `project(seen)`, perhaps with shared values as nodes. */
  readonly graph: CaseGraph;
  /** Where layouts and hands have put nodes. A node without a place is put beside a neighbour. */
  readonly positions: ReadonlyMap<Id, Place>;
  /** Where `graph` has only the part that is drawn: the graph in which neighbours not shown are counted. It stays as it is. */
  readonly whole?: CaseGraph;
  readonly view?: Pick<View, 'hidden' | 'focus' | 'only' | 'pinned' | 'layout'>;
  readonly size?: Measure;
  readonly colour?: Measure;
}

export function compose(input: ComposeInput): Scene {
  const { graph, seen, view = {} } = input;
  const shown = visibleNodes(graph, view);
  const draw = nodeDrawer(input, shown);
  const nodes = Array.from(shown, (id) => draw(id, graph.getNodeAttributes(id)));
  const edges = graph
    .filterEdges((_edge, _attributes, source, target) => shown.has(source) && shown.has(target))
    .map((id) => sceneEdge(graph, id, graph.getEdgeAttributes(id)));
  const told = [
    ...Array.from(shown, (id) => graph.getNodeAttribute(id, 'claims')),
    ...edges.map(({ id }) => graph.getEdgeAttribute(id, 'claims')),
  ];
  return {
    nodes,
    edges,
    legend: legendOf({
      nodes,
      edges,
      meaning: (node) => meaningOf(input, node),
      voices: ({ id }) => graph.getEdgeAttribute(id, 'voices'),
      size: input.size,
      colour: input.colour,
    }),
    // Only a picture says them, and there are many claims to ask.
    get sources() {
      return sourcesBehind(input, told);
    },
    title: seen.case.header.name,
  };
}

/** What a node's mark stands for, in the plural: sentences, charges and arrests all look like "Events". */
function meaningOf({ graph, seen }: ComposeInput, { id, schema, type }: SceneNode): string {
  if (graph.getNodeAttribute(id, 'kind') !== 'entity') return type;
  const { model } = seen.case;
  return model.schema(lookedLike(model.schema(schema).lineage) ?? schema).plural;
}

function nodeDrawer(input: ComposeInput, shown: ReadonlySet<Id>) {
  const { graph, seen, view = {} } = input;
  const size = input.size && sizesBy(input.size, shown);
  const colour = input.colour && coloursBy(input.colour, shown);
  const pinned = new Set(view.pinned);
  const places = placesFor(graph, shown, input.positions);
  const hidden = hiddenNeighbours(graph, input.whole, shown);
  return (id: Id, attributes: NodeAttributes): SceneNode => {
    const look = lookAt(seen, attributes);
    const [x, y] = places.get(id)!;
    return {
      id,
      label: attributes.label,
      lines:
        view.layout === BY_DATE
          ? [...wrapped(attributes.label), ...dateOf(attributes.claims)]
          : wrapped(attributes.label),
      schema: attributes.schema,
      type:
        attributes.kind === 'entity'
          ? seen.case.model.schema(attributes.schema).label
          : sentenced(attributes.schema),
      shape: look.shape,
      icon: look.icon,
      colour: (colour?.(id) ?? look.colour) satisfies Colour,
      x,
      y,
      size: size?.(id) ?? look.size,
      stance: attributes.stance,
      disputed: attributes.disputed,
      pinned: pinned.has(id),
      hiddenNeighbours: hidden(id),
    };
  };
}

/** The layout in which a node's date is part of its label. */
const BY_DATE = 'timeline';
const DATES = ['date', 'startDate', 'publishedAt'];

/** The date a node is laid out by, in words; none where none is stated. */
function dateOf(claims: readonly Claim[]): readonly string[] {
  const dated = DATES.map((property) => claims.find((claim) => claim.property === property)).find(Boolean);
  return dated ? [sayDate(dated.value)] : [];
}

const lookAt = (seen: CaseUnderLens, { kind, schema }: NodeAttributes): Look =>
  kind === 'entity' ? lookOf(seen.case.model.schema(schema).lineage) : lookOfValue(schema);

const sentenced = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** By the attributes they were made of: these stay the same objects while they say the same. */
const sceneEdges = new WeakMap<EdgeAttributes, SceneEdge>();

function sceneEdge(graph: CaseGraph, id: Id, attributes: EdgeAttributes): SceneEdge {
  const known = sceneEdges.get(attributes);
  if (known) return known;
  const edge = newEdge(graph, id, attributes);
  sceneEdges.set(attributes, edge);
  return edge;
}

const newEdge = (graph: CaseGraph, id: Id, attributes: EdgeAttributes): SceneEdge => ({
  id,
  source: graph.source(id),
  target: graph.target(id),
  subject: attributes.subject,
  type: attributes.type,
  label: attributes.label,
  directed: graph.isDirected(id),
  stance: attributes.stance,
  disputed: attributes.disputed,
  width: widthFor(attributes.voices),
});

/** Titles of the sources that carry these claims, in the case's order. */
function sourcesBehind({ seen }: ComposeInput, told: readonly (readonly Claim[])[]): readonly string[] {
  const behind = new Set<Id>();
  for (const claims of told) for (const { source } of claims) behind.add(source);
  return Array.from(seen.case.sources())
    .filter(({ id }) => behind.has(id))
    .map(({ title }) => title);
}
