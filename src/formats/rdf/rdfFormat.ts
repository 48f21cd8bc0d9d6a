// What the formats of RDF share: how they are recognised, read and written.
import type { Loss, Format, Outgoing } from '../format.ts';
import { ALLEGED, graphLosses } from '../losses.ts';
import { Tally } from '../tally.ts';
import { TELLING } from '../told.ts';
import type { Settings, Values } from '../../plugin/settings.ts';
import { RdfGraph } from './rdfGraph.ts';
import { RdfReader } from './rdfRead.ts';
import { SchemaOrgStatements, schemaOrgLosses } from './rdfSchemaOrg.ts';
import { rdfForm, type RdfForm } from './rdfSniff.ts';
import { isLiteral, type Statement } from './rdfTerms.ts';
import { UNWRITABLE } from './rdfText.ts';
import { CaseStatements } from './rdfWrite.ts';

const VOCABULARY = {
  vocabulary: {
    type: 'choice',
    default: 'ftm',
    label: 'Vocabulary',
    choices: [
      { id: 'ftm', label: 'FollowTheMoney, with who says what' },
      { id: 'schema.org', label: 'schema.org, a plain view' },
    ],
  },
  ...TELLING,
} satisfies Settings;

/** Graphs name the source of what stands in them. */
export const GRAPH_SETTINGS = VOCABULARY;
/** Without graphs, only a node for each claim can name its source. */
export const TRIPLE_SETTINGS = {
  ...VOCABULARY,
  claims: {
    type: 'boolean',
    default: false,
    label: 'Say for each claim who says it',
    help: 'Each becomes an rdf:Statement beside its triple: about ten triples for one.',
  },
} satisfies Settings;

export const sniffs =
  (form: RdfForm): Format['sniff'] =>
  (head) =>
    rdfForm(head) === form ? 0.85 : 0;

/** Reads all statements with `parse`, then tells what they say. */
export async function readRdf(
  parse: (tell: (statement: Statement) => void, tally: Tally) => Promise<void>,
  ...[sink]: [Parameters<Format['read']>[1]]
): Promise<void> {
  const tally = new Tally();
  const graph = new RdfGraph();
  await parse((statement) => graph.add(statement), tally);
  graph.finish();
  new RdfReader(graph, sink, tally).read();
  tally.tell((problem) => sink.problem(problem));
}

export function statementsOf(out: Outgoing, settings: Values, graphs: boolean): Iterable<Statement> {
  if (settings.vocabulary === 'schema.org') return new SchemaOrgStatements(out, settings).all();
  return new CaseStatements(out, settings, { graphs, reified: settings.claims === true }).all();
}

export function rdfLosses(out: Outgoing, settings: Values, graphs: boolean): readonly Loss[] {
  if (settings.vocabulary === 'schema.org') return schemaOrgLosses(out, settings);
  const evidence = graphs || settings.claims === true;
  const shared = graphLosses(out, settings, { mixed: true, lists: true, ownTypes: true, evidence });
  const told = shared.map((loss) => (loss.what === ALLEGED ? { ...loss, what: SPOKEN_OF } : loss));
  let shown = 0;
  for (const { object } of statementsOf(out, settings, graphs))
    if (isLiteral(object) && object.text.search(UNWRITABLE) >= 0) shown++;
  return shown === 0 ? told : [...told, { what: UNSPELT, count: shown }];
}

const SPOKEN_OF = 'values and ties that are only alleged: not stated, but spoken of as rdf:Statement';
const UNSPELT = 'texts with characters that RDF cannot spell, shown as \ufffd';
