// What do I know if I trust less, and where do the sources clash: the lens and a ruling in the built page.
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

const strip = (page: Page) =>
  page
    .getByText(/entities ·/)
    .first()
    .innerText();
const hidden = (page: Page) =>
  page
    .getByText(/claims (not )?shown/)
    .first()
    .innerText();

test('trust only what two voices say, then only what was so in 2020; each part of the lens is a chip and a step', async () => {
  const page = await clew.open();
  const before = await strip(page);
  expect(await hidden(page)).toMatch(/^All \d+ claims shown$/);

  await page.locator('summary', { hasText: 'Trust' }).click();
  await page.getByLabel('Voices behind a value').selectOption('2');
  await expect.poll(() => hidden(page)).toMatch(/^\d+ of \d+ claims not shown$/);
  await page.getByText('at least 2').first().waitFor();
  const voiced = await strip(page);
  expect(voiced).not.toBe(before);

  await page.locator('summary', { hasText: 'When' }).click();
  const when = page.getByLabel('As of a date, or within a span');
  await when.fill('soon');
  await when.press('Enter');
  await page.getByText('is no date that Clew reads').waitFor();
  await when.fill('2020');
  await when.press('Enter');
  await expect.poll(() => strip(page)).not.toBe(voiced);

  await page.getByRole('button', { name: /^Remove: voices/ }).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => strip(page)).toBe(voiced);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => strip(page)).toBe(before);
});

test('prefer one side of a dispute with a reason; it is kept, survives a reload, and is withdrawn', async () => {
  const page = await clew.open();
  await page.keyboard.press('d');
  const dispute = page.getByRole('region', { name: 'Disputed: Length' }).first();
  await dispute.getByRole('button', { name: 'Prefer 4 years' }).click();
  const form = page.getByRole('dialog', { name: /Prefer “4 years”/ });
  await form.getByRole('button', { name: 'Rule so' }).click();
  await form.getByText('Say why').waitFor();
  await form.getByLabel('Because').fill('The judgment itself says so.');
  await form.getByLabel('Your name').fill('An editor');
  await form.getByRole('button', { name: 'Rule so' }).click();
  await expect.poll(() => form.count()).toBe(0);

  await page.getByRole('tab', { name: /^Ruled on/ }).click();
  await page.getByText('The judgment itself says so.').first().waitFor();
  await page.reload();
  await page
    .getByText(/entities ·/)
    .first()
    .waitFor();
  await page.keyboard.press('d');
  await page.getByRole('tab', { name: /^Ruled on/ }).click();
  await page.getByText('The judgment itself says so.').first().waitFor();
  await page.getByRole('button', { name: 'Withdraw' }).first().click();
  await expect.poll(() => page.getByRole('tab', { name: /^Ruled on/ }).innerText()).toMatch(/\b0$/);
});
