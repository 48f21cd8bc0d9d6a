// A table dropped on the page: its columns changed by hand, and next month's file taken as its later state.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClew, type Clew } from './clew.ts';

const MARCH =
  'Id;Firm;Seat;Share;Opened\nc1;Acme;Bonn;12,5 %;03/04/2021\nc2;Beta;Rome;7,25 %;05/06/2021\nc3;Gamma;Oslo;30 %;07/08/2021\n';
const APRIL =
  'Id;Firm;Seat;Share;Opened\nc4;Delta;Riga;1,5 %;09/04/2022\nc1;Acme;Bonn;12,5 %;03/04/2021\nc2;Beta;Milan;7,25 %;05/06/2021\n';

let clew: Clew;
beforeAll(async () => {
  clew = await startClew();
});
afterAll(() => clew?.close());

const strip = (page: Page) =>
  page
    .getByText(/entities ·/)
    .first()
    .innerText();

const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text!], name!));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );

test('a column is changed, next month’s file shows new, changed and gone, and undo takes it back', async () => {
  const page = await clew.open();
  const before = await strip(page);
  await drop(page, 'firms-march.csv', MARCH);
  const dialog = page.getByRole('dialog', { name: 'Open firms-march.csv' });
  await dialog.getByRole('columnheader').nth(4).waitFor();
  expect(await dialog.getByLabel('Part of Firm').inputValue()).toBe('label');
  await expect.poll(() => dialog.getByText('12 claims').count()).toBe(1);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run('dialog', { runOnly: ['wcag2a', 'wcag2aa'] }),
  );
  expect(violations.map(({ id }) => id)).toEqual([]);

  // Which of two days 03/04/2021 is, is asked; the share is left out.
  await dialog.getByLabel('03/04/2021 is').selectOption('dmy');
  await dialog.getByLabel('Part of Share').selectOption('ignore');
  await expect.poll(() => dialog.getByText('9 claims').count()).toBe(1);
  await expect.poll(() => dialog.getByText('Everything was read as it stands.').count()).toBe(1);
  await dialog.getByRole('button', { name: 'Add to this case' }).click();
  await expect.poll(() => strip(page)).not.toBe(before);
  const march = await strip(page);

  await drop(page, 'firms-april.csv', APRIL);
  const later = page.getByRole('dialog', { name: 'Open firms-april.csv' });
  const sum = later.getByRole('region', { name: 'New, changed and gone' }).getByRole('status');
  await sum.waitFor();
  expect((await sum.innerText()).replace(/\s+/g, ' ')).toBe(
    'New 1 entity Changed 1 entity Gone 1 entity 1 as before',
  );
  expect(await later.getByText('Seat: Rome → Milan').count()).toBe(1);
  expect(await later.getByLabel('Gamma').isChecked()).toBe(false);
  await later.getByLabel('Gamma').check();
  await later.getByRole('button', { name: 'Update firms-march.csv' }).click();
  await expect.poll(() => page.getByText(/Undo takes it back whole/).count()).toBe(1);
  expect(await strip(page)).toBe(march);
  await page.keyboard.press('/');
  await page.keyboard.type('Delta');
  await page.getByRole('option', { name: /Delta/ }).first().waitFor();
  await page.keyboard.press('Escape');

  await page.locator('body').press('Control+z');
  await page.locator('body').press('Control+z');
  await expect.poll(() => strip(page)).toBe(before);
});
