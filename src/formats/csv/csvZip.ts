// The tables of a zip: nodes.csv beside edges.csv, or the many of a neo4j-admin export.
import { InputError } from '../../plugin/problem.ts';
import type { Sink } from '../format.ts';
import { contentOf } from '../intake.ts';
import { SCRIPT } from '../neo4j/neo4jWrite.ts';
import * as zip from '../zip.ts';

export interface TableText {
  /** Of the member of a zip; empty where the file is the table. */
  readonly name: string;
  readonly text: string;
  readonly encoding: string;
}

export const TABLE = /\.(csv|tsv|tab)(\.gz|\.zst)?$/i;
const TEXT = /\.txt$/i;

/** Several tables are read together; one is a file like any other, which another format may know better. */
export const isTableSet = (members: readonly string[]): boolean =>
  tablesAmong(members).length > 1 && !members.includes(SCRIPT);

/** Texts are tables where there is nothing that is one by its name. */
function tablesAmong(members: readonly string[]): readonly string[] {
  const tables = members.filter((name) => TABLE.test(name));
  return tables.length > 0 ? tables : members.filter((name) => TEXT.test(name));
}

/** The tables of a zip; the sink hears what else is in it. Throws `InputError` where it holds none. */
export async function tablesIn(bytes: Uint8Array, sink: Sink): Promise<TableText[]> {
  const members = zip.membersOf(bytes);
  const wanted = new Set(tablesAmong(members.map(({ name }) => name)));
  const tables: TableText[] = [];
  for (const member of members) {
    const { name } = member;
    if (name === SCRIPT) continue;
    if (!wanted.has(name)) {
      sink.problem({ outcome: 'refused', where: name, what: 'It is no table, so it was left out.' });
      continue;
    }
    // A table packed once more is all that may lie in a zip of tables.
    const asked = sink.wish?.(name)?.dialect?.encoding;
    const inside = await contentOf(await zip.contentOf(bytes, member), 1, asked);
    const { bytes: text, problems, encoding = 'utf-8' } = inside;
    for (const problem of problems) sink.problem({ ...problem, where: name });
    tables.push({ name, text: new TextDecoder().decode(text), encoding });
  }
  if (tables.length === 0) throw new InputError('This zip holds no tables (.csv, .tsv, .txt).');
  return tables;
}
