// Every format, in the order of the menu. A new one is one object in one file, added to this list.
import { InputError } from '../plugin/problem.ts';
import { anx } from './anx/anx.ts';
import { bods } from './bods/bods.ts';
import { canvas } from './canvas/canvas.ts';
import { clew } from './clew/clew.ts';
import { csv } from './csv/csv.ts';
import { cypher } from './cypher/cypher.ts';
import { cx1 } from './cx1/cx1.ts';
import { cx2 } from './cx2/cx2.ts';
import { cys } from './cys/cys.ts';
import { cyjs } from './cyjs/cyjs.ts';
import { dl } from './dl/dl.ts';
import { dot } from './dot/dot.ts';
import type { Format, Head, WritableFormat } from './format.ts';
import { ftm } from './ftm/ftm.ts';
import { ftmDiagram } from './ftm/ftmDiagram.ts';
import { ftmStatements } from './ftm/ftmStatements.ts';
import { gdf } from './gdf/gdf.ts';
import { gexf } from './gexf/gexf.ts';
import { gml } from './gml/gml.ts';
import { graphology } from './graphology/graphology.ts';
import { minivan } from './graphology/minivan.ts';
import { graphml } from './graphml/graphml.ts';
import { graphson } from './graphson/graphson.ts';
import { jgf } from './jgf/jgf.ts';
import { kumu } from './kumu/kumu.ts';
import { looksLike } from './looks.ts';
import { mtgx } from './mtgx/mtgx.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { neo4j } from './neo4j/neo4j.ts';
import { nodeLink } from './nodeLink/nodeLink.ts';
import { pajek } from './pajek/pajek.ts';
import { jsonld } from './rdf/jsonld.ts';
import { nquads } from './rdf/nquads.ts';
import { ntriples } from './rdf/ntriples.ts';
import { rdfxml } from './rdf/rdfxml.ts';
import { trig } from './rdf/trig.ts';
import { turtle } from './rdf/turtle.ts';
import { sif } from './sif/sif.ts';
import { stix } from './stix/stix.ts';
import { tgf } from './tgf/tgf.ts';
import { vault } from './vault/vault.ts';
import { vna } from './vna/vna.ts';
import { xlsx } from './xlsx/xlsx.ts';
import { xgmml } from './xgmml/xgmml.ts';

export const FORMATS: readonly Format[] = [
  clew,
  gexf,
  graphml,
  cyjs,
  csv,
  xlsx,
  neo4j,
  ftm,
  ftmStatements,
  ftmDiagram,
  cx2,
  cx1,
  xgmml,
  cys,
  sif,
  nodeLink,
  graphology,
  minivan,
  jgf,
  graphson,
  canvas,
  kumu,
  vault,
  mermaid,
  gml,
  dot,
  pajek,
  tgf,
  gdf,
  dl,
  vna,
  stix,
  bods,
  cypher,
  mtgx,
  anx,
  turtle,
  trig,
  ntriples,
  nquads,
  jsonld,
  rdfxml,
];

/** Those that can be exported to, in the same order. */
export const WRITABLE: readonly WritableFormat[] = FORMATS.filter(
  (format): format is WritableFormat => format.write !== undefined && format.loses !== undefined,
);

export const formatFor = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);

/** The format that recognises the file most surely, by its content; of `among` alone where that was chosen by hand. */
export function recognise(head: Head, among?: Format): Format | undefined {
  const guesses = (among ? [among] : FORMATS).map((format) => ({ format, sureness: format.sniff(head) }));
  const best = guesses.reduce((a, b) => (b.sureness > a.sureness ? b : a));
  return best.sureness > 0 ? best.format : undefined;
}

/** The same, or an `InputError` that says what the file is and what to do with it. */
export function detect(head: Head, name = ''): Format {
  const format = recognise(head);
  if (format) return format;
  const [what, advice] = looksLike(head, name);
  // Forty formats would bury the advice; without one they are all there is to say.
  const names = FORMATS.map(({ label, extensions }) => `${label} (.${extensions[0]})`);
  throw new InputError(
    `This looks like ${what}, which cannot be opened here. ${advice ?? `Clew opens ${names.join(', ')}.`}`,
  );
}
