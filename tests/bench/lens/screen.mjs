// Changes of the lens in the built page, by its own buttons and fields: from the click to the end of the frame in which the map was drawn.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../chromium.mjs';
import { startPage } from '../../page.mjs';

/** Of each kind of change, and as many the way back. */
const TIMES = 4;
/** After a change, in ms: the panels have followed, and nothing of one change is counted in the next. */
const REST = 1200;
const DEADLINE = 60_000;
/** Fits what fits already, so that the map is drawn anew with nothing changed. */
const ANEW = { kind: 'nothing changed', target: 'button[title^="Fit all"]' };

/**
 * `{kind, wall, cpu}` in ms for each change, on the case in `file`, and the same for the map drawn anew with nothing
 * changed: what no code of ours can save. `cpu` is the time of the page's main thread, whoever else uses the machine.
 * Throws where the map holds something else than the page says it shows.
 */
export async function screenTimings(file) {
  const served = await startPage();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(DEADLINE);
    await page.goto(served.address);
    await firstView(page);
    await open(page, file);
    await page.evaluate(watchTheMap);
    const drawn = await page.locator('.strip .card').last().innerText();
    await browser.startTracing(page, { categories: ['blink.user_timing'] });
    const timings = [];
    for (const act of [...Array(TIMES).keys()].flatMap(acts)) timings.push(await oneChange(page, act));
    await page.evaluate(timed, ANEW);
    const anew = [];
    for (let i = 0; i < 2 * TIMES; i++) anew.push(await oneChange(page, ANEW));
    const cpu = processorTimes(await browser.stopTracing());
    cpu.splice(timings.length, 1);
    const all = [...timings, ...anew].map((timing, i) => ({ ...timing, cpu: cpu[i] }));
    return { drawn, timings: all.slice(0, timings.length), anew: all.slice(timings.length) };
  } finally {
    await browser.close();
    served.stop();
  }
}

const firstView = (page) =>
  page.waitForFunction(() => performance.getEntriesByName('clew:first-view').length > 0);

async function open(page, file) {
  await page.evaluate(() => performance.clearMarks('clew:first-view'));
  await page.evaluate(drop, readFileSync(file, 'utf8'));
  await page.getByRole('button', { name: 'Open as a new case' }).click();
  await firstView(page);
  for (const name of ['Trust', 'When']) await page.locator('summary', { hasText: name }).first().click();
  await page.waitForTimeout(3 * REST);
}

/** In the page: drops a case file on it. */
function drop(text) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'made.clew.json'));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
}

/** Each change and the way back from it. */
function acts(round) {
  const label = (text) => `button[title="${text}"]`;
  const both = (kind, target) => [
    { kind, target },
    { kind: `${kind}, back`, target },
  ];
  const field = (kind, name, value, back = '') => [
    { kind, name, value },
    { kind: `${kind}, back`, name, value: back },
  ];
  return [
    ...both('one source off', label(`Source ${7 * round + 3}`)),
    ...both('one stance off', label(['alleged', 'affirmed', 'denied', 'alleged'][round])),
    ...both('disputed only', '[title^="disputed"]'),
    ...field('reliability', 'Reliability of sources', ['B', 'C', 'D', 'A'][round]),
    ...field('voices', 'Voices behind', ['2', '3', '2', '3'][round], '1'),
    ...field('time', 'As of a date', ['2012', '2005/2010', '2018-06', '2009'][round]),
  ];
}

async function oneChange(page, act) {
  const wall = await page.evaluate(timed, act);
  const { drawn, said } = await page.evaluate(shown);
  if (drawn !== said) throw new Error(`After ${act.kind} the map holds ${drawn}; the page says ${said}.`);
  await page.waitForTimeout(REST);
  return { kind: act.kind, wall };
}

/** In the page: how much Cytoscape has on the canvas, and how much the page says the map shows. */
function shown() {
  const { cy } = document.querySelector('.map .ground')._cyreg;
  const said = document.querySelector('.strip .card:last-child [role="status"]').textContent;
  const [entities, ties] = [/^\d+/, /\d+(?= ties)/].map((number) => number.exec(said)[0]);
  return { drawn: `${cy.nodes().length} and ${cy.edges().length}`, said: `${entities} and ${ties}` };
}

/** Tells when the frame is over in which the map's canvases were first wiped and drawn anew. */
function watchTheMap() {
  const { clearRect } = CanvasRenderingContext2D.prototype;
  const { port1, port2 } = new MessageChannel();
  // The task after those of the frame: it has been painted.
  port1.onmessage = () => {
    window.drawn?.();
    window.drawn = undefined;
  };
  CanvasRenderingContext2D.prototype.clearRect = function (...args) {
    if (window.drawn) port2.postMessage('');
    return clearRect.apply(this, args);
  };
}

/** In the page: acts, and gives the ms until the map has been drawn and its frame painted. */
function timed({ target, name, value }) {
  const control = target
    ? document.querySelector(target)
    : [...document.querySelectorAll('label')].find((label) => label.textContent.includes(name))?.control;
  if (!control) throw new Error(`There is no ${target ?? name}.`);
  return new Promise((done, failed) => {
    const began = performance.mark('bench:acted').startTime;
    window.drawn = () => done(performance.mark('bench:drawn').startTime - began);
    setTimeout(() => failed(new Error(`Nothing was drawn after ${target ?? name} ${value ?? ''}`)), 10_000);
    if (target) control.click();
    else {
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}

/** Of each act, the ms that the page's main thread worked (`tts` is the thread's clock, in µs). */
function processorTimes(trace) {
  const marks = JSON.parse(trace).traceEvents.filter(({ name }) => name.startsWith('bench:'));
  const at = (mark) => marks.filter(({ name }) => name === mark).sort((a, b) => a.ts - b.ts);
  const drawn = at('bench:drawn');
  return at('bench:acted').map(({ tts }, i) => (drawn[i].tts - tts) / 1000);
}
