// What each reader of each format is held to, as data: counts always; labels, types, a truth value of nodes; ends, types and direction of ties.

/** Columns of the facts that `facts.mjs` compares. What is missing the reader cannot tell, for the reason beside it. */
const ALL = ['label', 'type', 'disputed', 'ends', 'relation', 'direction'];
const NO_DIRECTION = ALL.filter((column) => column !== 'direction');

/**
 * What is exported, and who must read it. Readers that refuse a graph of both directed and undirected edges get it all
 * directed. A list of columns beside a reader is what it is held to; `[]` is counts alone.
 */
export const EXPORTS = [
  // Gephi's counts are of its own graph; how it names columns is its own as well. A schema tells of elements only.
  { kind: 'gexf', to: ['gexf'], readers: { Gephi: [], xmllint: [] } },
  { kind: 'gexf', to: ['gexf', '--directed'], readers: { networkx: ALL, Gephi: [] } },
  { kind: 'gexf12', to: ['gexf', '--version', '1.2'], readers: { Gephi: [], xmllint: [] } },
  { kind: 'gexf12', to: ['gexf', '--version', '1.2', '--directed'], readers: { networkx: ALL, Gephi: [] } },
  // igraph has one direction for a whole graph, and takes the default of the file.
  { kind: 'graphml', to: ['graphml'], readers: { igraph: NO_DIRECTION, Gephi: [], xmllint: [] } },
  { kind: 'graphml', to: ['graphml', '--directed'], readers: { networkx: ALL, igraph: ALL, Gephi: [] } },
  { kind: 'gml', to: ['gml', '--directed'], readers: { networkx: ALL, igraph: ALL } },
  // Pajek has labels and weights, and no quotes within a label; networkx makes one vertex of those with the same label.
  { kind: 'pajek', to: ['pajek', '--directed'], readers: { igraph: ['label', 'ends', 'direction'] } },
  { kind: 'dot', to: ['dot'], readers: { Graphviz: ALL } },
  // pydot lists nodes by name; it has the nodes of its defaults among them.
  { kind: 'dot', to: ['dot', '--directed'], readers: { pydot: ALL, Graphviz: ALL } },
  { kind: 'nodeLink', to: ['nodeLink', '--directed'], readers: { networkx: ALL } },
  { kind: 'graphology', to: ['graphology'], readers: { graphology: ALL } },
  { kind: 'cyjs', to: ['cyjs'], readers: { 'Cytoscape.js': ALL } },
  { kind: 'cx2', to: ['cx2'], readers: { ndex2: ALL } },
  // A schema: the file is as the format's publisher says, and has as many nodes and edges by its own lists.
  { kind: 'jgf', to: ['jgf'], readers: { 'JSON Schema': ALL } },
  { kind: 'csv', to: ['csv'], parts: ['nodes', 'edges'], readers: { Gephi: [] } },
  { kind: 'xlsx', to: ['xlsx'], readers: { openpyxl: [] } },
  { kind: 'xlsx', to: ['xlsx', '--evidence'], readers: { openpyxl: [] } },
  // followthemoney checks schemata, values and the ids of statements itself.
  { kind: 'ftm', to: ['ftm'], readers: { followthemoney: [] } },
  { kind: 'ftm-csv', to: ['ftm-statements'], readers: { followthemoney: [] } },
  { kind: 'ftm-json', to: ['ftm-statements', '--form', 'json'], readers: { followthemoney: [] } },
  { kind: 'gexf', to: ['gexf', '--carrier'], readers: { Gephi: [] } },
  {
    kind: 'graphml',
    to: ['graphml', '--carrier', '--directed'],
    readers: { networkx: ALL, igraph: ALL, Gephi: [] },
  },
  { kind: 'ftm-csv', to: ['ftm-statements', '--carrier'], readers: { followthemoney: [] } },
  {
    kind: 'ftm-json',
    to: ['ftm-statements', '--form', 'json', '--carrier'],
    readers: { followthemoney: [] },
  },
  // stix2 checks the values of every object by its type.
  { kind: 'stix', to: ['stix'], readers: { stix2: [] } },
  { kind: 'ftm-diagram', to: ['ftm-diagram'], readers: { followthemoney: [] } },
  // Statements are counted one by one as well.
  { kind: 'turtle', to: ['turtle'], lines: ['ntriples'], readers: { rdflib: [], rapper: [] } },
  {
    kind: 'turtle',
    to: ['turtle', '--claims'],
    lines: ['ntriples', '--claims'],
    readers: { rdflib: [], rapper: [] },
  },
  { kind: 'trig', to: ['trig'], lines: ['nquads'], readers: { rdflib: [], rapper: [] } },
  { kind: 'ntriples', to: ['ntriples'], lines: ['ntriples'], readers: { rdflib: [], rapper: [] } },
  { kind: 'nquads', to: ['nquads'], lines: ['nquads'], readers: { rdflib: [], rapper: [] } },
  { kind: 'jsonld', to: ['jsonld'], lines: ['nquads'], readers: { rdflib: [] } },
];

const WRITTEN = ['label', 'age', 'ok', 'ends', 'weight', 'kind'];
const without = (...columns) => WRITTEN.filter((column) => !columns.includes(column));

/** What other programs write, and which of its columns Clew must read; the others the format or the writer has not. */
export const WRITERS = {
  networkx: {
    gexf: WRITTEN,
    graphml: WRITTEN,
    // It writes no truth values into GML.
    gml: without('ok'),
    // It writes a quote within a label as it is, so that the label ends there.
    pajek: ['weight'],
    nodeLink: WRITTEN,
    // An edge's weight and kind are data beside the key.
    cyjs: WRITTEN,
  },
  // Truth values become 0 and 1 but in GraphML; Pajek has labels and weights.
  igraph: {
    graphml: WRITTEN,
    gml: without('ok'),
    pajek: ['label', 'ends', 'weight'],
    dot: without('ok'),
  },
  pydot: { dot: WRITTEN },
  // The kind is CX2's `interaction`, which is the type.
  ndex2: { cx2: WRITTEN },
  openpyxl: { xlsx: WRITTEN },
  // RDF has no weight of a tie; what a tie is, is the property.
  rdflib: {
    turtle: without('weight'),
    trig: without('weight'),
    ntriples: without('weight'),
    nquads: without('weight'),
    jsonld: without('weight'),
    rdfxml: without('weight'),
  },
  // A model of its own, without ages and weights.
  followthemoney: { ftm: ['label', 'ends', 'kind'] },
  stix2: { stix: ['label', 'ends', 'kind'] },
  graphology: { graphology: WRITTEN },
  'Cytoscape.js': { cyjs: WRITTEN },
};
