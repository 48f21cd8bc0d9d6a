// The renderings of a fact-check sheet: the same numbers in text and map, names as text, nothing confidential, the same bytes.
import { unzipSync, strFromU8 } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, sayFingerprint } from '../../src/case/fingerprint.ts';
import { loadFonts } from '../../src/cli/fonts.ts';
import { text } from '../../src/pictures/xml.ts';
import { Cancelled, quietJob } from '../../src/plugin/job.ts';
import { InputError } from '../../src/plugin/problem.ts';
import type { DrawnMap } from '../../src/report/html.ts';
import { drawMap, numbersFor } from '../../src/report/picturing.ts';
import { statementsIn } from '../../src/report/report.ts';
import { reportOf } from '../../src/report/reporting.ts';
import { MOST_STATEMENTS, SHEET_KINDS, type SheetKind } from '../../src/report/kinds.ts';
import { summariseSheet, writeSheet } from '../../src/report/sheet.ts';
import { LEADS } from '../../src/report/words.ts';
import { claim, smallRecords } from '../formats/cases.ts';
import { CASES, sceneFor, seenIn, spector } from './sheets.ts';

const MADE = '2024-05-03';
type Seen = ReturnType<typeof seenIn>;

const input = (seen: Seen) => ({ seen, scene: () => sceneFor(seen), made: MADE, fonts: loadFonts });
const sheet = (kind: SheetKind, seen: Seen, settings = {}, job = quietJob()) =>
  writeSheet(kind, input(seen), settings, job);

const textOf = async (kind: SheetKind, seen: Seen): Promise<string> =>
  new TextDecoder().decode((await sheet(kind, seen)).bytes);

/** Words of a PDF's pages. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, i) => i + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
}

/** All that a file says, whatever its form. */
async function textsOf(kind: SheetKind, seen: Seen, settings = {}): Promise<string> {
  const { bytes } = await sheet(kind, seen, settings);
  if (kind === 'pdf') return (await pagesOf(bytes)).join(' ');
  if (kind !== 'csv' && kind !== 'xlsx') return new TextDecoder().decode(bytes);
  return Array.from(Object.values(unzipSync(bytes)), (part) => strFromU8(part)).join(' ');
}

/** The numbers that "3, 7–9" stands for. */
const numbersIn = (words: string): number[] =>
  words.split(', ').flatMap((run) => {
    const [first, last = first] = run.split('–').map(Number) as [number, number?];
    return Array.from({ length: last! - first + 1 }, (_, i) => first + i);
  });

describe.each(CASES)('%s', (_title, records) => {
  const seen = seenIn(records);

  test('the numbers on the map are those of the sentences about what bears them, all of them', () => {
    const report = reportOf(seen);
    const { svg } = drawMap(report, sceneFor(seen)) as DrawnMap;
    const drawn = Array.from(svg.matchAll(/<text class="number"[^>]*>([^<]+)</g), ([, words]) => words!);
    const found = drawn.flatMap((words) =>
      words.split(',').flatMap((run) => (run.trim() ? numbersIn(run.trim()) : [])),
    );
    const due = statementsIn(report).filter(({ mark }) => mark !== undefined);
    expect(found.sort((a, b) => a - b)).toEqual(due.map(({ number }) => number));
    expect(numbersFor(report).size).toBeGreaterThan(0);
  });

  test.each(SHEET_KINDS.filter(({ id }) => id !== 'pdf').map(({ id }) => id))(
    'as %s has the same bytes each time',
    async (kind) => {
      const [one, other] = [await sheet(kind, seen), await sheet(kind, seenIn(records))];
      expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    },
  );

  test('as HTML is well-formed, runs nothing, loads nothing, and has each number once', async () => {
    const html = await textOf('html', seen);
    const elements = new Map<string, number>();
    const ids: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      elements.set(name, (elements.get(name) ?? 0) + 1);
      for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^on|^style$|^src$/i);
      if (attributes.id) ids.push(String(attributes.id));
    });
    parser.write(html.replace(/^<!doctype html>/, '').replace(/<(meta|br)([^>]*)>/g, '<$1$2/>')).close();
    for (const name of ['script', 'img', 'link', 'iframe', 'object']) expect(elements.has(name)).toBe(false);
    expect(elements.get('h1')).toBe(1);
    expect(new Set(ids).size).toBe(ids.length);
    const numbers = statementsIn(reportOf(seen)).map(({ number }) => `n${number}`);
    expect(ids.filter((id) => /^n\d+$/.test(id))).toEqual(numbers);
    expect(html).toContain("default-src 'none'");
  });

  test('as Markdown explains each footnote that it uses, once', async () => {
    const markdown = await textOf('md', seen);
    const used = Array.from(markdown.matchAll(/(?<!^|\\)\[\^([\d-]+)\]/gm), ([, note]) => note);
    const explained = Array.from(markdown.matchAll(/^\[\^([\d-]+)\]: \S/gm), ([, note]) => note);
    expect(used.length).toBeGreaterThan(0);
    expect(explained).toEqual(used);
  });

  test('as tables has a row for each claim, and nothing that could be a formula', async () => {
    const report = reportOf(seen);
    const claims = statementsIn(report).flatMap(({ evidence }) => evidence.map(({ claim }) => claim));
    const tables = unzipSync((await sheet('csv', seen)).bytes);
    expect(Object.keys(tables)).toEqual([
      'claims.csv',
      'sources.csv',
      'disputes.csv',
      'judgements.csv',
      'about.csv',
    ]);
    const text = strFromU8(tables['claims.csv']!);
    for (const id of claims) expect(text.split(id).length - 1, id).toBe(1);
    expect(text).not.toMatch(/(^|,)"?[=@]/m);
    const book = unzipSync((await sheet('xlsx', seen)).bytes);
    const first = strFromU8(book['xl/worksheets/sheet1.xml']!);
    for (const id of claims) expect(first.split(`>${id}<`).length - 1, id).toBe(1);
    expect(first).not.toContain('<f');
  });
});

test('as PDF has the same bytes each time', async () => {
  const seen = seenIn(smallRecords());
  expect(Buffer.compare((await sheet('pdf', seen)).bytes, (await sheet('pdf', seen)).bytes)).toBe(0);
});

test('as PDF has every number, a number on each page, bookmarks and tags', async () => {
  const seen = seenIn(spector.records);
  const { bytes } = await sheet('pdf', seen);
  const pages = await pagesOf(bytes);
  pages.forEach((words, i) => expect(words).toContain(`${i + 1} / ${pages.length}`));
  const report = reportOf(seen);
  const all = pages.join(' ').replace(/\s+/g, ' ');
  for (const { number, text } of statementsIn(report))
    expect(all).toContain(`${number} ${text.split(' ').slice(0, 3).join(' ')}`);
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const outline = await document.getOutline();
  expect(outline.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Map', 'Resting on one source', 'Disputes', 'Sources']),
  );
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
});

test('as PDF writes names in several scripts and names that look like markup', async () => {
  const names = ['</text><script>alert(1)</script>', 'Геннадий Спектор', 'Ελλάδα Α.Ε.', 'ship -> 10x20'];
  const records = smallRecords().filter(({ kind }) => kind === 'header' || kind === 'source');
  const people = names.flatMap((name, i) => [
    { kind: 'entity', id: `p${i}`, schema: 'Person' } as const,
    claim(`p${i}`, 'name', name),
  ]);
  const { bytes, notes } = await sheet('pdf', seenIn([...records, ...people]));
  const words = (await pagesOf(bytes)).join(' ');
  for (const name of names) expect(words).toContain(name);
  expect(notes).toEqual([]);
});

test('as PDF says on its first page which letters it lacks, and keeps two names apart', async () => {
  const records = smallRecords().filter(({ kind }) => kind === 'header' || kind === 'source');
  const people = ['王小明', '北京商贸有限公司', 'شركة النور'].flatMap((name, i) => [
    { kind: 'entity', id: `p${i}`, schema: 'Person' } as const,
    claim(`p${i}`, 'name', name),
  ]);
  const { bytes, notes } = await sheet('pdf', seenIn([...records, ...people]));
  const [front, ...others] = await pagesOf(bytes);
  expect(front).toContain('Arabic and Han');
  const marks = new Set(others.join(' ').match(/\[Han \d+\]/g));
  expect(marks.size).toBe(2);
  expect(notes.join(' ')).toContain('Arabic and Han');
});

test('has the lens, what is withheld and the fingerprint in every form', async () => {
  const seen = seenIn(smallRecords(), { stances: { mode: 'only', ids: ['affirmed'] } });
  const said = [
    'only affirmed',
    '3 claims of 1 confidential source',
    sayFingerprint(fingerprintOf(seen.case)),
  ];
  for (const { id } of SHEET_KINDS) {
    const words = (await textsOf(id, seen)).replace(/\s+/g, ' ');
    for (const one of said) expect(words, id).toContain(one);
  }
});

test('has what is still to be checked in every form where asked for, and else in none', async () => {
  const seen = seenIn(spector.records);
  const { leads } = reportOf(seen, { leads: true });
  const one = leads[0]!.says[0]!.split(' ').slice(0, 4).join(' ');
  for (const id of ['html', 'csv', 'xlsx'] as const) {
    expect(await textsOf(id, seen, { leads: true }), id).toContain(text(leads[0]!.label));
    expect(await textsOf(id, seen, { leads: true }), id).toContain(text(one));
    expect(await textsOf(id, seen), id).not.toContain(LEADS.says);
  }
  expect(await textOf('md', seen)).not.toContain(LEADS.title);
});

test('tells how far it is, and stops where it is not wanted any more', async () => {
  const told: (number | undefined)[] = [];
  const job = { ...quietJob(), progress: (done: number | undefined) => void told.push(done) };
  await sheet('pdf', seenIn(spector.records), {}, job);
  const shares = told.filter((done) => done !== undefined);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const stopped = sheet('pdf', seenIn(smallRecords()), {}, { ...job, cancelled: () => told.length > 6 });
  await expect(stopped).rejects.toBeInstanceOf(Cancelled);
});

test('a form that cannot carry so much says so, and the tables take it', async () => {
  const records = smallRecords().filter(({ kind }) => kind === 'header' || kind === 'source');
  const many = Array.from({ length: MOST_STATEMENTS.pdf! + 1 }, (_, i) => [
    { kind: 'entity', id: `p${i}`, schema: 'Person' } as const,
    claim(`p${i}`, 'name', `Person ${i}`),
  ]).flat();
  const seen = seenIn([...records, ...many]);
  await expect(sheet('pdf', seen)).rejects.toBeInstanceOf(InputError);
  expect((await sheet('csv', seen)).bytes.length).toBeGreaterThan(0);
  const { tooLong } = summariseSheet(seen);
  expect(Object.keys(tooLong).filter((kind) => tooLong[kind as SheetKind] !== undefined)).toEqual(['pdf']);
  const drawn = drawMap(reportOf(seenIn(smallRecords())), sceneFor(seen));
  expect(drawn).toHaveProperty('says');
});

test('nothing of a confidential source is in any file', async () => {
  const seen = seenIn(smallRecords());
  for (const { id } of SHEET_KINDS) {
    const words = await textsOf(id, seen, { leads: true });
    expect(words, id).not.toMatch(/mole/i);
    expect(words.replace(/\s+/g, ' '), id).toContain('Ann Ono');
  }
});
