// `clew anchors` beside a case with its texts: what lands, what is missing, what was changed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { locatorAt } from '../../src/case/anchoring/locatorAt.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { clew as caseFormat } from '../../src/formats/clew/clew.ts';
import { bytesOf } from '../../src/formats/exporting.ts';
import { say, smallRecords } from '../smallCase.ts';
import { clew } from './memoryTerminal.ts';

const TEXT = 'Ann Ahlberg chairs the port.\n\nBo Berg was seen there in 2019.\n';
const at = (words: string) => locatorAt(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length)!;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-anchors-'));
  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  const { position } = at('seen there');
  const records = smallRecords().map((record) =>
    record.kind === 'source' && record.id === 'wire' ? { ...record, file: '../wire.txt', sha256 } : record,
  );
  const of = new Case([
    ...records,
    say('ann', 'position', 'chair', 'wire', { locators: [at('chairs the port')] }),
    say('bo', 'summary', 'seen at the port', 'wire', { locators: [{ position }] }),
  ]);
  const input = { seen: new CaseUnderLens(of), placements: new Map() };
  const job = { random: () => 0, cancelled: () => false, progress: () => {} };
  await writeFile(join(folder, 'case.clew.json'), bytesOf(caseFormat.write(input), job));
});
afterAll(() => rm(folder, { recursive: true }));

const landed = async () => {
  const { code, out } = await clew(['anchors', folder, '--json']);
  expect(code).toBe(0);
  return (
    JSON.parse(out) as {
      there: boolean;
      isOriginal?: boolean;
      placed?: { how: string }[];
      unplaced?: { reason: string }[];
    }[]
  )[0]!;
};

test('a text that is not there is said to be missing; a path in its name leads nowhere', async () => {
  await writeFile(join(folder, '..', `wire-${process.pid}.txt`), TEXT);
  expect((await landed()).there).toBe(false);
  await rm(join(folder, '..', `wire-${process.pid}.txt`));
  expect((await clew(['anchors', folder])).out).toContain('the text is not there');
});

test('in the text itself every place is found by position', async () => {
  await writeFile(join(folder, 'wire.txt'), TEXT);
  const { isOriginal, placed } = await landed();
  expect(isOriginal).toBe(true);
  expect(placed!.map(({ how }) => how)).toEqual(['position', 'position']);
  expect((await clew(['anchors', folder, '--all'])).out).toContain('“chairs the port”');
});

test('in a changed text quotes are found, and the position alone is not believed', async () => {
  await writeFile(join(folder, 'wire.txt'), `Corrected.\n\n${TEXT}`);
  const { isOriginal, placed, unplaced } = await landed();
  expect(isOriginal).toBe(false);
  expect(placed!.map(({ how }) => how)).toEqual(['quote']);
  expect(unplaced!.map(({ reason }) => reason).sort()).toEqual(
    expect.arrayContaining(['changed', 'nowhere']),
  );
});
