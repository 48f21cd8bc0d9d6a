// fCoSE, a force layout after a spectral draft, through Cytoscape without a page (Balci and Dogrusoz 2022).
import type { Core, LayoutOptions } from 'cytoscape';
import { Cancelled, type Job } from '../plugin/job.ts';
import type { Layout } from './layout.ts';
import { networkOf, placesOf, positionsOf, recentre, type Network } from './network.ts';
import { separate } from './separate.ts';

/** Larger networks cool fast: the time grows by the square. */
const MOST_PROOFED = 300;

export const fcose = {
  id: 'fcose',
  label: 'Forces (fCoSE)',
  says: 'clusters, evenly spread',
  settings: {
    length: { type: 'number', label: 'Length of ties', default: 90, min: 30, max: 400, step: 10 },
    refine: {
      type: 'boolean',
      label: 'Start from the present picture',
      default: false,
    },
  },
  async run(input, { length, refine }, job) {
    const network = networkOf(input);
    const core = await coreOf(network);
    if (job.cancelled()) throw new Cancelled();
    job.progress(undefined, 'fCoSE');
    const start = refine === true && network.from.every((at) => at !== undefined);
    if (network.ids.length > 1) runSeeded(core, optionsFor(network, Number(length), start), job);
    const places = placesOf(network.ids.length);
    network.boxes.forEach(({ dy }, i) => {
      const { x, y } = core.$id(`n${i}`).position();
      [places.x[i], places.y[i]] = [x, y - dy];
    });
    core.destroy();
    recentre(network, places);
    separate(network, places);
    return positionsOf(network, places);
  },
} satisfies Layout;

/** A core without a page, each node as large as its box; ids are numbers, since Cytoscape keeps them in plain objects. */
async function coreOf({ ids, neighbours, boxes, from }: Network): Promise<Core> {
  const [{ default: cytoscape }, { default: extension }] = await Promise.all([
    import('cytoscape'),
    import('cytoscape-fcose'),
  ]);
  cytoscape.use(extension);
  const nodes = ids.map((_id, i) => ({
    data: { id: `n${i}`, width: boxes[i]!.width, height: boxes[i]!.height },
    position: { x: from[i]?.[0] ?? 0, y: (from[i]?.[1] ?? 0) + boxes[i]!.dy },
  }));
  const edges = neighbours.flatMap((others, i) =>
    others
      .filter((j) => j > i)
      .map((j) => ({ data: { id: `e${i} ${j}`, source: `n${i}`, target: `n${j}` } })),
  );
  return cytoscape({
    headless: true,
    styleEnabled: true,
    elements: { nodes, edges },
    style: [
      { selector: 'node', style: { shape: 'rectangle', width: 'data(width)', height: 'data(height)' } },
    ],
  });
}

function optionsFor({ ids, fixed, from, boxes }: Network, length: number, start: boolean): LayoutOptions {
  const fixedNodeConstraint = ids.flatMap((_id, i) =>
    fixed[i] ? { nodeId: `n${i}`, position: { x: from[i]![0], y: from[i]![1] + boxes[i]!.dy } } : [],
  );
  const options = {
    name: 'fcose',
    // Slow cooling only where it ends in seconds; a start from the picture at hand needs it.
    quality: start || ids.length <= MOST_PROOFED ? 'proof' : 'default',
    randomize: !start,
    animate: false,
    fit: false,
    idealEdgeLength: length,
    nodeRepulsion: 9000,
    fixedNodeConstraint: fixedNodeConstraint.length > 0 ? fixedNodeConstraint : undefined,
  };
  return options as unknown as LayoutOptions;
}

/** fCoSE calls `Math.random`: for the run, which gives up no turn of the loop, that is the job's. */
function runSeeded(core: Core, options: LayoutOptions, job: Job): void {
  const { random } = Math;
  Math.random = () => job.random();
  try {
    core.layout(options).run();
  } finally {
    Math.random = random;
  }
}
