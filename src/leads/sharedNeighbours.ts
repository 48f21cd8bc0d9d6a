// People and bodies that are tied to several of the same, and not to each other.
import { nameOf } from '../case/names.ts';
import { list } from '../case/wording.ts';
import type { LeadRule } from './lead.ts';

const LEAST = 3;
/** A hub of more neighbours ties everybody to everybody. */
const HUB = 60;

export const sharedNeighbours = {
  id: 'shared-neighbours',
  label: 'Common neighbours, no tie',
  help: 'They move among the same people and bodies: is a tie between them missing from the case?',
  *find(seen, graph) {
    const common = new Map<string, string[]>();
    const isParty = (id: string) => seen.case.model.isA(seen.case.schemaOf(id) ?? 'Thing', 'LegalEntity');
    for (const hub of graph.nodes().sort()) {
      yield undefined;
      const around = [...new Set(graph.neighbors(hub))].filter((id) => id !== hub && isParty(id)).sort();
      if (around.length > HUB) continue;
      for (const [i, one] of around.entries())
        for (const other of around.slice(i + 1)) {
          const pair = `${one}\n${other}`;
          const known = common.get(pair);
          if (known) known.push(hub);
          else common.set(pair, [hub]);
        }
    }
    const pairs: [string, string[]][] = [];
    for (const entry of common) {
      yield undefined;
      if (entry[1].length >= LEAST) pairs.push(entry);
    }
    pairs.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    for (const [pair, hubs] of pairs) {
      yield undefined;
      const [one, other] = pair.split('\n') as [string, string];
      if (graph.areNeighbors(one, other)) continue;
      yield {
        id: `shared-neighbours ${one} ${other}`,
        says: `${nameOf(seen, one)} and ${nameOf(seen, other)} are both tied to ${list(hubs.map((id) => nameOf(seen, id)))}, but not to each other.`,
        about: [one, other, ...hubs],
      };
    }
  },
} satisfies LeadRule;
