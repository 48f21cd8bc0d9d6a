// Measures the built page in Chromium: bytes of JavaScript to start with, time to the first view of the case, and the longest task after it.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { startPage } from '../page.mjs';

const RUNS = 5;
/** How long the page is watched after its first view, in ms. */
const WATCHED = 3000;
/** What the page promises: ms, bytes, ms. */
const BOUNDS = { view: 2000, bytes: 350_000, task: 50 };

const page = join(import.meta.dirname, '..', '..', 'dist', 'page');

const runs = await measured();
const bytes = initialBytes();
const median = (pick) => runs.map(pick).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
const timed = (what, pick, bound) => [
  what,
  `${median(pick).toFixed(0)} ms`,
  bound ? `${bound} ms` : '',
  runs.map((run) => pick(run).toFixed(0)).join(' '),
];
const rows = [
  [`median of ${RUNS} runs`, 'measured', 'bound', 'each'],
  timed('first view of the case', (run) => run.view, BOUNDS.view),
  ['initial JavaScript, gzipped', `${(bytes / 1000).toFixed(1)} kB`, `${BOUNDS.bytes / 1000} kB`, ''],
  ['all scripts up to the view, gzipped', `${(median((run) => run.fetched) / 1000).toFixed(1)} kB`, '', ''],
  timed('longest task after the view', (run) => run.task, BOUNDS.task),
  timed('longest task before the view', (run) => run.loading),
];
for (const [what, value, bound, each] of rows)
  console.log(what.padEnd(36), value.padStart(10), bound.padStart(10), ` ${each}`);
if (median((run) => run.view) > BOUNDS.view || bytes > BOUNDS.bytes) process.exitCode = 1;

/** Gzipped bytes of every script that `index.html` loads, by tag or by static import from one that it loads. */
function initialBytes() {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  const waiting = Array.from(html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g), ([, path]) => path);
  const loaded = new Map();
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (loaded.has(path)) continue;
    const source = readFileSync(join(page, path));
    loaded.set(path, gzipped(path));
    for (const [, to] of source
      .toString()
      .matchAll(/(?:import|export)[^"'()]*?["'](\.\.?\/[^"']+\.js)["']/g)) {
      waiting.push(posix.join(dirname(path), to));
    }
  }
  return [...loaded.values()].reduce((sum, size) => sum + size, 0);
}

function gzipped(path) {
  return gzipSync(readFileSync(join(page, path)), { level: 9 }).length;
}

async function measured() {
  const served = await startPage();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
  try {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await oneRun(browser, served.address));
    return runs;
  } finally {
    await browser.close();
    served.stop();
  }
}

/** A first visit: nothing cached, nothing stored. */
async function oneRun(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  const scripts = new Set();
  tab.on('request', (request) => scripts.add(new URL(request.url()).pathname));
  await tab.goto(address);
  await tab.waitForFunction(() => performance.getEntriesByName('clew:first-view').length > 0, undefined, {
    timeout: 30_000,
  });
  const fetched = [...scripts]
    .filter((path) => path.endsWith('.js'))
    .reduce((sum, path) => sum + gzipped(path), 0);
  await tab.waitForTimeout(WATCHED);
  const run = await tab.evaluate(() => {
    const view = performance.getEntriesByName('clew:first-view')[0].startTime;
    const longest = (tasks) => Math.max(0, ...tasks.map(({ duration }) => duration));
    return {
      view,
      loading: longest(window.longTasks.filter(({ startTime }) => startTime < view)),
      task: longest(window.longTasks.filter(({ startTime }) => startTime >= view)),
    };
  });
  await context.close();
  return { ...run, fetched };
}
