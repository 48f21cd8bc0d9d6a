// An Obsidian vault in a zip: a note of Markdown for each entity, its values as front matter, its ties as links.
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { isZip, joined } from '../intake.ts';
import { readVault } from './vaultRead.ts';
import { vaultParts } from './vaultWrite.ts';

export const vault = {
  id: 'vault',
  label: 'Obsidian vault',
  usedBy: 'Obsidian, Logseq; Markdown notes in a zip',
  extensions: ['vault.zip'],
  mime: 'application/zip',
  settings: GRAPH_SETTINGS,
  sniff,
  async read(chunks, sink, _settings, job) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    await readVault(joined(pieces), sink, job);
  },
  write: (out, settings) => vaultParts(flatten(out, settings)),
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;

/** The names of members stand before them, after a signature and 26 bytes (APPNOTE.TXT, section 4.3.7). */
function sniff({ bytes }: Head): number {
  if (!isZip(bytes)) return 0;
  const names = [...namesIn(bytes)].filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
  if (names.some((name) => /(^|\/)\.obsidian\//.test(name))) return 0.95;
  return names.length > 0 && names.filter(isNote).length * 2 >= names.length ? 0.8 : 0;
}

const isNote = (name: string): boolean => /\.md$/i.test(name);

function* namesIn(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at + 30 < bytes.length; at++) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 3 || bytes[at + 3] !== 4) continue;
    const length = bytes[at + 26]! + bytes[at + 27]! * 256;
    yield decoder.decode(bytes.subarray(at + 30, at + 30 + length));
  }
}
