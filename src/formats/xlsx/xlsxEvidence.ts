// Two sheets for people to read beside nodes and edges: the sources, and which of them says what.
import { titleOf } from '../../case/names.ts';
import type { Claim, Id } from '../../case/records.ts';
import type { Values } from '../../plugin/settings.ts';
import type { FlatGraph } from '../flat.ts';
import type { Outgoing } from '../format.ts';
import { byCodePoint } from '../order.ts';
import { toldOf } from '../told.ts';

const SOURCE_HEADS = [
  ...['Source id', 'Title', 'Form', 'Publisher', 'Author', 'Date', 'Address', 'Archived', 'Reliability'],
  'Notes on the source',
];
const CLAIM_HEADS = [
  ...['Claim id', 'About', 'Subject id', 'Property', 'Value', 'Stance', 'Source id', 'Source', 'Place'],
  ...['Credited to', 'When it held', 'Language', 'As the source spells it', 'Notes'],
];

/** By these first rows the reader knows the sheets, and leaves them to people. */
export const FOR_PEOPLE: readonly (readonly string[])[] = [SOURCE_HEADS, CLAIM_HEADS];

export interface TextSheet {
  readonly name: string;
  readonly heads: readonly string[];
  /** Of the columns, in characters. */
  readonly widths?: readonly number[];
  readonly count: number;
  readonly rows: Iterable<readonly (string | number)[]>;
}

/** Without what rests on confidential sources and, unless asked for, without what is denied; only of what `graph` shows. */
export function evidenceOf(out: Outgoing, settings: Values, graph: FlatGraph): readonly TextSheet[] {
  const { told } = toldOf(out, settings);
  const title = (id: Id): string => told.case.source(id)?.title ?? id;
  const claims = subjectsOf(graph).flatMap((id) => told.claimsOf(id));
  const sources = [...new Set(claims.map(({ source }) => source))]
    .sort(byCodePoint)
    .flatMap((id) => told.case.source(id) ?? []);
  const claimRow = (claim: Claim): string[] => [
    ...[claim.id, titleOf(told, claim.subject), claim.subject, claim.property, claim.value, claim.stance],
    ...[claim.source, title(claim.source), placesOf(claim)],
    (claim.attributedTo ?? []).map((id) => titleOf(told, id)).join(', '),
    ...[claim.held ?? '', claim.language ?? '', claim.original ?? '', claim.notes ?? ''],
  ];
  const sourceRows = sources.map((source) => [
    ...[source.id, source.title, source.form, source.publisher, source.author, source.date, source.address],
    ...[source.archived, source.reliability, source.notes],
  ]);
  return [
    {
      name: 'Sources',
      heads: SOURCE_HEADS,
      count: sources.length,
      rows: sourceRows.map((row) => row.map((text) => text ?? '')),
    },
    {
      name: 'Claims',
      heads: CLAIM_HEADS,
      count: claims.length,
      rows: claims.map(claimRow),
    },
  ];
}

const placesOf = ({ locators = [] }: Claim): string =>
  locators.flatMap(({ place, page }) => place ?? (page === undefined ? [] : `page ${page}`)).join('; ');

function subjectsOf({ nodes, edges }: FlatGraph): readonly Id[] {
  const subjects = new Set<Id>();
  for (const { id } of nodes) subjects.add(id);
  for (const { id, values } of edges) subjects.add(values.get('relation')?.[0] ?? id);
  return [...subjects];
}
