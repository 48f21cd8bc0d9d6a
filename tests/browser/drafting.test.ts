// The journey from a pasted text to claims: walk through the suggestions by keys, add what was accepted, take it back.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { startClew, type Clew } from './clew.ts';

let clew: Clew;
beforeAll(async () => {
  clew = await startClew();
});
afterEach(async () => {
  for (const page of clew.context.pages()) await page.close();
});
afterAll(() => clew?.close());

const TEXT = `Marta Lindqvist, the chairwoman of Corvane Holdings, met Gene Spector in August 2021.

A witness said that Lindqvist paid $2 million.`;
const strip = (page: Page) =>
  page
    .getByText(/entities ·/)
    .first()
    .innerText();

async function drafted(page: Page): Promise<void> {
  await page.keyboard.press('Shift+D');
  await page.getByRole('textbox', { name: 'Text to draft from' }).fill(TEXT);
  await page.getByRole('textbox', { name: 'Its title' }).fill('A letter');
  await page.getByRole('button', { name: 'Draft', exact: true }).click();
  await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
}
const current = (page: Page) =>
  page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { selected: true });

test('paste, accept and reject by keys, add as one step, undo', async () => {
  const page = await clew.open();
  const before = await strip(page);
  await drafted(page);
  await expect.poll(() => current(page).innerText()).toContain('Marta Lindqvist');
  await page.keyboard.press('x');
  await page.keyboard.press('z');
  await expect.poll(() => current(page).innerText()).toContain('Marta Lindqvist');
  // Down to the tie of the two, whose ends come along.
  const tie = page.getByRole('option', { name: /^Marta Lindqvist – met – Gene Spector/ });
  for (let i = 0; i < 12 && (await tie.getAttribute('aria-selected')) !== 'true'; i++)
    await page.keyboard.press('j');
  await expect.poll(() => tie.getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('a');
  await page.getByText('3 accepted').waitFor();
  const spector = page.getByRole('option', { name: /^Gene Spector person ?, accepted/ });
  await spector.click();
  await page.getByText('same name').waitFor();
  await page.getByRole('button', { name: 'Add 3 to the case' }).click();
  await expect.poll(() => strip(page)).not.toBe(before);
  // The text stays at hand, with the claims marked in it.
  await page.keyboard.press('/');
  await page.keyboard.type('Lindqvist');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect.poll(() => inspector.innerText()).toContain('A letter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => strip(page)).toBe(before);
  expect(
    clew.requests.filter(
      (address) =>
        !address.startsWith(clew.address) && !address.startsWith('blob:') && !address.startsWith('data:'),
    ),
  ).toEqual([]);
});

test('a passage that names two becomes a tie by hand, and one key takes it back', async () => {
  const page = await clew.open();
  await drafted(page);
  await page.evaluate(() => {
    const [first, last] = ['Marta Lindqvist', 'Gene Spector'].map((name) =>
      [...document.querySelectorAll('mark')].find(({ textContent }) => textContent === name)!,
    );
    const range = document.createRange();
    range.setStartBefore(first!);
    range.setEndAfter(last!);
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  });
  await page.getByRole('button', { name: 'Tie Marta Lindqvist to Gene Spector' }).click();
  await page.getByText('3 accepted').waitFor();
  await expect.poll(() => current(page).innerText()).toContain('Marta Lindqvist – ');
  await page.getByRole('listbox', { name: 'Suggestions' }).press('z');
  await page.getByText('0 accepted').waitFor();
});

test('the draft is fit for a screen reader, on a phone as well', async () => {
  const page = await clew.open({ width: 390, height: 844, theme: 'dark' });
  await drafted(page);
  await page.addScriptTag({ content: axe.source }).catch(() => page.evaluate(axe.source));
  const faults = await page.evaluate(async () => {
    const run = (
      globalThis as unknown as {
        axe: { run(root: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const { violations } = await run.run('dialog');
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(faults).toEqual([]);
});
