// Posts of which nobody says when they were held.
import { sayRelation, type LeadRule } from './lead.ts';
import { postsOf } from './posts.ts';

export const undatedPosts = {
  id: 'undated-post',
  label: 'Undated posts',
  help: 'A post without dates proves nothing about a given day: since when, and until when?',
  *find(seen, graph) {
    const told = new Set<string>();
    for (const { relation, span } of postsOf(seen)) {
      yield undefined;
      if (span || told.has(relation)) continue;
      told.add(relation);
      yield {
        id: `undated-post ${relation}`,
        says: `${sayRelation(seen, graph, relation)}: nobody says when.`,
        about: [relation],
      };
    }
  },
} satisfies LeadRule;
