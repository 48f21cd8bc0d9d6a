// Programs of npm that read and write graphs, at hand among Clew's own dependencies: graphology, Cytoscape.js, and JSON Schema by Ajv.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import cytoscape from 'cytoscape';
import graphology from 'graphology';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const counted = (nodes, edges) => ({ nodes: nodes.length, edges: edges.length, facts: { nodes, edges } });

export const graphologyReader = {
  count: (_kind, [file]) => {
    const graph = graphology.MultiGraph.from(json(file));
    const label = (key) => graph.getNodeAttribute(key, 'label');
    return counted(
      graph.mapNodes((key, { schema, disputed }) => [label(key), schema, disputed]),
      graph.mapEdges((key, { schema }, source, target) => [
        label(source),
        label(target),
        schema,
        graph.isDirected(key),
      ]),
    );
  },
  write: (_kind, file, given) => {
    const graph = new graphology.MultiDirectedGraph();
    for (const { label, ...rest } of given.nodes) graph.addNode(label, { label, ...rest });
    for (const { source, target, ...rest } of given.edges) graph.addEdge(source, target, rest);
    writeFileSync(file, JSON.stringify(graph.export()));
  },
};

export const cytoscapeReader = {
  count: (_kind, [file]) => {
    const cy = cytoscape({ headless: true, elements: json(file).elements });
    const nodes = cy.nodes().map((one) => [one.data('label'), one.data('type'), one.data('disputed')]);
    const edges = cy
      .edges()
      .map((one) => [
        one.source().data('label'),
        one.target().data('label'),
        one.data('type'),
        one.data('directed'),
      ]);
    return counted(nodes, edges);
  },
  write: (_kind, file, given) => {
    const nodes = given.nodes.map(({ label, ...rest }) => ({ data: { id: label, label, ...rest } }));
    const edges = given.edges.map((data) => ({ data }));
    const cy = cytoscape({ headless: true, elements: { nodes, edges } });
    writeFileSync(file, JSON.stringify(cy.json()));
  },
};

/** Holds a file of JSON Graph Format to the schema that the format publishes. */
export function jsonSchemaReader() {
  const folder = process.env.CLEW_PEER_SCHEMAS;
  if (!folder || !existsSync(folder)) return { absent: 'CLEW_PEER_SCHEMAS names no folder of schemas' };
  return { count: (_kind, [file]) => heldToSchema(json(file), join(folder, 'jgf')) };
}

function heldToSchema(value, folder) {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const valid = ajv.compile(json(join(folder, SCHEMA)));
  if (!valid(value)) return { error: ajv.errorsText(valid.errors).slice(0, 200) };
  const nodes = new Map(Object.entries(value.graph.nodes));
  const label = (id) => nodes.get(id).label;
  return counted(
    [...nodes.values()].map((one) => [one.label, one.metadata.type, one.metadata.disputed]),
    value.graph.edges.map(({ source, target, relation, directed = value.graph.directed, metadata }) => [
      label(source),
      label(target),
      metadata?.type ?? relation,
      directed,
    ]),
  );
}

const SCHEMA = 'json-graph-schema_v2.json';
