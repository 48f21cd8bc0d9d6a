// Every format, in the order of the menu. A new one is one object in one file, added to this list.
import { InputError } from '../plugin/problem.ts';
import { clew } from './clew/clew.ts';
import { csv } from './csv/csv.ts';
import { cx1 } from './cx1/cx1.ts';
import { cx2 } from './cx2/cx2.ts';
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
import { looksLike } from './looks.ts';
import { neo4j } from './neo4j/neo4j.ts';
import { nodeLink } from './nodeLink/nodeLink.ts';
import { pajek } from './pajek/pajek.ts';
import { sif } from './sif/sif.ts';
import { tgf } from './tgf/tgf.ts';
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
  sif,
  nodeLink,
  graphology,
  minivan,
  jgf,
  graphson,
  gml,
  dot,
  pajek,
  tgf,
  gdf,
  dl,
  vna,
];

/** Those that can be exported to, in the same order. */
export const WRITABLE: readonly WritableFormat[] = FORMATS.filter(
  (format): format is WritableFormat => format.write !== undefined && format.loses !== undefined,
);

export const formatFor = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);

/** The format that recognises the file most surely, by its content. Throws `InputError` where none does. */
export function detect(head: Head): Format {
  const guesses = FORMATS.map((format) => ({ format, sureness: format.sniff(head) }));
  const best = guesses.reduce((a, b) => (b.sureness > a.sureness ? b : a));
  if (best.sureness > 0) return best.format;
  const names = FORMATS.map((format) => `${format.label} (.${format.extensions[0]})`);
  throw new InputError(
    `This looks like ${looksLike(head)}, which cannot be opened here. Clew opens ${names.join(', ')}.`,
  );
}
