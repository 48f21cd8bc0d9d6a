// GraphML's hyperedges: one with two ends is an edge; one with more is an event to which each end is tied.
import { take } from '../jsonValues.ts';
import type { Attribute, EdgeEvent, NodeEvent } from '../format.ts';
import type { XmlAttributes } from '../xml.ts';
import { valueOf } from './graphmlDialects.ts';

/** One `<endpoint>` that names a node. */
export interface End {
  readonly own: XmlAttributes;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** Directed where one end is `in` and the other `out`. What is said of an end stands with the edge, under its side. */
export function asEdge(
  id: string | undefined,
  [a, b]: readonly [End, End],
  attributes: Map<string, Attribute>,
  where: string,
): EdgeEvent {
  const turned = a.own.type === 'out' && b.own.type === 'in';
  const directed = turned || (a.own.type === 'in' && b.own.type === 'out');
  const sides = [
    ['source', turned ? b : a],
    ['target', turned ? a : b],
  ] as const;
  for (const [side, end] of sides)
    for (const [name, value] of end.attributes)
      attributes.set(name === 'port' ? `${side}port` : `${side} ${name}`, value);
  const [source, target] = [sides[0][1].own.node!, sides[1][1].own.node!];
  return { id, source, target, directed, label: take(attributes, 'label'), attributes, where };
}

export function asEvent(
  id: string,
  ends: readonly End[],
  attributes: Map<string, Attribute>,
  where: string,
): { node: NodeEvent; edges: readonly EdgeEvent[] } {
  const label = take(attributes, 'label') ?? valueOf(attributes, 'name');
  const edges = ends.map(({ own: { node, type }, attributes: said }) => {
    const [source, target] = type === 'in' ? [node!, id] : [id, node!];
    return { source, target, directed: type === 'in' || type === 'out', attributes: said, where };
  });
  return { node: { id, label, type: 'Event', attributes, where }, edges };
}
