// Every format, in the order of the menu. A new one is one object in one file, added to this list.
import { InputError } from '../plugin/problem.ts';
import { clew } from './clew/clew.ts';
import { csv } from './csv/csv.ts';
import { cx1 } from './cx1/cx1.ts';
import { cx2 } from './cx2/cx2.ts';
import { cyjs } from './cyjs/cyjs.ts';
import type { Format, Head, WritableFormat } from './format.ts';
import { dl } from './dl/dl.ts';
import { ftm } from './ftm/ftm.ts';
import { gdf } from './gdf/gdf.ts';
import { gexf } from './gexf/gexf.ts';
import { graphml } from './graphml/graphml.ts';
import { looksLike } from './looks.ts';
import { sif } from './sif/sif.ts';
import { xgmml } from './xgmml/xgmml.ts';

export const FORMATS: readonly Format[] = [
  clew,
  gexf,
  graphml,
  cyjs,
  csv,
  ftm,
  cx2,
  cx1,
  xgmml,
  sif,
  gdf,
  dl,
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
