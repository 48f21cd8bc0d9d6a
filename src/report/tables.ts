// A fact-check sheet as tables: each claim a row under the number of its statement, then sources, disputes, judgements.
import type { TextSheet } from '../formats/xlsx/xlsxEvidence.ts';
import type { Report } from './report.ts';
import { STANDING_TITLES } from './standing.ts';
import { summaryOf } from './summary.ts';
import { sayDisputes, sayGrade, sideSources, signedBy, sourceFacts } from './words.ts';
import { sayNumbers } from '../view/numbering.ts';

type Column<T> = readonly [head: string, width: number, cell: (row: T) => string | number | undefined];

function tableOf<T>(name: string, rows: readonly T[], columns: readonly Column<T>[]): TextSheet {
  return {
    name,
    heads: columns.map(([head]) => head),
    widths: columns.map(([, width]) => width),
    count: rows.length,
    rows: rows.map((row) => columns.map(([, , cell]) => cell(row) ?? '')),
  };
}

/** Every table; each claim is one row of the first. */
export const tablesOf = (report: Report): readonly TextSheet[] => [
  claimsTable(report),
  sourcesTable(report),
  disputesTable(report),
  tableOf('Judgements', report.judgements, [
    ['Judgement', 70, ({ says }) => says],
    ['Numbers', 20, ({ statements }) => sayNumbers(statements)],
    ['By', 20, ({ by }) => by],
    ['On', 20, ({ date }) => date],
    ['Because', 80, ({ reason }) => reason],
  ]),
  ...(report.leads.length > 0 ? [leadsTable(report)] : []),
  tableOf(
    'About',
    [{ label: report.title, says: report.description }, ...summaryOf(report), madeLine(report)],
    [
      ['What', 20, ({ label }) => label],
      ['Is', 100, ({ says }) => says],
    ],
  ),
];

const leadsTable = ({ leads }: Report): TextSheet =>
  tableOf(
    'Leads',
    leads.flatMap((kind) => kind.says.map((says) => ({ kind, says }))),
    [
      ['Kind', 30, ({ kind }) => kind.label],
      ['Still to be checked', 90, ({ says }) => says],
      ['Why', 70, ({ kind }) => kind.help],
    ],
  );

const madeLine = ({ made }: Report) => ({ label: 'Made on', says: made ?? '' });

function claimsTable(report: Report): TextSheet {
  const titles = new Map(report.sources.map(({ number, title }) => [number, title]));
  const rows = report.parts.flatMap(({ standing, sections }) =>
    sections.flatMap(({ name, statements }) =>
      statements.flatMap((statement) => {
        // A statement that rests on others' evidence alone still has its row.
        const evidence = statement.evidence.length > 0 ? statement.evidence : [undefined];
        return evidence.map((one) => ({ standing, name, statement, one }));
      }),
    ),
  );
  return tableOf('Claims', rows, [
    ['Number', 8, ({ statement }) => statement.number],
    ['About', 24, ({ name }) => name],
    ['Statement', 70, ({ statement }) => `${statement.text}.`],
    ['Stance of the statement', 12, ({ statement }) => statement.stance],
    ['Rests on', 34, ({ statement }) => statement.support],
    ['Part', 34, ({ standing }) => STANDING_TITLES[standing]],
    ['Disputes', 12, ({ statement }) => sayDisputes(statement.disputes)],
    ['Ruling', 12, ({ statement }) => statement.ruled],
    ['Rests also on', 14, ({ statement }) => sayNumbers(statement.also)],
    ['Source', 8, ({ one }) => one && `S${one.source}`],
    ['Title of the source', 40, ({ one }) => one && titles.get(one.source)],
    ['Place', 50, ({ one }) => one?.place],
    ['Stance of the source', 12, ({ one }) => one?.stance],
    ['Quoting', 34, ({ one }) => one?.quoting.join('; ')],
    ['Words of the source', 60, ({ one }) => one?.quotes.join(' … ')],
    ['Credited to', 24, ({ one }) => one?.credited],
    ['When it was so', 20, ({ one }) => one?.held],
    ['As the source spells it', 24, ({ one }) => one?.original],
    ['Credibility', 40, ({ one }) => one?.grade && sayGrade(one.grade)],
    ['Notes', 50, ({ one }) => one?.notes],
    ['Claim id', 24, ({ one }) => one?.claim],
  ]);
}

const sourcesTable = ({ sources }: Report): TextSheet =>
  tableOf('Sources', sources, [
    ['Source', 8, ({ number }) => `S${number}`],
    ['Title', 50, ({ title }) => title],
    ['Reliability', 11, ({ reliability }) => reliability],
    ['What is known of it', 70, (source) => sourceFacts(source).join('. ')],
    ['Address', 40, ({ address }) => address],
    ['Archived', 40, ({ archived }) => archived],
    ['Accessed', 16, ({ accessed }) => accessed],
    ['File', 26, ({ file }) => file],
    ['SHA-256', 66, ({ sha256 }) => sha256],
    ['Numbers', 40, ({ statements }) => sayNumbers(statements)],
  ]);

/** One row a side. */
const disputesTable = ({ disputes }: Report): TextSheet =>
  tableOf(
    'Disputes',
    disputes.flatMap((dispute) => dispute.sides.map((side) => ({ dispute, side }))),
    [
      ['Dispute', 8, ({ dispute }) => `D${dispute.number}`],
      ['About', 34, ({ dispute }) => dispute.about.join('; ')],
      ['Question', 40, ({ dispute }) => dispute.title],
      ['Severity', 14, ({ dispute }) => dispute.severity],
      ['Why', 70, ({ dispute }) => dispute.why],
      ['Side', 40, ({ side }) => side.says],
      ['Numbers', 20, ({ side }) => sayNumbers(side.statements)],
      ['Sources', 50, ({ side }) => sideSources(side)],
      ['Ruling', 12, ({ side }) => side.ruled],
      ['Ruled', 50, ({ dispute }) => dispute.ruling && (signedBy('Ruled', dispute.ruling) || 'Ruled')],
      ['Judged', 50, ({ dispute }) => dispute.judged && signedBy('Judged to be a dispute', dispute.judged)],
    ],
  );
