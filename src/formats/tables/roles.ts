// What columns are for, by what they are called and what stands in them, where no known program wrote the table.
import type { ColumnMapping, ColumnRole, TableKind } from '../../case/tableMapping.ts';
import { listMark, looksLikeName } from './columnTypes.ts';
import type { Head } from './headers.ts';
import type { Row } from './table.ts';

export type Meant = Partial<ColumnMapping> & Pick<ColumnMapping, 'role'>;

/** A kind with what its columns mean, by their place; the rest are properties. */
export interface Reading {
  readonly kind: TableKind;
  readonly columns: ReadonlyMap<number, Meant>;
  readonly because: string;
  readonly type?: string;
  readonly directed?: boolean;
}

const words = (text: string): readonly string[] => text.split(' ');
const SOURCES = words(
  'source from sourceid fromid startid nodeidstart src node1 vertex1 sourcename fromname start',
);
const TARGETS = words(
  'target to targetid toid endid nodeidend dst dest destination node2 vertex2 targetname toname end',
);
/** Ends that are called by what they are, the one that acts first. */
const PAIRS: readonly (readonly [string, string])[] = [
  'who whom|sender recipient|sender receiver|payer payee|donor recipient|donor beneficiary|buyer seller|owner owned|owner asset',
  'owner company|parent child|follower followed|caller callee|lender borrower|employer employee|director company',
  'person company|person organization|person organisation|shareholder company|person1 person2|entity1 entity2',
  'company1 company2|name1 name2|subject object|member organization|member organisation|client agent|parent subsidiary',
]
  .join('|')
  .split('|')
  .map((pair) => {
    const [source, target] = pair.split(' ');
    return [source!, target!];
  });
const IDS = words('id nodeid key identifier entityid node vertex edgeid');
const LABELS = words('label name title caption fullname');
/** Heads over names that say what is named. */
const CALLED_BY_TYPE = new Map(
  (
    [
      ['Company', 'company companyname firm firmname business businessname enterprise corporation'],
      ['Person', 'person personname director politician owner employee lobbyist donor'],
      ['Organization', 'organization organisation organizationname organisationname ngo foundation'],
      ['PublicBody', 'ministry agency authority'],
      ['LegalEntity', 'entity entityname supplier contractor client'],
    ] as const
  ).flatMap(([type, names]) => words(names).map((name) => [name, type] as const)),
);
const NODE_TYPES = words('type schema kind category');
const EDGE_TYPES = words('kind reltype relationship relation relationtype interaction edge');
const STARTS = words('startdate start since begin begindate datestart fromdate validfrom datefrom');
const ENDS = words('enddate end until finish dateend todate validto dateto');
const DATES = words('date when day time datetime eventdate');
const EVENTS = words('event eventname eventtitle meeting incident happening occasion');
/** What an event may be called too, where the row has a date and no name. */
const TITLES = words('title what summary subject activity description');
const PEOPLE = words(
  'people persons participants participant attendees attendee who present guests guest speakers speaker members invitees person involved delegates visitors parties',
);
const ORGANIZATIONS = words(
  'organizations organisations organization organisation companies company orgs firms',
);
const PLACES = words('page pages pagenumber paragraph locator');
const ADDRESSES = words('sourceurl sourcelink sourceaddress citation citationurl evidenceurl referenceurl');

/** How tables say direction; true: directed. */
export const DIRECTIONS: ReadonlyMap<string, boolean | undefined> = new Map([
  ['', undefined],
  ['directed', true],
  ['undirected', false],
  ['mutual', false],
  ['true', true],
  ['false', false],
]);

export const find = (heads: readonly Head[], names: readonly string[], neo4j?: string): number => {
  const typed = neo4j === undefined ? -1 : heads.findIndex((head) => head.neo4j === neo4j);
  if (typed >= 0) return typed;
  const name = names.find((one) => heads.some((head) => head.plain === one));
  return name === undefined ? -1 : heads.findIndex((head) => head.plain === name);
};

/** Places that were found, each with what it means; an earlier meaning of a place stands. */
const meaning = (
  ...parts: readonly (readonly [at: number, meant: ColumnRole | Meant])[]
): Map<number, Meant> => {
  const columns = new Map<number, Meant>();
  for (const [at, meant] of parts)
    if (at >= 0 && !columns.has(at)) columns.set(at, typeof meant === 'string' ? { role: meant } : meant);
  return columns;
};

const cited = (heads: readonly Head[]) =>
  [
    [find(heads, PLACES), 'place'],
    [find(heads, ADDRESSES), 'address'],
  ] as const;

/** Two columns that are called as the ends of an edge are. */
export function endsIn(heads: readonly Head[]): readonly [source: number, target: number] | undefined {
  const [source, target] = [find(heads, SOURCES, 'START_ID'), find(heads, TARGETS, 'END_ID')];
  const named = find(heads, IDS, 'ID') >= 0 || find(heads, LABELS) >= 0;
  if (source >= 0 && target >= 0 && !(heads[source]?.plain === 'start' && named)) return [source, target];
  return undefined;
}

/** Two columns called by what their ends are to one another; an event with its people may have such columns too. */
export function pairIn(heads: readonly Head[]): readonly [source: number, target: number] | undefined {
  for (const [from, to] of PAIRS) {
    const pair = [find(heads, [from]), find(heads, [to])] as const;
    if (pair[0] >= 0 && pair[1] >= 0) return pair;
  }
  return undefined;
}

export function edgeReading(
  heads: readonly Head[],
  [source, target]: readonly [number, number],
  body: readonly Row[],
): Reading {
  const type = find(heads, ['type', 'direction', 'directed']);
  const isDirection =
    type >= 0 && body.every(({ cells }) => DIRECTIONS.has((cells[type] ?? '').trim().toLowerCase()));
  const kind = find(heads, EDGE_TYPES, 'TYPE');
  const columns = meaning(
    [source, 'source'],
    [target, 'target'],
    [isDirection ? type : -1, 'direction'],
    [kind >= 0 || isDirection ? kind : type, 'type'],
    [find(heads, ['label', 'name']), 'label'],
    [find(heads, IDS), 'id'],
    [find(heads, ['weight']), 'weight'],
    [find(heads, STARTS), 'start'],
    [find(heads, ENDS), 'end'],
    ...cited(heads),
  );
  const because = `“${heads[source]!.name}” and “${heads[target]!.name}” name two ends.`;
  return { kind: 'edges', columns, because, directed: true };
}

export function nodeReading(heads: readonly Head[], named?: number): Reading | undefined {
  const id = find(heads, IDS, 'ID');
  const label = find(heads, [...LABELS, ...CALLED_BY_TYPE.keys()]);
  const [x, y] = [find(heads, ['x']), find(heads, ['y'])];
  const by = named ?? (id >= 0 ? id : find(heads, LABELS));
  if (by < 0) return undefined;
  const placed = x >= 0 && y >= 0;
  const columns = meaning(
    [id, 'id'],
    [named ?? label, 'label'],
    [find(heads, NODE_TYPES, 'LABEL'), 'type'],
    [placed ? x : -1, 'x'],
    [placed ? y : -1, 'y'],
    [find(heads, STARTS), 'start'],
    [find(heads, ENDS), 'end'],
    ...cited(heads),
  );
  const type = [...columns.values()].some(({ role }) => role === 'type')
    ? undefined
    : CALLED_BY_TYPE.get(heads[named ?? label]?.plain ?? '');
  return { kind: 'nodes', columns, because: `“${heads[by]!.name}” names what the row is about.`, type };
}

/** One event a row, with its people in columns of their own or together in a cell. */
export function eventReading(
  heads: readonly Head[],
  body: readonly Row[],
  asked = false,
): Reading | undefined {
  const date = find(heads, [...DATES, ...STARTS]);
  const unnamed = asked || find(heads, ['name', 'fullname']) < 0;
  const label = find(heads, date >= 0 && unnamed ? [...EVENTS, ...TITLES] : EVENTS);
  const people = heads.flatMap((head, at) =>
    at === label || at === date ? [] : participantsIn(head, at, heads, body),
  );
  const columns = meaning(
    [find(heads, IDS), 'id'],
    [label >= 0 ? label : find(heads, LABELS), 'label'],
    [date, 'start'],
    [find(heads, ENDS), 'end'],
    ...people,
    ...cited(heads),
  );
  const first = people[0] && heads[people[0][0]];
  const several = people.length > 1 || people.some(([, { list }]) => list !== undefined);
  const untitled = label < 0 && people.length < 3 && !people.some(([, { list }]) => list !== undefined);
  const isEvent = find(heads, EVENTS) >= 0 || (date >= 0 && unnamed && !untitled);
  if (!asked && !(several && isEvent)) return undefined;
  const because = first ? `Each row is an event, with those who took part from “${first.name}” on.` : '';
  return { kind: 'events', columns, because, type: 'Event' };
}

function participantsIn(
  { name, plain }: Head,
  at: number,
  heads: readonly Head[],
  body: readonly Row[],
): [number, Meant][] {
  const stem = plain.replace(/\d+$/, '');
  const numbered =
    stem !== plain && heads.filter((other) => other.plain.replace(/\d+$/, '') === stem).length > 1;
  const isPeople = PEOPLE.includes(stem) || PEOPLE.includes(`${stem}s`);
  const isOrganizations = ORGANIZATIONS.includes(stem);
  const cells = body.map(({ cells }) => cells[at] ?? '');
  const namely = cells.filter((cell) => cell.trim() !== '').every(looksLikeName);
  if (!(isPeople || isOrganizations || (numbered && namely))) return [];
  const list = listMark(cells);
  const part = /^(speaker|guest|organi[sz]er|host|delegate|visitor|invitee)/i.exec(name)?.[1]?.toLowerCase();
  const of = isOrganizations ? 'Organization' : PEOPLE.includes(stem) ? 'Person' : undefined;
  return [
    [
      at,
      { role: 'participant', ...(list !== undefined && { list }), ...(part && { part }), ...(of && { of }) },
    ],
  ];
}

/**
 * Two columns of names that nothing calls ends: the first two, where they share names, stand alone, or the first
 * repeats; else the first names the row.
 */
export function namesReading(heads: readonly Head[], body: readonly Row[]): Reading | undefined {
  const texts = heads.map((_, at) =>
    body.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''),
  );
  const named = heads.flatMap((_, at) =>
    texts[at]!.length * 2 > body.length && texts[at]!.every(looksLikeName) ? [at] : [],
  );
  const [first, second] = named;
  if (first === undefined) return undefined;
  const repeats = new Set(texts[first]).size < texts[first]!.length;
  const others = new Set(texts[second ?? first]);
  const shared = second !== undefined && texts[first]!.some((text) => others.has(text));
  if (second !== undefined && (shared || repeats || heads.length === 2)) {
    const because = `“${heads[first]!.name}” and “${heads[second]!.name}” hold names${shared ? ', some of them the same' : ''}.`;
    return { ...edgeReading(heads, [first, second], body), because };
  }
  return nodeReading(heads, first);
}
