// The journey of a text: attach it, go from claim to passage and back, attach a changed one, come back after a reload.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { locatorAt } from '../../src/case/anchoring/locatorAt.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { clew as caseFormat } from '../../src/formats/clew/clew.ts';
import { bytesOf } from '../../src/formats/exporting.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { say, smallRecords } from '../smallCase.ts';
import { barePdf, words } from '../texts/barePdf.ts';
import { startClew, type Clew } from './clew.ts';

const FILLER = Array.from(
  { length: 400 },
  (_, i) => `Note ${i} on tides, which nobody needs but a harbour.`,
).join('\n\n');
const TEXT = `Ann Ahlberg chairs the port, they say.\n\n${FILLER}\n\nBo Berg paid for quay seven.\n`;
const at = (words: string) => locatorAt(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length)!;

let clew: Clew;
let folder: string;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  clew = await startClew();
  folder = await mkdtemp(join(tmpdir(), 'clew-reader-'));
  const of = new Case([
    ...smallRecords(),
    say('ann', 'position', 'chair', 'wire', { locators: [{ position: at('chairs the port').position! }] }),
    say('bo', 'summary', 'paid for the quay', 'wire', { locators: [at('paid for quay seven')] }),
  ]);
  const input = { seen: new CaseUnderLens(of), placements: new Map() };
  await writeFile(join(folder, 'harbour.clew.json'), bytesOf(caseFormat.write(input), quietJob()));
  await writeFile(join(folder, 'wire.txt'), TEXT);
  await writeFile(
    join(folder, 'later.html'),
    `<!doctype html><p>Corrected.<script>document.title = 'run'</script><p>${TEXT.replaceAll('\n\n', '<p>')}`,
  );
  await writeFile(
    join(folder, 'paid.pdf'),
    barePdf([words([700, 'Page one.']), words([700, 'Bo Berg paid for quay seven.'])]),
  );
  page = await clew.open();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await open('harbour.clew.json');
});
afterAll(async () => {
  await clew?.close();
  if (folder) await rm(folder, { recursive: true });
});

const chosen = async (name: string, act: () => Promise<unknown>) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
  await chooser.setFiles(join(folder, name));
};
async function open(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await chosen(name, () => page.getByRole('menuitem', { name: 'Open a file…' }).click());
  await page.getByRole('button', { name: /new case/i }).click();
  await page.getByRole('heading', { level: 1, name: 'The harbour case' }).waitFor();
}
const reader = () => page.getByRole('complementary', { name: 'Text of a source' });
const inspector = () => page.getByRole('complementary', { name: 'Inspector' });
const find = async (name: string) => {
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
};

test('a text is attached to its source, and its claims are marked', async () => {
  await page.keyboard.press('s');
  await reader().getByRole('combobox', { name: 'Source' }).selectOption('wire');
  await chosen('wire.txt', () => reader().getByRole('button', { name: 'Choose a file…' }).click());
  await reader().getByText('2 of 2 places found').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).and(page.locator(':enabled')).waitFor();
});

test('from a claim to its passage, far down in a text that is not drawn yet', async () => {
  await find('Bo Berg');
  const claim = inspector().getByRole('button', { name: 'Show in the text: Summary: paid for the quay' });
  await claim.click({ force: true });
  await expect
    .poll(() =>
      reader()
        .getByRole('button', { name: /goes on|paid/ })
        .filter({ hasText: 'paid for quay seven' })
        .isVisible(),
    )
    .toBe(true);
  const lit = reader().locator('.mark.lit');
  await expect.poll(async () => (await lit.boundingBox())?.y ?? -1).toBeGreaterThan(100);
  expect((await lit.boundingBox())!.y).toBeLessThan(900);
});

test('from a passage to its claims: whom it is about is selected, and the claim is lit', async () => {
  await reader()
    .getByRole('document')
    .evaluate((text) => text.scrollTo(0, 0));
  await reader().locator('.mark', { hasText: 'chairs the port' }).click();
  await inspector().getByRole('heading', { level: 2, name: 'Ann Ahlberg' }).waitFor();
  await reader()
    .getByRole('complementary', { name: 'Claims that rest' })
    .getByText('chair')
    .first()
    .waitFor();
  await expect.poll(() => inspector().locator('.claim.lit').count()).toBe(1);
});

test('the text is there after a reload', async () => {
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await reader().getByRole('combobox', { name: 'Source' }).selectOption('wire');
  await reader().getByText('2 of 2 places found').waitFor();
});

test('a changed text, here a web page, is searched for the words; what cannot be placed is listed; nothing in it runs', async () => {
  await reader().getByRole('button', { name: 'What to do with this text' }).click();
  await chosen('later.html', () => page.getByRole('menuitem', { name: 'Attach another file…' }).click());
  await reader().getByText('This text differs').waitFor();
  await reader().getByText('1 of 2 places found: 1 by quote').waitFor();
  await reader().getByText('1 place could not be found').click();
  await reader()
    .getByRole('listitem')
    .filter({ hasText: 'Ann Ahlberg' })
    .getByText(/another version/)
    .waitFor();
  expect(await page.title()).toContain('The harbour case');
});

test('the text layer of a PDF is read in the page, and words are found on its page', async () => {
  await reader().getByRole('button', { name: 'What to do with this text' }).click();
  await chosen('paid.pdf', () => page.getByRole('menuitem', { name: 'Attach another file…' }).click());
  await reader().getByText('page 2').waitFor();
  await reader().locator('.mark', { hasText: 'paid for quay seven' }).waitFor();
});

test('all of it without a request beyond the page or a word of complaint', () => {
  expect(complaints).toEqual([]);
  expect(
    clew.requests.filter((address) => !address.startsWith(clew.address) && !/^(data|blob):/.test(address)),
  ).toEqual([]);
});
