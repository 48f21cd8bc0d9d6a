// Finds a Chromium for the browser tests, or installs one, or says what to do.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];
const ELSEWHERE = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a Chromium that is there, or undefined. One named in the environment is taken at its word. */
export async function presentChromium(env = process.env) {
  const named = env.CLEW_CHROMIUM ?? env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CLEW_CHROMIUM or CHROME_PATH names ${named}, and there is no such file.`);
  }
  const folders = (env.PATH ?? '').split(delimiter);
  const inPath = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  const { chromium } = await import('playwright-core');
  return [...inPath, ...(ELSEWHERE[process.platform] ?? []), chromium.executablePath()].find(runs);
}

/** The path of a Chromium, installed where it was not there and could be. Throws with what to do otherwise. */
export async function findChromium(env = process.env) {
  const present = await presentChromium(env);
  if (present) return present;
  install();
  const installed = await presentChromium(env);
  if (installed) return installed;
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium or Chrome (on Debian: `apt-get install chromium`; ' +
      'elsewhere: `npx playwright-core install chromium`), or name one in CLEW_CHROMIUM.',
  );
}

function install() {
  const attempt = (program, ...args) => {
    console.error(`Chromium is missing: ${program} ${args.join(' ')}`);
    return (
      spawnSync(program, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status === 0
    );
  };
  const debianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (
    debianRoot &&
    attempt('apt-get', 'update', '-qq') &&
    attempt('apt-get', 'install', '-y', '-qq', 'chromium')
  )
    return;
  attempt('npx', '--no-install', 'playwright-core', 'install', 'chromium');
}

/** What Chromium is started with in tests: no sandbox (it needs rights that containers lack), and nothing of its own over the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
