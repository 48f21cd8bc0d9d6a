// The small graph that other programs write for Clew to read, and whether Clew read it: parallel ties, a loop, marks, other scripts.

export const GIVEN = {
  nodes: [
    { label: 'Ann', age: 41, ok: true },
    { label: 'Bob "B" & <Co>', age: 0, ok: false },
    { label: 'Žofie 漢字', age: 1234567, ok: true },
    { label: 'Alone', age: -5, ok: false },
  ],
  edges: [
    { source: 'Ann', target: 'Bob "B" & <Co>', weight: 1.5, kind: 'knows' },
    { source: 'Ann', target: 'Bob "B" & <Co>', weight: 2.25, kind: 'pays' },
    { source: 'Bob "B" & <Co>', target: 'Žofie 漢字', weight: 3.5, kind: 'knows' },
    { source: 'Žofie 漢字', target: 'Žofie 漢字', weight: 4.75, kind: 'knows' },
  ],
};

/** An attribute by its name, or by an address that ends in it. */
const value = (item, name) =>
  item[name] ?? Object.entries(item).find(([key]) => key.endsWith(`/${name}`))?.[1];

const KIND = ({ kind, role, label }) => kind ?? role ?? label;

/** What differs between the graph given and what Clew made of the file, as node-link JSON. */
export function misread({ nodes, edges }, held) {
  if (nodes.length !== GIVEN.nodes.length || edges.length !== GIVEN.edges.length)
    return `${nodes.length} nodes and ${edges.length} edges`;
  const label = new Map(nodes.map((node) => [node.id, node.label]));
  const rows = {
    label: [GIVEN.nodes.map((node) => node.label), nodes.map((node) => node.label)],
    age: [
      GIVEN.nodes.map(({ label, age }) => [label, String(age)]),
      nodes.map((node) => [node.label, String(value(node, 'age'))]),
    ],
    ok: [
      GIVEN.nodes.map(({ label, ok }) => [label, String(ok)]),
      nodes.map((node) => [node.label, String(value(node, 'ok'))]),
    ],
    ends: [
      GIVEN.edges.map(({ source, target }) => [source, target]),
      edges.map(({ source, target }) => [label.get(source), label.get(target)]),
    ],
    weight: [GIVEN.edges.map(({ weight }) => weight), edges.map(({ weight }) => weight)],
    kind: [GIVEN.edges.map(({ kind }) => kind), edges.map(KIND)],
  };
  const wrong = held.find((column) => sorted(rows[column][0]) !== sorted(rows[column][1]));
  return wrong && `${wrong}: ${sorted(rows[wrong][1])} for ${sorted(rows[wrong][0])}`;
}

const sorted = (rows) =>
  rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join(' ');
