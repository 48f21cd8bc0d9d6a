// The table's four lists: what their columns are, and a row for each entity, relation, claim or dispute of the lens.
import { dateKey } from '../../../case/dates.ts';
import type { CaseUnderLens } from '../../../case/lens.ts';
import { relationLabel } from '../../../case/names.ts';
import type { Claim, Id } from '../../../case/records.ts';
import { stanceOf, supportOf } from '../../../case/support.ts';
import { list, sayValue } from '../../../case/wording.ts';
import type { CaseGraph } from '../../../graph/graph.ts';
import { sayPlaces } from '../../../case/saying.ts';
import { say, sayChain, sayClaim, sayCredit, sayType } from '../../parts/words.ts';
import { sideValue } from '../inspector/disputeWords.ts';
import { allDisputes } from '../inspector/summary.ts';

export type ListName = 'entities' | 'relations' | 'claims' | 'disputes';

export interface Column {
  readonly label: string;
  /** Share of the width, as in a grid's `fr`. */
  readonly share: number;
  readonly numeric?: boolean;
}

/** A cell in words; `key` sorts it where the words would not. */
export interface Cell {
  readonly text: string;
  readonly key?: number;
  /** The schema whose mark stands before the words. */
  readonly schema?: string;
}

export interface Row {
  readonly id: Id;
  /** What is selected with the row. */
  readonly subject: Id;
  /** The claim or dispute shown with it. */
  readonly claim?: Id;
  /** Worked out when first asked for, and kept. */
  cells(): readonly Cell[];
}

export const COLUMNS: Readonly<Record<ListName, readonly Column[]>> = {
  entities: [
    { label: 'Name', share: 3 },
    { label: 'Type', share: 2 },
    { label: 'From', share: 1.4 },
    { label: 'Ties', share: 0.8, numeric: true },
    { label: 'Claims', share: 0.8, numeric: true },
    { label: 'Sources', share: 1.1, numeric: true },
    { label: 'Disputed', share: 1.2 },
  ],
  relations: [
    { label: 'From', share: 2.4 },
    { label: 'Relation', share: 2.2 },
    { label: 'To', share: 2.4 },
    { label: 'Type', share: 1.5 },
    { label: 'Start', share: 1.2 },
    { label: 'End', share: 1.2 },
    { label: 'Stance', share: 1.1 },
    { label: 'Sources', share: 1.1, numeric: true },
    { label: 'Disputed', share: 1.2 },
  ],
  claims: [
    { label: 'About', share: 2.2 },
    { label: 'Property', share: 1.3 },
    { label: 'Value', share: 2.4 },
    { label: 'Stance', share: 1.1 },
    { label: 'Source', share: 2.2 },
    { label: 'Place', share: 2 },
    { label: 'Credited to', share: 1.4 },
  ],
  disputes: [
    { label: 'About', share: 2 },
    { label: 'Dispute', share: 2.2 },
    { label: 'Sides', share: 3 },
    { label: 'Kind', share: 1.2 },
    { label: 'Why', share: 4 },
  ],
};

/** Every row of a list, in the case's own order. */
export function rowsOf(name: ListName, seen: CaseUnderLens, graph: CaseGraph): readonly Row[] {
  if (name === 'entities') return Array.from(seen.entities(), ({ id }) => entityRow(seen, graph, id));
  if (name === 'relations') return Array.from(seen.relations(), ({ id }) => relationRow(seen, id));
  if (name === 'disputes') return allDisputes(seen).map((dispute) => disputeRow(seen, dispute));
  const rows: Row[] = [];
  for (const claim of seen.case.claims) if (seen.passes(claim)) rows.push(claimRow(seen, claim));
  return rows;
}

/** How many rows each list has. */
export const countsOf = (seen: CaseUnderLens, graph: CaseGraph): Readonly<Record<ListName, number>> => {
  const { claims, of } = seen.hidden();
  return {
    entities: graph.reduceNodes((n, _id, { kind }) => n + (kind === 'entity' ? 1 : 0), 0),
    relations: [...seen.relations()].length,
    claims: of - claims,
    disputes: allDisputes(seen).length,
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
const words = (text: string): Cell => ({ text });
const number = (n: number): Cell => ({ text: n.toLocaleString('en'), key: n });
const mark = (n: number): Cell => ({ text: n > 0 ? 'disputed' : '', key: -n });

/** The earliest of these properties' dates; empty where there is none. */
function date(claims: readonly Claim[], properties: readonly string[]): Cell {
  const dates = claims
    .filter((claim) => properties.includes(claim.property))
    .map(({ value }) => ({ value, key: dateKey(value) }));
  const first = dates.sort((a, b) => a.key - b.key)[0];
  return first ? { text: sayValue('date', first.value), key: first.key } : { text: '', key: Infinity };
}

function entityRow(seen: CaseUnderLens, graph: CaseGraph, id: Id): Row {
  return {
    id,
    subject: id,
    cells: once(() => {
      const claims = seen.claimsOf(id);
      return [
        { text: say(seen, id), schema: seen.case.schemaOf(id) },
        words(sayType(seen.case, id)),
        date(claims, ['date', 'startDate', 'birthDate', 'incorporationDate', 'fileDate']),
        number(graph.hasNode(id) ? graph.degree(id) : 0),
        number(claims.length),
        number(supportOf(seen.case, claims).sources.length),
        mark(seen.disputesOf(id).length),
      ];
    }),
  };
}

function relationRow(seen: CaseUnderLens, id: Id): Row {
  return {
    id,
    subject: id,
    cells: once(() => {
      const claims = seen.claimsOf(id);
      const ties = seen.tiesOf(id);
      const names = (ends: readonly Id[]) => words(list([...new Set(ends)].map((end) => say(seen, end))));
      return [
        names(ties.map(({ source }) => source)),
        words(relationLabel(seen, id)),
        names(ties.map(({ target }) => target)),
        words(sayType(seen.case, id)),
        date(claims, ['startDate', 'date']),
        date(claims, ['endDate']),
        words(stanceOf(ties.flatMap((tie) => tie.claims))),
        number(supportOf(seen.case, claims).sources.length),
        mark(seen.disputesOf(id).length),
      ];
    }),
  };
}

function claimRow(seen: CaseUnderLens, claim: Claim): Row {
  return {
    id: claim.id,
    subject: claim.subject,
    claim: claim.id,
    cells: once(() => {
      const { property, value } = sayClaim(seen, claim);
      const type = seen.case.model.property(
        seen.case.schemaOf(claim.subject) ?? 'Thing',
        claim.property,
      )?.type;
      return [
        words(say(seen, claim.subject)),
        words(property),
        type === 'date' ? { text: value, key: dateKey(claim.value) } : words(value),
        words(claim.stance),
        words(sayChain(seen.case, claim)),
        words(sayPlaces(claim)),
        words(sayCredit(seen, claim) ?? ''),
      ];
    }),
  };
}

function disputeRow(seen: CaseUnderLens, dispute: ReturnType<typeof allDisputes>[number]): Row {
  return {
    id: dispute.id,
    subject: dispute.subject,
    claim: dispute.id,
    cells: once(() => [
      words(say(seen, dispute.subject)),
      words(dispute.title),
      words(dispute.sides.map((side) => sideValue(seen, dispute, side)).join(' | ')),
      words(dispute.judgement ? 'judged' : dispute.severity),
      words(dispute.why),
    ]),
  };
}
