// The page in one file, opened from disk: no server, no network, and everything in it.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { barePdf, words } from '../texts/barePdf.ts';
import { onMap } from './clew.ts';

const FILE = fileURLToPath(new URL('../../dist/clew.html', import.meta.url));

let browser: Browser;
beforeAll(async () => {
  if (!existsSync(FILE))
    throw new Error('dist/clew.html is not built: run `npm run build`, or `npm test`, which does.');
  browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
});
afterAll(() => browser?.close());

test('shows the case, lays it out, exports it, keeps a step and reads a PDF, without a word of complaint or a request', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(FILE).href);
  await onMap(page);

  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Undo' }).and(page.locator(':enabled')).waitFor();
  expect(page.workers()).toHaveLength(1);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /Graph file/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Export GEXF/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('the-spector-case.gexf');
  await page.getByText('Saved', { exact: true }).waitFor();

  await page.keyboard.press('s');
  await page.getByRole('combobox', { name: 'Source' }).selectOption('tass-report');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  const pdf = Buffer.from(barePdf([words([700, 'Words of a harbour.'])]));
  await chooser.setFiles({ name: 'harbour.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByRole('document', { name: 'harbour.pdf' }).getByText('Words of a harbour.').waitFor();

  expect(complaints).toEqual([]);
  expect(requests.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
});
