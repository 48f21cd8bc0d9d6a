// File names of notes: safe on every system and for links, no two alike where a system folds case or accents.

/** What Obsidian, Windows or a link cannot hold in a name. */
const FORBIDDEN = /[*"\\/<>:|?#^[\]%\p{Cc}\u2028\u2029]+/gu;
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** UTF-8 bytes, with room for a number and ".md" below the 255 of most systems. */
const LONGEST = 180;

export class NoteNames {
  readonly #taken = new Set<string>();
  /** Where the count of a name goes on, since thousands may be called the same. */
  readonly #next = new Map<string, number>();

  /** The name of a note, without ".md". */
  nameFor(label: string): string {
    const plain = safe(label);
    let name = plain;
    let n = this.#next.get(folded(plain)) ?? 2;
    for (; this.#taken.has(folded(name)); n++) name = `${plain} ${n}`;
    this.#next.set(folded(plain), n);
    this.#taken.add(folded(name));
    return name;
  }
}

/** By which names are compared: NFC, small letters. */
export const folded = (name: string): string => name.normalize('NFC').toLowerCase();

function safe(label: string): string {
  const words = label
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  let bytes = 0;
  const cut = Array.from(words).filter(
    (letter) => (bytes += new TextEncoder().encode(letter).length) <= LONGEST,
  );
  const name = cut.join('').trim() || 'Unnamed';
  return DEVICES.test(name) ? `${name}_` : name;
}
