// Changing the lens on a generated case of 5,000 relations, and on one that is drawn whole: ms to the scene (in Node), ms to the screen (in Chromium). `--no-page` for the first alone.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { screenTimings } from './lens/screen.mjs';

/** What Clew promises at the 95th percentile, in ms. */
const BOUNDS = { scene: 16, screen: 100 };
const root = join(import.meta.dirname, '../..');
const folder = join(root, '.bench', 'lens');

await build({
  root,
  configFile: false,
  logLevel: 'error',
  // As for a browser: the page's own code runs here, but for what draws.
  plugins: [svelte({ configFile: false })],
  build: {
    lib: { entry: join(import.meta.dirname, 'lens/scenes.ts'), formats: ['es'], fileName: () => 'scenes.js' },
    outDir: folder,
    target: 'node20',
    minify: false,
    emptyOutDir: true,
  },
});
const { caseText, counts, LARGE, timings, WHOLE } = await import(
  pathToFileURL(join(folder, 'scenes.js')).href
);
for (const size of [LARGE, WHOLE]) {
  const { drawn, changes } = await timings(size);
  console.log(`${counts(size)}; ${drawn}; ${changes.length} changes of the lens, each timed once`);
  tell('lens → scene, in Node', changes, 'wall', BOUNDS.scene);
  tell('the same, of the processor', changes, 'cpu', BOUNDS.scene);
  for (const kind of new Set(changes.map((change) => change.kind)))
    tell(
      `  ${kind}`,
      changes.filter((change) => change.kind === kind),
      'cpu',
    );
}

if (!process.argv.includes('--no-page')) {
  const file = join(folder, 'made.clew.json');
  writeFileSync(file, await caseText());
  const { drawn, timings, anew } = await screenTimings(file);
  console.log(
    `${drawn.replaceAll(/\s+/g, ' ')} in Chromium; ${timings.length} changes of the lens, each timed once`,
  );
  tell('lens → screen, in Chromium', timings, 'wall', BOUNDS.screen);
  tell('the same, of the main thread', timings, 'cpu');
  tell('the map drawn anew, nothing changed', anew, 'wall');
  tell('the same, of the main thread', anew, 'cpu');
  for (const kind of new Set(timings.map((timing) => timing.kind)))
    tell(
      `  ${kind}`,
      timings.filter((timing) => timing.kind === kind),
      'wall',
    );
}

function tell(what, timings, pick, bound) {
  const sorted = timings.map((timing) => timing[pick]).sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)].toFixed(1);
  const promise = bound ? ` (bound ${bound} ms)` : '';
  console.log(
    `${what.padEnd(36)} median ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms${promise}`,
  );
}
