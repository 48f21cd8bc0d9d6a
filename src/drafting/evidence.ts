// What speaks for a name being a person's, a body's or a place's: its own words and the words around it, each with a weight of our own.
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

type Kind = 'person' | 'organization' | 'place' | 'none';

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

/** Words around the name. */
function around(words: Words, name: Name, own: readonly Token[], language: Language, add: Add): void {
  const { tokens } = words;
  const inside = (token: Token | undefined) =>
    token?.sentence === tokens[name.from]!.sentence ? token : undefined;
  const gapBefore = tokens[name.from]!.gap;
  const before = name.title ? undefined : inside(tokens[name.from - 1]);
  const before2 = inside(tokens[name.from - 2]);
  const next = inside(tokens[name.to]);
  const gap = next?.gap ?? '';
  const tail = words.text.slice(tokens[name.to - 1]!.end, tokens[name.to - 1]!.end + 90).replace(/\s+/g, ' ');
  const close = /^[ \u00a0\n]+$/.test(gapBefore);
  if (before && close && before.lower === 'the') add('organization', 1.2, 'stands with “the”');
  if (before && /^,?\s+$/.test(gapBefore)) {
    if (lexicon.BODY_NOUNS.has(before.lower)) add('organization', 2.5, `is called a ${before.lower}`);
    else if (
      lexicon.FAMILY.has(before.lower) ||
      /^(?:sons|daughters|brothers|sisters|cousins|nephews)$/.test(before.lower)
    )
      add('person', 3, `is called ${before.lower}`);
    else if (lexicon.ROLES.has(before.lower)) add('person', 2.5, `is called ${before.lower}`);
  }
  if (before && close) {
    if (/^(?:in|near|outside|across|throughout|around)$/.test(before.lower))
      add('place', 1.3, `stands after “${before.lower}”`);
    if (
      /^(?:at|via|joined|bought|acquired|acquire|advised|sued|against)$/.test(before.lower) &&
      own.length < 4
    )
      add('organization', 0.9);
    if (before.lower === 'told') add('organization', 0.5);
    if (
      before.lower === 'of' &&
      before2 &&
      /^(?:shares|board|chairman|director|head|employees|founder|owner|subsidiary|customers|member|members|stake)$/.test(
        before2.lower,
      )
    )
      add('organization', 1.3);
    if (
      before.lower === 'of' &&
      before2 &&
      /^(?:city|town|state|province|region|village|capital|island|port|republic)$/.test(before2.lower)
    )
      add('place', 2.5);
    if (before.lower === 'in' && before2 && /^(?:shares|stake|interest)$/.test(before2.lower))
      add('organization', 2.5);
  }
  if (
    next &&
    tokens[name.to - 1]!.possessive &&
    (lexicon.DIRECTING.has(next.lower) ||
      /^(?:board|shares|shareholders|headquarters|founder|subsidiary|plant|factory)$/.test(next.lower))
  )
    add('organization', 0.9);
  if (
    /^[’']s (?:wife|husband|son|daughter|brother|lawyer|aide|home|case|conviction|widow|mother|father|client|trial|arrest|sentenc\w+)/.test(
      tail,
    )
  )
    add('person', 1.3);
  if (next && /^\s*-$/.test(gap) && next.lower === 'based') add('place', 3);
  else if (
    /^[ \u00a0]+$/.test(gap) &&
    next &&
    /^(?:shares|plants?|subsidiary|board|employees|contracts?|executives?|shareholders|partner|member|officials?)$/.test(
      next.lower,
    )
  )
    add('organization', 1.4);
  if (/^ (?:administration|campaign|family|regime|presidency)\b/.test(tail) && own.length < 3)
    add('person', 2.5);
  if (
    /^ (?:prison|detention|jail|airport|district|region|square|street|border|peninsula|neighbou?rhood)\b/.test(
      tail,
    )
  )
    add('place', 2);
  if (
    /^ (?:is|was) (?:a|an|the) (?:\p{L}[\p{L}-]* ){0,3}/u.test(tail) &&
    appositionRole(tail.replace(/^ (?:is|was)/, ', '))
  )
    add('person', 1.5, 'said to hold a role');
  if (/^, (?:aged )?\d\d,/.test(tail)) add('person', 3, 'has an age');
  if (/^,? who\b/.test(tail)) add('person', 2);
  if (/^ (?:said|says) (?:it|its)\b/.test(tail) || /^,? which\b/.test(tail)) add('organization', 2);
  if (
    /^,? (?:\p{L}+ ){0,2}(?:said|reported)[.,]?\s*$/u.test(tail.slice(0, 24)) &&
    /^reported/.test(tail.trim())
  )
    add('organization', 1.5);
  if (/^ reported\b/.test(tail)) add('organization', 0.8);
  if (
    /^ (?:was|has been|is) (?:born|arrested|convicted|sentenced|jailed|married)|^ (?:resigned|pleaded|pled|testified|married)\b/.test(
      tail,
    )
  )
    add('person', 1.3);
  if (
    /^, (?:a|an|the|one of|its|his|her)?\s*(?:\p{L}[\p{L}-]* ){0,4}(?:company|firm|bank|agency|group|newspaper|subsidiary|organi[sz]ation|fund|charity|manufacturer|maker|broadcaster|website|party)\b/u.test(
      tail,
    )
  )
    add('organization', 2);
  else if (
    /^, (?:(?:a|an|the|then|now|former|his|her|its)\s+)*(?:\p{L}[\p{L}-]*\s){0,3}?(\p{L}[\p{L}-]*)/u.test(
      tail,
    ) &&
    appositionRole(tail)
  )
    add('person', 1.5, 'followed by a role');
  if (
    /^, \p{Lu}\p{Ll}+[,.]/u.test(tail) &&
    language.isCountry(
      tail
        .slice(2)
        .match(/^[\p{L} ]+/u)?.[0]
        ?.trim() ?? '',
    )
  )
    add('place', 1.5);
  if (next && /^[ \u00a0]+$/.test(gap) && lexicon.SAYING.has(next.lower)) add('person', 0.5);
  if (/^[“"(—–-]/.test(tail.trim()) && isDateline(words, name)) add('place', 4, 'a dateline');
  if (/^\s*\(\0|^\s*\(@/.test(tail)) add('organization', 1);
}

const appositionRole = (tail: string): boolean =>
  tail
    .slice(2)
    .split(/[,.;]| (?:of|at|for|in|who|whose|from) /)[0]!
    .split(' ')
    .slice(0, 6)
    .some((word) => lexicon.ROLES.has(word.toLowerCase().replace(/['’]s$/, '')));

/** "OSTRAVIK —" at the head of a line. */
export function isDateline(words: Words, name: Name): boolean {
  const { tokens, text } = words;
  const line = text.lastIndexOf('\n', tokens[name.from]!.start - 1) + 1;
  const head = text.slice(line, line + 70);
  const own = text.slice(tokens[name.from]!.start, tokens[name.to - 1]!.end);
  return (
    own === own.toUpperCase() &&
    own.length > 3 &&
    /\s[—–-]+\s/.test(head) &&
    tokens[name.from]!.start - line < 45 &&
    !/\p{Ll}{3}/u.test(head.slice(0, tokens[name.from]!.start - line))
  );
}
