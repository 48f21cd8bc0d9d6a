// MTGX: a graph as Maltego saves it, a zip with GraphML inside. Experimental: no file by Maltego itself was at hand.
import { InputError } from '../../plugin/problem.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { isZip, joined, piecesOf } from '../intake.ts';
import { membersOf } from '../unzipping.ts';
import { readXml } from '../xml.ts';
import { xmlLosses } from '../xmlWriting.ts';
import { MtgxReader } from './mtgxRead.ts';
import { mtgxText, VERSION } from './mtgxWrite.ts';

const { denied } = GRAPH_SETTINGS;
const GRAPH = /^Graphs\/[^/]*\.graphml$/i;

export const mtgx = {
  id: 'mtgx',
  label: 'Maltego graph (experimental)',
  usedBy: 'Maltego',
  extensions: ['mtgx'],
  mime: 'application/zip',
  packed: true,
  settings: { denied },
  sniff,
  async read(chunks, sink, _settings, job) {
    const pieces: Uint8Array[] = [];
    for await (const piece of chunks) pieces.push(piece);
    const zip = joined(pieces);
    if (!isZip(zip)) throw new InputError('This is no Maltego graph: it is not a zip.');
    const graphs = await membersOf(zip, (name) => GRAPH.test(name));
    if (graphs.size === 0)
      throw new InputError(
        'This zip holds no graph of Maltego’s that can be read. A newer one (.mtgl) is in a form of its own: save it in Maltego as MTGX.',
      );
    for (const [name, bytes] of graphs) {
      const reader = new MtgxReader(sink, name);
      await readXml(piecesOf(bytes, job), reader, (problem) => sink.problem(problem), job);
      reader.end();
    }
    if (graphs.size > 1)
      sink.problem({
        outcome: 'kept',
        where: 'the file',
        what: `Its ${graphs.size} graphs were read as one.`,
      });
  },
  write: (out, settings) => [
    { name: 'version.properties', mime: 'text/plain', text: [VERSION] },
    {
      name: 'Graphs/Graph1.graphml',
      mime: 'application/xml',
      text: mtgxText(flatten(out, settings), out.seen.case.model),
    },
  ],
  loses: (out, settings) => [
    ...graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
    ...xmlLosses(flatten(out, settings)),
  ],
} satisfies Format;

/** By the names of members, which stand as they are between what is packed. A folder of graphs without GraphML is .mtgl. */
function sniff({ bytes }: Head): number {
  if (!isZip(bytes)) return 0;
  const names = new TextDecoder('latin1').decode(bytes);
  if (/Graphs\/[^/\0]{1,80}\.graphml/i.test(names)) return 0.95;
  return /PK\u0003\u0004[^]{26}(?:version\.properties|Graphs\/)/.test(names) ? 0.5 : 0;
}
