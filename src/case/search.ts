// Search over a case under a lens: names in any spelling or script, types, roles and values, each hit with the reason why.
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { fold, sound } from './fold.ts';
import type { CaseUnderLens } from './lens.ts';
import { endsOf, nameOf, titleOf } from './names.ts';
import type { Id } from './records.ts';
import { countryName, topicName } from './schema.ts';
import { sayValue } from './wording.ts';

export interface Hit {
  readonly kind: 'entity' | 'relation';
  readonly id: Id;
  readonly label: string;
  /** The type in words: "Person". */
  readonly type: string;
  /** What matched: "alias 'Spektor'". */
  readonly why: string;
  /** Whether a name matched, in some spelling or by its sound. */
  readonly byName: boolean;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
}

export interface SearchIndex {
  /** At most `limit` hits, best first: a name that begins with the words, then names, then sounds, then all else. */
  search(words: string, limit?: number): readonly Hit[];
}

/** Where a phrase stands; the order is that of the answer. */
const FIELDS = ['name', 'other', 'sound', 'type', 'text', 'ends'] as const;
type Field = (typeof FIELDS)[number];

/** One thing that can be found by, and how it is called: "alias", "role". */
interface Phrase {
  readonly field: Field;
  readonly what: string;
  readonly text: string;
}

interface Subject extends Omit<Hit, 'why' | 'byName' | 'score'> {
  readonly phrases: readonly Phrase[];
}

/** Longer than any name; what is longer is prose, of which the beginning is enough to search. */
const LONGEST = 300;

const wordsOf = (text: string): string[] => fold(text.slice(0, LONGEST)).split(' ').filter(Boolean);
/** How each word sounds. Marked, so that a sound never passes for a written word: MiniSearch tells matches by term alone. */
const soundsOf = (text: string): string[] =>
  wordsOf(text)
    .map(sound)
    .filter((key) => key.length > 1)
    .map((key) => `~${key}`);

/** An index of what the lens shows now. Building takes time in proportion to the claims; a changed case needs a new one. */
export function searchIndex(seen: CaseUnderLens): SearchIndex {
  const subjects = [...subjectsOf(seen)];
  const index = new MiniSearch<Record<string, string | number>>({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
  index.addAll(subjects.map((subject, id) => ({ id, ...documentOf(subject.phrases) })));
  return {
    search(words, limit = 50) {
      const asked = wordsOf(words);
      if (asked.length === 0) return [];
      const hits = index.search(queryFor(asked)).flatMap((result) => {
        const subject = subjects[result.id as number]!;
        const hit = hitOf(subject, result, asked);
        return hit ? [hit] : [];
      });
      return hits.sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1)).slice(0, limit);
    },
  };
}

function documentOf(phrases: readonly Phrase[]): Record<Field, string> {
  const texts = (fields: readonly Field[], split: (text: string) => string[]) =>
    phrases
      .filter(({ field }) => fields.includes(field))
      .flatMap(({ text }) => split(text))
      .join(' ');
  const entries = FIELDS.map((field) => [
    field,
    field === 'sound' ? texts(['name', 'other'], soundsOf) : texts([field], wordsOf),
  ]);
  return Object.fromEntries(entries) as Record<Field, string>;
}

/** Every word must be met: as it is, as a beginning, nearly, or by its sound. */
function queryFor(asked: readonly string[]): Query {
  const written: Field[] = ['name', 'other', 'type', 'text', 'ends'];
  const queries = asked.map((word): Query => {
    const spelled: Query = {
      queries: [word],
      fields: written,
      prefix: true,
      fuzzy: word.length > 4 ? 1 : false,
    };
    const [heard] = soundsOf(word);
    return heard
      ? {
          combineWith: 'OR',
          queries: [spelled, { queries: [heard], fields: ['sound'], prefix: heard.length > 3 }],
        }
      : spelled;
  });
  return { combineWith: 'AND', queries };
}

function hitOf(subject: Subject, result: SearchResult, asked: readonly string[]): Hit | undefined {
  const fields = FIELDS.filter((field) => Object.values(result.match).some((met) => met.includes(field)));
  const best = fields[0];
  // A relation found only by the name of an end would repeat the end.
  if (!best || best === 'ends') return undefined;
  const phrase = phraseFor(subject, best, result.terms);
  const { phrases: _, ...rest } = subject;
  return {
    ...rest,
    why: reason(phrase, best),
    byName: best === 'name' || best === 'other' || best === 'sound',
    score: (FIELDS.length - rank(best, phrase, asked)) * 1000 + result.score,
  };
}

/** The phrase of the field that holds most of the terms met. */
function phraseFor(subject: Subject, field: Field, terms: readonly string[]): Phrase {
  const named: readonly Field[] = field === 'sound' ? ['name', 'other'] : [field];
  const split = field === 'sound' ? soundsOf : wordsOf;
  const held = (phrase: Phrase) => split(phrase.text).filter((word) => terms.includes(word)).length;
  const candidates = subject.phrases.filter((phrase) => named.includes(phrase.field));
  return candidates.reduce((most, phrase) => (held(phrase) > held(most) ? phrase : most));
}

const rank = (field: Field, phrase: Phrase, asked: readonly string[]): number => {
  const whole = wordsOf(phrase.text).join(' ');
  const begins = (field === 'name' || field === 'other') && whole.startsWith(asked.join(' '));
  return begins ? -1 : FIELDS.indexOf(field);
};

const reason = ({ what, text }: Phrase, field: Field): string => {
  if (field === 'name') return what;
  return field === 'sound' ? `sounds like ${what} '${text}'` : `${what} '${text}'`;
};

function* subjectsOf(seen: CaseUnderLens): Generator<Subject> {
  for (const { id, schema } of seen.entities()) {
    const type = seen.case.model.schema(schema).label;
    const label = nameOf(seen, id);
    const name: Phrase = { field: 'name', what: 'name', text: label };
    yield { kind: 'entity', id, label, type, phrases: [name, ...phrasesOf(seen, id, schema, label)] };
  }
  for (const { id, schema } of seen.relations()) {
    const type = seen.case.model.schema(schema).label;
    const ends = endsOf(seen, id).map((end): Phrase => ({
      field: 'ends',
      what: 'end',
      text: nameOf(seen, end),
    }));
    yield {
      kind: 'relation',
      id,
      label: titleOf(seen, id),
      type,
      phrases: [...ends, ...phrasesOf(seen, id, schema, '')],
    };
  }
}

/** Type and claims of a subject as phrases, without repeats. */
function phrasesOf(seen: CaseUnderLens, subject: Id, schema: string, main: string): Phrase[] {
  const { model } = seen.case;
  const { label, plural } = model.schema(schema);
  const found = new Map<string, Phrase>();
  const add = (field: Field, what: string, text: string) => {
    if (text && !(field === 'other' && text === main)) found.set(`${what} ${text}`, { field, what, text });
  };
  add('type', 'type', label);
  if (plural !== label) add('type', 'type', plural);
  for (const { property: name, value, original } of seen.claimsOf(subject)) {
    const property = model.property(schema, name);
    if (!property || property.type === 'entity') continue;
    const field = property.type === 'name' ? 'other' : 'text';
    const what = property.label.toLowerCase();
    add(
      field,
      what,
      property.type === 'topic' ? topicName(value) : sayValue(property.type, value, { countryName }),
    );
    if (original) add(field, what, original);
    // "140500", which is said as "140,500".
    if (property.type === 'number') add(field, what, value.replace(/^\W+/, ''));
  }
  return [...found.values()];
}
