// `npm run fuzz [-- --format ID] [--inputs N] [--seconds N] [--seed N] [--only I]`: every reader on broken inputs, each in a
// process of its own that is watched. Without `--inputs` all readers together take at most `--seconds` (150).
import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.fuzz');
const found = join(folder, 'found');

const { values } = parseArgs({
  options: {
    format: { type: 'string', multiple: true },
    inputs: { type: 'string' },
    seconds: { type: 'string', default: '150' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});

/** Seconds for one input: of the child's own time, so that a loaded machine accuses nobody; where the system does not tell it, of the clock's. */
const HANG_S = 5;
/** Waiting without working, for something that never comes. */
const STUCK_S = 60;
/** Restarts after a hang or a crash; a reader with more is broken enough. */
const MOST_RESTARTS = 20;

/** The commit's own, so that the same commit meets the same inputs; the next one meets others. */
function seedOfCommit() {
  try {
    return parseInt(execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root }).toString().slice(0, 8), 16);
  } catch {
    return Date.now() % 2 ** 32;
  }
}

const seed = values.seed === undefined ? seedOfCommit() : Number(values.seed);
const peers =
  process.env.CLEW_PEER_FILES && existsSync(process.env.CLEW_PEER_FILES)
    ? process.env.CLEW_PEER_FILES
    : undefined;
if (!peers)
  console.warn(
    'SKIPPED: files by other programs are no seeds, since CLEW_PEER_FILES names no folder of them.',
  );
mkdirSync(folder, { recursive: true });
await build({
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: join(import.meta.dirname, 'child.ts'),
    outDir: join(folder, 'child'),
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'child.js', chunkFileNames: '[name].js' } },
  },
});

const ids = values.format ?? (await formatIds());
const from = Number(values.only ?? 0);
const to = values.only === undefined ? Number(values.inputs ?? 2 ** 31) : from + 1;
const processes = Math.min(availableParallelism(), ids.length);
const seconds = values.inputs || values.only ? undefined : (Number(values.seconds) * processes) / ids.length;
console.log(
  `seed ${seed}: ${ids.length} readers, ${seconds ? `${seconds.toFixed(1)} s each` : `${to - from} inputs each`}`,
);

const start = Date.now();
const waiting = [...ids];
const rows = new Map(ids.map((id) => [id, undefined]));
await Promise.all(
  Array.from({ length: processes }, async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) rows.set(id, await fuzz(id));
  }),
);
report();

/** All inputs of one format, over as many children as it takes. */
async function fuzz(format) {
  const row = { inputs: 0, taken: 0, refused: 0, slowest: 0, most: 0, held: 0, findings: new Map() };
  // What time is left, shared among the readers that wait and those at work; loading is part of it.
  const share =
    ((start + Number(values.seconds) * 1000 - Date.now()) * processes) / (waiting.length + processes);
  const until = seconds === undefined ? undefined : Date.now() + share;
  let next = from;
  for (let starts = 0; next < to && starts <= MOST_RESTARTS; starts++) {
    if (starts > 0 && Date.now() > until) break;
    const { at, why } = await child(row, { format, seed, from: next, to, until });
    if (why === undefined) break;
    note(row, { kind: why, what: `input ${at}`, at });
    await child(row, { format, seed, from: at, to: at + 1, only: 'make' });
    row.inputs += at + 1 - next;
    next = at + 1;
  }
  return row;
}

/** Resolves to where it ended, and why if it did not end by itself. */
function child(row, order) {
  const mark = join(folder, `${order.format}.at`);
  writeFileSync(mark, String(order.from));
  const running = started({ ...order, peers, folder: found, mark });
  let at = order.from;
  let since = { clock: Date.now(), cpu: 0 };
  const look = () => {
    const now = Number(readFileSync(mark, 'utf8'));
    if (now === at) return;
    at = now;
    since = { clock: Date.now(), cpu: secondsOf(running.pid) };
  };
  let finished = order.only === 'make';
  let why;
  running.on('message', (message) => {
    if (message.found) note(row, message.found);
    else if (message.done !== undefined) {
      finished = true;
      take(row, message);
    }
  });
  const watch = setInterval(() => {
    look();
    const cpu = secondsOf(running.pid);
    const clock = (Date.now() - since.clock) / 1000;
    const worked = cpu === undefined ? clock : cpu - (since.cpu ?? 0);
    if (worked <= HANG_S && clock <= STUCK_S) return;
    why = `over ${HANG_S} s`;
    running.kill('SIGKILL');
  }, 200);
  return new Promise((resolve) => {
    running.on('close', (code, signal) => {
      clearInterval(watch);
      look();
      if (!finished) why ??= `ended by itself (${signal ?? code})`;
      resolve({ at, why });
    });
  });
}

function started(order) {
  return fork(join(folder, 'child', 'child.js'), [JSON.stringify(order)], {
    execArgv: ['--expose-gc', '--max-old-space-size=1024'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function formatIds() {
  const asked = started({ seed, folder: found });
  const [{ formats }] = await new Promise((resolve) => asked.once('message', (...given) => resolve(given)));
  return formats;
}

/** Seconds of processor that a process has used; undefined where the system does not tell. */
function secondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

function take(row, { done, taken, refused, slowest, slowestAt, most, held }) {
  row.inputs += done;
  row.taken += taken;
  row.refused += refused;
  if (slowest > row.slowest) [row.slowest, row.slowestAt] = [slowest, slowestAt];
  row.most = Math.max(row.most, most);
  row.held = Math.max(row.held, held);
}

/** The same error at the same place is one finding, however many inputs show it. */
function note(row, { kind, what, at }) {
  const [message, ...frames] = what.split('\n');
  const where = frames.find((frame) => /child\//.test(frame))?.replace(/^\s*at |\(.*\/|\)$/g, '') ?? '';
  const key = kind === 'error' ? `${kind}: ${message.slice(0, 80).replace(/\d+/g, 'N')} ${where}` : kind;
  const finding = row.findings.get(key) ?? { kind, what, at, times: 0 };
  finding.times++;
  row.findings.set(key, finding);
}

function report() {
  console.table(
    Object.fromEntries(
      [...rows].map(([id, { inputs, taken, refused, slowest, slowestAt, most, held, findings }]) => [
        id,
        {
          inputs,
          read: taken,
          refused,
          'slowest ms': slowest,
          at: slowestAt,
          'most MB': most || '',
          'held MB': held,
          findings: findings.size,
        },
      ]),
    ),
  );
  for (const [id, { findings }] of rows)
    for (const { kind, what, at, times } of findings.values())
      console.log(
        `\n${id}: ${kind}, ${times} times, first: --format ${id} --seed ${seed} --only ${at}\n${what}`,
      );
  const all = [...rows.values()];
  const failed = all.filter(({ findings }) => findings.size > 0).length;
  const inputs = all.reduce((sum, row) => sum + row.inputs, 0);
  const took = ((Date.now() - start) / 1000).toFixed(0);
  console.log(
    `\n${inputs} inputs in ${took} s, seed ${seed}${failed > 0 ? `; what failed lies in .fuzz/found` : ''}`,
  );
  console.log(`${all.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
