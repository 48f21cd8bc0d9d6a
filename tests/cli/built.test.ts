// The built command line as a process: its pipes, signals and exit code. `npm test` builds it first.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const BUILT = fileURLToPath(new URL('../../dist/cli/clew.js', import.meta.url));
const SPECTOR = fileURLToPath(new URL('../../graph-data/spector', import.meta.url));
const here = existsSync(BUILT);
if (!here) console.warn('SKIPPED: the command line is not built; `npm run build:cli`, or `npm test`, does.');

const run = promisify(execFile);
const clew = (...argv: string[]) => run(process.execPath, [BUILT, ...argv]);

describe.skipIf(!here)('the built command line', () => {
  test('is a program', async () => {
    expect((await clew('--version')).stdout).toBe(`${manifest.version}\n`);
    expect((await run('head', ['-c', '19', BUILT])).stdout).toBe('#!/usr/bin/env node');
  });

  test('ends in the exit code, with the message on standard error', async () => {
    await expect(clew('info', 'no-such-file')).rejects.toMatchObject({ code: 3, stdout: '' });
  });

  test('says nothing when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [BUILT, 'export', SPECTOR, '--to', 'clew']);
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'close');
    expect(said).not.toMatch(/EPIPE|Error|fault/);
  });

  test('writes a large file whole into a pipe', async () => {
    const { stdout } = await run(process.execPath, [BUILT, 'export', SPECTOR, '--to', 'clew'], {
      maxBuffer: 1e8,
    });
    expect(Buffer.byteLength(stdout)).toBe(statSync(join(SPECTOR, 'case.clew.json')).size);
  });

  test('converts in a stream what a case of would not fit into its memory', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clew-built-'));
    const [from, to] = [join(folder, 'big.gexf'), join(folder, 'big.gml')];
    const nodes = Array.from({ length: 1500 }, (_, i) => `<node id="n${i}" label="Node ${i}"/>`);
    const edges = Array.from(
      { length: 15_000 },
      (_, i) =>
        `<edge id="${i}" source="n${i % 1500}" target="n${(i * 7) % 1500}" weight="${(i % 9) + 2}" label="tie ${i % 50}"/>`,
    );
    const inside = `<nodes>${nodes.join('')}</nodes><edges>${edges.join('')}</edges>`;
    await writeFile(from, `<gexf version="1.3"><graph>${inside}</graph></gexf>`);
    const argv = ['--max-old-space-size=40', BUILT, 'convert', from, to, '--verbose'];
    expect((await run(process.execPath, argv)).stderr).toMatch(/in a stream/);
    const written = await readFile(to, 'utf8');
    expect([written.match(/^ {2}node \[/gm)?.length, written.match(/^ {2}edge \[/gm)?.length]).toEqual([
      1500, 15_000,
    ]);
    await rm(folder, { recursive: true });
  }, 120_000);

  test('serves until it is told to stop, and then ends well', async () => {
    const page = await mkdtemp(join(tmpdir(), 'clew-built-'));
    await writeFile(join(page, 'index.html'), '<!doctype html>');
    const port = 20_000 + (process.pid % 20_000);
    const child = spawn(process.execPath, [
      BUILT,
      'serve',
      '--no-open',
      '--port',
      String(port),
      '--page',
      page,
    ]);
    await once(child.stdout, 'data');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([0, null]);
    await rm(page, { recursive: true });
  });
});
