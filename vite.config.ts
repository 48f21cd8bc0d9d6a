// One configuration, three builds: the page (default), the command line (--mode cli), the page in one file (--mode file).
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import type { InlineConfig } from 'vitest/node';
import { policyText } from './policy.ts';
import { singleFile } from './single.ts';

const tests: InlineConfig = {
  projects: [
    {
      extends: true,
      test: {
        name: 'core',
        environment: 'node',
        // Not a measure of speed: a loaded machine must not fail a test.
        testTimeout: 30_000,
        include: ['tests/**/*.test.ts'],
        exclude: ['tests/app/**', 'tests/canvas/**', 'tests/browser/**', 'tests/interop/**'],
      },
    },
    {
      extends: true,
      resolve: { conditions: ['browser'] },
      test: {
        name: 'app',
        environment: 'jsdom',
        testTimeout: 30_000,
        include: ['tests/app/**/*.test.ts', 'tests/canvas/**/*.test.ts'],
      },
    },
    {
      extends: true,
      test: {
        name: 'browser',
        environment: 'node',
        include: ['tests/browser/**/*.test.ts'],
        testTimeout: 60_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      },
    },
  ],
};

// The policy as the page's first `<meta>`, for hosts that send no headers. Not while developing: vite's client needs more.
const policy: Plugin = {
  name: 'clew-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyText() },
      injectTo: 'head-prepend',
    },
  ],
};

const builds: Record<string, UserConfig> = {
  cli: {
    plugins: [],
    // All but what brings a binary of its own is bundled, so that a command starts fast.
    ssr: { noExternal: true, external: ['@resvg/resvg-wasm'] },
    build: {
      ssr: 'src/cli/clew.ts',
      outDir: 'dist/cli',
      target: 'node20',
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'clew.js', chunkFileNames: '[name].js' } },
    },
  },
  file: {
    resolve: { alias: [{ find: /^\.\/startWorker\.ts$/, replacement: './startInlineWorker.ts' }] },
    plugins: [svelte(), viteSingleFile({ removeViteModuleLoader: true }), singleFile('dist/file')],
    // A page from disk has no origin, and Chromium loads no module worker for it: a classic one, in one piece.
    worker: { format: 'iife' },
    build: { outDir: 'dist/file', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 10_000_000 },
  },
};

export default defineConfig(({ mode }) => ({
  base: './',
  // The build for browsers everywhere, which packs with fflate: page and command line write the same bytes.
  resolve: {
    alias: { pdfkit: fileURLToPath(new URL('node_modules/pdfkit/js/pdfkit.browser.mjs', import.meta.url)) },
  },
  plugins: [svelte(), policy],
  worker: { format: 'es' },
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2022' },
  ...builds[mode],
  test: tests,
}));
