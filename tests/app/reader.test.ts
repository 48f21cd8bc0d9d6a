// The reader: attaching a text, claims marked in it both ways, what cannot be placed, words selected by hand.
import { flushSync, tick } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import Reader from '../../src/app/panels/Reader.svelte';
import { chunksOf, linesOf, marksOf, runsOf } from '../../src/app/panels/reader/typesetting.ts';
import { selectedWords } from '../../src/app/panels/reader/selectedWords.ts';
import { CodePoints } from '../../src/case/anchoring/codePoints.ts';
import { locatorAt } from '../../src/case/anchoring/locatorAt.ts';
import { say, smallRecords } from '../smallCase.ts';
import { stage, type Staged } from './stage.ts';

const TEXT = 'Harbour\n\nAnn Ahlberg <b>chairs</b> the port since 2014.\nBo Berg, she says, paid 🚢 once.\n';
const at = (words: string) => locatorAt(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length)!;
const chair = say('ann', 'position', 'chair', 'wire', {
  locators: [at('Ann Ahlberg <b>chairs</b> the port')],
});
const port = say('port', 'summary', 'has a chair', 'wire', { locators: [at('the port')] });
const paid = say('bo', 'summary', 'paid', 'wire', {
  stance: 'alleged',
  locators: [{ position: at('paid 🚢 once').position! }],
});

// jsdom has a Uint8Array of its own.
const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

let on: Staged;
afterEach(() => on?.end());

async function attached(text = TEXT): Promise<void> {
  on = stage(Reader, {}, [...smallRecords(), chair, port, paid]);
  on.reader.choose('wire');
  await on.reader.attach({ name: 'wire.txt', bytes: bytesOf(text) });
  await placed();
}
/** Claims are looked for between turns of the page. */
const placed = () =>
  vi.waitFor(() => {
    flushSync();
    expect(on.reader.anchors).toBeDefined();
    expect(on.text()).not.toContain('Looking for');
  }, 10_000);
const marks = () => Array.from(on.root.querySelectorAll<HTMLElement>('.mark'));

test('an attached text is one step: its name and hash come into the case, and undo takes them back', async () => {
  await attached();
  const { file, sha256 } = on.w.case.source('wire')!;
  expect(file).toBe('wire.txt');
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  on.w.undo();
  expect(on.w.case.source('wire')!.sha256).toBeUndefined();
});

test('a text is text: markup in it is shown as it stands, and every character is there', async () => {
  await attached();
  expect(on.root.querySelector('.text b')).toBeNull();
  const said = Array.from(on.root.querySelectorAll('.text p'), (line) => line.textContent);
  expect(said).toEqual(TEXT.split('\n').filter((line) => line !== ''));
});

test('passages are marked by stance; those inside others are cut out of them', async () => {
  await attached();
  expect(marks().map((mark) => [mark.textContent, mark.className.includes('alleged')])).toEqual([
    ['Ann Ahlberg <b>chairs</b> ', false],
    ['the port', false],
    ['paid 🚢 once', true],
  ]);
});

test('a click on a passage selects whom it is about and notes its claims; another click takes the passage around it', async () => {
  await attached();
  marks()[1]!.click();
  flushSync();
  expect(on.w.selection.nodes).toEqual(['port']);
  expect(on.w.selection.claim).toBe(port.id);
  expect(on.find('aside', 'Claims that rest').textContent).toContain('has a chair');
  marks()[1]!.click();
  flushSync();
  expect(on.w.selection.nodes).toEqual(['ann']);
  expect(on.reader.lit.claims).toEqual([chair.id]);
});

test('a claim that is shown lights its passage', async () => {
  await attached();
  on.reader.show(paid);
  flushSync();
  await tick();
  expect(
    marks()
      .filter((mark) => mark.className.includes('lit'))
      .map((mark) => mark.textContent),
  ).toEqual(['paid 🚢 once']);
});

test('in a changed text claims with quotes are found, the others listed with the reason', async () => {
  await attached();
  await on.reader.attach({ name: 'later.txt', bytes: bytesOf(`Corrected.\n\n${TEXT}`) });
  await placed();
  expect(on.text()).toContain('This text differs');
  expect(on.w.case.source('wire')!.file).toBe('wire.txt');
  expect(marks().map((mark) => mark.textContent)).toEqual(['Ann Ahlberg <b>chairs</b> ', 'the port']);
  expect(on.find('details', 'could not be found').textContent).toMatch(
    /1 place.*Bo Berg.*paid.*another version/s,
  );
});

test('with the words kept, a claim that had none is found too; each is one step', async () => {
  await attached();
  on.reader.keepWords();
  const [kept] = on.w.case.claims.claim(paid.id)!.locators!;
  expect(kept!.quote!.exact).toBe('paid 🚢 once');
  await on.reader.attach({ name: 'later.txt', bytes: bytesOf(`Corrected.\n\n${TEXT}`) });
  await placed();
  expect(on.reader.anchors!.unplaced.filter(({ reason }) => reason !== 'nowhere')).toEqual([]);
  on.reader.adopt();
  const moved = on.w.case.claims.claim(paid.id)!.locators![0]!.position!.start;
  expect(moved - kept!.position!.start).toBe('Corrected.\n\n'.length);
  on.w.undo();
  on.w.undo();
  expect(on.w.case.claims.claim(paid.id)!.locators).toEqual(paid.locators);
});

test('a file that is no text is refused with a word', async () => {
  on = stage(Reader, {}, smallRecords());
  on.reader.choose('wire');
  await on.reader.attach({ name: 'x.bin', bytes: bytesOf('PNG\0\0\0\0') });
  flushSync();
  expect(on.find('[role=alert]', '').textContent).toMatch(/text/);
  expect(on.w.done).toHaveLength(0);
});

test('words selected by hand become an entity with source, position and quote', async () => {
  await attached();
  const [line] = Array.from(on.root.querySelectorAll('.text p')).slice(2);
  const run = line!.querySelector('[data-at]')!.firstChild!;
  document.getSelection()!.setBaseAndExtent(run, 0, run, 7);
  expect(selectedWords(on.root.querySelector('.text')!)).toEqual({
    start: TEXT.indexOf('Bo Berg'),
    end: TEXT.indexOf('Bo Berg') + 7,
  });
  document.dispatchEvent(new Event('selectionchange'));
  flushSync();
  on.click('button', 'New entity');
  expect(on.field('Name').value).toBe('Bo Berg');
  on.click('button', 'Add it');
  const added = on.w.case.claims.claimsOf(on.w.selection.nodes[0]!);
  expect(added[0]).toMatchObject({
    value: 'Bo Berg',
    source: 'wire',
    locators: [{ document: 'wire', ...at('Bo Berg') }],
  });
});

describe('a text on the page', () => {
  test.each([
    ['many lines', 'A line of some words.\n'.repeat(5_000)],
    ['one line without an end', 'word '.repeat(40_000)],
    ['one word without an end', '🚢'.repeat(30_000)],
  ])('of %s is cut into chunks that lose nothing and cut no character', (_title, text) => {
    const chunks = chunksOf(text);
    expect(chunks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(Math.max(...chunks.map(({ start, end }) => end - start))).toBeLessThan(12_001);
    expect(chunks.some(({ start }) => /[\udc00-\udfff]/.test(text[start]!))).toBe(false);
  });

  test('has a line for each that holds something, whatever ends it, and pages', () => {
    const text = 'a\r\n\r\nb\rc\n\fd';
    const lines = linesOf(text, { start: 0, end: text.length });
    expect(lines.map(({ start, end, apart, page }) => [text.slice(start, end), apart, page])).toEqual([
      ['a', true, undefined],
      ['b', true, undefined],
      ['c', false, undefined],
      ['d', false, 2],
    ]);
  });

  test('has its runs covered by the marks over them, the shortest first', () => {
    const passage = (start: number, end: number) =>
      ({ start, end, how: 'position', sureness: 1, claims: [`${start}`] }) as const;
    const some = marksOf(
      new CodePoints('abcdefghij'),
      [passage(0, 6), passage(2, 4), passage(3, 8)],
      () => 'affirmed',
    );
    const runs = runsOf({ start: 1, end: 10 }, some);
    expect(
      runs.map(({ start, end, marks: over }) => [
        start,
        end,
        over.map(({ passage: { claims } }) => claims[0]),
      ]),
    ).toEqual([
      [1, 2, ['0']],
      [2, 3, ['2', '0']],
      [3, 4, ['2', '3', '0']],
      [4, 6, ['3', '0']],
      [6, 8, ['3']],
      [8, 10, []],
    ]);
  });
});
