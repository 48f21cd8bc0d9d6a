// `npm run screenshot`: the README's picture, docs/spector.png, taken of the built page in Chromium.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../tests/chromium.mjs';
import { startPage } from '../tests/page.mjs';

const docs = join(import.meta.dirname, '..', 'docs');
const served = await startPage();
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
try {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  // The map as large as a timeline of two people lets it be.
  await context.addInitScript(() =>
    localStorage.setItem('clew.panels', JSON.stringify({ bottom: { open: true, size: 216 } })),
  );
  const tab = await context.newPage();
  await tab.goto(served.address);
  await tab.waitForFunction(() => performance.getEntriesByName('clew:first-view').length > 0);
  await tab.evaluate(() => document.fonts.ready);
  await tab.waitForLoadState('networkidle');
  await tab.keyboard.press('/');
  await tab.keyboard.type('first sentence (bribery)');
  await tab.getByRole('option').first().waitFor();
  await tab.keyboard.press('Enter');
  // A lens in two parts, without denials and within a span of time; what is in dispute beside the map, time below it.
  await tab.locator('.left').getByRole('button', { name: 'denied' }).click();
  await tab.keyboard.press('i');
  await tab.locator('summary', { hasText: 'When' }).click();
  const when = tab.getByLabel('As of a date, or within a span');
  await when.fill('2018/2024');
  await when.press('Enter');
  await tab.locator('summary', { hasText: 'When' }).click();
  await tab.evaluate(() => document.activeElement.blur());
  await tab.mouse.move(330, 20);
  await tab.keyboard.press('0');
  await tab.waitForTimeout(800);
  mkdirSync(docs, { recursive: true });
  await tab.screenshot({ path: join(docs, 'spector.png') });
} finally {
  await browser.close();
  served.stop();
}
