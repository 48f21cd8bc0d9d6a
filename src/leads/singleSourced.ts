// Ties that rest on one source.
import { tieSupport } from '../case/support.ts';
import { sayRelation, type LeadRule } from './lead.ts';

export const singleSourced = {
  id: 'single-sourced',
  label: 'Rests on one source',
  help: 'Whoever publishes it rests on this one source: is there a second, independent one?',
  *find(seen, graph) {
    for (const { id } of seen.case.relations()) {
      yield undefined;
      const claims = seen.tiesOf(id).flatMap((tie) => tie.claims);
      if (claims.length === 0) continue;
      const { sources } = tieSupport(seen.case, claims);
      if (sources.length !== 1) continue;
      const source = seen.case.source(sources[0]!)?.title ?? sources[0]!;
      yield {
        id: `single-sourced ${id}`,
        says: `${sayRelation(seen, graph, id)}: only “${source}” says so.`,
        about: [id],
        sources,
      };
    }
  },
} satisfies LeadRule;
