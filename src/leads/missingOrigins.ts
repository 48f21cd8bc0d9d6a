// Sources that draw on one which the case does not have.
import { count } from '../case/wording.ts';
import type { LeadRule } from './lead.ts';

export const missingOrigins = {
  id: 'missing-origin',
  label: 'Origin not in the case',
  help: 'What it says was said first elsewhere: get that source and read it.',
  *find(seen) {
    const resting = new Map<string, number>();
    for (const claim of seen.case.claims) {
      yield undefined;
      if (!seen.passes(claim)) continue;
      for (const id of new Set([claim.source, ...(claim.via ?? [])]))
        resting.set(id, (resting.get(id) ?? 0) + 1);
    }
    for (const [id, claims] of resting) {
      const source = seen.case.source(id);
      const missing = source
        ? (source.derivedFrom ?? []).filter((origin) => !seen.case.source(origin))
        : [id];
      for (const origin of missing)
        yield {
          id: `missing-origin ${id} ${origin}`,
          says: source
            ? `${count(claims, 'claim')} of “${source.title}” come from “${origin}”, which is not in the case.`
            : `${count(claims, 'claim')} come from “${origin}”, which is not in the case.`,
          about: [],
          sources: source ? [id] : [],
        };
    }
  },
} satisfies LeadRule;
