// Compares layouts on the same seeded networks, side by side in one run: time, stress, neighbourhoods kept.
import { join } from 'node:path';
import { createServer } from 'vite';
import { qualityOf, seeded, seededNetwork } from '../seededNetwork.mjs';

const SIZES = [100, 1000, 3000];
const TIES_PER_NODE = 1.5;
const BOX = { width: 100, height: 66, dy: 12 };

/** @param {readonly string[]} args Numbers of nodes; without any, 100, 1000 and 3000. */
export async function run(args = []) {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  const server = await createServer({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const contenders = await contendersFrom((path) => server.ssrLoadModule(`/src/${path}`));
    await contenders[0].lay(20, seededNetwork(20, 30)); // What is first run is first compiled.
    for (const nodes of sizes) {
      const ties = seededNetwork(nodes, nodes * TIES_PER_NODE);
      const rows = [];
      for (const contender of contenders) rows.push(await measured(contender, nodes, ties));
      console.log(`${nodes} nodes, ${ties.length} ties`);
      console.table(Object.fromEntries(rows));
    }
  } finally {
    await server.close();
  }
}

async function measured({ name, lay }, nodes, ties) {
  const start = performance.now();
  const { x, y } = await lay(nodes, ties);
  const seconds = (performance.now() - start) / 1000;
  const { stress, neighbours } = qualityOf(nodes, ties, x, y);
  return [
    name,
    { seconds: +seconds.toFixed(2), stress: +stress.toFixed(3), neighbours: +neighbours.toFixed(3) },
  ];
}

async function contendersFrom(load) {
  const [{ LAYOUTS }, { emptyGraph }, { quietJob }, { valuesFor }] = await Promise.all(
    ['layouts/index.ts', 'graph/graph.ts', 'plugin/job.ts', 'plugin/settings.ts'].map(load),
  );
  const ours = ['story', 'even', 'fcose'].map((id) => {
    const layout = LAYOUTS.find((one) => one.id === id);
    const lay = async (nodes, ties) => {
      const graph = graphOf(emptyGraph(), nodes, ties);
      const boxes = new Map(graph.nodes().map((node) => [node, BOX]));
      const input = { graph, nodes: graph.nodes(), boxes, aspect: 1.25 };
      const positions = await layout.run(input, valuesFor(layout.settings), quietJob(1));
      const places = graph.nodes().map((node) => positions.get(node));
      return { x: places.map(([across]) => across), y: places.map(([, down]) => down) };
    };
    return { name: layout.label, lay };
  });
  return [...ours, { name: 'ForceAtlas2, boxes may overlap', lay: forceAtlas }];
}

function graphOf(graph, nodes, ties) {
  const bare = { claims: [], stance: 'affirmed', disputed: false, label: '' };
  for (let i = 0; i < nodes; i++) graph.addNode(`${i}`, { ...bare, kind: 'entity', schema: 'Person' });
  ties.forEach(([a, b], i) =>
    graph.addUndirectedEdgeWithKey(`${i}`, `${a}`, `${b}`, { ...bare, subject: '', type: 'Link', voices: 1 }),
  );
  return graph;
}

const ROUNDS = 200;

/**
 * The forces of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLOS ONE 2014), every pair repelling, with its speed
 * held by how much nodes swing: what users of Gephi know, for comparison.
 */
function forceAtlas(nodes, ties) {
  const random = seeded(1);
  const masses = new Float64Array(nodes).fill(1);
  for (const tie of ties) for (const i of tie) masses[i]++;
  const [x, y] = [0, 1].map(() => Float64Array.from({ length: nodes }, () => random() * 1000));
  let before = [new Float64Array(nodes), new Float64Array(nodes)];
  let speed = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const forces = forcesOn(x, y, masses, ties);
    let [swing, pull] = [0, 0];
    const swings = masses.map((mass, i) => {
      const [fx, fy, bx, by] = [forces[0][i], forces[1][i], before[0][i], before[1][i]];
      const own = Math.hypot(fx - bx, fy - by);
      swing += mass * own;
      pull += (mass * Math.hypot(fx + bx, fy + by)) / 2;
      return mass * own;
    });
    speed = Math.min(pull / swing, 1.5 * speed) || 1;
    for (let i = 0; i < nodes; i++) {
      const factor = speed / (1 + Math.sqrt(speed * swings[i]));
      x[i] += forces[0][i] * factor;
      y[i] += forces[1][i] * factor;
    }
    before = forces;
  }
  return { x, y };
}

const REPULSION = 10;

function forcesOn(x, y, masses, ties) {
  const [fx, fy] = [new Float64Array(x.length), new Float64Array(x.length)];
  for (let i = 0; i < x.length; i++) {
    const far = Math.hypot(x[i], y[i]) || 1;
    fx[i] -= (masses[i] * x[i]) / far;
    fy[i] -= (masses[i] * y[i]) / far;
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [x[i] - x[j], y[i] - y[j]];
      const force = (REPULSION * masses[i] * masses[j]) / (dx * dx + dy * dy || 1);
      fx[i] += dx * force;
      fy[i] += dy * force;
      fx[j] -= dx * force;
      fy[j] -= dy * force;
    }
  }
  for (const [a, b] of ties) {
    fx[a] += x[b] - x[a];
    fy[a] += y[b] - y[a];
    fx[b] += x[a] - x[b];
    fy[b] += y[a] - y[b];
  }
  return [fx, fy];
}

if (import.meta.filename === process.argv[1]) await run(process.argv.slice(2));
