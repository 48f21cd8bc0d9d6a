// The server of the page: what it gives out, under which headers, and what it keeps to itself.
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOST, pageServer } from '../../src/cli/server.ts';
import { clew } from './memoryTerminal.ts';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-server-'));
  const page = join(folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  await writeFile(join(page, 'assets', 'page-1a2b.js'), '1');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(page, 'link.txt'));
  server = pageServer(page);
  await once(server.listen(0, HOST), 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** Asks for the path exactly as given: `fetch` would tidy it first. */
const ask = (path: string, { method = 'GET', host = `${HOST}:${port}` } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: HOST, port, path, method, headers: { host } }, async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode!, headers: response.headers, body });
    });
    asked.on('error', reject).end();
  });

describe('what it gives out', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/?case=spector', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/page-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('%s', async (path, type, caching) => {
    const { status, headers } = await ask(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, caching]);
  });

  test('HEAD has the length and no body', async () => {
    const { status, headers, body } = await ask('/', { method: 'HEAD' });
    expect([status, headers['content-length'], body]).toEqual([200, '15', '']);
  });

  test('every answer carries the policy', async () => {
    for (const path of ['/', '/clew.json', '/missing']) {
      const policy = (await ask(path)).headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });

  test('it says that it is Clew', async () => {
    expect(JSON.parse((await ask('/clew.json')).body)).toMatchObject({ name: 'clew' });
  });

  test('localhost, an origin with a store of its own, is sent on', async () => {
    const { status, headers } = await ask('/', { host: `localhost:${port}` });
    expect([status, headers.location]).toEqual([308, `http://${HOST}:${port}/`]);
  });
});

describe('what it keeps to itself', () => {
  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/index.html%00.txt',
    '/link.txt',
    '//etc/passwd',
    '/%ff',
    '/assets',
    '/missing',
  ])('%s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret\n');
  });

  test('a foreign name that resolves here gets nothing', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421);
  });

  test('nothing can be written', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });
});

describe('clew serve on a port that is taken', () => {
  test('by Clew: that one is meant', async () => {
    const { code, out } = await clew(['serve', '--port', String(port), '--page', folder]);
    expect(code).toBe(0);
    expect(out).toContain(`http://${HOST}:${port}/`);
  });

  test('by something else: it says so and asks for another', async () => {
    const other = createServer((_, response) => response.end('{}'));
    await once(other.listen(0, HOST), 'listening');
    const { code, error } = await clew([
      'serve',
      '--port',
      String((other.address() as AddressInfo).port),
      '--page',
      folder,
    ]);
    other.close();
    expect(code).toBe(5);
    expect(error).toContain('--port');
  });

  test.each(['0', '65536', 'x', '80.5', ''])('"%s" is no port', async (text) => {
    expect((await clew(['serve', '--port', text])).code).toBe(2);
  });
});
