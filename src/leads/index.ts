// Every kind of lead, in the order in which they are shown.
import type { CaseUnderLens } from '../case/lens.ts';
import type { LeadJudgement } from '../case/records.ts';
import type { CaseGraph } from '../graph/graph.ts';
import { bridges } from './bridges.ts';
import { circularSources } from './circularSources.ts';
import type { Lead, LeadRule } from './lead.ts';
import { missingOrigins } from './missingOrigins.ts';
import { namesakes } from './namesakes.ts';
import { overlappingTenures } from './overlappingTenures.ts';
import { sharedNeighbours } from './sharedNeighbours.ts';
import { singleSourced } from './singleSourced.ts';
import { undatedPosts } from './undatedPosts.ts';

export const LEAD_RULES: readonly LeadRule[] = [
  circularSources,
  missingOrigins,
  namesakes,
  sharedNeighbours,
  overlappingTenures,
  bridges,
  undatedPosts,
  singleSourced,
];

/** A lead, and what was decided about it. */
export interface FoundLead extends Lead {
  readonly rule: LeadRule;
  readonly dismissal?: LeadJudgement;
}

/** Every lead, dismissed or not, by rule; `undefined` in between as in `LeadRule.find`. */
export function* leadsOf(seen: CaseUnderLens, graph: CaseGraph): Generator<FoundLead | undefined> {
  const dismissals = new Map<string, LeadJudgement>();
  for (const judgement of seen.case.judgements())
    if (judgement.about === 'lead') dismissals.set(judgement.lead, judgement);
  for (const rule of LEAD_RULES)
    for (const lead of rule.find(seen, graph))
      yield lead && { ...lead, rule, dismissal: dismissals.get(lead.id) };
}
