// The same seeded network in each format, as plainly as other programs write it: names on the nodes, a weight on some edges.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { seeded, seededNetwork } from '../../seededNetwork.mjs';

export const FORMATS = {
  gexf: {
    ending: 'gexf',
    start: () =>
      '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n' +
      '<graph defaultedgetype="directed">\n<attributes class="node"><attribute id="0" title="founded" type="integer"/></attributes>\n<nodes>\n',
    node: ({ id, name, founded }) =>
      `<node id="${id}" label="${name}"><attvalues><attvalue for="0" value="${founded}"/></attvalues></node>\n`,
    middle: () => '</nodes>\n<edges>\n',
    edge: ({ id, source, target, weight }) =>
      `      <edge id="${id}" source="${source}" target="${target}"${weight > 1 ? ` weight="${weight}"` : ''}/>\n`,
    end: () => '</edges>\n</graph>\n</gexf>\n',
  },
  graphml: {
    ending: 'graphml',
    start: () =>
      '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' +
      '<key id="d0" for="node" attr.name="label" attr.type="string"/>\n<key id="d1" for="node" attr.name="founded" attr.type="int"/>\n' +
      '<key id="d2" for="edge" attr.name="weight" attr.type="int"/>\n<graph edgedefault="directed">\n',
    node: ({ id, name, founded }) =>
      `<node id="${id}"><data key="d0">${name}</data><data key="d1">${founded}</data></node>\n`,
    middle: () => '',
    edge: ({ id, source, target, weight }) =>
      weight > 1
        ? `      <edge id="${id}" source="${source}" target="${target}"><data key="d2">${weight}</data></edge>\n`
        : `      <edge id="${id}" source="${source}" target="${target}"/>\n`,
    end: () => '</graph>\n</graphml>\n',
  },
  csv: {
    ending: 'csv',
    start: () => 'Id,Source,Target,Type,Weight\n',
    node: () => '',
    middle: () => '',
    edge: ({ id, source, target, weight }) => `${id},${source},${target},Directed,${weight}\n`,
    end: () => '',
  },
  ftm: {
    ending: 'ftm.json',
    start: () => '',
    node: ({ id, name, founded }) =>
      `${JSON.stringify({ id, schema: 'Company', properties: { name: [name], incorporationDate: [`${founded}`] } })}\n`,
    middle: () => '',
    edge: ({ id, source, target, weight }) =>
      `${JSON.stringify({ id, schema: 'Ownership', properties: { owner: [source], asset: [target], ...(weight > 1 && { percentage: [`${weight}`] }) } })}\n`,
    end: () => '',
  },
  gml: {
    ending: 'gml',
    start: () => 'graph [\n  directed 1\n  multigraph 1\n',
    node: ({ number, name, founded }) =>
      `  node [\n    id ${number}\n    label "${name}"\n    founded ${founded}\n  ]\n`,
    middle: () => '',
    edge: ({ ends, weight, number }) =>
      `  edge [\n    source ${ends[0]}\n    target ${ends[1]}\n    key ${number}\n${weight > 1 ? `    weight ${weight}\n` : ''}  ]\n`,
    end: () => ']\n',
  },
};

/** Writes the network in every format into the folder, unless it is there; paths by format. */
export function filesIn(folder, nodes, edges) {
  const home = join(folder, `${nodes}-${edges}`);
  mkdirSync(home, { recursive: true });
  const paths = Object.entries(FORMATS).map(([id, { ending }]) => [id, join(home, `network.${ending}`)]);
  const missing = paths.filter(([, path]) => !existsSync(path));
  if (missing.length > 0) {
    const network = described(nodes, seededNetwork(nodes, edges));
    for (const [id, path] of missing) writeNetwork(path, FORMATS[id], network);
  }
  return Object.fromEntries(paths);
}

function described(count, ties) {
  const random = seeded(3);
  const nodes = Array.from({ length: count }, (_none, number) => ({
    number,
    id: `n${number}`,
    name: `Company ${number} of ${Math.floor(random() * 500)}`,
    founded: 1900 + Math.floor(random() * 120),
  }));
  const edges = ties.map((ends, number) => ({
    number,
    id: `e${number}`,
    ends,
    source: `n${ends[0]}`,
    target: `n${ends[1]}`,
    weight: random() < 0.75 ? 1 : 2 + Math.floor(random() * 8),
  }));
  return { nodes, edges };
}

function writeNetwork(path, { start, node, middle, edge, end }, { nodes, edges }) {
  const file = openSync(`${path}.tmp`, 'w');
  const PIECE = 5000;
  writeSync(file, start());
  for (let at = 0; at < nodes.length; at += PIECE)
    writeSync(
      file,
      nodes
        .slice(at, at + PIECE)
        .map(node)
        .join(''),
    );
  writeSync(file, middle());
  for (let at = 0; at < edges.length; at += PIECE)
    writeSync(
      file,
      edges
        .slice(at, at + PIECE)
        .map(edge)
        .join(''),
    );
  writeSync(file, end());
  closeSync(file);
  renameSync(`${path}.tmp`, path);
}
