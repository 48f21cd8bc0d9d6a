// Measures the built page in Chromium: bytes of JavaScript to start with, time to the first view of the case, and the longest task after it.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';

const RUNS = 5;
/** Not the port of `clew serve`, which may be in use by a person. */
const PORT = 2541;
/** How long the page is watched after its first view, in ms. */
const WATCHED = 3000;
/** What the page promises: ms, bytes, ms. */
const BOUNDS = { view: 2000, bytes: 350_000, task: 50 };

const root = join(import.meta.dirname, '..', '..');
const page = join(root, 'dist', 'page');
for (const [file, build] of [
  [join(page, 'index.html'), 'build:page'],
  [join(root, 'dist', 'cli', 'clew.js'), 'build:cli'],
]) {
  if (!existsSync(file)) execFileSync('npm', ['run', '--silent', build], { cwd: root, stdio: 'inherit' });
}

const bytes = initialBytes();
const runs = await measured();
const median = (pick) => runs.map(pick).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
const rows = [
  [
    'first view of the case',
    `${median((run) => run.view).toFixed(0)} ms`,
    `${BOUNDS.view} ms`,
    runs.map((run) => run.view.toFixed(0)),
  ],
  ['initial JavaScript, gzipped', `${(bytes / 1000).toFixed(1)} kB`, `${BOUNDS.bytes / 1000} kB`, []],
  [
    'longest task after the view',
    `${median((run) => run.task).toFixed(0)} ms`,
    `${BOUNDS.task} ms`,
    runs.map((run) => run.task.toFixed(0)),
  ],
  [
    'longest task before the view',
    `${median((run) => run.loading).toFixed(0)} ms`,
    '',
    runs.map((run) => run.loading.toFixed(0)),
  ],
];
console.log(`median of ${RUNS} runs`.padEnd(30), 'measured'.padStart(10), 'bound'.padStart(10), '  each');
for (const [what, value, bound, each] of rows)
  console.log(what.padEnd(30), value.padStart(10), bound.padStart(10), ' ', each.join(' '));
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
    loaded.set(path, gzipSync(source, { level: 9 }).length);
    for (const [, to] of source
      .toString()
      .matchAll(/(?:import|export)[^"'()]*?["'](\.\.?\/[^"']+\.js)["']/g)) {
      waiting.push(posix.join(dirname(path), to));
    }
  }
  return [...loaded.values()].reduce((sum, size) => sum + size, 0);
}

async function measured() {
  const server = spawn(process.execPath, [
    join(root, 'dist', 'cli', 'clew.js'),
    'serve',
    '--no-open',
    '--port',
    String(PORT),
  ]);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
  try {
    await once(server.stdout, 'data');
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await oneRun(browser));
    return runs;
  } finally {
    await browser.close();
    server.kill();
  }
}

/** A first visit: nothing cached, nothing stored. */
async function oneRun(browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  await tab.goto(`http://127.0.0.1:${PORT}/`);
  await tab.waitForFunction(() => performance.getEntriesByName('clew:first-view').length > 0, undefined, {
    timeout: 30_000,
  });
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
  return run;
}
