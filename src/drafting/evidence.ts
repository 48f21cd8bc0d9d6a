// What speaks for a name being a person's, a body's or a place's: its own words and the words around it, each with a weight of our own.
import { CLUES, REACH, type Kind } from './clues.ts';
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { isAcronym, textOf, wordsIn, type Name } from './spans.ts';
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

export function evidenceOf(words: Words, name: Name, language: Language): Evidence {
  const evidence: Evidence = { person: 0, organization: 0, place: 0, none: 0, reasons: [] };
  const add = (kind: Kind, weight: number, reason?: string) => {
    evidence[kind] += weight;
    const said = reason?.replace(/\ba (?=[aeiou])/, 'an ');
    if (said && !evidence.reasons.includes(said)) evidence.reasons.push(said);
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
  const first = own[0]!;
  const bare = text.replace(/^the /i, '');
  const known = language.isOrganization(bare) || lexicon.KNOWN_BODIES.has(bare.toLowerCase());
  if (lexicon.STATES.has(bare.toLowerCase())) return add('place', 9, 'a country');
  noName(own, text, language, add);
  if (known) add('organization', 6, 'a known body');
  const many = own.length > 1;
  const head = headOf(own);
  const isBody = lexicon.BODIES.has(head.lower) || (many && isBodyBefore(own, language));
  const legal = many && own.some(({ lower }) => lexicon.LEGAL_FORMS.has(lower) && lower.length > 1);
  if (legal) add('organization', 4, 'has a legal form');
  if (isBody && many) add('organization', 3.5, `is called a ${head.lower}`);
  if (!name.title) pressWords(own, text, add);
  initials(own, language, add);
  if (own.some(({ text: one }) => /\p{Lu}.*\+$|^\d+\p{Lu}/u.test(one)))
    add('organization', 2.5, 'spelled as a brand');
  if (FIRM_ENDING.test(own.at(-1)!.text) && !language.isGivenName(first.lower))
    add('organization', 1.8, 'spelled as firms are');
  if (/&/.test(bare)) add('organization', 2, 'partners joined by &');
  if (!many && /\p{Ll}\p{Lu}/u.test(bare) && !/^(?:Mc|Mac|De|O['’]|Le|Di|Van)/.test(bare))
    add('organization', 1.5, 'spelled as a brand');
  const isFor = many && own.slice(1).some(({ lower }) => /^(?:for|against|without)$/.test(lower));
  if (isFor) add('organization', 2.5, 'named by what it is for');
  if (!isBody || language.isPlace(bare)) placeWords(own, bare, language, add);
  const isPlace = many && (language.isPlace(bare) || SURELY_PLACES.test(own.at(-1)!.lower));
  if (own.length <= 5 && !legal && !isBody && !isFor && !isPlace) personWords(own, language, add);
  const place = lexicon.PLACE_WORDS.has(own.at(-1)!.lower);
  if (many && !place && language.isDemonym(first.lower) && !language.isGivenName(first.lower))
    add('organization', 1.2);
  if (name.title) add('person', 3, 'after a title');
}

/** "Commerzbank", "Transneft". */
const FIRM_ENDING =
  /\p{L}{2}(?:bank|bahn|werke?|verband|prom|neft|gaz|flot|stroy|energo|invest|media|tech|chem|pharma|telecom|corp|oil|holding)$/u;

/** "Group Menatep", "Task Force Kestrel": what it is stands first, and a word that is no common one last. */
const isBodyBefore = (own: readonly Token[], language: Language): boolean =>
  lexicon.BODIES.has(own[own.length > 2 ? own.length - 2 : 0]!.lower) &&
  !lexicon.PLACE_WORDS.has(own[0]!.lower) &&
  !lexicon.PLACE_WORDS.has(own.at(-1)!.lower) &&
  !language.isCommon(own.at(-1)!.lower) &&
  !language.isGivenName(own.at(-1)!.lower);

/** What speaks for its being no name at all. */
function noName(own: readonly Token[], text: string, language: Language, add: Add): void {
  const [first, last] = [own[0]!, own.at(-1)!];
  const many = own.length > 1;
  const isRole = ({ lower }: Token) => lexicon.ROLES.has(lower) || lexicon.ROLE_PREFIXES.has(lower);
  const isPaper = /^The /.test(text) && own.some(({ lower }) => lexicon.PRESS.has(lower));
  if (!many && (lexicon.NOT_NAMES.has(first.lower) || lexicon.GRAMMAR.has(first.lower))) add('none', 9);
  if (
    !many &&
    (/^\p{L}$/u.test(first.text) || (/^\p{Lu}+\$?\d/u.test(first.text) && /[.\d]\d/.test(first.text)))
  )
    add('none', 9);
  if (!many && isAcronym(first.text) && lexicon.NOT_BODIES.has(first.lower)) add('none', 9);
  // "West African" says of where somebody is.
  if (language.isDemonym(text.toLowerCase())) add('none', 9);
  if (
    language.isDemonym(last.lower) &&
    own.slice(0, -1).every(({ lower }) => language.isDemonym(lower) || WHERE.test(lower))
  )
    add('none', 9);
  // "National Treasury" is one, though ministers are of both.
  const isBody = many && lexicon.BODIES.has(last.lower);
  const known = lexicon.KNOWN_BODIES.has(text.toLowerCase().replace(/^the /, ''));
  if (own.every(isRole) && !isPaper && !isBody && !known) add('none', 9);
  else if (many && lexicon.ROLES.has(last.lower) && !isPaper && !language.isGivenName(first.lower))
    add('none', 3);
  if (lexicon.THINGS.has(last.lower) && !lexicon.BODIES.has(headOf(own).lower)) add('none', 6);
  const legal = own.some(({ lower }) => lexicon.LEGAL_FORMS.has(lower));
  if (!legal && own.some((word) => /^\d+$/.test(word.text))) add('none', 3);
  if (!many && lexicon.BODIES.has(first.lower)) add('none', 4);
  if (/^board of directors$/i.test(text.replace(/^the /i, ''))) add('none', 9);
  // "the Wild West".
  if (many && WHERE.test(last.lower)) add('none', 3);
  // "Capital" of a country, not of investors.
  if (last.lower === 'capital' && own.slice(0, -1).every(({ lower }) => language.isCommon(lower)))
    add('none', 5);
  if (own.every(({ lower }) => language.isListed(lower)) && many) add('none', 1);
}

const WHERE = /^(?:north|south|east|west|northern|southern|eastern|western|central|pro|anti)$/;

function pressWords(own: readonly Token[], text: string, add: Add): void {
  const [first] = own;
  const press = own.some(({ lower }) => lexicon.PRESS.has(lower)) && (own.length > 1 || /^The /.test(text));
  const starts =
    own.length > 1 &&
    lexicon.PRESS_STARTS.has(first!.lower) &&
    /^(?:Der|Die|Das|Folha|Dagens|Diário|Jornal|Gazeta|Het)$/.test(first!.text);
  if (press) add('organization', 2.5, 'named as newspapers and agencies are');
  if (starts) add('organization', 2.5, 'named as newspapers and agencies are');
}

/** Capitals that are letters of a body's name. */
function initials(own: readonly Token[], language: Language, add: Add): void {
  const [first, last] = [own[0]!, own.at(-1)!];
  if (own.length === 1)
    return isAcronym(first.text) ? add('organization', 2.2, 'initials of a body') : undefined;
  // In a line of capitals every short word looks like initials.
  if (own.every(({ text }) => text === text.toUpperCase()) && own.some(({ text }) => text.length > 5)) return;
  if (isAcronym(last.text) && own.slice(0, -1).every(({ lower }) => language.isDemonym(lower)))
    add('organization', 2.2);
  if (own.some(({ text }) => isAcronym(text) && text.length > 2))
    add('organization', 2.2, 'has initials of a body in it');
}

const NAMED_AS_PLACES =
  /^(?:rio|port|mount|lake|cape|fort|saint|st|san|santa|são|bad|new|north|south|east|west|northern|southern|eastern|western|jalan|bukit|kampung|calle|rue|via)$/i;

/** What no family name is. */
const SURELY_PLACES =
  /^(?:airport|peninsula|province|river|mountains?|sea|ocean|islands?|street|avenue|square|county|district|region|city|village|republic|kingdom|emirate|territory|oblast|raion|krai|strait|gulf|desert|prefecture|heights|prison|jail|courthouse|stadium|boulevard|hotel)$/;

function placeWords(own: readonly Token[], bare: string, language: Language, add: Add): void {
  const [first, last] = [own[0]!, own.at(-1)!];
  if (language.isCountry(bare)) add('place', 5, 'a country');
  else if (language.isPlace(bare)) add('place', 3, 'a known place');
  const telling = own
    .slice(1)
    .some(({ lower }) => !language.isCommon(lower) || lexicon.PLACE_WORDS.has(lower));
  if (own.length < 2 || !telling) return;
  if (SURELY_PLACES.test(last.lower)) add('place', 1.5);
  if (lexicon.PLACE_WORDS.has(last.lower) || NAMED_AS_PLACES.test(first.text))
    add('place', 2.5, 'named as places are');
}

function personWords(own: readonly Token[], language: Language, add: Add): void {
  const [first, last] = [own[0]!, own.at(-1)!];
  const many = own.length > 1;
  const isCommon = ({ lower, text, first: leads }: Token) =>
    (leads ? language.isCommon(lower) : language.isListed(lower)) && text.length > 2;
  const given =
    language.isGivenName(first.lower) ||
    language.isGivenName(first.lower.split('-')[0]!) ||
    (many && language.isAlsoGivenName(first.lower) && !language.isListed(own[1]!.lower));
  const leads =
    many && own.length < 4 && language.isLeadingSurname(first.lower) && !own.slice(1).some(isCommon);
  if (given || leads)
    add('person', many ? 2.5 : 0.8, given ? 'begins with a given name' : 'begins with a family name');
  const common = own.filter(isCommon).length;
  if (many && common === 0) add('person', 1.6, 'shaped as a person’s name');
  else if (many && common < own.length) add('person', given ? 0.7 : 0.3);
  else if (!given && common === own.length) add('none', many ? 1.4 : 1.5);
  if (many && own.some(({ text }) => /^\p{Lu}\.?$/u.test(text))) add('person', 1.5, 'has an initial');
  if (own.some(({ text }) => PATRONYMIC.test(text))) add('person', many ? 2 : 0.8, 'has a patronymic');
  if (many && /-/.test(last.text)) add('person', 0.5);
  if (many && own.some(({ lower }) => lexicon.PARTICLES.has(lower))) add('person', 0.4);
  // "Arab Contractors": a plural that the language has is no family name.
  if (many && !given && common < own.length && /s$/.test(last.lower) && language.isCommon(last.lower))
    add('organization', 1.5);
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
  if (country && (own.length === 1 ? language.isPlace(country.trim()) : language.isCountry(country.trim())))
    add('place', 1.5);
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
