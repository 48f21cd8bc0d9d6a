// Seeded networks shaped like an investigation, and how well a picture of one keeps its distances and neighbourhoods.

/** A seeded generator (mulberry32, public domain, Tommy Ettinger). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Communities of unequal size, a few hubs in each (who has ties gets more), few ties between. One island, no loops.
 * @returns {[number, number][]} ties between nodes 0 … nodes − 1
 */
export function seededNetwork(nodes, ties, seed = 7) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const groups = Array.from({ length: Math.max(4, Math.round(Math.sqrt(nodes) / 2)) }, () => []);
  const groupOf = Array.from({ length: nodes }, (_none, i) => {
    const group = groups[Math.floor(groups.length * random() ** 1.7)];
    group.push(i);
    return group;
  });
  const found = new Map();
  const tie = (a, b) => {
    const key = Math.min(a, b) * nodes + Math.max(a, b);
    if (a === b || found.has(key)) return;
    found.set(key, [a, b]);
    // Each tie makes both more likely to get the next.
    groupOf[a].push(a);
    groupOf[b].push(b);
  };
  for (let i = 1; i < nodes; i++) {
    const near = pick(groupOf[i]);
    tie(i, near < i ? near : Math.floor(random() * i));
  }
  for (let tries = 0; found.size < ties && tries < 20 * ties; tries++) {
    const a = Math.floor(random() * nodes);
    const group = random() < 0.85 ? groupOf[a] : pick(groups);
    if (group.length > 0) tie(a, pick(group));
  }
  return [...found.values()];
}

/** Nodes from which distances are measured. */
const SAMPLES = 60;

/**
 * `stress`: how far distances in the picture are from those in steps, best scaled: 0 not at all, 1 wholly (normalised
 * as Gansner, Hu and North 2013 do). `neighbours`: which share of a node's nearest, as many as it has neighbours, are
 * neighbours.
 */
export function qualityOf(nodes, ties, x, y) {
  const neighbours = Array.from({ length: nodes }, () => []);
  for (const [a, b] of ties) {
    neighbours[a].push(b);
    neighbours[b].push(a);
  }
  const random = seeded(99);
  let [both, far, all, kept] = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const from = Math.floor(random() * nodes);
    const steps = stepsFrom(neighbours, from);
    const others = steps.flatMap((step, to) =>
      to === from ? [] : [{ step, length: Math.hypot(x[from] - x[to], y[from] - y[to]) }],
    );
    for (const { step, length } of others) {
      both += length / step;
      far += (length / step) ** 2;
      all += 1;
    }
    const nearest = others.sort((a, b) => a.length - b.length).slice(0, neighbours[from].length);
    kept += nearest.filter(({ step }) => step === 1).length / nearest.length;
  }
  return { stress: 1 - both ** 2 / (far * all), neighbours: kept / SAMPLES };
}

function stepsFrom(neighbours, start) {
  const steps = Array.from({ length: neighbours.length }).fill(-1);
  steps[start] = 0;
  const queue = [start];
  for (const i of queue) {
    for (const j of neighbours[i]) {
      if (steps[j] >= 0) continue;
      steps[j] = steps[i] + 1;
      queue.push(j);
    }
  }
  return steps;
}
