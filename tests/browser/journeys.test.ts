// Journeys through the built page in Chromium, and what must hold on all of them.
import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../src/formats/importing.ts';
import { WRITABLE } from '../../src/formats/index.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { onMap, startClew, type Clew } from './clew.ts';

const CLEW = fileURLToPath(new URL('../../dist/cli/clew.js', import.meta.url));
const LINES = fileURLToPath(new URL('./lines.mjs', import.meta.url));

let clew: Clew;
beforeAll(async () => {
  clew = await startClew();
});
afterEach(async () => {
  for (const page of clew.context.pages()) await page.close();
});
afterAll(() => clew?.close());

/** Each test starts from the shipped case, with nothing kept from the one before. */
async function fresh(options?: Parameters<Clew['open']>[0]): Promise<Page> {
  const page = await clew.open(options);
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
  });
  await page.reload();
  await onMap(page);
  return page;
}

const strip = (page: Page) =>
  page
    .getByText(/entities ·/)
    .first()
    .innerText();

describe('journeys', () => {
  test.each(['Спектор', 'Spektor', 'gene spec'])('find a person: %s leads to Gene Spector', async (words) => {
    const page = await fresh();
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect
      .poll(() => inspector.getByRole('heading', { level: 2 }).first().innerText())
      .toBe('Gene Spector');
  });

  test('filter by source: leaving one out hides its claims, undo brings them back', async () => {
    const page = await fresh();
    const before = await strip(page);
    await page.getByRole('button', { name: /^Document 2/ }).click();
    await expect.poll(() => strip(page)).not.toBe(before);
    await page.getByText(/claims not shown/).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => strip(page)).toBe(before);
  });

  test('path between two: numbered sentences from Spector to FIDE, the weakest step named', async () => {
    const page = await fresh();
    await page.keyboard.press('t');
    const from = page.getByRole('combobox', { name: /from/i });
    await from.fill('Gene Spector');
    await page.keyboard.press('Enter');
    const to = page.getByRole('combobox', { name: /to/i });
    await to.fill('FIDE');
    await page.keyboard.press('Enter');
    const steps = page.getByRole('listitem').filter({ hasText: 'Dvorkovich' });
    await steps.first().waitFor();
    await page
      .getByText(/weakest step/i)
      .first()
      .waitFor();
  });

  test('export GEXF and read it back: as many nodes and edges as the map tells', async () => {
    const page = await fresh();
    const [, entities, ties] = /(\d+) entities · (\d+) ties/.exec((await strip(page)).replace(/\s+/g, ' '))!;
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: /Graph file/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Export GEXF/ }).click(),
    ]);
    const bytes = await readFile(await download.path());
    const imported = await read(bytes, { name: 'back.gexf' }, quietJob());
    expect(imported.format).toBe('gexf');
    expect(imported.account.read.nodes).toBe(Number(entities));
    // Ties that rest on denials alone are left out of files.
    expect(imported.account.read.edges).toBeLessThanOrEqual(Number(ties));
    expect(imported.account.read.edges).toBeGreaterThan(Number(ties) - 8);
  });

  test('undo a hide', async () => {
    const page = await fresh();
    const before = await strip(page);
    await page.keyboard.press('/');
    await page.keyboard.type('FIDE');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('h');
    await expect.poll(() => strip(page)).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(() => strip(page)).toBe(before);
  });

  test('timeline: a brush leaves fewer on the map, a chip says so, undo; a click on a bar selects', async () => {
    const page = await fresh();
    const before = await strip(page);
    await page.keyboard.press('i');
    const axis = page.getByTitle('Drag to look at a span of time');
    const { x, y, width } = (await axis.boundingBox())!;
    await page.mouse.move(x + width * 0.05, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.25, y + 12, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => strip(page)).not.toBe(before);
    const entities = (words: string) => Number(/(\d+)/.exec(words)![1]);
    expect(entities(await strip(page))).toBeLessThan(entities(before));
    await page.getByRole('button', { name: /possibly\s+in 201/ }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => strip(page)).toBe(before);
    await page.getByText('guilty plea', { exact: true }).first().click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect
      .poll(() => inspector.getByRole('heading', { level: 2 }).first().innerText())
      .toBe('Guilty plea');
  });
});

describe('what must hold', () => {
  // Each format is written twice, once by a process of its own: a loaded machine takes its time over so many.
  test('the page and the command line write the same bytes', { timeout: 240_000 }, async () => {
    const page = await fresh();
    const saved = async (act: () => Promise<unknown>): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      return download.path();
    };
    const choose = async (entry: RegExp) => {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    };
    // A kept view holds where everything lies, so that the command line draws the same picture.
    await page.getByRole('textbox', { name: 'Name for this view' }).fill('As it lies');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    const kept = await saved(() => choose(/Save the case/));
    const folder = await mkdtemp(join(tmpdir(), 'clew-same-'));
    const file = join(folder, 'case.clew.json');
    await copyFile(kept, file);
    const byPage = new Map<string, string>();
    for (const { id, label } of WRITABLE) {
      const path = await saved(async () => {
        await choose(/Graph file/);
        await page.getByRole('radio', { name: label }).check();
        await page.getByRole('button', { name: `Export ${label}` }).click();
      });
      byPage.set(`export --to ${id}`, path);
    }
    for (const kind of ['SVG', 'PDF']) {
      const path = await saved(async () => {
        await choose(/Picture/);
        await page.getByRole('radio', { name: kind }).check();
        await page.getByRole('button', { name: `Save ${kind}` }).click();
      });
      byPage.set(`render --to ${kind.toLowerCase()}`, path);
    }
    const asked = [...byPage].map(([words, path], i) => ({ words, path, out: join(folder, `out-${i}`) }));
    const lines = asked.map(({ words, out }) => [...words.split(' '), file, '-o', out]);
    // One process for all: starting one for each takes longer than all they do.
    execFileSync(process.execPath, [LINES, CLEW], { input: JSON.stringify(lines), stdio: 'pipe' });
    for (const { words, path, out } of asked)
      expect.soft((await readFile(path)).equals(await readFile(out)), words).toBe(true);
    await rm(folder, { recursive: true });
  });

  test.each(['light', 'dark'] as const)('no serious accessibility finding, %s', async (theme) => {
    const page = await fresh({ theme });
    await page.keyboard.press('i');
    await page.getByRole('listbox', { name: /^Events and dated relations/ }).waitFor();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
    expect(found).toEqual([]);
  });

  test('a step is there after the tab was killed', async () => {
    const page = await fresh();
    const before = await strip(page);
    await page.getByRole('button', { name: /^Document 2/ }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await expect.poll(() => strip(page)).not.toBe(before);
    const after = await strip(page);
    const killed = await clew.context.newCDPSession(page);
    // A crash runs no handler of the page, and answers nothing.
    const crashed = page.waitForEvent('crash');
    void killed.send('Page.crash').catch(() => {});
    await crashed;
    await page.close();
    const again = await clew.open();
    expect(await strip(again)).toBe(after);
    await again.keyboard.press('Control+z');
    await expect.poll(() => strip(again)).toBe(before);
  });

  test('a second tab looks on and says that it keeps nothing; the first goes on keeping', async () => {
    const first = await fresh();
    const second = await clew.open();
    await second.getByText('Not saved').waitFor();
    await second.getByText('open in another tab').waitFor();
    await second.getByRole('button', { name: /^Document 2/ }).click();
    await first.getByRole('button', { name: /^Document 1/ }).click();
    await first.getByText('Saved', { exact: true }).waitFor();
    const kept = await strip(first);
    await second.close();
    await first.close();
    expect(await strip(await clew.open())).toBe(kept);
  });

  test('what cannot be read back is said, and the steps before it stand', async () => {
    const page = await fresh();
    await page.getByRole('button', { name: /^Document 2/ }).click();
    const one = await strip(page);
    await page.getByRole('button', { name: /^Document 1/ }).click();
    await expect.poll(() => strip(page)).not.toBe(one);
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((opened) => {
        const asked = indexedDB.open('clew');
        asked.onsuccess = () => opened(asked.result);
      });
      const lines = db.transaction('journal', 'readwrite').objectStore('journal');
      lines.openCursor(null, 'prev').onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
        cursor.update({ ...cursor.value, hash: 'damaged' });
      };
      db.close();
    });
    await page.reload();
    await onMap(page);
    await page.getByText('1 of the last steps in “The Spector case” could not be read back').waitFor();
    expect(await strip(page)).toBe(one);
  });

  test('no request goes to any other host', () => {
    const elsewhere = clew.requests.filter(
      (address) => !address.startsWith(clew.address) && !/^(data|blob):/.test(address),
    );
    expect(clew.requests.length).toBeGreaterThan(10);
    expect(elsewhere).toEqual([]);
  });
});
