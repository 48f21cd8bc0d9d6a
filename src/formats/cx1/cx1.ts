// CX1: what NDEx gave out before CX2. Only read, since all that reads it now reads CX2.
import { Cancelled } from '../../plugin/job.ts';
import type { Format } from '../format.ts';
import { wholeText } from '../text.ts';
import { readCx1 } from './cx1Read.ts';

export const cx1 = {
  id: 'cx1',
  label: 'CX1',
  usedBy: 'NDEx, older Cytoscape',
  extensions: ['cx'],
  mime: 'application/json',
  settings: {},
  sniff: ({ text }) => (FIRST_ASPECT.test(text.slice(0, 2000)) ? 0.95 : 0),
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readCx1(text, sink);
  },
} satisfies Format;

/** A list whose first member is an aspect with elements; an object of another kind has no such names. */
const FIRST_ASPECT =
  /^\s*\[\s*\{\s*"(numberVerification|metaData|@context|(node|edge|network)Attributes|cartesianLayout|provenanceHistory|ndexStatus|nodes|edges)"\s*:\s*\[\s*(\{|\])/;
