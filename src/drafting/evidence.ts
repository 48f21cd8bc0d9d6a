// What speaks for a name being a person's, a body's or a place's: its own words and the words around it, each with a weight of our own.
import { CLUES, REACH, type Kind } from './clues.ts';
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { textOf, wordsIn, type Name } from './names.ts';
import type { Token, Words } from './tokens.ts';

export interface Evidence {
  person: number;
  organization: number;
  place: number;
  /** It is no name at all: a day, a war, a capitalised common word. */
  none: number;
  /** The weightiest reasons, in words. */
  readonly reasons: string[];
}

export const isAcronym = (text: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}&]{1,6}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);

export function evidenceOf(words: Words, name: Name, language: Language): Evidence {
  const evidence: Evidence = { person: 0, organization: 0, place: 0, none: 0, reasons: [] };
  const add = (kind: Kind, weight: number, reason?: string) => {
    evidence[kind] += weight;
    if (reason && !evidence.reasons.includes(reason)) evidence.reasons.push(reason);
  };
  const own = wordsIn(words, name).filter(({ lower }) => lower !== 'the');
  if (own.length === 0) return { ...evidence, none: 9 };
  ownWords(own, textOf(words, name), name, language, add);
  around(words, name, own, language, add);
  return evidence;
}

type Add = (kind: Kind, weight: number, reason?: string) => void;

const PATRONYMIC = /(?:[oe]vich|[oe]vna|ович|евич|овна|евна|ична)$/iu;

function ownWords(own: readonly Token[], text: string, name: Name, language: Language, add: Add): void {
  const [first, last] = [own[0]!, own.at(-1)!];
  const bare = text.replace(/^the /i, '');
  const head = headOf(own);
  const many = own.length > 1;
  if (!many && (lexicon.NOT_NAMES.has(first.lower) || lexicon.GRAMMAR.has(first.lower))) add('none', 9);
  if (lexicon.STATES.has(bare.toLowerCase())) return add('place', 9, 'a country');
  if (!many && isAcronym(first.text) && lexicon.NOT_BODIES.has(first.lower)) add('none', 9);
  if (own.every(({ lower }) => language.isDemonym(lower))) add('none', 9);
  const press = own.some(({ lower }) => lexicon.PRESS.has(lower));
  if (
    own.every(({ lower }) => lexicon.ROLES.has(lower) || lexicon.ROLE_PREFIXES.has(lower)) &&
    !(press && /^The /.test(text))
  )
    add('none', 9);
  if (lexicon.THINGS.has(last.lower) && !lexicon.BODIES.has(head.lower)) add('none', 6);
  if (many && isAcronym(last.text) && own.slice(0, -1).every(({ lower }) => language.isDemonym(lower)))
    add('organization', 2.2);
  if (own.some((word) => /^\d+$/.test(word.text))) add('none', 3);
  if (many && own.some(({ lower }) => lexicon.LEGAL_FORMS.has(lower) && lower.length > 1))
    add('organization', 4, 'has a legal form');
  if (lexicon.BODIES.has(head.lower)) {
    if (many) add('organization', 3.5, `is called a ${head.lower}`);
    else add('none', 4);
  }
  if (press && (many || /^The /.test(text)) && !name.title)
    add('organization', 2.5, 'named as newspapers and agencies are');
  if (
    many &&
    lexicon.PRESS_STARTS.has(first.lower) &&
    /^(?:Der|Die|Das|Folha|Dagens|Diário|Jornal|Gazeta|Het)$/.test(first.text)
  )
    add('organization', 2.5, 'named as newspapers and agencies are');
  if (!many && isAcronym(first.text)) add('organization', 2.2, 'initials of a body');
  if (many && own.some(({ text: one }) => isAcronym(one) && one.length > 2))
    add('organization', 2.2, 'has initials of a body in it');
  if (language.isOrganization(bare) || lexicon.KNOWN_BODIES.has(bare.toLowerCase()))
    add('organization', 6, 'a known body');
  if (/&/.test(bare)) add('organization', 2, 'partners joined by &');
  if (!many && /\p{Ll}\p{Lu}/u.test(bare) && !/^(?:Mc|Mac|De|O['’]|Le|Di|Van)/.test(bare))
    add('organization', 1.5, 'spelled as a brand');
  placeWords(own, bare, language, add);
  const legal = many && own.some(({ lower }) => lexicon.LEGAL_FORMS.has(lower) && lower.length > 1);
  if (own.length <= 5 && !legal && !lexicon.BODIES.has(head.lower)) personWords(own, language, add);
  if (name.title) add('person', 3, 'after a title');
}

function placeWords(own: readonly Token[], bare: string, language: Language, add: Add): void {
  const [first, last] = [own[0]!, own.at(-1)!];
  if (language.isCountry(bare)) add('place', 5, 'a country');
  else if (language.isPlace(bare)) add('place', 3, 'a known place');
  if (
    own.length > 1 &&
    own.slice(1).some(({ lower }) => !language.isCommon(lower) || lexicon.PLACE_WORDS.has(lower)) &&
    (lexicon.PLACE_WORDS.has(last.lower) ||
      /^(?:rio|port|mount|lake|cape|fort|saint|st|san|santa|são|bad|new|north|south|east|west|northern|southern|eastern|western)$/i.test(
        first.text,
      ))
  )
    add('place', 2, 'named as places are');
}

function personWords(own: readonly Token[], language: Language, add: Add): void {
  const many = own.length > 1;
  const known = language.isGivenName(own[0]!.lower) || language.isGivenName(own[0]!.lower.split('-')[0]!);
  if (known) add('person', many ? 2.5 : 0.8, 'begins with a given name');
  const common = own.filter(
    ({ lower, text, first }) =>
      (first ? language.isCommon(lower) : language.isListed(lower)) && text.length > 2,
  ).length;
  if (many && common === 0) add('person', 1.6, 'shaped as a person’s name');
  else if (many && common < own.length) add('person', 0.7);
  else if (!known && common === own.length) add('none', many ? 0.8 : 1.5);
  if (many && own.some(({ text }) => /^\p{Lu}\.?$/u.test(text))) add('person', 1.5, 'has an initial');
  if (own.some(({ text }) => PATRONYMIC.test(text))) add('person', many ? 2 : 0.8, 'has a patronymic');
  if (many && /-/.test(own.at(-1)!.text)) add('person', 0.5);
  if (own.some(({ lower }) => lexicon.PARTICLES.has(lower)) && many) add('person', 0.4);
}

/** The word that says what a body is: the last before "of", "for", "in". */
export function headOf(own: readonly Token[]): Token {
  const link = own.findIndex(({ lower }) => /^(?:of|for|on|in)$/.test(lower));
  const head = own[link > 0 ? link - 1 : own.length - 1]!;
  return lexicon.LEGAL_FORMS.has(head.lower) && own.length > 2 && link < 0 ? own.at(-2)! : head;
}

/** Words around the name, as the table of clues has them. */
function around(words: Words, name: Name, own: readonly Token[], language: Language, add: Add): void {
  const { tokens, text } = words;
  const [first, last] = [tokens[name.from]!, tokens[name.to - 1]!];
  const line = Math.max(text.lastIndexOf('\n\n', first.start), first.start - REACH, 0);
  const flat = (part: string) => part.replace(/\s+/g, ' ');
  const begins = tokens[words.sentences[first.sentence]![0]]!.start;
  const parts = {
    before: name.title ? '' : flat(text.slice(Math.max(begins, line), first.start)),
    behind: flat(text.slice(last.end, last.end + REACH)),
  };
  const told = new Set<string>();
  for (const { stands, pattern, kind, weight, reason, most } of CLUES) {
    if (own.length > (most ?? Infinity)) continue;
    // A role before counts once, whatever it is called.
    const met = pattern.exec(parts[stands]);
    const once = `${stands} ${kind}`;
    if (!met || (weight > 1.5 && told.has(once))) continue;
    if (weight > 1.5) told.add(once);
    add(kind, weight, reason?.replace('$1', met[1]?.toLowerCase() ?? ''));
  }
  const [, country] = /^, (\p{Lu}[\p{L} ]+)[,.]/u.exec(parts.behind) ?? [];
  if (country && language.isCountry(country.trim())) add('place', 1.5);
  if (isDateline(words, name)) add('place', 6, 'a dateline');
}

/** "OSTRAVIK —", "OSTRAVIK, May 4 (Reuters) -", "OSTRAVIK:" at the head of a line. */
export function isDateline({ tokens, text }: Words, { from, to }: Name): boolean {
  const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const own = text.slice(start, end);
  return (
    own === own.toUpperCase() &&
    own.length > 3 &&
    start - line < 45 &&
    !/\p{Ll}{3}|\(/u.test(text.slice(line, start)) &&
    (/^[^\n]{0,40}\s[—–•-]+\s/.test(text.slice(end, end + 50)) ||
      /^(?:, [\p{L}. ]{2,20})?:\s+\p{Lu}/u.test(text.slice(end, end + 50)))
  );
}
