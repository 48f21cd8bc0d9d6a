// The heads of columns as names: what they are called, in plain letters, and the types neo4j-admin writes into them.

export interface Head {
  /** Without neo4j-admin's type; unique in its table. */
  readonly name: string;
  /** Small letters and digits alone: "Node ID" is "nodeid". */
  readonly plain: string;
  /** What neo4j-admin says after the colon: ID, START_ID, int… */
  readonly neo4j?: string;
  /** neo4j-admin's `tags:string[]`: values apart by `;`. */
  readonly list: boolean;
}

/** Heads that our own spreadsheets mode leaves behind. */
export const DEFUSED = 'clew:defused';

/** Written by Clew: its values are packed as Clew packs them. */
export const isOfClew = (names: readonly string[]): boolean =>
  ['stance', 'disputed'].every((name) => names.includes(name));

const NEO4J =
  /^(.{0,1000}?):(ID|START_ID|END_ID|LABEL|TYPE|IGNORE|int|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration)(\(.{0,200}\))?(\{.{0,200}\})?(\[\])?$/;

/** The heads of a row of cells; what stands twice or is empty gets a name of its own. */
export function headsOf(cells: readonly string[]): readonly Head[] {
  const taken = new Set<string>();
  return cells.map((cell, i) => {
    const head = headOf(cell);
    const wanted = head.name === '' ? `column ${i + 1}` : head.plain === 'weight' ? 'weight' : head.name;
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`;
    taken.add(name);
    return { ...head, name };
  });
}

function headOf(cell: string): Head {
  const name = cell.trim();
  const typed = NEO4J.exec(name);
  const bare = typed?.[1] ?? name;
  return {
    name: bare === '' ? name : bare,
    plain: plainName(bare),
    neo4j: typed?.[2],
    list: typed?.[5] !== undefined,
  };
}

export const plainName = (name: string): string =>
  name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
