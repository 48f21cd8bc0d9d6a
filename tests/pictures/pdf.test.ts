// What a PDF holds, read back by Mozilla's pdf.js.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { loadFonts } from '../../src/cli/fonts.ts';
import { writePdf, POINTS } from '../../src/pictures/pdf.ts';
import { pictureSize } from '../../src/pictures/svg.ts';
import type { Scene } from '../../src/view/scene.ts';
import { edge, node, sceneOf } from '../view/scenes.ts';

const fonts = await loadFonts();
const NAMES = ['Геннадий Спектор', 'Ελλάδα Α.Ε.', 'Łódź – Šiauliai', 'ship -> 10x20 ffi', 'Ὀδυσσεύς'];

const scene: Scene = {
  ...sceneOf(
    NAMES.map((name, i) => node(name, 300 * i, 90 * i)),
    [
      edge('a', NAMES[0]!, NAMES[1]!, { label: 'директор' }),
      edge('b', NAMES[1]!, NAMES[2]!, { stance: 'alleged', disputed: true }),
      edge('c', NAMES[2]!, NAMES[2]!, { stance: 'denied' }),
    ],
  ),
  legend: [
    {
      label: 'People',
      count: 5,
      sample: { kind: 'node', shape: 'circle', colour: 'person', icon: 'person' },
    },
  ],
  sources: ['Газета'],
};

async function pageOf(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));
  return { document, page, texts };
}

test('holds every word once, in its own script, so that it can be selected and searched', async () => {
  const { texts } = await pageOf(await writePdf(scene, {}, fonts));
  const words = [...NAMES, 'A case', 'директор', 'knows, alleged', 'People 5', 'Sources: Газета'];
  for (const word of words) expect(texts.filter((text) => text === word)).toEqual([word]);
});

test('is one page of the picture’s own size, of lines and not of pixels', async () => {
  const { document, page } = await pageOf(await writePdf(scene, {}, fonts));
  const { width, height } = pictureSize(scene);
  expect(document.numPages).toBe(1);
  expect(page.view.map(Math.round)).toEqual([0, 0, Math.round(width * POINTS), Math.round(height * POINTS)]);
  const { fnArray } = await page.getOperatorList();
  expect(fnArray).toContain(OPS.constructPath);
  expect(fnArray).not.toContain(OPS.paintImageXObject);
});

test('gives the same bytes each time, and tells no date', async () => {
  const bytes = await writePdf(scene, { theme: 'dark' }, fonts);
  expect(Buffer.compare(bytes, await writePdf(scene, { theme: 'dark' }, fonts))).toBe(0);
  const { document } = await pageOf(bytes);
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Title: 'A case' });
  expect(info).not.toHaveProperty('CreationDate');
});

test('writes names that look like markup, and letters that no face has, without harm', async () => {
  const odd = '</text>(x)\\) 東京 شركة';
  const { texts } = await pageOf(await writePdf(sceneOf([node(odd, 0, 0)]), {}, fonts));
  expect(texts.join('')).toContain('</text>(x)\\)');
});

test('a picture wider than a page may be is drawn smaller', async () => {
  const vast = sceneOf([node('a', 0, 0), node('b', 90_000, 0)]);
  const { page } = await pageOf(await writePdf(vast, {}, fonts));
  expect(page.view[2]).toBeLessThanOrEqual(14_400);
});
