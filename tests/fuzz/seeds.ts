// What inputs are made from: what Clew writes with every setting, samples by the formats' descriptions, and files by other programs.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recognised } from '../../src/formats/archive.ts';
import type { Format, Outgoing } from '../../src/formats/format.ts';
import { WRITABLE } from '../../src/formats/index.ts';
import { takeIn } from '../../src/formats/intake.ts';
import { claim, NASTY, outgoing, smallRecords } from '../formats/cases.ts';
import { bytesFor } from '../formats/roundTrip.ts';
import { samplesOf } from './samples.ts';

/** Larger files of others are left out: the same mistakes show in small ones, many times faster. */
const MOST_BYTES = 24 * 1024;

/** All seeds of a format. `peers` is the folder of files by other programs, where it is at hand. */
export async function seedsOf(format: Format, peers: string | undefined): Promise<Uint8Array[]> {
  const theirs = peers ? await byOthers(format, peers) : [];
  return [...written(format), ...samplesOf(format.id), ...theirs];
}

function written(format: Format): Uint8Array[] {
  const writable = WRITABLE.find(({ id }) => id === format.id);
  if (!writable) return [];
  return [small(), odd()].flatMap((out) =>
    everySetting(format).map((settings) => bytesFor(writable, out, settings)),
  );
}

const small = (): Outgoing => outgoing(smallRecords());

/** Three people of the nastiest short names, each with a value and a tie of that name. */
const odd = (): Outgoing =>
  outgoing([
    { kind: 'header', id: 'case', name: 'Odd' },
    { kind: 'source', id: 'post', title: 'The Post' },
    ...NASTY.filter((text) => text.trim() !== '' && text.length < 30).flatMap((text, i, all) => [
      { kind: 'entity', id: `n${text}`, schema: 'Person' } as const,
      { kind: 'relation', id: `r${text}`, schema: 'UnknownLink' } as const,
      claim(`n${text}`, 'name', text),
      claim(`n${text}`, i % 2 === 0 ? text : 'notes', text),
      claim(`r${text}`, 'subject', `n${text}`),
      claim(`r${text}`, 'object', `n${all[(i + 1) % all.length]}`),
    ]),
  ]);

/** The defaults, and each other value of each setting alone. */
function everySetting({ settings }: Format): Record<string, string | boolean>[] {
  const others = Object.entries(settings).flatMap(([name, setting]): Record<string, string | boolean>[] => {
    if (setting.type === 'boolean') return [{ [name]: !setting.default }];
    if (setting.type !== 'choice') return [];
    return setting.choices.filter(({ id }) => id !== setting.default).map(({ id }) => ({ [name]: id }));
  });
  return [{}, ...others];
}

async function byOthers(format: Format, folder: string): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const path of filesIn(folder)) {
    if (statSync(path).size > MOST_BYTES) continue;
    const bytes = new Uint8Array(readFileSync(path));
    const known = await takeIn(bytes)
      .then((content) => recognised(content, { name: path }))
      .catch(() => undefined);
    if (known?.format.id === format.id) found.push(bytes);
  }
  return found;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/^(MANIFEST\.tsv|README\.md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
