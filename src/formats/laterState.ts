// Which source of a case a file is a later state of: by its bytes, its columns, its name and whom it speaks of.
import type { ReadonlyCase } from '../case/case.ts';
import type { Id, Source } from '../case/records.ts';
import type { TableMapping } from '../case/tableMapping.ts';
import type { Import } from './importing.ts';
import type { FoundTable } from './tables/table.ts';

/** The likeliest; undefined where none is likely. Columns or a name alone are no proof: many files have those. */
export function earlierState(of: ReadonlyCase, imported: Import): Source | undefined {
  const incoming = imported.records.find(
    (record): record is Source => record.kind === 'source' && record.sha256 !== undefined,
  );
  if (!incoming) return undefined;
  const ranked = Array.from(of.sources())
    .filter(({ file }) => file !== undefined)
    .map((source) => ({ source, rank: rankOf(of, source, incoming, imported) }))
    .filter(({ rank }) => rank >= 2)
    .sort((a, b) => b.rank - a.rank);
  return ranked[0]?.source;
}

function rankOf(of: ReadonlyCase, source: Source, incoming: Source, imported: Import): number {
  if (source.sha256 !== undefined && source.sha256 === incoming.sha256) return 4;
  const fits =
    source.tables !== undefined && imported.tables.length > 0 && fitsAll(source.tables, imported.tables);
  const named = stemOf(source.file!) === stemOf(incoming.file ?? '');
  if (source.tables && imported.tables.length > 0 && !fits) return 0;
  return Number(fits) + Number(named) + Number(speaksOfTheSame(of, source.id, imported));
}

/** "companies 2021-03 (1).csv" and "Companies_april.CSV" are both "companies". */
export const stemOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(\.[a-z]{1,8}){1,2}$/, '')
    .replace(MONTHS, ' ')
    .replace(/[\W\d_]+/g, '');
const MONTHS =
  /(?<![a-z])(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?|copy|final|new|latest|v\d+)(?![a-z])/g;

/** Each table that was mapped is there, with all columns that mattered and most of the others. */
const fitsAll = (saved: readonly TableMapping[], found: readonly FoundTable[]): boolean =>
  saved.every((mapping) =>
    found.some(
      (table) =>
        (saved.length === 1 || table.mapping.table === mapping.table) && fits(mapping, table.mapping),
    ),
  );

/** Columns are known by their names; where no row names them, by how many there are. */
export function fits(saved: TableMapping, found: TableMapping): boolean {
  if (saved.dialect.header === 0)
    return found.dialect.header === 0 && found.columns.length === saved.columns.length;
  const here = new Set(found.columns.map(({ name }) => name));
  const meant = saved.columns.filter(({ role }) => role !== 'ignore');
  const missing = meant.filter(({ name }) => !here.has(name));
  return missing.every(({ role }) => role === 'property') && missing.length * 5 <= meant.length;
}

/** Of the first hundred entities, some are spoken of by the source. */
function speaksOfTheSame(of: ReadonlyCase, source: Id, { records }: Import): boolean {
  const entities = records.filter(({ kind }) => kind === 'entity').slice(0, 100);
  return entities.some(({ id }) =>
    [id, `${id} (${source})`].some((known) =>
      of.claims.claimsOf(known).some((claim) => claim.source === source),
    ),
  );
}
