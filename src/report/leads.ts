// The appendix of a sheet: what is worth following up and nobody has dismissed. None of it is a claim.
import type { CaseUnderLens } from '../case/lens.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { leadsOf } from '../leads/index.ts';
import type { LeadRule } from '../leads/lead.ts';
import type { ReportedLeads } from './report.ts';

/** Of one kind, so many are told. */
const MOST = 100;
/** What the sheet says itself, in its first part. */
const TOLD = 'single-sourced';

export function openLeads(seen: CaseUnderLens, graph: CaseGraph): readonly ReportedLeads[] {
  const byRule = new Map<LeadRule, string[]>();
  for (const lead of leadsOf(seen, graph)) {
    if (!lead || lead.dismissal || lead.rule.id === TOLD) continue;
    byRule.set(lead.rule, [...(byRule.get(lead.rule) ?? []), lead.says]);
  }
  return Array.from(byRule, ([{ label, help }, says]) => ({
    ...{ label, help, says: says.slice(0, MOST) },
    more: Math.max(0, says.length - MOST),
  }));
}
