// `clew validate`: everything that is odd, mended or refused in a file, and every reference in it that leads nowhere.
import { vocabularyFaults } from '../../case/vocabularyFaults.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { openQuietly, sayProblem, tally } from '../opening.ts';
import { print, printJson } from '../terminal.ts';

export const validate = {
  name: 'validate',
  summary: 'checks a file: what is odd, what had to be mended or refused, what refers to nothing',
  usage: 'FILE',
  takes: [1, 1],
  options: {},
  examples: ['validate graph-data/spector', 'validate network.graphml --json'],
  async run(given, terminal) {
    const { of, name, format, account } = await openQuietly(given.names[0]!, terminal);
    const loose = [...vocabularyFaults(of)].map(({ where, what }) => ({
      outcome: 'kept' as const,
      where,
      what,
    }));
    const problems = [...account.problems, ...loose];
    const valid = problems.length === 0;
    if (given.flag('json'))
      await printJson(terminal, { file: name, format, valid, account: { ...account, problems } });
    else {
      for (const problem of problems) await print(terminal, sayProblem(problem));
      await print(
        terminal,
        valid
          ? `${name} is valid (${format}): ${tally(account)}`
          : `${problems.length} problems (${format}): ${tally(account)}`,
      );
    }
    return valid ? EXIT.ok : EXIT.problems;
  },
} satisfies Command;
