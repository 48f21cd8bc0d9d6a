// `clew search`: finds entities and relations by names in any spelling, types, roles and values.
import { searchIndex } from '../../case/search.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { LENS_OPTIONS, underLens } from '../lensFlags.ts';
import { openCase } from '../opening.ts';
import { print, printJson, table, tell } from '../terminal.ts';

export const search = {
  name: 'search',
  summary: 'finds people, organizations, events and relations, and says why each was found',
  usage: 'FILE WORDS…',
  takes: [2, 50],
  options: LENS_OPTIONS,
  examples: ['search graph-data/spector Спектор', 'search graph-data/spector deputy minister --json'],
  async run(given, terminal) {
    const [path, ...words] = given.names;
    const { of } = await openCase(path!, terminal);
    const hits = searchIndex(underLens(of, given)).search(words.join(' '));
    if (given.flag('json')) await printJson(terminal, hits);
    else if (hits.length > 0)
      await print(terminal, table(hits.map(({ label, type, why, id }) => [label, type, why, id])));
    else await tell(terminal, 'Nothing was found.');
    return hits.length > 0 ? EXIT.ok : EXIT.notFound;
  },
} satisfies Command;
