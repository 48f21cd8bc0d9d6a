// The programs that read what Clew writes, installed on first use into `.interop/`; one that cannot be had says why.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cytoscapeReader, graphologyReader, jsonSchemaReader } from './inNode.mjs';
import { schemaReader } from './schemas.mjs';

const GEPHI = { group: 'org.gephi', artifact: 'gephi-toolkit', version: '0.10.1', classifier: 'all' };
/** Minutes are for a slow network; a reader that hangs is a failure. */
const INSTALL_MS = 8 * 60_000;
const READ_MS = 2 * 60_000;

function run(program, args, timeout, { cwd, input } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout,
    cwd,
    input,
    maxBuffer: 2 ** 26,
  });
  const complaint = error?.message ?? (stderr.trim() || stdout.trim()).split('\n').at(-1);
  return { ok: !error && status === 0, stdout: stdout ?? '', complaint };
}

/** A Python of its own with the packages; the missing ones are named by their reader. */
function python(folder) {
  const program = join(folder, 'venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (!existsSync(program)) {
    const made = run('python3', ['-m', 'venv', join(folder, 'venv')], INSTALL_MS);
    if (!made.ok) return { absent: `no Python environment: ${made.complaint}` };
  }
  return { program };
}

/** A Python in the folder that can import the module: `{program}`, or `{absent: why}`. */
export function pythonWith(folder, requirement, module) {
  const { program, absent } = python(folder);
  if (absent) return { absent };
  const present = () => run(program, ['-c', `import ${module}`], READ_MS).ok;
  if (!present()) {
    const installed = run(
      program,
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', requirement],
      INSTALL_MS,
    );
    if (!installed.ok || !present())
      return { absent: `pip cannot install ${requirement}: ${installed.complaint}` };
  }
  return { program };
}

const beside = (script) => join(import.meta.dirname, script);

/** A package that reads by `script` and, where `write.py` knows it, writes. */
function pythonReader(folder, requirement, name, { script = 'count.py', module = name } = {}) {
  const { program, absent } = pythonWith(folder, requirement, module);
  if (absent) return { absent };
  return {
    count: (kind, files) => counted(run(program, [beside(script), name, kind, ...files], READ_MS)),
    write: (kind, file, given) => {
      const input = JSON.stringify(given);
      const { ok, complaint } = run(program, [beside('write.py'), name, kind, file], READ_MS, { input });
      if (!ok) throw new Error(complaint);
    },
  };
}

/** Graphviz's own parser, by the program `dot`. */
function graphvizReader() {
  if (!run('dot', ['-V'], READ_MS).ok) return { absent: 'no dot (Debian: graphviz)' };
  return {
    count: (kind, files) =>
      counted(run('python3', [beside('facts.py'), 'Graphviz', kind, ...files], READ_MS)),
  };
}

/** Debian's raptor2-utils; Clew's own script counts what it writes. */
function rapperReader() {
  if (!run('rapper', ['--version'], READ_MS).ok) return { absent: 'no rapper (Debian: raptor2-utils)' };
  const script = join(import.meta.dirname, 'count.py');
  return { count: (kind, files) => counted(run('python3', [script, 'rapper', kind, ...files], READ_MS)) };
}

function gephiReader(folder) {
  const { group, artifact, version, classifier } = GEPHI;
  const jar = join(folder, `${artifact}-${version}-${classifier}.jar`);
  if (!run('java', ['-version'], READ_MS).ok) return { absent: 'no Java' };
  if (!existsSync(jar)) {
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';
    const what = `-Dartifact=${group}:${artifact}:${version}:jar:${classifier}`;
    const got = run('mvn', ['-q', '-B', goal, what, `-DoutputDirectory=${folder}`], INSTALL_MS, {
      cwd: folder,
    });
    if (!got.ok || !existsSync(jar))
      return { absent: `Maven cannot get ${artifact} ${version}: ${got.complaint}` };
  }
  const args = ['-Djava.awt.headless=true', '-cp', jar, join(import.meta.dirname, 'GephiCount.java')];
  return { count: (_kind, files) => counted(run('java', [...args, ...files], READ_MS)) };
}

/** What a reader printed: `{nodes, edges, statements?, issues?}`; or what it died of. */
function counted({ ok, stdout, complaint }) {
  if (!ok) return { error: complaint };
  try {
    return JSON.parse(stdout.trim().split('\n').at(-1));
  } catch {
    return { error: `it printed ${stdout.slice(0, 200)}` };
  }
}

/** Readers by name: `{count(kind, files)}` or `{absent: why}`. */
export function readersIn(folder) {
  mkdirSync(folder, { recursive: true });
  return {
    networkx: pythonReader(folder, 'networkx>=3.6', 'networkx', { script: 'facts.py' }),
    igraph: pythonReader(folder, 'igraph>=0.11', 'igraph', { script: 'facts.py' }),
    pydot: pythonReader(folder, 'pydot>=4', 'pydot', { script: 'facts.py' }),
    Graphviz: graphvizReader(),
    ndex2: pythonReader(folder, 'ndex2>=3.9', 'ndex2', { script: 'facts.py' }),
    graphology: graphologyReader,
    'Cytoscape.js': cytoscapeReader,
    'JSON Schema': jsonSchemaReader(),
    openpyxl: pythonReader(folder, 'openpyxl>=3.1', 'openpyxl'),
    followthemoney: pythonReader(folder, 'followthemoney>=4', 'followthemoney'),
    stix2: pythonReader(folder, 'stix2>=3', 'stix2'),
    rdflib: pythonReader(folder, 'rdflib>=7', 'rdflib'),
    rapper: rapperReader(),
    Gephi: gephiReader(folder),
    xmllint: schemaReader(),
  };
}
