// Which node a picture turns around where nobody was selected.
import type { CaseGraph } from '../graph/graph.ts';
import type { Network } from './network.ts';

/** How many times its measure a person counts: stories are about people, as far as their ties bear it out. */
const PERSON = 2;
/** Beyond so many nodes, ways are counted from a sample of starts, as Brandes and Pich 2007 do. */
const STARTS = 400;

/**
 * The nodes the story is about: those named, else the node with most neighbours and most shortest ways through it,
 * people before others that are not far ahead of them. Numbers of nodes; of an empty network, none.
 */
export function centreOf(network: Network, graph: CaseGraph): readonly number[] {
  if (network.centre.length > 0) return network.centre;
  const ways = waysThrough(network);
  const [mostWays, mostTies] = [
    Math.max(1, ...ways),
    Math.max(1, ...network.neighbours.map((n) => n.length)),
  ];
  const measure = network.ids.map((id, i) => {
    const standing = ways[i]! / mostWays + network.neighbours[i]!.length / mostTies;
    return standing * (graph.getNodeAttribute(id, 'schema') === 'Person' ? PERSON : 1);
  });
  const best = measure.indexOf(Math.max(...measure));
  return best < 0 ? [] : [best];
}

/** Shortest ways through each node (Brandes 2001), each end pair counted from a sample of starts. */
function waysThrough({ neighbours }: Network): Float64Array {
  const through = new Float64Array(neighbours.length);
  const stride = Math.ceil(neighbours.length / STARTS);
  for (let start = 0; start < neighbours.length; start += stride) addWaysFrom(neighbours, start, through);
  return through;
}

function addWaysFrom(neighbours: Network['neighbours'], start: number, through: Float64Array): void {
  const count = neighbours.length;
  const [steps, ways, share] = [
    new Int32Array(count).fill(-1),
    new Float64Array(count),
    new Float64Array(count),
  ];
  [steps[start], ways[start]] = [0, 1];
  const queue = [start];
  for (let head = 0; head < queue.length; head++) {
    const i = queue[head]!;
    for (const j of neighbours[i]!) {
      if (steps[j]! < 0) {
        steps[j] = steps[i]! + 1;
        queue.push(j);
      }
      if (steps[j] === steps[i]! + 1) ways[j]! += ways[i]!;
    }
  }
  for (let at = queue.length - 1; at > 0; at--) {
    const j = queue[at]!;
    for (const i of neighbours[j]!) {
      if (steps[i] === steps[j]! - 1) share[i]! += (ways[i]! / ways[j]!) * (1 + share[j]!);
    }
    through[j]! += share[j]!;
  }
}
