// Cypher: a script of statements that fills a graph database.
import { Cancelled } from '../../plugin/job.ts';
import type { Settings } from '../../plugin/settings.ts';
import { flatten, GRAPH_SETTINGS, graphLosses } from '../flat.ts';
import type { Format } from '../format.ts';
import { wholeText } from '../text.ts';
import { HEAD, readCypher } from './cypherRead.ts';
import { cypherText } from './cypherWrite.ts';

const MIME = 'application/x-cypher-query';
const { denied } = GRAPH_SETTINGS;

const SETTINGS = {
  denied,
  form: {
    type: 'choice',
    default: 'batches',
    label: 'Statements',
    help: 'Batches are faster; single ones can be read and cut by people.',
    choices: [
      { id: 'batches', label: 'in batches of 1,000' },
      { id: 'plain', label: 'one for each node and tie' },
    ],
  },
} satisfies Settings;

const COMMENTS = /^(?:[\s\ufeff]+|\/\/[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*/;
const START =
  /^(?:CREATE\s*\(|CREATE\s+(?:CONSTRAINT|(?:\w+\s+)?INDEX)\b|MERGE\s*\(|MATCH\s*\(|UNWIND\s*[[$]|:(?:begin|param|commit|auto)\b|LOAD\s+CSV\b|CALL\s+\w+\.)/i;

export const cypher = {
  id: 'cypher',
  label: 'Cypher script',
  usedBy: 'Neo4j, Memgraph, FalkorDB',
  extensions: ['cypher', 'cql', 'cyp'],
  mime: MIME,
  settings: SETTINGS,
  sniff({ text }) {
    if (text.startsWith(HEAD)) return 0.85;
    const start = text.slice(COMMENTS.exec(text.slice(0, 20_000))![0].length);
    return START.test(start.slice(0, 200)) ? 0.85 : 0;
  },
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    readCypher(text, sink);
  },
  write: (out, settings) => [
    {
      name: 'case.cypher',
      mime: MIME,
      text: cypherText(flatten(out, settings), settings.form === 'plain' ? 'plain' : 'batches'),
    },
  ],
  loses: (out, settings) => graphLosses(out, settings, { positions: true, mixed: true, lists: true }),
} satisfies Format;
