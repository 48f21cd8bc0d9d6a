// STIX 2.1: the exchange format of threat intelligence.
import { Cancelled } from '../../plugin/job.ts';
import type { Settings } from '../../plugin/settings.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format, Loss } from '../format.ts';
import { jsonStart } from '../jsonStart.ts';
import { wholeText } from '../text.ts';
import { looksLikeStix } from './stixObjects.ts';
import { readStix } from './stixRead.ts';
import { partialDates, stixText } from './stixWrite.ts';

const MIME = 'application/stix+json';
const { denied } = GRAPH_SETTINGS;

const SETTINGS = {
  denied,
  marking: {
    type: 'choice',
    default: 'none',
    label: 'Traffic Light Protocol',
    help: 'How far whoever gets the file may pass it on.',
    choices: [
      { id: 'none', label: 'none' },
      { id: 'TLP:WHITE', label: 'white: to everyone' },
      { id: 'TLP:GREEN', label: 'green: within the community' },
      { id: 'TLP:AMBER', label: 'amber: where needed' },
      { id: 'TLP:RED', label: 'red: to nobody else' },
    ],
  },
  authors: {
    type: 'boolean',
    reading: true,
    default: true,
    label: 'Ties to who created each object',
    help: 'Otherwise the id of the creator is kept as a value.',
  },
} satisfies Settings;

export const stix = {
  id: 'stix',
  label: 'STIX 2.1',
  usedBy: 'OpenCTI, MISP, ATT&CK, threat intelligence platforms',
  extensions: ['stix.json', 'json'],
  mime: MIME,
  settings: SETTINGS,
  sniff: (head) => (looksLikeStix(jsonStart(head)) ? 1 : 0),
  async read(chunks, sink, settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readStix(text, sink, settings);
  },
  write: (out, settings) => [
    { name: 'case.stix.json', mime: MIME, text: stixText(flatten(out, settings), out, settings) },
  ],
  loses: (out, settings) => {
    const partial: Loss = {
      what: 'partial dates of ties, which STIX cannot say: they stand in Clew’s own extension only',
      count: partialDates(flatten(out, settings)),
    };
    const others = graphLosses(out, settings, { positions: true, mixed: true, lists: true });
    return partial.count > 0 ? [...others, partial] : others;
  },
} satisfies Format;
