// `clew info`: what a file is and what is in it, at a glance.
import { CaseUnderLens } from '../../case/lens.ts';
import type { Case } from '../../case/case.ts';
import { sayDate } from '../../case/dates.ts';
import { fingerprintOf, sayFingerprint } from '../../case/fingerprint.ts';
import type { Source } from '../../case/records.ts';
import { mappingText } from '../../formats/tables/mappingText.ts';
import type { Command } from '../command.ts';
import { Ending, EXIT, type ExitCode } from '../exit.ts';
import { openCase, tally, type Opened } from '../opening.ts';
import { inline, print, printJson, table, tell, type Terminal } from '../terminal.ts';

export const info = {
  name: 'info',
  summary: 'tells what a file is and what is in it: format, sources, counts',
  usage: 'FILE',
  takes: [1, 1],
  options: {
    mapping: {
      type: 'boolean',
      says: 'print only how the columns of a table were understood, to change and give to convert --mapping',
    },
  },
  examples: [
    'info firms.csv --mapping > firms.json',
    'info graph-data/spector',
    'info network.gexf --json',
    'cat network.graphml | clew info -',
  ],
  async run(given, terminal) {
    const opened = await openCase(given.names[0]!, terminal);
    if (given.flag('mapping')) return printMapping(opened, terminal);
    if (given.flag('json')) await printJson(terminal, plain(opened));
    else await print(terminal, inWords(opened));
    return EXIT.ok;
  },
} satisfies Command;

async function printMapping({ tables, name }: Opened, terminal: Terminal): Promise<ExitCode> {
  if (tables.length === 0)
    throw new Ending(EXIT.input, `${inline(name)} holds no table, so it has no mapping.`);
  for (const { mapping, because } of tables)
    for (const why of [because.kind, because.dialect, ...because.columns])
      if (why !== '') await tell(terminal, inline(mapping.table === '' ? why : `${mapping.table}: ${why}`));
  await print(terminal, mappingText(tables.map(({ mapping }) => mapping)).trimEnd());
  return EXIT.ok;
}

const countsOf = (of: Case) => ({
  sources: [...of.sources()].length,
  entities: [...of.entities()].length,
  relations: [...of.relations()].length,
  claims: of.claims.size,
  judgements: [...of.judgements()].length,
  views: [...of.views()].length,
  disputes: [...new CaseUnderLens(of).disputes()].length,
});

const plain = ({ of, name, format, account }: Opened) => {
  const { name: title, description, language } = of.header;
  return {
    file: name,
    format,
    name: title,
    description,
    language,
    fingerprint: fingerprintOf(of),
    counts: countsOf(of),
    sources: [...of.sources()],
    account,
  };
};

function inWords({ of, format, account }: Opened): string {
  const { name, description, language } = of.header;
  const counts = Object.entries(countsOf(of)).map(([what, count]) => [what, count] as const);
  const said = [
    inline(name),
    ...(description ? [inline(description)] : []),
    '',
    `format: ${format}${language ? `, language: ${inline(language)}` : ''}`,
    `fingerprint: ${sayFingerprint(fingerprintOf(of))}`,
    ...(account.problems.length > 0 ? [`reading: ${tally(account)}`] : []),
    '',
    table(counts),
    '',
    'sources:',
    table(Array.from(of.sources(), (source) => sourceRow(of, source))).replace(/^/gm, '  '),
  ];
  return said.join('\n').trimEnd();
}

function sourceRow(
  of: Case,
  { id, title, publisher, date, reliability, confidential }: Source,
): (string | number)[] {
  const marks = [reliability && `reliability ${reliability}`, confidential && 'confidential']
    .filter(Boolean)
    .join(', ');
  return [claimsOf(of, id), title, publisher ?? '', date ? sayDate(date) : '', marks];
}

/** Claims that a source makes or passes on. */
function claimsOf(of: Case, source: string): number {
  let count = 0;
  for (const claim of of.claims) if (claim.source === source || claim.via?.includes(source)) count++;
  return count;
}
