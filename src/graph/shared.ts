// Addresses, phones and other values that several entities share, as nodes of their own, on demand.
import type { CaseUnderLens } from '../case/lens.ts';
import type { Claim, Id } from '../case/records.ts';
import { stanceOf, supportOf } from '../case/support.ts';
import { sayValue } from '../case/wording.ts';
import { countryName } from '../case/schema.ts';
import { emptyGraph, type CaseGraph } from './graph.ts';

interface Shared {
  readonly type: string;
  readonly value: string;
  /** Claims by the entity that has the value. */
  readonly holders: Map<Id, Claim[]>;
}

/** A copy of `graph` with a node for each value of these property types that at least two of its entities have. */
export function withShared(graph: CaseGraph, seen: CaseUnderLens, types: readonly string[]): CaseGraph {
  const wider = likewise(graph);
  for (const [key, { type, value, holders }] of valuesOf(graph, seen, types)) {
    if (holders.size < 2) continue;
    const all = [...holders.values()].flat();
    const label = sayValue(type, value, { countryName });
    wider.addNode(key, {
      kind: 'value',
      schema: type,
      label,
      claims: all,
      stance: stanceOf(all),
      disputed: false,
    });
    for (const [holder, claims] of holders) {
      wider.addUndirectedEdgeWithKey(`${key} ${holder}`, holder, key, {
        subject: holder,
        type,
        label: type,
        claims,
        stance: stanceOf(claims),
        disputed: false,
        voices: Math.max(1, supportOf(seen.case, claims).voices),
      });
    }
  }
  return wider;
}

/** A graph of its own with the same nodes and edges, whose attributes stay the same objects. */
function likewise(graph: CaseGraph): CaseGraph {
  const copy = emptyGraph();
  copy.replaceAttributes({ ...graph.getAttributes() });
  graph.forEachNode((id, attributes) => copy.addNode(id, attributes));
  graph.forEachEdge((id, attributes, source, target, _s, _t, undirected) => {
    if (undirected) copy.addUndirectedEdgeWithKey(id, source, target, attributes);
    else copy.addDirectedEdgeWithKey(id, source, target, attributes);
  });
  return copy;
}

function valuesOf(graph: CaseGraph, seen: CaseUnderLens, types: readonly string[]): Map<string, Shared> {
  const found = new Map<string, Shared>();
  for (const holder of graph.nodes()) {
    const schema = seen.case.schemaOf(holder)!;
    for (const claim of graph.getNodeAttribute(holder, 'claims')) {
      const type = seen.case.model.property(schema, claim.property)?.type;
      if (!type || !types.includes(type) || claim.stance === 'denied') continue;
      // A blank cannot start an entity's id by accident: ids of values say their type first.
      const key = ` ${type} ${claim.value}`;
      const shared = found.get(key) ?? { type, value: claim.value, holders: new Map() };
      found.set(key, shared);
      shared.holders.set(holder, [...(shared.holders.get(holder) ?? []), claim]);
    }
  }
  return found;
}
