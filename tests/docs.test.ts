// The commands in the worked example and the README run, and print what the text says of them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clew } from './cli/memoryTerminal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const text = readFileSync(`${root}docs/evidence.md`, 'utf8');

/** Lines of code blocks, and code in the text, that begin with `clew` and are about a case that ships with it. */
const commands = [
  ...new Set(Array.from(text.matchAll(/^clew .+$|(?<=`)clew [^`]+/gm), ([line]) => line)),
].filter((line) => line.includes('graph-data/'));

/** Words, those in double quotes as one. */
const wordsOf = (line: string): string[] =>
  Array.from(line.matchAll(/"([^"]*)"|\S+/g), ([word, quoted]) => quoted ?? word)
    .slice(1)
    .map((word) => word.replace(/^graph-data\//, `${root}graph-data/`));

const run = (line: string) => clew(wordsOf(line));

describe('docs/evidence.md', () => {
  test.each(commands)('%s', async (line) => {
    const { code, out } = await run(line);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(10);
  });

  test('has commands to run', () => expect(commands.length).toBeGreaterThan(10));

  test('gives the lengths that the sources give', async () => {
    const { out } = await run('clew disputes graph-data/spector');
    for (const said of ['3 years 6 months', '4 years', 'over 3 years', 'another of 15 years'])
      expect(out).toContain(said);
  });

  test('says rightly that nothing is stated to be independent', async () => {
    const { out } = await run('clew stats graph-data/spector --voices 2 --independent --json');
    expect(JSON.parse(out).graph).toEqual({ nodes: 0, edges: 0 });
  });

  test('says rightly how many claims there are', () => {
    const { claims } = JSON.parse(readFileSync(`${root}graph-data/spector/case.clew.json`, 'utf8')) as {
      claims: readonly unknown[];
    };
    expect(text).toContain(`the ${claims.length} claims`);
  });
});
