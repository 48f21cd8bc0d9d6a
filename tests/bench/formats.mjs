// Reading and writing graph files, side by side with other programs in one run: seconds, MB/s, memory. `--small` for a quick look, `--no-write` to only read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { pythonWith } from '../interop/readers.mjs';
import { filesIn, FORMATS } from './formats/files.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.bench');
const FULL = { nodes: 28_000, edges: 353_000 };
const SMALL = { nodes: 2_000, edges: 25_000 };
const PEERS = ['graphology@0.26.0', 'graphology-gexf@0.13.2', 'graphology-graphml@0.5.2'];
/** A contender that takes longer has failed. */
const MOST_MS = 20 * 60_000;

/** Who does what: `events` is reading with nothing made of it, `read` fills a case or a graph, `write` makes bytes of it. */
const CONTENDERS = [
  { name: 'bare saxes', program: 'saxes', acts: ['events'], formats: ['gexf', 'graphml'] },
  { name: 'Clew', program: 'clew', acts: ['events', 'read', 'write'], formats: Object.keys(FORMATS) },
  { name: 'graphology', program: 'graphology', acts: ['read', 'write'], formats: ['gexf'] },
  { name: 'graphology', program: 'graphology', acts: ['read'], formats: ['graphml'] },
  { name: 'networkx', program: 'networkx', acts: ['read', 'write'], formats: ['gexf', 'graphml', 'gml'] },
];

/** @param {readonly string[]} args `--small`, `--no-write`, and formats to keep to. */
export async function run(args = []) {
  const { nodes, edges } = args.includes('--small') ? SMALL : FULL;
  const wanted = (act) => act !== 'write' || !args.includes('--no-write');
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const formats = asked.length > 0 ? asked : Object.keys(FORMATS);
  mkdirSync(folder, { recursive: true });
  await bundle();
  const files = filesIn(folder, nodes, edges);
  const absent = { graphology: withoutPeers(), networkx: undefined };
  const python = pythonWith(folder, 'networkx>=3.4', 'networkx');
  absent.networkx = python.absent;
  for (const [name, why] of Object.entries(absent))
    if (why) console.warn(`SKIPPED: ${name} is not at hand: ${why}`);
  console.log(`${nodes} nodes, ${edges} edges; MB are of 1,000,000 bytes`);
  for (const format of formats) {
    const rows = CONTENDERS.filter((one) => one.formats.includes(format) && !absent[one.program]).flatMap(
      ({ name, program, acts }) =>
        acts.filter(wanted).map((act) => [
          `${act}: ${name}`,
          rowOf(
            measured(program, act, format, files[format], python.program),
            // A table of edges tells of its nodes only by their ends.
            { nodes: format === 'csv' && act === 'events' ? 0 : nodes, edges },
          ),
        ]),
    );
    console.log(`${format}`);
    console.table(Object.fromEntries(rows.sort(([a], [b]) => byAct(a) - byAct(b))));
  }
}

const byAct = (label) => ['events', 'read', 'write'].findIndex((act) => label.startsWith(act));

function measured(program, act, format, file, python) {
  const script = join(import.meta.dirname, 'formats');
  const [command, args] =
    program === 'networkx'
      ? [python, [join(script, 'networkx_child.py'), act, format, file]]
      : [process.execPath, ['--expose-gc', join(script, 'child.mjs'), program, act, format, file, folder]];
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: MOST_MS });
  if (!error && status === 0) return JSON.parse(stdout.trim().split('\n').at(-1));
  return {
    failure:
      error?.message ??
      stderr
        .trim()
        .split('\n')
        .findLast((line) => /error/i.test(line)) ??
      `exit ${status}`,
  };
}

const MB = 1_000_000;

function rowOf({ failure, seconds, cpu, bytes, peak, kept, ...counts }, wanted) {
  if (failure) process.exitCode = 1;
  if (failure) return { outcome: failure.slice(0, 60) };
  const right = counts.nodes === wanted.nodes && counts.edges === wanted.edges;
  if (!right) process.exitCode = 1;
  return {
    seconds: +seconds.toFixed(2),
    'of the processor': +cpu.toFixed(2),
    MB: +(bytes / MB).toFixed(1),
    'MB/s': +(bytes / MB / seconds).toFixed(1),
    'peak RSS, MB': Math.round(peak / MB),
    'kept (Node), MB': kept === undefined ? '' : Math.round(kept / MB),
    outcome: right ? 'right' : `${counts.nodes} nodes, ${counts.edges} edges`,
  };
}

const bundle = () =>
  build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'formats/clew.ts'),
      outDir: join(folder, 'clew'),
      target: 'node20',
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'clew.js', chunkFileNames: '[name].js' } },
    },
  });

/** Why the peers' packages cannot be had; undefined where they are there. */
function withoutPeers() {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true}\n');
  if (existsSync(join(folder, 'node_modules', 'graphology-graphml'))) return undefined;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stderr, error } = spawnSync(npm, ['install', '--no-audit', '--no-fund', ...PEERS], {
    cwd: folder,
    encoding: 'utf8',
    timeout: MOST_MS,
  });
  return status === 0 ? undefined : (error?.message ?? stderr.trim().split('\n').at(-1));
}

if (import.meta.filename === process.argv[1]) await run(process.argv.slice(2));
