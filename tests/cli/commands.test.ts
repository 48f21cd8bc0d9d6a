// The commands, run as from a shell: what they print, where, and with which exit code.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { clew, smallText } from './memoryTerminal.ts';

const SPECTOR = fileURLToPath(new URL('../../graph-data/spector', import.meta.url));
const NASTY = fileURLToPath(new URL('../interop/nasty.clew.json', import.meta.url));

let folder: string;
let small: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-commands-'));
  small = join(folder, 'case.clew.json');
  await writeFile(small, smallText());
});

afterAll(() => rm(folder, { recursive: true }));

describe('help', () => {
  test('names every command and what the exit codes mean', async () => {
    const { code, out } = await clew(['help']);
    expect(code).toBe(0);
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect(out).toContain('Exit codes');
  });

  test.each(COMMANDS)('of %s has usage and examples that begin with its name', async (name) => {
    const { code, out } = await clew([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: clew ${name}`);
    const examples = out.slice(out.indexOf('Examples:')).split('\n').slice(1).filter(Boolean);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(example).toContain(`clew ${name}`);
  });
});

describe('drafting from a text', () => {
  const text = 'MINSK (BelPress) - Viktor Dreyer, 51, met Baltmar Shipping Ltd lawyers. Dreyer denied it.';
  const html = `<html><body><p>${text}</p></body></html>`;

  test.each([text, html])(
    'gives people and bodies with their words as JSON, from standard input: %s',
    async (input) => {
      const { code, out } = await clew(['draft', '-', '--only', 'person,organization', '--json'], { input });
      expect(code).toBe(0);
      const found = JSON.parse(out) as {
        kind: string;
        name: string;
        named: boolean;
        places: { quote: string }[];
      }[];
      expect(
        found.map(({ kind, name, named, places }) => [kind, name, named, places.map(({ quote }) => quote)]),
      ).toEqual([
        ['organization', 'BelPress', true, ['BelPress']],
        ['person', 'Viktor Dreyer', true, ['Viktor Dreyer', 'Dreyer']],
        ['organization', 'Baltmar Shipping Ltd', true, ['Baltmar Shipping Ltd']],
      ]);
    },
  );

  test('knows the kinds there are', async () => {
    expect((await clew(['draft', '-', '--only', 'people'], { input: text })).code).toBe(2);
    expect((await clew(['draft', '-', '--only', 'money'], { input: text })).code).toBe(4);
  });
});

describe('a mapping of the columns of a table', () => {
  const table = 'Who;Whom;Share\nAnn;Acme;12,5\nBob;Beta;7,5\n';

  test('is printed, and given back after a change of hand says how to read', async () => {
    const [csv, json, out] = ['t.csv', 't.json', 't.gexf'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(csv, table);
    const printed = await clew(['info', csv, '--mapping']);
    expect(JSON.parse(printed.out)).toMatchObject([
      { kind: 'edges', dialect: { delimiter: ';', decimal: ',' } },
    ]);
    await writeFile(
      json,
      printed.out.replace('"name":"Share","role":"property"', '"name":"Share","role":"ignore"'),
    );
    expect((await clew(['convert', csv, out, '--mapping', json])).code).toBe(0);
    expect(await readFile(out, 'utf8')).not.toContain('12.5');
    expect((await clew(['convert', csv, out])).code).toBe(0);
    expect(await readFile(out, 'utf8')).toContain('12.5');
  });

  test.each([
    ['no JSON', 'x', 3],
    ['an unknown role', '[{"columns":[{"name":"Who","role":"king"}]}]', 3],
    ['edges without an end', '{"kind":"edges","columns":[{"name":"Who","role":"ignore"}]}', 3],
  ])('%s ends with exit code %#', async (_, text, code) => {
    const [csv, json] = [join(folder, 't2.csv'), join(folder, 't2.json')];
    await writeFile(csv, table);
    await writeFile(json, text);
    expect((await clew(['convert', csv, '-', '--to', 'gexf', '--mapping', json])).code).toBe(code);
  });

  test('is not to be had of a file without tables', async () => {
    expect((await clew(['info', small, '--mapping'])).code).toBe(3);
  });
});

describe('exit codes', () => {
  test.each([
    ['an unknown command', ['nonsense'], 2],
    ['a missing argument', ['info'], 2],
    ['an argument too many', ['info', SPECTOR, 'x'], 2],
    ['an unknown option', ['info', SPECTOR, '--nonsense'], 2],
    ['an option without its value', ['search', SPECTOR, 'x', '--source'], 2],
    ['a missing file', ['info', 'no-such-file'], 3],
    ['a folder without a case', ['info', tmpdir()], 3],
    ['a file nobody can read', ['info', fileURLToPath(new URL('../../package.json', import.meta.url))], 3],
    ['an unknown stance', ['stats', SPECTOR, '--stance', 'guessed'], 2],
    ['an unknown type', ['stats', SPECTOR, '--type', 'Pirate'], 4],
    ['a grade that is none', ['stats', SPECTOR, '--credibility', '7'], 2],
    ['no date', ['stats', SPECTOR, '--when', 'soon'], 2],
    ['certainty without a date', ['stats', SPECTOR, '--certainly'], 2],
    ['no number of voices', ['stats', SPECTOR, '--voices', 'many'], 2],
    ['an unknown source', ['stats', SPECTOR, '--source', 'The Pirate'], 4],
    ['a source that fits several', ['stats', SPECTOR, '--source', 'post'], 4],
    ['words that find nothing', ['search', SPECTOR, 'zanzibar'], 4],
    ['an unknown format', ['export', SPECTOR, '--to', 'xyz'], 2],
    ['no format at all', ['export', SPECTOR], 2],
    ['a setting that is not offered', ['export', SPECTOR, '--to', 'clew', '--nonsense'], 2],
    ['a folder that is not there', ['export', SPECTOR, '--to', 'clew', '-o', '/no/such/folder/x'], 5],
    ['a folder as the output', ['export', SPECTOR, '--to', 'clew', '-o', tmpdir()], 5],
  ])('%s', async (_title, argv, expected) => {
    const { code, error } = await clew(argv);
    expect(code).toBe(expected);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).not.toMatch(/\n\s+at /);
  });

  test('validate is 0 for a sound case and 1 for one with an oddity', async () => {
    expect((await clew(['validate', SPECTOR])).code).toBe(0);
    const odd = JSON.parse(await readFile(small, 'utf8'));
    odd.entities[0].schema = 'Pirate';
    expect((await clew(['validate', '-'], { input: JSON.stringify(odd) })).code).toBe(1);
  });
});

describe('reading', () => {
  test('a folder means the case in it, and - standard input', async () => {
    const named = await clew(['stats', SPECTOR, '--json']);
    const piped = await clew(['stats', '-', '--json'], {
      input: await readFile(join(SPECTOR, 'case.clew.json')),
    });
    expect(named.code).toBe(0);
    expect(piped.out).toBe(named.out);
  });

  test('what is counted is what is there', async () => {
    const { counts } = JSON.parse((await clew(['info', small, '--json'])).out);
    expect(counts).toMatchObject({ sources: 3, entities: 5, relations: 3, claims: 24 });
  });
});

describe('the lens', () => {
  const stats = async (...flags: string[]) =>
    JSON.parse((await clew(['stats', small, '--json', ...flags])).out);

  test.each([
    ['a source by its title', ['--source', 'The leak'], { nodes: 2, edges: 1 }],
    ['a source by a part of its title', ['--source', 'leak'], { nodes: 2, edges: 1 }],
    ['all but a source', ['--not-source', 'leak', '--not-source', 'wire'], { nodes: 5, edges: 4 }],
    ['a type with those it covers', ['--type', 'LegalEntity'], { nodes: 4, edges: 3 }],
    ['a type in the plural', ['--type', 'people'], { nodes: 2, edges: 1 }],
    ['a type of relation', ['--relation-type', 'Ownership'], { nodes: 5, edges: 1 }],
    ['a property that ties', ['--relation-type', 'involved'], { nodes: 5, edges: 2 }],
    ['two stances', ['--stance', 'alleged', '--stance', 'denied'], { nodes: 3, edges: 2 }],
    ['a floor of reliability, which the ungraded pass', ['--reliability', 'b'], { nodes: 5, edges: 6 }],
    ['only what is graded', ['--graded'], { nodes: 0, edges: 0 }],
    ['as of a year', ['--when', '2013'], { nodes: 4, edges: 2 }],
    ['certainly in a year', ['--when', '2019', '--certainly'], { nodes: 5, edges: 3 }],
    ['two voices', ['--voices', '2'], { nodes: 4, edges: 0 }],
    ['two independent voices', ['--independent'], { nodes: 0, edges: 0 }],
  ])('%s', async (_title, flags, expected) => {
    expect((await stats(...flags)).graph).toEqual(expected);
  });
});

describe('what comes from data', () => {
  const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  test.each([
    ['info', [NASTY]],
    ['stats', [NASTY]],
    ['stats', [NASTY, '--json']],
    ['search', [NASTY, 'bell']],
    ['search', [NASTY, 'bell', '--json']],
    ['disputes', [NASTY]],
    ['validate', [NASTY]],
    ['search', [NASTY, '\u001b[31mred']],
  ])('%s lets no control character through: %j', async (name, argv) => {
    const { out, error } = await clew([name, ...argv], { tty: true });
    expect(out + error).not.toMatch(CONTROLS);
  });

  test('is whole in JSON, escaped', async () => {
    const [hit] = JSON.parse((await clew(['search', NASTY, 'bell', '--json'])).out);
    expect(hit.label).toContain('\u0007');
  });
});

test('sources says whom nobody has graded, and who draws on whom', async () => {
  const { code, out } = await clew(['sources', SPECTOR]);
  expect(code).toBe(0);
  expect(out).toMatch(/^Document 1 .*\(not graded\)\n {2}quotes /m);
  expect(out).not.toContain('cannot be judged');
});

describe('paths', () => {
  test('in order of time go one way and not the other', async () => {
    const dated = ['--in-time', '--dated-only'];
    const there = await clew(['paths', SPECTOR, 'Medvedev', 'Deputy Prime Minister', ...dated]);
    expect(there.code).toBe(0);
    expect(there.out).toContain('2012–2018');
    const { code, error } = await clew(['paths', SPECTOR, 'Gene Spector', 'FIDE', ...dated]);
    expect(code).toBe(4);
    expect(error).toContain('followed one another');
  });

  test('says each step with its sources, and which is weakest', async () => {
    const { code, out } = await clew(['paths', SPECTOR, 'Спектор', 'FIDE', '--limit', '1']);
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. Gene Spector .*\n {3}\S/);
    expect(out).toMatch(/^3\. Arkady Dvorkovich .* International Chess Federation \(/m);
    expect(out).toMatch(/^ {3}weakest: step 2/m);
  });

  test('goes around what it is to avoid', async () => {
    const [{ entities }] = JSON.parse(
      (await clew(['paths', SPECTOR, 'Spector', 'FIDE', '--avoid', 'first-sentence', '--json'])).out,
    );
    expect(entities.map(({ id }: { id: string }) => id)).not.toContain('first-sentence');
  });

  test.each([
    ['a name that fits several', ['a Moscow court', 'FIDE'], 'moscow-court'],
    ['a name that nobody bears', ['Spector', 'zanzibar'], 'zanzibar'],
    ['two whom nothing joins', ['Spector', 'FIDE', '--type', 'Person', '--type', 'Organization'], 'Spector'],
  ])('%s ends in 4, naming it', async (_title, argv, named) => {
    const { code, error } = await clew(['paths', SPECTOR, ...argv]);
    expect(code).toBe(4);
    expect(error).toContain(named);
  });
});

test('disputes prints each with both sides and their places', async () => {
  const { code, out } = await clew(['disputes', SPECTOR]);
  expect(code).toBe(0);
  const found = out.trim().split('\n\n').slice(0, -1);
  expect(found.length).toBeGreaterThan(6);
  for (const dispute of found) {
    const lines = dispute.split('\n').slice(2);
    expect(lines.filter((line) => /^ {2}\S/.test(line)).length).toBeGreaterThan(1);
    expect(lines.filter((line) => /^ {4}\S/.test(line)).length).toBeGreaterThan(1);
  }
});

describe('report', () => {
  test.each([
    ['pdf', '%PDF-'],
    ['html', '<!doctype html>'],
    ['xlsx', 'PK'],
    ['zip', 'PK'],
    ['md', '# '],
  ])('writes what OUT ends in: .%s', async (ending, start) => {
    const out = join(folder, `sheet.${ending}`);
    const { code } = await clew(['report', small, '-o', out, '--date', '2024-05-03']);
    expect(code).toBe(0);
    expect((await readFile(out)).subarray(0, start.length).toString()).toBe(start);
  });

  test('obeys the lens, and bears the day it is given', async () => {
    const { out } = await clew(['report', small, '--stance', 'affirmed', '--date', '2024-05-03']);
    expect(out).toContain('3 May 2024');
    expect(out).toContain('stance: only affirmed');
  });

  test.each([
    ['--to', 'doc'],
    ['--date', 'soon'],
    ['--paper', 'a5'],
  ])('refuses %s %s', async (...flag) => {
    expect((await clew(['report', small, ...flag])).code).toBe(2);
  });
});
