// The fact-check sheet in the built page: one click to a file, the same bytes as the command line's, printed by Chromium.
import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHEET_KINDS } from '../../src/report/kinds.ts';
import { startClew, type Clew } from './clew.ts';

const CLI = fileURLToPath(new URL('../../dist/cli/clew.js', import.meta.url));

let clew: Clew;
let folder: string;
beforeAll(async () => {
  clew = await startClew();
  folder = await mkdtemp(join(tmpdir(), 'clew-sheet-'));
});
afterAll(async () => {
  await clew?.close();
  await rm(folder, { recursive: true });
});

test(
  'one click leads to the sheet, in the bytes that the command line writes',
  { timeout: 240_000 },
  async () => {
    const page = await clew.open();
    const saved = async (act: () => Promise<unknown>, name: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      await copyFile(await download.path(), join(folder, name));
      return join(folder, name);
    };
    await page.getByRole('textbox', { name: 'Name for this view' }).fill('As it lies');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    const file = await saved(() => page.keyboard.press('Control+s'), 'case.clew.json');
    for (const { id, label } of SHEET_KINDS) {
      await page.keyboard.press('Control+Shift+f');
      const dialog = page.getByRole('dialog', { name: 'Fact-check sheet' });
      await dialog.getByText(/statements from 546 claims/).waitFor();
      await dialog.getByRole('radio', { name: label }).check();
      if (id === 'pdf' || id === 'html')
        await dialog.getByRole('combobox', { name: /Paper/ }).selectOption('a4');
      const path = await saved(
        () => dialog.getByRole('button', { name: `Save ${label}` }).click(),
        `page.${id}`,
      );
      const made = await page.evaluate(() => new Date().toLocaleDateString('sv'));
      const out = join(folder, `cli.${id}`);
      const flags = ['--to', id, '--date', made, '-o', out];
      execFileSync(process.execPath, [CLI, 'report', file, ...flags], { stdio: 'pipe' });
      expect.soft((await readFile(path)).equals(await readFile(out)), label).toBe(true);
    }
  },
);

test('the file of HTML opens from disk, asks for nothing, and prints with numbered pages', async () => {
  const out = join(folder, 'sheet.html');
  const spector = fileURLToPath(new URL('../../graph-data/spector', import.meta.url));
  execFileSync(process.execPath, [CLI, 'report', spector, '-o', out], { stdio: 'pipe' });
  const page = await clew.context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(pathToFileURL(out).href);
  expect(asked).toEqual([pathToFileURL(out).href]);
  expect(complaints).toEqual([]);
  await page.getByRole('heading', { name: 'Resting on one source' }).waitFor();
  const printed = await page.pdf({ preferCSSPageSize: true });
  const document = await getDocument({ data: new Uint8Array(printed), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  const words = items.map((item) => ('str' in item ? item.str : '')).join('');
  expect(words).toContain(`1 / ${document.numPages}`);
  await page.close();
});
