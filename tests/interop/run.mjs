// `npm run test:interop`: other programs read what Clew exports, and must find as many nodes and edges as `clew stats` counts.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readersIn } from './readers.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.interop');
const clewPath = join(root, 'dist', 'cli', 'clew.js');

/** What is exported, and who must read it. Readers that refuse a graph of both directed and undirected edges get it all directed. */
const EXPORTS = [
  { kind: 'gexf', to: ['gexf'], readers: ['Gephi', 'xmllint'] },
  { kind: 'gexf', to: ['gexf', '--directed'], readers: ['networkx', 'Gephi'] },
  { kind: 'gexf12', to: ['gexf', '--version', '1.2'], readers: ['Gephi', 'xmllint'] },
  { kind: 'gexf12', to: ['gexf', '--version', '1.2', '--directed'], readers: ['networkx', 'Gephi'] },
  { kind: 'graphml', to: ['graphml'], readers: ['igraph', 'Gephi', 'xmllint'] },
  { kind: 'graphml', to: ['graphml', '--directed'], readers: ['networkx', 'igraph', 'Gephi'] },
  { kind: 'csv', to: ['csv'], parts: ['nodes', 'edges'], readers: ['Gephi'] },
  { kind: 'xlsx', to: ['xlsx'], readers: ['openpyxl'] },
  { kind: 'xlsx', to: ['xlsx', '--evidence'], readers: ['openpyxl'] },
  { kind: 'ftm', to: ['ftm'], readers: ['followthemoney'] },
  { kind: 'ftm-csv', to: ['ftm-statements'], readers: ['followthemoney'] },
  { kind: 'ftm-json', to: ['ftm-statements', '--form', 'json'], readers: ['followthemoney'] },
  { kind: 'gexf', to: ['gexf', '--carrier'], readers: ['Gephi'] },
  { kind: 'graphml', to: ['graphml', '--carrier', '--directed'], readers: ['networkx', 'igraph', 'Gephi'] },
  { kind: 'ftm-csv', to: ['ftm-statements', '--carrier'], readers: ['followthemoney'] },
  { kind: 'ftm-json', to: ['ftm-statements', '--form', 'json', '--carrier'], readers: ['followthemoney'] },
  { kind: 'stix', to: ['stix'], readers: ['stix2'] },
  { kind: 'ftm-diagram', to: ['ftm-diagram'], readers: ['followthemoney'] },
  { kind: 'turtle', to: ['turtle'], lines: ['ntriples'], readers: ['rdflib', 'rapper'] },
  {
    kind: 'turtle',
    to: ['turtle', '--claims'],
    lines: ['ntriples', '--claims'],
    readers: ['rdflib', 'rapper'],
  },
  { kind: 'trig', to: ['trig'], lines: ['nquads'], readers: ['rdflib', 'rapper'] },
  { kind: 'ntriples', to: ['ntriples'], lines: ['ntriples'], readers: ['rdflib', 'rapper'] },
  { kind: 'nquads', to: ['nquads'], lines: ['nquads'], readers: ['rdflib', 'rapper'] },
  { kind: 'jsonld', to: ['jsonld'], lines: ['nquads'], readers: ['rdflib'] },
];

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
for (const [name, { absent }] of Object.entries(readers))
  if (absent) console.warn(`SKIPPED: ${name} is not at hand: ${absent}`);

const out = mkdtempSync(join(folder, 'out-'));
const rows = Object.entries(CASES).flatMap(([name, file]) => {
  const stats = JSON.parse(clew('stats', file, '--json'));
  return EXPORTS.flatMap((asked, i) => check({ name, file, stats, asked, stem: join(out, `${name}-${i}`) }));
});
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
  return asked.readers.map((reader) => {
    const row = { name, format, reader };
    if (readers[reader].absent) return { ...row, outcome: 'skipped', says: 'not at hand' };
    if (files.error) return { ...row, outcome: 'FAILED', says: `the export failed: ${files.error}` };
    const found = readers[reader].count(asked.kind, files);
    if (found.error) return { ...row, outcome: 'FAILED', says: found.error };
    const same =
      found.nodes === wanted.nodes &&
      found.edges === wanted.edges &&
      (found.statements ?? statements) === statements;
    const issues = found.issues?.length ? `; it complains: ${found.issues[0]} (${found.issues.length})` : '';
    const stated = statements === undefined ? '' : `, ${found.statements} statements`;
    const otherwise = `, not ${wanted.nodes} and ${wanted.edges}${statements === undefined ? '' : ` and ${statements}`}`;
    const says = `${found.nodes} nodes, ${found.edges} edges${stated}${same ? '' : otherwise}${issues}`;
    return { ...row, outcome: same ? 'ok' : 'FAILED', says };
  });
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
