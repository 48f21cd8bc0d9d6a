// Cytoscape sessions, read: a zip of networks, their tables and views, of Cytoscape 3; of Cytoscape 2, a zip of XGMML.
import type { Settings } from '../../plugin/settings.ts';
import type { Format } from '../format.ts';
import { joined } from '../pieces.ts';

/** Sessions of Cytoscape 3 have networks in a folder, those of Cytoscape 2 a list of them. Both lie in a folder of the day. */
const SESSION = /(^|\/)(cysession\.xml|networks\/[^/]+\.xgmml)$/;

export const cys = {
  id: 'cys',
  label: 'Cytoscape session',
  usedBy: 'Cytoscape desktop',
  extensions: ['cys'],
  mime: 'application/zip',
  settings: {
    network: {
      type: 'number',
      reading: true,
      default: 0,
      min: 0,
      max: 10_000,
      step: 1,
      label: 'Network',
      help: 'Its number in the account, where a session holds several; 0 takes all together.',
    },
  } satisfies Settings,
  sniff: ({ members }) => (members?.some((name) => SESSION.test(name)) ? 1 : 0),
  async read(chunks, sink, settings, job) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    const { readSession } = await import('./cysRead.ts');
    await readSession(joined(pieces), Number(settings.network), sink, job);
  },
} satisfies Format;
