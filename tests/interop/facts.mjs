// Facts about a graph that two programs must agree on, from Clew's own node-link JSON, and where they differ.

const COLUMNS = {
  nodes: { label: 0, type: 1, disputed: 2 },
  edges: { ends: [0, 1], relation: 2, direction: 3 },
};

/** What a node-link file holds, in the shape that the readers print. */
export function factsOf({ nodes, edges }) {
  const label = new Map(nodes.map((node) => [node.id, node.label]));
  return {
    nodes: nodes.map((node) => [node.label, node.type, node.disputed]),
    edges: edges.map((edge) => [label.get(edge.source), label.get(edge.target), edge.type, edge.directed]),
  };
}

/** The first thing on which the two do not agree, in the columns held; undefined where there is none. */
export function difference(wanted, found, held, kind) {
  for (const [part, columns] of Object.entries(COLUMNS)) {
    const picked = Object.entries(columns).filter(([column]) => held.includes(column));
    const rows = (facts) =>
      facts[part].map((row) => JSON.stringify(picked.map(([, at]) => cells(row, at, held, kind)))).sort();
    const [ours, theirs] = [rows(wanted), rows(found)];
    const at = ours.findIndex((row, i) => row !== theirs[i]);
    if (at >= 0) return `${part}: ${short(theirs[at])} for ${short(ours[at])}`;
  }
  return undefined;
}

const short = (row) => (row ?? 'nothing').slice(0, 120);

/** Ends of an undirected tie, or where direction is not held, have no order. */
function cells(row, at, held, kind) {
  if (!Array.isArray(at)) return typeof row[at] === 'string' ? spelled(row[at], kind) : row[at];
  const ends = at.map((i) => spelled(row[i], kind));
  return held.includes('direction') && row[3] ? ends : ends.sort();
}

/** XML has no controls, Pajek no quotes within a label and no line feeds: what stands for them is not compared. */
const spelled = (text, kind) => {
  const seen = text.replace(/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffd\s]+/gu, '');
  return kind === 'pajek' ? seen.replace(/"/g, "'") : seen;
};
