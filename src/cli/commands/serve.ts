// `clew serve`: the page, on a fixed port of this machine, since the work that a browser stores belongs to the port.
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../browser.ts';
import type { Command } from '../command.ts';
import { Ending, EXIT } from '../exit.ts';
import { HOST, IDENTITY, IDENTITY_PATH, pageServer } from '../server.ts';
import { print, printJson } from '../terminal.ts';

const PORT = 2539;

export const serve = {
  name: 'serve',
  summary: `opens the page in the browser, from port ${PORT} of this machine`,
  usage: '[--port N] [--no-open]',
  takes: [0, 0],
  options: {
    port: {
      type: 'string',
      short: 'p',
      value: 'N',
      says: `another port than ${PORT}; work stored under one port is not seen under another`,
    },
    open: {
      type: 'boolean',
      says: 'open a browser (on, unless CI is set); --no-open only prints the address',
    },
    page: {
      type: 'string',
      value: 'FOLDER',
      says: 'serve the page from here rather than from the one built with Clew',
    },
  },
  examples: ['serve', 'serve --no-open --port 2540'],
  async run(given, terminal) {
    const port = portOf(given.text('port'));
    const root = given.text('page') ?? builtPage();
    const address = `http://${HOST}:${port}/`;
    const opens = given.flag('open', !terminal.env.CI);
    const say = (running: 'started' | 'already') =>
      given.flag('json')
        ? printJson(terminal, { address, running })
        : print(terminal, SAYS[running](address));
    const server = pageServer(root);
    try {
      await once(server.listen(port, HOST), 'listening');
    } catch (error) {
      await checkSelf(error, address, port);
      await say('already');
      if (opens) openBrowser(address);
      return EXIT.ok;
    }
    await say('started');
    if (opens) openBrowser(address);
    await stopped();
    server.close();
    server.closeAllConnections();
    return EXIT.ok;
  },
} satisfies Command;

const SAYS = {
  started: (address: string) => `Clew is at ${address}  (Ctrl+C stops it)`,
  already: (address: string) => `Clew already runs at ${address}`,
};

function portOf(text: string | undefined): number {
  const port = Number(text ?? PORT);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Ending(EXIT.usage, `--port: "${text}" is not a port; give a number from 1 to 65535.`);
}

/** The page built beside this command line, seen from the source as from the built file. */
function builtPage(): string {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const page = join(folder, 'dist', 'page');
    if (existsSync(join(page, 'index.html'))) return page;
  }
  throw new Ending(EXIT.output, 'The page is not built yet: run `npm run build:page`.');
}

/** Throws an `Ending` unless what holds the port is Clew. */
async function checkSelf(error: unknown, address: string, port: number): Promise<void> {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== 'EADDRINUSE')
    throw new Ending(EXIT.output, `Port ${port} cannot be served (${code}): choose one with --port.`);
  if (await isClew(address)) return;
  throw new Ending(
    EXIT.output,
    `Another program serves port ${port}: stop it, or choose another with --port.`,
  );
}

async function isClew(address: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL(IDENTITY_PATH, address), {
      signal: AbortSignal.timeout(2000),
      redirect: 'error',
    });
    return ((await answer.json()) as { name?: unknown }).name === IDENTITY.name;
  } catch {
    return false;
  }
}

/** Resolves at Ctrl+C or a request to end. */
const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
