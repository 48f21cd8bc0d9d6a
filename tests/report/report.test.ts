// The fact-check sheet as data: each claim of the lens behind one numbered sentence, whatever the lens.
import { describe, expect, test } from 'vitest';
import { rule } from '../../src/case/commands/judgements.ts';
import { withoutConfidential, CaseUnderLens } from '../../src/case/lens.ts';
import { statementsIn, type Report } from '../../src/report/report.ts';
import { reportOf } from '../../src/report/reporting.ts';
import { SUPPORTS } from '../../src/report/standing.ts';
import { Dice } from '../graph/dice.ts';
import { claim, smallRecords } from '../formats/cases.ts';
import { smallCase } from '../smallCase.ts';
import { CASES, randomLens, seenIn, spector } from './sheets.ts';

const citedIn = (report: Report): string[] =>
  statementsIn(report).flatMap(({ evidence }) => evidence.map((one) => one.claim));

/** Ids of the claims that the sheet has to tell: those that the strip on the page counts as shown. */
function due({ case: of, lens }: CaseUnderLens): string[] {
  const seen = new CaseUnderLens(of, withoutConfidential(lens, of.sources()));
  const subjects = Array.from(of.claims.subjects()).filter((id) =>
    of.entity(id) ? seen.shows(id) : seen.tells(id),
  );
  return subjects.flatMap((id) => seen.claimsOf(id).map((one) => one.id));
}

describe.each(CASES)('%s', (_title, records) => {
  test('has each claim of the lens as evidence exactly once, whatever the lens', () => {
    const seed = Math.floor(Math.random() * 1e6);
    const dice = new Dice(seed);
    const open = seenIn(records);
    const lenses = [{}, ...Array.from({ length: 12 }, () => randomLens(dice, open))];
    for (const lens of lenses) {
      const seen = new CaseUnderLens(open.case, lens);
      const report = reportOf(seen);
      const where = `seed ${seed}, lens ${JSON.stringify(lens)}`;
      expect(citedIn(report).sort(), where).toEqual(due(seen).sort());
      expect(report.claims.shown, where).toBe(citedIn(report).length);
    }
  });

  test('numbers sentences from 1, and sources and disputes in counts of their own', () => {
    const report = reportOf(seenIn(records));
    const counting = (list: readonly { readonly number: number }[]) =>
      expect(list.map(({ number }) => number)).toEqual(list.map((_, i) => i + 1));
    counting(statementsIn(report));
    counting(report.sources);
    counting(report.disputes);
    const last = statementsIn(report).length;
    for (const { statements } of report.sources)
      for (const number of statements) expect(number).toBeLessThanOrEqual(last);
  });

  test('a sentence without evidence of its own says on which others it rests', () => {
    for (const { number, evidence, also } of statementsIn(reportOf(seenIn(records)))) {
      expect(evidence.length + also.length).toBeGreaterThan(0);
      for (const other of also) expect(other).not.toBe(number);
    }
  });
});

test('what rests on one source comes first, and what nobody stated to be independent is not called so', () => {
  const { parts } = reportOf(seenIn(spector.records));
  expect(parts.map(({ standing }) => standing)).toEqual(['one source', 'unknown']);
  for (const { standing, sections } of parts)
    for (const { evidence } of sections.flatMap(({ statements }) => statements)) {
      const sources = new Set(evidence.map(({ source }) => source));
      if (standing !== 'one source') expect(sources.size).toBeGreaterThan(1);
    }
  expect(SUPPORTS[0]).toBe('one source');
});

test('two articles that rewrite one report stand in the part of one origin', () => {
  const records = [
    ...smallRecords().filter((one) => one.kind !== 'judgement'),
    claim('parent', 'country', 'fr'),
    claim('parent', 'country', 'fr', { source: 'echo' }),
  ];
  const part = reportOf(seenIn(records)).parts.find(({ standing }) => standing === 'one origin');
  const texts = part!.sections.flatMap(({ statements }) => statements.map(({ text }) => text));
  expect(texts.some((text) => /Parent.*France/.test(text))).toBe(true);
});

test('says what is alleged and denied in the sentence itself', () => {
  const said = statementsIn(reportOf(seenIn(smallRecords()))).map(({ text }) => text);
  expect(said).toContain('The position of Ann Ono is said to be spy');
  expect(said).toContain('The position of Ann Ono is not thief, according to “The Post”');
  expect(said).toContain('The birth date of Ann Ono is 1970');
  expect(said).toContain('Ann Ono was director at Acme, "Inc." (2014 – June 2019)');
});

test('a denial is no support for what it denies', () => {
  const records = [
    ...smallRecords(),
    claim('ann', 'birthDate', '1970', { source: 'echo', stance: 'denied' }),
  ];
  const statement = statementsIn(reportOf(seenIn(records))).find(({ text }) =>
    /birth date.*1970/.test(text),
  )!;
  expect(statement).toMatchObject({ standing: 'one source', voices: 1 });
  expect(statement.support).toMatch(/denied/);
});

test('tells the lens in words and how much it hides, and says nothing of it', () => {
  const seen = seenIn(smallRecords(), { stances: { mode: 'only', ids: ['affirmed'] } });
  const report = reportOf(seen, { made: '2024-05-03' });
  expect(report.claims.shown).toBeLessThan(report.claims.all);
  expect(report.lens).toEqual(['stance: only affirmed']);
  expect(report.made).toBe('3 May 2024');
  expect(statementsIn(report).every(({ stance }) => stance === 'affirmed')).toBe(true);
});

test('counts what is confidential, and names it nowhere, not in the lens nor as what others draw on', () => {
  const records = smallRecords().map((record) =>
    record.kind === 'source' && record.id === 'echo'
      ? { ...record, derivedFrom: ['mole'], independentOf: ['mole'] }
      : record,
  );
  for (const mode of ['only', 'except'] as const) {
    const report = reportOf(seenIn(records, { sources: { mode, ids: ['mole', 'echo'] } }));
    expect(report.withheld).toEqual({ claims: 3, sources: 1 });
    expect(JSON.stringify(report)).not.toMatch(/mole/i);
  }
});

test('the reason of a ruling over what a confidential source says stays back', () => {
  const records = [...smallRecords(), claim('ann', 'birthDate', '1980', { source: 'mole' })];
  const seen = seenIn(records);
  const [dispute] = seen.disputesOf('ann').filter(({ property }) => property === 'birthDate');
  const { added } = rule(seen.case, dispute!, 0, { by: 'Editor', reason: 'The insider was there.' });
  const report = reportOf(seenIn([...records, ...added]));
  const ruled = report.disputes.find(({ ruling }) => ruling)!;
  expect(ruled.ruling).toMatchObject({ by: 'Editor' });
  expect(JSON.stringify(report)).not.toContain('insider');
});

test('the words of a judgement that a confidential source has a part in stay back, title and reason', () => {
  const secret = claim('ann', 'birthDate', '1980', { source: 'mole' });
  const open = [
    claim('ann', 'birthPlace', 'Riga'),
    claim('ann', 'summary', 'Born in Oslo', { source: 'echo' }),
  ];
  const judgement = {
    ...({ kind: 'judgement', id: 'born', about: 'compatibility', verdict: 'conflict' } as const),
    ...{ title: 'What the insider told', reason: 'The insider was there.' },
    claims: [...open, secret].map(({ id }) => id),
  };
  const report = reportOf(seenIn([...smallRecords(), ...open, secret, judgement]));
  expect(report.disputes.some(({ sides }) => sides.some(({ says }) => says.includes('Riga')))).toBe(true);
  expect(JSON.stringify(report)).not.toContain('insider');
});

test('the sides of a dispute point at the sentences they rest on, and these at the dispute', () => {
  const report = reportOf(seenIn(spector.records));
  const byNumber = new Map(statementsIn(report).map((one) => [one.number, one]));
  expect(report.disputes.length).toBeGreaterThan(5);
  for (const { number, sides } of report.disputes)
    for (const { statements } of sides) {
      expect(statements.length).toBeGreaterThan(0);
      for (const one of statements) expect(byNumber.get(one)!.disputes).toContain(number);
    }
});

test('a ruling is told with who, when and why, and what it overrules bears it', () => {
  const seen = seenIn(spector.records);
  const [dispute] = seen.disputes();
  const signed = { by: 'Ann Editor', date: '2024-05-03', reason: 'Seen the file.' };
  const { added } = rule(seen.case, dispute!, 0, signed);
  const report = reportOf(seenIn([...spector.records, ...added]));
  const told = report.disputes.find(({ ruling }) => ruling)!;
  expect(told.ruling).toEqual({ ...signed, date: '3 May 2024' });
  expect(told.sides[0]!.ruled).toBe('preferred');
  expect(told.sides.slice(1).every(({ ruled }) => ruled === 'overruled')).toBe(true);
  expect(statementsIn(report).some(({ ruled }) => ruled === 'overruled')).toBe(true);
});

test('notes that names in brackets are given only outside the lens', () => {
  const paper = reportOf(new CaseUnderLens(smallCase(), { sources: { mode: 'only', ids: ['wire'] } }));
  expect(JSON.stringify(paper.parts)).toContain('[Bo Berg]');
  expect(paper.lens.at(-1)).toMatch(/brackets/);
  expect(reportOf(new CaseUnderLens(smallCase())).lens).toEqual([]);
});

test('each side of a dispute says who says so, and where', () => {
  const { disputes, sources } = reportOf(seenIn(spector.records));
  for (const side of disputes.flatMap(({ sides }) => sides)) {
    expect(side.sources.length, side.says).toBeGreaterThan(0);
    for (const { source, places } of side.sources) {
      expect(sources[source - 1]!.number).toBe(source);
      expect(places).not.toBe('');
    }
  }
});

test('claims judged to clash stand as the sentences they are behind, each once', () => {
  const report = reportOf(seenIn(spector.records));
  const texts = new Map(statementsIn(report).map(({ number, text }) => [number, text]));
  const judged = report.disputes.filter((one) => one.judged && one.title.startsWith('What Dvorkovich'));
  expect(judged).toHaveLength(1);
  const [{ sides }] = judged as [(typeof judged)[0]];
  expect(sides.map(({ says }) => says)).toEqual(sides.map(({ statements: [number] }) => texts.get(number!)));
  expect(new Set(sides.map(({ says }) => says)).size).toBe(sides.length);
  expect(sides.some(({ says }) => / not .*according to/.test(says))).toBe(true);
});

test('the reason of a judgement that is all there is to a dispute is told once', () => {
  for (const { why, judged } of reportOf(seenIn(spector.records)).disputes)
    expect(judged?.reason).not.toBe(why);
});

test('a role beside the first is told as a sentence of the tie', () => {
  const said = statementsIn(reportOf(seenIn(spector.records))).map(({ text }) => text);
  expect(said).toContain('Arkady Dvorkovich is president of International Chess Federation');
  expect(said).toContain('Gene Spector is said to be data collector for Pentagon');
  expect(said.filter((text) => text.startsWith('The role of'))).toEqual([]);
});

test('names every source of the lens, however many, and says of a time what was so', () => {
  const seen = seenIn(spector.records);
  const ids = Array.from(seen.case.sources(), ({ id }) => id);
  expect(ids.length).toBeGreaterThan(4);
  const { lens } = reportOf(
    seenIn(spector.records, { sources: { mode: 'only', ids }, time: { when: '2020', sure: 'possibly' } }),
  );
  for (const { title } of seen.case.sources()) expect(lens[0]).toContain(title);
  expect(lens[1]).toBe('what was possibly so: in 2020');
});

test('leads are an appendix, there only when asked for, and none of them has a number', () => {
  const seen = seenIn(spector.records);
  expect(reportOf(seen).leads).toEqual([]);
  const { leads, ...report } = reportOf(seen, { leads: true });
  expect(leads.length).toBeGreaterThan(0);
  expect({ ...report, leads: [] }).toEqual(reportOf(seen));
});
