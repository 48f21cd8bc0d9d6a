// `clew sources`: the sources of a case, how they are graded, and who draws on whom.
import { sayReliability } from '../../case/grades.ts';
import type { CaseUnderLens } from '../../case/lens.ts';
import type { Id } from '../../case/records.ts';
import { drawings, type Drawing } from '../../case/sourcing.ts';
import { count } from '../../case/wording.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { LENS_OPTIONS, underLens } from '../lensFlags.ts';
import { openCase } from '../opening.ts';
import { inline, print, printJson } from '../terminal.ts';

export const sources = {
  name: 'sources',
  summary: 'lists the sources, how they are graded, and who draws on whom',
  usage: 'FILE',
  takes: [1, 1],
  options: LENS_OPTIONS,
  examples: ['sources graph-data/spector', 'sources graph-data/spector --json'],
  async run(given, terminal) {
    const { of } = await openCase(given.names[0]!, terminal);
    const seen = underLens(of, given);
    const drawn = drawings(seen);
    if (given.flag('json')) await printJson(terminal, { sources: [...of.sources()], drawings: drawn });
    else await print(terminal, inWords(seen, drawn));
    return EXIT.ok;
  },
} satisfies Command;

function inWords(seen: CaseUnderLens, drawn: readonly Drawing[]): string {
  const title = (id: Id) => inline(seen.case.source(id)?.title ?? `${id}, which is not in the case`);
  const sections = Array.from(seen.case.sources(), ({ id, reliability, confidential, independentOf }) => [
    `${title(id)} (${sayReliability({ reliability })}${confidential ? '; confidential' : ''})`,
    ...drawn
      .filter(({ from }) => from === id)
      .map(
        ({ on, rewrites, claims }) =>
          `  ${rewrites ? 'is a rewrite of' : 'quotes'} ${title(on)}${claims > 0 ? ` (${count(claims, 'claim')})` : ''}`,
      ),
    ...(independentOf ?? []).map((other) => `  is stated to be independent of ${title(other)}`),
  ]);
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}
