// The walls between the rooms: which room may import which, and which packages live in one room only.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The table of ARCHITECTURE.md. A room may always import itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  case: [],
  plugin: [],
  formats: ['case', 'plugin'],
  texts: ['formats', 'plugin'],
  graph: ['case'],
  leads: ['case', 'graph'],
  drafting: ['case'],
  analyses: ['case', 'graph', 'plugin'],
  layouts: ['case', 'graph', 'plugin'],
  view: ['case', 'graph'],
  pictures: ['view', 'plugin'],
  report: ['case', 'graph', 'leads', 'formats', 'view', 'pictures', 'plugin'],
  canvas: ['view'],
  worker: [
    'drafting',
    'formats',
    'texts',
    'analyses',
    'layouts',
    'pictures',
    'report',
    'graph',
    'view',
    'case',
    'plugin',
  ],
  app: [
    'drafting',
    'leads',
    'formats',
    'texts',
    'analyses',
    'layouts',
    'pictures',
    'report',
    'graph',
    'view',
    'case',
    'plugin',
    'canvas',
    'worker',
  ],
  cli: [
    'drafting',
    'leads',
    'formats',
    'texts',
    'analyses',
    'layouts',
    'pictures',
    'report',
    'graph',
    'view',
    'case',
    'plugin',
  ],
};

/** Packages that only some rooms may import. */
const KEPT: readonly { readonly packages: RegExp; readonly rooms: readonly string[] }[] = [
  { packages: /^cytoscape/, rooms: ['canvas', 'layouts'] },
  { packages: /^(svelte|bits-ui|@lucide\/svelte)(\/|$)/, rooms: ['app'] },
  { packages: /^compromise/, rooms: ['drafting'] },
  { packages: /^graphology/, rooms: ['graph', 'analyses', 'layouts'] },
  { packages: new RegExp(`^(node:.*|${builtinModules.join('|')})$`), rooms: ['cli'] },
];

/** Files outside `src/` that a room may import. */
const OUTSIDE: readonly { readonly file: RegExp; readonly rooms: readonly string[] }[] = [
  { file: /^policy\.ts$/, rooms: ['cli'] },
  { file: /^package\.json$/, rooms: ['cli', 'app'] },
  { file: /^graph-data\//, rooms: ['app'] },
];

/** Every import of a source: static, bare, re-exporting, dynamic, in types (`import('…')`), and by `new URL('…', import.meta.url)`. */
function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const quoted = String.raw`(?:'([^'\n]+)'|"([^"\n]+)"|\`([^\`\n]+)\`)`;
  const forms = [
    String.raw`\b(?:import|export)\s+(?:[\w$*\s,{}]+?\s+from\s*|)` + quoted,
    String.raw`\bimport\s*\(\s*(?:\/\*.*?\*\/\s*)?` + quoted,
    String.raw`\bnew\s+URL\(\s*` + quoted + String.raw`\s*,\s*import\.meta\.url`,
    String.raw`\brequire\(\s*` + quoted,
  ];
  return forms.flatMap((form) =>
    Array.from(code.matchAll(new RegExp(form, 'g')), ([, single, double, template]) =>
      (single ?? double ?? template)!.replace(/[?#].*$/, ''),
    ),
  );
}

const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

/** What is wrong with the imports of one file. `path` is from the root, with slashes. */
function breachesIn(path: string, source: string): string[] {
  const room = roomOf(path)!;
  return importsOf(source).flatMap((to) => {
    const allowed =
      to.startsWith('.') || to.startsWith('/') ? localAllowed(room, path, to) : packageAllowed(room, to);
    return allowed ? [] : [`${path} imports ${to}`];
  });
}

function localAllowed(room: string, path: string, to: string): boolean {
  const target = posix.normalize(posix.join(posix.dirname(path), to));
  const other = roomOf(target);
  if (!other) return OUTSIDE.some(({ file, rooms }) => file.test(target) && rooms.includes(room));
  return other === room || ROOMS[room]!.includes(other);
}

const packageAllowed = (room: string, name: string): boolean =>
  KEPT.every(({ packages, rooms }) => !packages.test(name) || rooms.includes(room));

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (/\.(ts|js|mjs|svelte)$/.test(entry.name)) yield path;
  }
}

const files = Array.from(filesUnder(join(ROOT, 'src')), (path) => relative(ROOT, path).split(sep).join('/'));

describe('the rooms', () => {
  test('every file of src lies in a room of the table', () => {
    expect(files.filter((path) => !ROOMS[roomOf(path) ?? ''])).toEqual([]);
    expect(files.length).toBeGreaterThan(30);
  });

  test('no file imports what its room may not', () => {
    expect(files.flatMap((path) => breachesIn(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  test('the table has no circle', () => {
    const seen = new Set<string>();
    const visit = (room: string, above: readonly string[]): void => {
      expect(above).not.toContain(room);
      if (seen.has(room)) return;
      for (const other of ROOMS[room]!) visit(other, [...above, room]);
      seen.add(room);
    };
    for (const room of Object.keys(ROOMS)) visit(room, []);
    expect(seen.size).toBe(Object.keys(ROOMS).length);
  });

  test.each([
    ['a static import', 'case', `import { project } from '../graph/project.ts';`],
    ['an import over several lines', 'case', `import {\n  project,\n  patch,\n} from "../graph/project.ts";`],
    ['a bare import', 'graph', `import '../view/scene.ts';`],
    ['a type import', 'case', `import type { Scene } from '../view/scene.ts';`],
    ['a re-export', 'formats', `export { project } from '../graph/project.ts';`],
    ['a dynamic import', 'view', `const it = await import('../canvas/mount.ts');`],
    ['an import in a type', 'case', `type It = import('../plugin/job.ts').Job;`],
    ['a worker by its address', 'cli', `new Worker(new URL('../worker/worker.ts', import.meta.url));`],
    ['a file with a query', 'cli', `import url from '../worker/worker.ts?worker';`],
    ['cytoscape outside the canvas', 'app', `import cytoscape from 'cytoscape';`],
    ['an extension of cytoscape outside the canvas', 'view', `import fcose from 'cytoscape-fcose';`],
    ['svelte outside the app', 'canvas', `import { mount } from 'svelte';`],
    ['node outside the command line', 'formats', `import { readFile } from 'node:fs/promises';`],
    ['node without its prefix', 'formats', `import { readFile } from 'fs';`],
    ['graphology in the case', 'case', `import Graph from 'graphology';`],
    [
      'a package of the app in a Svelte file’s script',
      'worker',
      `<script lang="ts">\n  import { Dialog } from 'bits-ui';\n</script>`,
    ],
    ['a file outside src', 'case', `import policy from '../../policy.ts';`],
  ])('%s is caught', (_title, room, source) => {
    expect(breachesIn(`src/${room}/planted.ts`, source)).toHaveLength(1);
  });

  test.each([
    ['its own room', 'case', `import { EMPTY } from './diff.ts';`],
    ['a room of the table', 'worker', `import type { Layout } from '../layouts/layout.ts';`],
    ['an ordinary package', 'formats', `import { strToU8 } from 'fflate';`],
    ['a comment that looks like an import', 'case', `// import { project } from '../graph/project.ts';`],
  ])('%s is let through', (_title, room, source) => {
    expect(breachesIn(`src/${room}/planted.ts`, source)).toEqual([]);
  });
});
