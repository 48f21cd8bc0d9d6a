// People who held posts at one place at one time, with no tie between them.
import { nameOf, relationLabel } from '../case/names.ts';
import { certainPart, type Reach } from '../case/spans.ts';
import type { CaseUnderLens } from '../case/lens.ts';
import type { CaseGraph } from '../graph/graph.ts';
import type { Lead, LeadRule } from './lead.ts';
import { postsOf, type Post } from './posts.ts';

/** Above so many dated posts a place is a crowd, and who overlapped there says little. */
const CROWD = 60;

export const overlappingTenures = {
  id: 'overlapping-tenures',
  label: 'Overlapping tenures',
  help: 'They were at one place at one time: did they know each other, work together?',
  *find(seen, graph) {
    const places = new Map<string, Post[]>();
    for (const post of postsOf(seen)) {
      yield undefined;
      const known = places.get(post.place);
      if (known) known.push(post);
      else places.set(post.place, [post]);
    }
    for (const posts of places.values()) yield* pairsOf(seen, graph, posts);
  },
} satisfies LeadRule;

function* pairsOf(
  seen: CaseUnderLens,
  graph: CaseGraph,
  posts: readonly Post[],
): Generator<Lead | undefined> {
  const dated = posts.filter(({ span }) => span !== undefined);
  if (dated.length > CROWD) return;
  const told = new Set<string>();
  for (const [i, one] of dated.entries()) {
    for (const other of dated.slice(i + 1)) {
      yield undefined;
      const pair = [one.holder, other.holder].sort().join(' ');
      if (one.holder === other.holder || told.has(pair) || !certainlyMeet(one, other)) continue;
      if (
        graph.hasNode(one.holder) &&
        graph.hasNode(other.holder) &&
        graph.areNeighbors(one.holder, other.holder)
      )
        continue;
      told.add(pair);
      const said = ({ holder, relation }: Post) =>
        `${nameOf(seen, holder)}, ${relationLabel(seen, relation)},`;
      yield {
        id: `overlapping-tenures ${pair} ${one.place}`,
        says: `${said(one)} and ${said(other)} were at ${nameOf(seen, one.place)} at the same time; no tie says that they met.`,
        about: [one.holder, other.holder, one.place],
      };
    }
  }
}

/** Whether both certainly held their posts on some same day. */
function certainlyMeet(a: Post, b: Post): boolean {
  const [x, y] = [certainPart(a.span!), certainPart(b.span!)];
  return x !== undefined && y !== undefined && meet(x, y);
}
const meet = (a: Reach, b: Reach): boolean => a.earliest <= b.latest && b.earliest <= a.latest;
