// The words of a DL file, and what those before "data:" say of those after it.
import { InputError } from '../../plugin/problem.ts';
import { LIMITS } from '../limits.ts';

export interface Word {
  readonly text: string;
  readonly quoted: boolean;
  /** From 1. */
  readonly line: number;
}

/** Words parted by blanks, commas and equals signs; in double quotes they may hold these. */
export class Words {
  readonly #found: Iterator<RegExpExecArray>;
  #line = 1;
  #ahead: Word | undefined;

  constructor(text: string) {
    this.#found = text.matchAll(/"[^"\r\n]*"?|[^\s,="]+|\r\n|[\r\n]/g);
  }

  peek(): Word | undefined {
    return (this.#ahead ??= this.#read());
  }

  next(): Word | undefined {
    const word = this.peek();
    this.#ahead = undefined;
    return word;
  }

  #read(): Word | undefined {
    for (let next = this.#found.next(); !next.done; next = this.#found.next()) {
      const [text] = next.value;
      if (text === '\n' || text === '\r' || text === '\r\n') this.#line++;
      else if (text.startsWith('"'))
        return { text: text.replaceAll('"', ''), quoted: true, line: this.#line };
      else return { text, quoted: false, line: this.#line };
    }
    return undefined;
  }
}

/** Of rows and columns alike unless it says which. */
export type Scope = 'row' | 'column' | 'matrix' | 'all';

const SCOPE_WORDS: ReadonlyMap<string, Scope> = new Map([
  ...['row', 'rows'].map((word) => [word, 'row'] as const),
  ...['col', 'cols', 'column', 'columns'].map((word) => [word, 'column'] as const),
  ...['matrix', 'matrices', 'level', 'levels'].map((word) => [word, 'matrix'] as const),
]);

const FORMATS = [
  'fullmatrix',
  'lowerhalf',
  'upperhalf',
  'edgelist1',
  'edgelist2',
  'nodelist1',
  'nodelist2',
] as const;
type DlFormat = (typeof FORMATS)[number];

export interface Head {
  readonly format: DlFormat;
  readonly rows: number | undefined;
  readonly columns: number | undefined;
  readonly matrices: number;
  /** Whether rows and columns are different things. */
  readonly twoMode: boolean;
  readonly diagonal: boolean;
  readonly labels: ReadonlyMap<Scope, readonly string[]>;
  readonly embedded: ReadonlySet<Scope>;
}

/** Takes the words up to and including "data:". Throws `InputError` where they make no sense. */
export function headIn(words: Words): Head {
  const numbers = new Map<string, number>();
  const labels = new Map<Scope, readonly string[]>();
  const embedded = new Set<Scope>();
  let format: DlFormat = 'fullmatrix';
  let diagonal = true;
  let scope: Scope = 'all';
  for (;;) {
    const word = words.next();
    if (!word) throw new InputError('There is no “data:” in this DL file. Get the whole file.');
    const key = keyOf(word);
    if (key === 'data') break;
    else if (/^(n|nr|nc|nm)$/.test(key)) numbers.set(key, countIn(words.next(), key, word.line));
    else if (key === 'format') format = formatIn(words.next(), word.line);
    else if (key === 'diagonal') diagonal = keyOf(words.next()) !== 'absent';
    else if (key === 'title') words.next();
    else if (SCOPE_WORDS.has(key)) scope = SCOPE_WORDS.get(key)!;
    else if (key === 'embedded') embedded.add(scope);
    else if (key === 'labels' && keyOf(words.peek()) !== 'embedded') {
      labels.set(scope, labelsIn(words, sizeOf(scope, numbers)));
      scope = 'all';
    }
  }
  const n = numbers.get('n');
  const twoMode = format.endsWith('list2') || (n === undefined && numbers.has('nr'));
  return {
    format,
    rows: numbers.get('nr') ?? n,
    columns: numbers.get('nc') ?? n,
    matrices: numbers.get('nm') ?? 1,
    twoMode,
    diagonal,
    labels,
    embedded,
  };
}

/** A keyword in small letters without its colon; nothing in quotes is one. */
const keyOf = (word: Word | undefined): string =>
  !word || word.quoted || word.text.length > 40 ? '' : word.text.toLowerCase().replace(/:$/, '');

function labelsIn(words: Words, size: number): string[] {
  const labels: string[] = [];
  while (labels.length < size) {
    const word = words.peek();
    if (!word || (!word.quoted && /^(data|labels|embedded):$/i.test(word.text))) break;
    labels.push(words.next()!.text);
  }
  return labels;
}

const sizeOf = (scope: Scope, numbers: ReadonlyMap<string, number>): number =>
  (scope === 'matrix'
    ? numbers.get('nm')
    : scope === 'column'
      ? (numbers.get('nc') ?? numbers.get('n'))
      : (numbers.get('nr') ?? numbers.get('n'))) ?? Infinity;

function countIn(word: Word | undefined, name: string, line: number): number {
  const text = word?.text ?? '';
  const count = text === '' ? NaN : Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= LIMITS.elements) return count;
  throw new InputError(
    `line ${line}: ${name} should be a whole number up to ${LIMITS.elements}; it is “${text.slice(0, 40)}”. Correct it.`,
  );
}

function formatIn(named: Word | undefined, line: number): DlFormat {
  const word = keyOf(named);
  const known = FORMATS.find((format) => format === word) ?? OTHER_NAMES.get(word);
  if (known) return known;
  throw new InputError(
    `line ${line}: the format “${word}” of DL is not known here. Save it as fullmatrix, edgelist1 or nodelist1.`,
  );
}

const OTHER_NAMES: ReadonlyMap<string, DlFormat> = new Map([
  ['fm', 'fullmatrix'],
  ['lh', 'lowerhalf'],
  ['uh', 'upperhalf'],
  ['el1', 'edgelist1'],
  ['el2', 'edgelist2'],
  ['nl1', 'nodelist1'],
  ['nl2', 'nodelist2'],
]);
