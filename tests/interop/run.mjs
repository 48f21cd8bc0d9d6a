// `npm run test:interop`: other programs read what Clew exports and must find as many nodes and edges as `clew stats` counts, and the
// same of each as far as `matrix.mjs` holds them to it; what they write, Clew must read.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { difference, factsOf } from './facts.mjs';
import { EXPORTS, WRITERS } from './matrix.mjs';
import { readersIn } from './readers.mjs';
import { GIVEN, misread } from './written.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.interop');
const clewPath = join(root, 'dist', 'cli', 'clew.js');

const EXTENSIONS = {
  gexf12: 'gexf',
  ftm: 'ftm.json',
  'ftm-csv': 'statements.csv',
  'ftm-json': 'statements.jsonl',
  'ftm-diagram': 'ftm',
  stix: 'stix.json',
  turtle: 'ttl',
  ntriples: 'nt',
  nquads: 'nq',
};

const CASES = {
  spector: join(root, 'graph-data', 'spector'),
  nasty: join(root, 'tests', 'interop', 'nasty.clew.json'),
};

const clew = (...args) =>
  execFileSync(process.execPath, [clewPath, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

execFileSync('npm', ['run', '--silent', 'build:cli'], { cwd: root, stdio: 'inherit' });
mkdirSync(folder, { recursive: true });
const readers = readersIn(folder);
const knownOf = new Map();
for (const [name, { absent }] of Object.entries(readers))
  if (absent) console.warn(`SKIPPED: ${name} is not at hand: ${absent}`);

const out = mkdtempSync(join(folder, 'out-'));
const rows = Object.entries(CASES).flatMap(([name, file]) => {
  const stats = JSON.parse(clew('stats', file, '--json'));
  return EXPORTS.flatMap((asked, i) => check({ name, file, stats, asked, stem: join(out, `${name}-${i}`) }));
});
for (const [writer, kinds] of Object.entries(WRITERS))
  for (const [kind, held] of Object.entries(kinds)) rows.push(readBack(writer, kind, held));
rmSync(out, { recursive: true });

const width = (pick) => Math.max(...rows.map((row) => pick(row).length));
const [caseWidth, formatWidth, readerWidth] = [
  width((row) => row.name),
  width((row) => row.format),
  width((row) => row.reader),
];
for (const { name, format, reader, outcome, says } of rows) {
  console.log(
    [
      name.padEnd(caseWidth),
      format.padEnd(formatWidth),
      reader.padEnd(readerWidth),
      outcome.padEnd(7),
      says,
    ].join('  '),
  );
}
printMatrix();
const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
console.log(`${count('ok')} passed, ${count('FAILED')} failed, ${count('skipped')} skipped`);
process.exitCode = count('FAILED') > 0 ? 1 : 0;

/** One row for each reader of an export. */
function check({ name, file, stats, asked, stem }) {
  const format = asked.to.join(' ');
  const isRelations = asked.kind.startsWith('ftm') || asked.lines !== undefined;
  const wanted = { ...stats.exported, ...(isRelations && { edges: stats.exported.relations }) };
  const statements = asked.lines && linesOf(file, asked.lines, stem);
  const files = exported(file, asked, stem);
  return Object.entries(asked.readers).map(([reader, held]) => {
    const row = { name, format, reader, kind: asked.kind, held };
    if (readers[reader].absent) return { ...row, outcome: 'skipped', says: 'not at hand' };
    if (files.error) return { ...row, outcome: 'FAILED', says: `the export failed: ${files.error}` };
    const found = foundBy(reader, asked.kind, files);
    if (found.error) return { ...row, outcome: 'FAILED', says: found.error };
    const same =
      found.nodes === wanted.nodes &&
      found.edges === wanted.edges &&
      (found.statements ?? statements) === statements;
    const differs =
      same && held.length > 0
        ? difference(known(file, asked.to.includes('--directed')), found.facts, held, asked.kind)
        : undefined;
    const issues = found.issues?.length ? `; it complains: ${found.issues[0]} (${found.issues.length})` : '';
    const stated = statements === undefined ? '' : `, ${found.statements} statements`;
    const otherwise = `, not ${wanted.nodes} and ${wanted.edges}${statements === undefined ? '' : ` and ${statements}`}`;
    const attributes = differs ? `; ${differs}` : held.length > 0 ? `, ${held.join(', ')}` : '';
    const says = `${found.nodes} nodes, ${found.edges} edges${stated}${same ? '' : otherwise}${attributes}${issues}`;
    return { ...row, outcome: same && !differs ? 'ok' : 'FAILED', says };
  });
}

function foundBy(reader, kind, files) {
  try {
    return readers[reader].count(kind, files);
  } catch (error) {
    return { error: String(error) };
  }
}

/** What Clew itself says is in the case, by its plainest format; worked out once for a case. */
function known(file, directed) {
  const key = `${file} ${directed}`;
  if (!knownOf.has(key)) {
    const path = join(out, `known-${knownOf.size}.json`);
    clew('export', file, '--to', 'nodeLink', ...(directed ? ['--directed'] : []), '-o', path);
    knownOf.set(key, factsOf(JSON.parse(readFileSync(path, 'utf8'))));
  }
  return knownOf.get(key);
}

/** The row for a file that another program writes and Clew reads. */
function readBack(writer, kind, held) {
  const row = { name: 'by others', format: `from ${kind}`, reader: writer, kind, held };
  if (readers[writer].absent) return { ...row, outcome: 'skipped', says: 'not at hand' };
  const file = join(out, `by-${writer}.${kind}`);
  try {
    readers[writer].write(kind, file, GIVEN);
    clew('convert', file, `${file}.json`, '--to', 'nodeLink');
    const wrong = misread(JSON.parse(readFileSync(`${file}.json`, 'utf8')), held);
    return {
      ...row,
      outcome: wrong ? 'FAILED' : 'ok',
      says: wrong ?? `4 nodes, 4 edges, ${held.join(', ')}`,
    };
  } catch (error) {
    return { ...row, outcome: 'FAILED', says: (error.stderr || error.message).trim().split('\n').at(-1) };
  }
}

/** Reader × format: what each was held to, out (→) and in (←); brackets where it did not hold or was skipped. */
function printMatrix() {
  const cell = ({ format, held, outcome }) => {
    const what = held.length === 0 ? 'counts' : held.join(' ');
    const arrow = format.startsWith('from ') ? '←' : '→';
    return outcome === 'ok' ? `${arrow} ${what}` : `${arrow} (${outcome}: ${what})`;
  };
  console.log('\nWhat each is held to');
  for (const reader of new Set(rows.map((row) => row.reader))) {
    const own = rows.filter((row) => row.reader === reader);
    for (const kind of new Set(own.map((row) => row.kind)))
      console.log(
        `  ${reader.padEnd(readerWidth)}  ${kind.padEnd(12)}  ${[...new Set(own.filter((row) => row.kind === kind).map(cell))].join('; ')}`,
      );
  }
  console.log('');
}

/** How many statements the case has, by Clew's own lines: a reader must find as many. */
function linesOf(file, to, stem) {
  const path = `${stem}.lines`;
  clew('export', file, '--to', ...to, '-o', path);
  return new Set(readFileSync(path, 'utf8').trimEnd().split('\n')).size;
}

function exported(file, { kind, to, parts = [undefined] }, stem) {
  const extension = EXTENSIONS[kind] ?? kind;
  try {
    return parts.map((part) => {
      const path = `${stem}${part ? `-${part}` : ''}.${extension}`;
      clew('export', file, '--to', ...to, ...(part ? ['--part', part] : []), '-o', path);
      return path;
    });
  } catch (error) {
    return { error: (error.stderr || error.message).trim().split('\n').at(-1) };
  }
}
