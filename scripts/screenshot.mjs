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
  const tab = await context.newPage();
  await tab.goto(served.address);
  await tab.waitForFunction(() => performance.getEntriesByName('clew:first-view').length > 0);
  await tab.evaluate(() => document.fonts.ready);
  await tab.waitForLoadState('networkidle');
  await tab.keyboard.press('/');
  await tab.keyboard.type('Gene Spector');
  await tab.getByRole('option').first().waitFor();
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('0');
  await tab.waitForTimeout(500);
  mkdirSync(docs, { recursive: true });
  await tab.screenshot({ path: join(docs, 'spector.png') });
} finally {
  await browser.close();
  served.stop();
}
