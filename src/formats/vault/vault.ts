// An Obsidian vault in a zip: a note of Markdown for each entity, its values as front matter, its ties as links.
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { joined } from '../pieces.ts';
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

function sniff({ members = [] }: Head): number {
  if (members.some((name) => /(^|\/)\.obsidian\//.test(name))) return 0.95;
  return members.length > 0 && members.filter(isNote).length * 2 >= members.length ? 0.8 : 0;
}

const isNote = (name: string): boolean => /\.md$/i.test(name);
