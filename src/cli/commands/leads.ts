// `clew leads`: what in the case is worth following up, one sentence each.
import type { FoundLead } from '../../leads/index.ts';
import { leadsOf } from '../../leads/index.ts';
import { project } from '../../graph/project.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { LENS_OPTIONS, underLens } from '../lensFlags.ts';
import { openCase } from '../opening.ts';
import { inline, print, printJson } from '../terminal.ts';

export const leads = {
  name: 'leads',
  summary: 'lists what is worth following up: what rests on one source, namesakes, undated posts, bridges…',
  usage: 'FILE',
  takes: [1, 1],
  options: {
    ...LENS_OPTIONS,
    dismissed: { type: 'boolean', says: 'also those that were dismissed' },
  },
  examples: ['leads graph-data/spector', 'leads graph-data/spector --voices 2 --json'],
  async run(given, terminal) {
    const { of } = await openCase(given.names[0]!, terminal);
    const seen = underLens(of, given);
    const found = [...leadsOf(seen, project(seen))].filter(
      (lead): lead is FoundLead => lead !== undefined && (given.flag('dismissed') || !lead.dismissal),
    );
    if (given.flag('json')) await printJson(terminal, found.map(plain));
    else await print(terminal, inWords(found));
    return EXIT.ok;
  },
} satisfies Command;

function inWords(found: readonly FoundLead[]): string {
  const rules = [...new Set(found.map(({ rule }) => rule))];
  const sections = rules.map((rule) => {
    const of = found.filter((lead) => lead.rule === rule);
    const lines = of.map(
      ({ says, dismissal }) =>
        `  ${inline(says)}${dismissal ? ` (dismissed: ${inline(dismissal.reason ?? '')})` : ''}`,
    );
    return [`${rule.label} (${of.length}). ${rule.help}`, ...lines].join('\n');
  });
  return sections.length > 0 ? sections.join('\n\n') : 'no leads';
}

const plain = ({ id, rule, says, about, sources, dismissal }: FoundLead) => ({
  id,
  rule: rule.id,
  says,
  about,
  sources,
  dismissed: dismissal?.reason,
});
