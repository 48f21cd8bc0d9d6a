// The heads of columns as names: what they are called, in plain letters, and the types neo4j-admin writes into them.

export interface Head {
  /** Without neo4j-admin's type; unique in its table. */
  readonly name: string;
  /** Small letters and digits alone: "Node ID" is "nodeid". */
  readonly plain: string;
  /** What neo4j-admin says after the colon: ID, START_ID, int… */
  readonly neo4j?: string;
  /** neo4j-admin's `tags:string[]` and `:LABEL`: values apart by `;` unless its command says otherwise. */
  readonly list: boolean;
  /** neo4j-admin's `:ID(Person)`. */
  readonly space?: string;
  /** neo4j-admin's `{timezone:+02:00}`. */
  readonly zone?: string;
}

/** Heads that our own spreadsheets mode leaves behind. */
export const DEFUSED = 'clew:defused';

/** Written by Clew: its values are packed as Clew packs them. */
export const isOfClew = (names: readonly string[]): boolean =>
  ['stance', 'disputed'].every((name) => names.includes(name));

/** https://neo4j.com/docs/operations-manual/current/import/ : name, type, id space, options, array. */
const NEO4J =
  /:(ID|START_ID|END_ID|LABEL|TYPE|IGNORE|int|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration|vector)(?:\((.{0,200})\))?(\[\])?(?:\{(.{0,200})\})?(\[\])?$/;

/** Characters of a heading in which a type may stand; what comes before is the name, however long. */
const TYPED_WITHIN = 500;

const typeIn = (heading: string): RegExpExecArray | null => NEO4J.exec(heading.slice(-TYPED_WITHIN));

/** A row that only neo4j-admin's files have: the names of the columns with what is an id, an end, a label. */
export const isNeo4jHeading = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(ID|START_ID|END_ID|LABEL|TYPE)$/.test(typeIn(cell.trim())?.[1] ?? ''));

const isId = (type: string | undefined): boolean => type?.endsWith('ID') === true;

/** The heads of a row of cells; what stands twice or is empty gets a name of its own. */
export function headsOf(cells: readonly string[]): readonly Head[] {
  const taken = new Set<string>();
  // Where the count of a name goes on: thousands of columns of one name must not be counted from the start each time.
  const next = new Map<string, number>();
  return cells.map((cell, i) => {
    const head = headOf(cell);
    const wanted = head.name === '' ? `column ${i + 1}` : head.plain === 'weight' ? 'weight' : head.name;
    let name = wanted;
    let n = next.get(wanted) ?? 2;
    for (; taken.has(name); n++) name = `${wanted} ${n}`;
    next.set(wanted, n);
    taken.add(name);
    return { ...head, name };
  });
}

function headOf(cell: string): Head {
  const name = cell.trim();
  const typed = typeIn(name);
  const bare = typed ? name.slice(0, name.length - typed[0].length) : name;
  const [, type, space, array, options, arrayLast] = typed ?? [];
  return {
    name: bare === '' ? name : bare,
    plain: plainName(bare),
    neo4j: type,
    list: type === 'LABEL' || (array ?? arrayLast) !== undefined,
    ...(isId(type) && space && { space }),
    ...(options?.startsWith('timezone:') && { zone: options.slice('timezone:'.length) }),
  };
}

export const plainName = (name: string): string =>
  name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
