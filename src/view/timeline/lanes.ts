// Lanes of a timeline: its bars by who takes part, or by their type.
import type { CaseUnderLens } from '../../case/lens.ts';
import { nameOf } from '../../case/names.ts';
import type { Id } from '../../case/records.ts';
import { widthOf } from '../labels.ts';
import { allOf, type Bar, type Happening } from './bars.ts';

export const LANES_BY = ['entity', 'type'] as const;
export type LanesBy = (typeof LANES_BY)[number];

export interface Lane {
  /** The entity's id or the type's name; empty for what nobody is said to take part in. */
  readonly id: string;
  readonly label: string;
  /** Whose mark stands at its label. */
  readonly schema: string | undefined;
  /** From early to late. */
  readonly bars: readonly LaneBar[];
}

export interface LaneBar {
  readonly bar: Bar;
  /** What the lane's own label leaves to be said: in the lane of Ann "chair – Acme". */
  readonly label: string;
  /** Pixels that the label takes. */
  readonly width: number;
}

/** Pixels: the size of labels. */
const LABEL_SIZE = 11.5;

/**
 * The lane with most bars first, then by name. By entity a bar lies in the lane of everyone it concerns, so that a lane
 * tells all of its entity; events have no lane of their own.
 */
export const lanesOf = (seen: CaseUnderLens, bars: readonly Bar[], by: LanesBy): readonly Lane[] =>
  allOf(laneBits(seen, bars, by));

/** The same bit by bit: it pauses after each bar and each lane. */
export function* laneBits(
  seen: CaseUnderLens,
  bars: readonly Bar[],
  by: LanesBy,
): Generator<undefined, readonly Lane[]> {
  const names = nameCache(seen);
  const lanes = new Map<string, LaneBar[]>();
  for (const bar of bars) {
    for (const lane of by === 'type' ? [bar.schema] : partiesOf(seen, bar)) {
      const inLane = lanes.get(lane) ?? [];
      lanes.set(lane, inLane);
      const label = labelOf(bar, names, by === 'entity' ? lane : undefined);
      inLane.push({ bar, label, width: widthTaken(label) });
    }
    yield;
  }
  const named: Lane[] = [];
  for (const [id, bars] of lanes) {
    named.push({ id, bars, ...titleOf(seen, id, by, names) });
    yield;
  }
  return named.sort(compareLanes);
}

const { compare: alphabetically } = new Intl.Collator('en');
const compareLanes = (a: Lane, b: Lane): number =>
  Number(a.id === '') - Number(b.id === '') ||
  b.bars.length - a.bars.length ||
  alphabetically(a.label, b.label) ||
  (a.id < b.id ? -1 : 1);

function titleOf(seen: CaseUnderLens, id: string, by: LanesBy, names: (id: Id) => string) {
  if (by === 'type') return typeTitle(seen, id);
  return id === ''
    ? { label: 'Nobody named', schema: undefined }
    : { label: names(id), schema: seen.case.schemaOf(id) };
}

/** Relations have no mark. */
function typeTitle(seen: CaseUnderLens, id: string) {
  const schema = seen.case.model.schema(id);
  return { label: schema.plural, schema: schema.edge ? undefined : id };
}

/** What a browser takes may be somewhat more than is reckoned. */
const widthTaken = (label: string): number => Math.ceil(widthOf(label, LABEL_SIZE) * 1.06) + 4;

function partiesOf(seen: CaseUnderLens, bar: Bar): readonly Id[] {
  const isEvent = (id: Id) => seen.case.model.isA(seen.case.schemaOf(id) ?? 'Thing', 'Event');
  const parties = bar.with.filter((id) => !isEvent(id));
  return parties.length > 0 ? parties : [''];
}

const nameCache = (seen: CaseUnderLens): ((id: Id) => string) => {
  const names = new Map<Id, string>();
  return (id) => {
    const known = names.get(id) ?? nameOf(seen, id);
    names.set(id, known);
    return known;
  };
};

/** More ends of a relation than this are counted. */
const NAMED = 2;

/**
 * What happened, and for a relation with whom besides the lane's own entity, in the relation's direction: "chair – Acme"
 * in the lane of Ann, "Ann – chair" in that of Acme. An allegation and a denial say that they are one.
 */
function labelOf(bar: Happening, names: (id: Id) => string, lane?: Id): string {
  const said = bar.isRelation ? [...around(bar, names, lane)].join(' – ') : bar.what;
  return bar.stance === 'affirmed' ? said : `${said}, ${bar.stance}`;
}

function* around({ what, with: ends }: Happening, names: (id: Id) => string, lane?: Id): Generator<string> {
  const [first, ...rest] = ends;
  if (first !== undefined && first !== lane) yield names(first);
  yield what;
  const others = rest.filter((id) => id !== lane);
  for (const id of others.slice(0, NAMED)) yield names(id);
  if (others.length > NAMED) yield `${others.length - NAMED} more`;
}

/** A happening in full: "Ann – chair – Acme", "Dinner at the port". */
export const sayHappening = (seen: CaseUnderLens, happening: Happening): string =>
  labelOf(happening, (id) => nameOf(seen, id));
