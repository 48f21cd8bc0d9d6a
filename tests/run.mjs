// `npm test`: builds, runs every test and check, and closes with what passed and failed. Arguments go to vitest.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** The script behind a package's command, so that it runs without a shell on every platform. */
function script(name, program = name) {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[program]);
}

const run = (name, ...args) => runScript(script(name), ...args);

const runScript = (path, ...args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path, ...args], { cwd: root, stdio: 'inherit', env });
    child.on('close', (code) => resolve(code === 0));
  });

const env = { ...process.env, CLEW_CHROMIUM: await findChromium() };
const results = await mkdtemp(join(tmpdir(), 'clew-tests-'));
const report = join(results, 'vitest.json');

const steps = [
  ['build the command line', () => run('vite', 'build', '--mode', 'cli', '--logLevel', 'warn')],
  ['build the page', () => run('vite', 'build', '--logLevel', 'warn')],
  ['build the page in one file', () => run('vite', 'build', '--mode', 'file', '--logLevel', 'warn')],
  [
    'vitest',
    () =>
      run(
        'vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...process.argv.slice(2),
      ),
  ],
  [
    'svelte-check',
    () => run('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'),
  ],
  ['tsc', () => runScript(script('typescript', 'tsc'), '--noEmit', '-p', '.')],
  ['eslint', () => run('eslint', '.')],
  ['prettier', () => run('prettier', '--check', '--log-level', 'warn', '.')],
];

const rows = [];
for (const [name, step] of steps) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const ok = await step();
  rows.push({ name, ok, seconds: (Date.now() - start) / 1000 });
}

const { passed, failed, skipped } = await counts(report);
await rm(results, { recursive: true });

console.log('\n── summary');
for (const { name, ok, seconds } of rows)
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
// A step that failed without a failing test (a build, a check, a file that does not load) counts as one.
const broken = rows.filter(({ name, ok }) => !ok && (name !== 'vitest' || failed === 0)).length;
console.log(`${passed} passed, ${failed + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed + broken > 0 || passed === 0 ? 1 : 0;

async function counts(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      await readFile(file, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
