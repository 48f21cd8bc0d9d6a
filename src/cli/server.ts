// Serves the built page to this machine alone.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { HEADER_ONLY, policyText } from '../../policy.ts';
import { VERSION } from './version.ts';

/** This machine only. The page's stored work belongs to `http://127.0.0.1:<port>`. */
export const HOST = '127.0.0.1';

/** Where a Clew tells that it is one. */
export const IDENTITY_PATH = '/clew.json';
export const IDENTITY = { name: 'clew', version: VERSION };

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

const HEADERS = {
  'Content-Security-Policy': `${policyText()}; ${HEADER_ONLY}`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
};

/** A server of the files under `root`, not yet listening. */
export const pageServer = (root: string): Server =>
  createServer((request, response) => {
    answer(root, request, response).catch(() => refuse(response, 500, 'The file cannot be read.'));
  });

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const port = request.socket.localPort;
  const host = request.headers.host;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only GET and HEAD.');
  // Two names of one machine are two origins, each with a store of its own: all work goes to one of them.
  if (host === `localhost:${port}`) {
    response.writeHead(308, { ...HEADERS, Location: `http://${HOST}:${port}/` }).end();
    return;
  }
  // A foreign name that resolves to this machine (DNS rebinding) gets nothing.
  if (host !== `${HOST}:${port}`) return refuse(response, 421, 'Not a name of this server.');
  const path = new URL(request.url ?? '/', `http://${HOST}`).pathname;
  if (path === IDENTITY_PATH) return sendIdentity(response);
  const file = await fileAt(root, path);
  if (!file) return refuse(response, 404, 'There is no such file.');
  send(response, file, path, request.method === 'HEAD');
}

interface Found {
  readonly path: string;
  readonly size: number;
}

/** The file a path means, if it lies under `root` with every link followed. */
async function fileAt(root: string, path: string): Promise<Found | undefined> {
  try {
    const decoded = decodeURIComponent(path);
    if (/[\0\\]|(^|\/)\.\.?(\/|$)/.test(decoded)) return undefined;
    const wanted = await realpath(join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
    if (!wanted.startsWith((await realpath(root)) + sep)) return undefined;
    const found = await stat(wanted);
    return found.isFile() ? { path: wanted, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, file: Found, path: string, headOnly: boolean): void {
  response.writeHead(200, {
    ...HEADERS,
    'Content-Type': TYPES.get(extname(file.path)) ?? 'application/octet-stream',
    'Content-Length': file.size,
    // Names under assets/ carry a hash of their content.
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (headOnly) response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

function sendIdentity(response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES.get('.json'), 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(IDENTITY));
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { ...HEADERS, 'Content-Type': TYPES.get('.txt') }).end(`${why}\n`);
}
