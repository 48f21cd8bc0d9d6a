// Serves the built page as a user gets it, from a process of its own, for benches and the screenshot; builds what is missing.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
/** Not the port of `clew serve`, on which a person may be at work. */
const PORT = 2541;

const MADE = [
  ['dist/page/index.html', 'build:page'],
  ['dist/cli/clew.js', 'build:cli'],
];

/** Builds the page and the command line where they are not there yet. */
export function buildMissing() {
  for (const [file, script] of MADE) {
    if (!existsSync(join(root, file)))
      execFileSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  }
}

/** `{address, stop}` of the running server. */
export async function startPage() {
  buildMissing();
  const args = [join(root, 'dist', 'cli', 'clew.js'), 'serve', '--no-open', '--json', '--port', String(PORT)];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.race([once(server.stdout, 'data'), once(server, 'close')]);
  if (!Buffer.isBuffer(said)) throw new Error('The page cannot be served.');
  return { address: JSON.parse(said.toString()).address, stop: () => server.kill() };
}
