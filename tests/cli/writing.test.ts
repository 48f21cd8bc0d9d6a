// The commands that write: export, convert and render, what they keep to themselves and what they leave behind on disk.
import { mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WRITABLE } from '../../src/formats/index.ts';
import { clew, smallText } from './memoryTerminal.ts';

const SPECTOR = fileURLToPath(new URL('../../graph-data/spector', import.meta.url));

let folder: string;
let small: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-writing-'));
  small = join(folder, 'case.clew.json');
  await writeFile(small, smallText());
});

afterAll(() => rm(folder, { recursive: true }));

/** All that can be read in a file, unpacked where it is a zip. */
const textIn = (bytes: Uint8Array): string =>
  strFromU8(bytes.subarray(0, 2)) === 'PK'
    ? Object.values(unzipSync(bytes)).map(textIn).join('\n')
    : new TextDecoder().decode(bytes);

describe('writing', () => {
  test('what was there stays whole, and nothing lies about afterwards', async () => {
    const path = join(folder, 'out.clew.json');
    await writeFile(path, 'old');
    expect((await clew(['convert', small, path])).code).toBe(0);
    expect(await readFile(path, 'utf8')).toBe(await readFile(small, 'utf8'));
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a link stays a link', async () => {
    const [target, link] = [join(folder, 'target.clew.json'), join(folder, 'link.clew.json')];
    await writeFile(target, 'old');
    await symlink(target, link);
    expect((await clew(['convert', small, link])).code).toBe(0);
    expect(await readFile(target, 'utf8')).toBe(await readFile(small, 'utf8'));
  });

  test('in place', async () => {
    const path = join(folder, 'same.clew.json');
    await writeFile(path, await readFile(small));
    expect((await clew(['convert', path, path])).code).toBe(0);
    expect(await readFile(path, 'utf8')).toBe(await readFile(small, 'utf8'));
  });

  test('a failed export leaves the old file', async () => {
    const path = join(folder, 'kept.clew.json');
    await writeFile(path, 'old');
    expect((await clew(['convert', 'no-such-file', path])).code).toBe(3);
    expect(await readFile(path, 'utf8')).toBe('old');
  });
});

describe('export', () => {
  test('tells first what will be lost', async () => {
    const { code, error } = await clew(['export', SPECTOR, '--to', 'gexf']);
    expect(code).toBe(0);
    expect(error).toMatch(/leaves behind:\n {2}\d+ /);
  });

  test('of a format in several files is a zip, or one part of it', async () => {
    const zip = await clew(['export', small, '--to', 'csv']);
    expect(zip.bytes.subarray(0, 2).toString()).toBe('PK');
    const part = await clew(['export', small, '--to', 'csv', '--part', 'edges']);
    expect(part.out.split('\n')[0]).toMatch(/Source/);
    expect((await clew(['export', small, '--to', 'csv', '--part', 'faces'])).code).toBe(2);
  });

  test('writes no binary to a terminal', async () => {
    const { code, out } = await clew(['export', small, '--to', 'csv'], { tty: true });
    expect([code, out]).toEqual([2, '']);
  });

  test.each(WRITABLE.map(({ id, extensions: [extension] }) => [id, extension!]))(
    '%s comes out of convert by its ending .%s, and is read again by its content',
    async (id, extension) => {
      const path = join(folder, `round.${extension}`);
      expect((await clew(['convert', small, path])).code).toBe(0);
      const nameless = join(folder, `round-${id}`);
      await rename(path, nameless);
      const { format, counts } = JSON.parse((await clew(['info', nameless, '--json'])).out);
      expect(format).toBe(id);
      // BODS has no place for an event.
      expect(counts.entities).toBe(id === 'bods' ? 4 : 5);
    },
  );

  test('takes the settings of the format as flags', async () => {
    const { out } = await clew(['export', small, '--to', 'gexf', '--version', '1.2', '--directed']);
    expect(out).toContain('version="1.2"');
    expect(out).not.toContain('undirected');
    expect((await clew(['export', small, '--to', 'gexf', '--version', '9'])).code).toBe(2);
  });

  test('keeps back what is confidential', async () => {
    for (const { id } of WRITABLE.filter((format) => format.id !== 'clew')) {
      const { bytes } = await clew(['export', small, '--to', id]);
      const out = textIn(bytes);
      expect(out, id).toMatch(/\bann\b/i);
      expect(out, id).not.toContain('The leak');
    }
  });
});

describe('render', () => {
  test.each(['svg', 'png', 'pdf'])('draws the same %s twice', async (kind) => {
    const argv = ['render', small, '--to', kind, '--layout', 'circle', '--scale', '1'];
    const [a, b] = [await clew(argv), await clew(argv)];
    expect([a.code, a.error]).toEqual([0, '']);
    expect(a.bytes.length).toBeGreaterThan(2000);
    expect(Buffer.compare(a.bytes, b.bytes)).toBe(0);
  });

  test('draws names as text, and nothing confidential', async () => {
    const { out } = await clew(['render', small, '--to', 'svg', '--layout', 'circle']);
    expect(out).toContain('Ann Ahlberg</tspan>');
    expect(out).not.toContain('The leak');
  });

  test('draws words: a picture with other names has other pixels', async () => {
    const argv = ['render', '-', '--to', 'png', '--layout', 'grid', '--scale', '1'];
    const input = await readFile(small, 'utf8');
    const [a, b] = [
      await clew(argv, { input }),
      await clew(argv, { input: input.replaceAll('Bo Berg', 'Bo Borg') }),
    ];
    expect(Buffer.compare(a.bytes, b.bytes)).not.toBe(0);
  });

  test.each([
    ['a kind that is none', ['--to', 'gif'], 2],
    ['no kind', [], 2],
    ['a layout that is none', ['--to', 'svg', '--layout', 'nonsense'], 2],
    ['a scale out of bounds', ['--to', 'png', '--scale', '9'], 2],
    ['a seed that is no number', ['--to', 'svg', '--layout', 'circle', '--seed', 'x'], 2],
    ['a view that is not there', ['--to', 'svg', '--view', 'x'], 4],
  ])('%s', async (_title, flags, code) => {
    expect((await clew(['render', small, ...flags])).code).toBe(code);
  });

  test('a saved view gives places and what it hides', async () => {
    const data = JSON.parse(await readFile(small, 'utf8'));
    data.views = [
      {
        id: 'v',
        name: 'My look',
        hidden: ['port'],
        placements: { ann: [0, 0], bo: [500, 0], acme: [0, 500], dinner: [500, 500] },
      },
    ];
    const { out } = await clew(['render', '-', '--to', 'svg', '--view', 'My look'], {
      input: JSON.stringify(data),
    });
    expect(out).toContain('Ann Ahlberg');
    expect(out).not.toContain('Port Authority');
    const graph = await clew(['export', '-', '--to', 'gexf', '--view', 'v', '--visible'], {
      input: JSON.stringify(data),
    });
    expect(graph.out).toContain('id="ann"');
    expect(graph.out).not.toContain('id="port"');
  });
});
