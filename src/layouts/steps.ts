// Distances in steps, and the islands of a network.

type Neighbours = readonly (readonly number[])[];

/** Steps from the nearest of these nodes, breadth first; -1 where no way leads. */
export function stepsFrom(neighbours: Neighbours, starts: readonly number[]): Int32Array {
  const steps = new Int32Array(neighbours.length).fill(-1);
  for (const start of starts) steps[start] = 0;
  const queue = [...new Set(starts)];
  for (let head = 0; head < queue.length; head++) {
    const i = queue[head]!;
    for (const j of neighbours[i]!) {
      if (steps[j]! >= 0) continue;
      steps[j] = steps[i]! + 1;
      queue.push(j);
    }
  }
  return steps;
}

/** The nodes of each island, the largest first, each in the order of the network. */
export function islandsOf(neighbours: Neighbours): number[][] {
  const islandOf = new Int32Array(neighbours.length).fill(-1);
  const islands: number[][] = [];
  neighbours.forEach((_others, root) => {
    if (islandOf[root]! >= 0) return;
    const island = [root];
    islandOf[root] = islands.length;
    for (let head = 0; head < island.length; head++) {
      for (const j of neighbours[island[head]!]!) {
        if (islandOf[j]! >= 0) continue;
        islandOf[j] = islands.length;
        island.push(j);
      }
    }
    islands.push(island.sort((a, b) => a - b));
  });
  return islands.sort((a, b) => b.length - a.length);
}
