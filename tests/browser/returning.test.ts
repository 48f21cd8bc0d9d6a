// What leaves the map and comes back looks as it did: the map keeps what left, and must not keep what no longer holds.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startClew, type Clew } from './clew.ts';

let clew: Clew;
beforeAll(async () => {
  clew = await startClew();
});
afterEach(async () => {
  for (const page of clew.context.pages()) await page.close();
});
afterAll(() => clew?.close());

/** Of all pixels with anything on them, so many may differ, in 1,000: lines that cross may lie the other way round. */
const FEW = 5;

/** In the page: what is drawn, put by under a name. */
function keep(name: string) {
  const drawn = Array.from(document.querySelectorAll<HTMLCanvasElement>('.map canvas'), (canvas) =>
    canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height),
  );
  Object.assign(window, { [name]: drawn });
}

/** In the page: of 1,000 pixels with anything on them in either of two pictures, so many differ, as the eye would see it. */
function differing([a, b]: string[]): number {
  const pictures = window as unknown as Record<string, ImageData[]>;
  let [painted, different] = [0, 0];
  pictures[a!]!.forEach(({ data }, layer) => {
    const other = pictures[b!]![layer]!.data;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3]! === 0 && other[i + 3]! === 0) continue;
      painted++;
      if ([0, 1, 2, 3].some((channel) => Math.abs(data[i + channel]! - other[i + channel]!) > 64))
        different++;
    }
  });
  return (1000 * different) / painted;
}

/** Puts what is drawn by, once Cytoscape has refined its drawing, which it does over some frames. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1000);
  await page.evaluate(keep, name);
}

const voices = (page: Page, atLeast: '1' | '2') =>
  page.getByLabel('Voices behind a value').selectOption(atLeast);
const disputed = (page: Page) => page.locator('.panel button[title^="disputed"]').click();
const inTheme = (page: Page, colorScheme: 'light' | 'dark') => page.emulateMedia({ colorScheme });

async function withTrust(): Promise<Page> {
  const page = await clew.open();
  await page.locator('summary', { hasText: 'Trust' }).click();
  return page;
}

const WAYS: readonly [string, (page: Page) => Promise<unknown>, (page: Page) => Promise<unknown>][] = [
  ['two voices', (page) => voices(page, '2'), (page) => voices(page, '1')],
  ['disputed only', disputed, disputed],
];
test.each(WAYS)('after %s and back the map looks the same', async (_, there, back) => {
  const page = await withTrust();
  await picture(page, 'before');
  await there(page);
  await picture(page, 'between');
  await back(page);
  await picture(page, 'after');
  expect(await page.evaluate(differing, ['before', 'between'])).toBeGreaterThan(10 * FEW);
  expect(await page.evaluate(differing, ['before', 'after'])).toBeLessThan(FEW);
});

test('what was away while the theme changed comes back in the new one', async () => {
  const page = await withTrust();
  await inTheme(page, 'dark');
  await picture(page, 'dark');
  await inTheme(page, 'light');
  await picture(page, 'light');
  await voices(page, '2');
  await inTheme(page, 'dark');
  await picture(page, 'fewer');
  await voices(page, '1');
  await picture(page, 'after');
  expect(await page.evaluate(differing, ['dark', 'light'])).toBeGreaterThan(10 * FEW);
  expect(await page.evaluate(differing, ['dark', 'after'])).toBeLessThan(FEW);
});
