// MTGX: a graph as Maltego saves it, a zip with GraphML inside. Experimental: no file by Maltego itself was at hand.
import { InputError } from '../../plugin/problem.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Head } from '../format.ts';
import { piecesOf } from '../intake.ts';
import { joined } from '../pieces.ts';
import { readXml } from '../xml.ts';
import { xmlLosses } from '../xmlWriting.ts';
import { contentsOf, isZip } from '../zip.ts';
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
    const graphs = await contentsOf(zip, (name) => GRAPH.test(name));
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

/** A folder of graphs without GraphML is .mtgl. */
function sniff({ members = [] }: Head): number {
  if (members.some((name) => GRAPH.test(name))) return 0.95;
  return members.some((name) => /^(version\.properties$|Graphs\/)/.test(name)) ? 0.5 : 0;
}
