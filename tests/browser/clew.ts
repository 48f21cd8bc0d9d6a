// Opens the built page in Chromium, served as `npm start` serves it, and notes every request it makes.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { pageServer, HOST } from '../../src/cli/server.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';

const ROOT = fileURLToPath(new URL('../../dist/page', import.meta.url));

export interface Clew {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly address: string;
  /** Addresses of every request that any page of the context made. */
  readonly requests: string[];
  /** A page with the case on its map. */
  open(options?: { width?: number; height?: number; theme?: 'light' | 'dark' }): Promise<Page>;
  close(): Promise<void>;
}

export async function startClew(): Promise<Clew> {
  if (!existsSync(ROOT))
    throw new Error('The page is not built: run `npm run build:page`, or `npm test`, which does.');
  const server = pageServer(ROOT);
  await new Promise<void>((listening) => server.listen(0, HOST, listening));
  const address = `http://${HOST}:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
  const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce' });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  return {
    browser,
    context,
    address,
    requests,
    async open({ width = 1440, height = 900, theme = 'light' } = {}) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(address);
      await onMap(page);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Waits until the case is on the map. */
export const onMap = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => performance.getEntriesByName('clew:first-view').length > 0, undefined, {
    timeout: 30_000,
  });
