// The report: every claim of the lens behind a numbered sentence, and its Markdown.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens, OPEN, type Lens } from '../../src/case/lens.ts';
import { writeMarkdown } from '../../src/report/markdown.ts';
import { reportOf } from '../../src/report/reporting.ts';
import { nastyRecords, smallRecords } from '../formats/cases.ts';
import { readBytes } from '../formats/roundTrip.ts';

const spector = await readBytes(
  readFileSync(new URL('../../graph-data/spector/case.clew.json', import.meta.url)),
);
const CASES = [
  ['the small case', smallRecords()],
  ['the nasty case', nastyRecords()],
  ['the Spector case', spector.records],
] as const;

const seenIn = (records: (typeof CASES)[number][1], lens: Lens = OPEN) =>
  new CaseUnderLens(new Case(records), lens);
const markdownOf = (seen: CaseUnderLens): string => [...writeMarkdown(reportOf(seen))].join('');
const statementsIn = (seen: CaseUnderLens) => reportOf(seen).sections.flatMap(({ statements }) => statements);

describe.each(CASES)('%s', (_title, records) => {
  test('has each claim of a shown entity or tie behind a sentence, and none of a confidential source', () => {
    const seen = seenIn(records);
    const cited = new Set(statementsIn(seen).flatMap(({ evidence }) => evidence.map(({ claim }) => claim)));
    const confidential = new Set(
      Array.from(seen.case.sources())
        .filter((source) => source.confidential)
        .map(({ id }) => id),
    );
    for (const claim of seen.case.claims) {
      const shown = seen.case.entity(claim.subject) !== undefined || seen.tiesOf(claim.subject).length > 0;
      expect([claim.id, cited.has(claim.id)]).toEqual([claim.id, shown && !confidential.has(claim.source)]);
    }
  });

  test('numbers its sentences from 1, and its sources as they are cited', () => {
    const { sections, sources } = reportOf(seenIn(records));
    const numbers = sections.flatMap(({ statements }) => statements.map(({ number }) => number));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1));
  });

  test('its Markdown explains each footnote that it uses, once', () => {
    const markdown = markdownOf(seenIn(records));
    const used = Array.from(markdown.matchAll(/(?<!^|\\)\[\^([\d-]+)\]/gm), ([, note]) => note);
    const explained = Array.from(markdown.matchAll(/^\[\^([\d-]+)\]: \S/gm), ([, note]) => note);
    expect(used.length).toBeGreaterThan(0);
    expect(explained).toEqual(used);
  });
});

test('says what is alleged and denied in the sentence itself', () => {
  const said = statementsIn(seenIn(smallRecords())).map((statement) => statement.text);
  expect(said).toContain('The position of Ann Ono is said to be spy');
  expect(said).toContain('The position of Ann Ono is not thief, according to “The Post”');
  expect(said).toContain('The birth date of Ann Ono is 1970');
  expect(said).toContain('Ann Ono was director at Acme, "Inc." (2014 – June 2019)');
});

test('tells how much the lens hides, and says nothing of it', () => {
  const seen = seenIn(smallRecords(), { stances: { mode: 'only', ids: ['affirmed'] } });
  const { claims, sections } = reportOf(seen);
  expect(claims.shown).toBeLessThan(claims.all);
  expect(sections.flatMap(({ statements }) => statements).every(({ stance }) => stance === 'affirmed')).toBe(
    true,
  );
});

test('the sides of a dispute point at the sentences they rest on', () => {
  const report = reportOf(seenIn(spector.records));
  const numbers = report.sections.flatMap(({ statements }) => statements.map(({ number }) => number));
  expect(report.disputes.length).toBeGreaterThan(5);
  for (const { sides } of report.disputes)
    for (const { statements } of sides) {
      expect(statements.length).toBeGreaterThan(0);
      for (const number of statements) expect(numbers).toContain(number);
    }
});
