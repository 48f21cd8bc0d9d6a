// JSON-LD: RDF as JSON, with the meaning of its names in the file itself; nothing it points to is fetched.
import { Cancelled } from '../../plugin/job.ts';
import type { Format } from '../format.ts';
import { wholeText } from '../text.ts';
import { GRAPH_SETTINGS, rdfLosses, readRdf, sniffs, statementsOf } from './rdfFormat.ts';
import { parseJsonLd } from './rdfJsonRead.ts';
import { jsonLd } from './rdfJsonWrite.ts';
import { SCHEMA } from './rdfTerms.ts';

const MIME = 'application/ld+json';

export const jsonld = {
  id: 'jsonld',
  label: 'JSON-LD',
  usedBy: 'web pages (schema.org), Wikidata, RDF stores',
  extensions: ['jsonld', 'jsonld.json'],
  mime: MIME,
  settings: GRAPH_SETTINGS,
  sniff: sniffs('jsonld'),
  async read(chunks, sink, _settings, job) {
    const text = await wholeText(chunks);
    if (job.cancelled()) throw new Cancelled();
    await readRdf((tell, tally) => parseJsonLd(text, tell, tally), sink);
  },
  write: (out, settings) => [
    {
      name: 'case.jsonld',
      mime: MIME,
      text: jsonLd(
        statementsOf(out, settings, true),
        settings.vocabulary === 'schema.org' ? SCHEMA : undefined,
      ),
    },
  ],
  loses: (out, settings) => rdfLosses(out, settings, true),
} satisfies Format;
