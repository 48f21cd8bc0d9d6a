// A sentence with everybody in it as a sign (`«P3»`), so that patterns of grammar can be written as plain expressions.
import type { Member } from './cast.ts';
import type { Gender, Language } from './language.ts';
import type { Span } from './spans.ts';
import type { Words } from './tokens.ts';

/** One place in a sentence where somebody is spoken of, by name or by a pronoun. */
export interface Mention {
  readonly member: Member;
  readonly span: Span;
}

export interface Clause {
  /** The sentence with signs: `«P0»` people, `«O1»` bodies, `«L2»` places; the number is an index into `mentions`. */
  readonly line: string;
  readonly mentions: readonly Mention[];
  readonly sentence: Span;
}

const LETTER = { person: 'P', organization: 'O', place: 'L', event: 'E' } as const;
const HE = /^(?:he|she|him)$/;
const SHE = /^(?:she|her|hers)$/;
const DEED = /^(?:bought|acquired|acquires|owns|owned|sold|paid|fined|hired|sued|controls)$/;
const HIS = /^(?:his|her)$/;
/** What follows "her" where it owns nothing: "told her that". */
const ENDS_NAMING =
  /^(?:that|to|for|of|in|on|at|with|from|by|about|and|or|but|as|he|she|they|the|a|an|it|if|when|after|before|into|not|his|because)$/;
const SOMEBODY =
  /^(?:\d\d-year-old|defendant|accused|ex-\p{L}+|businessman|businesswoman|oligarch|billionaire|financier|tycoon|politician)$/u;
const BODY =
  /^(?:company|firm|bank|group|union|agency|bureau|ministry|commission|federation|party|fund|court|committee|authority|association|foundation|plant|newspaper|magazine|club|institute|university|council)$/;

export function clausesOf(words: Words, cast: readonly Member[], language: Language): Clause[] {
  const all = cast.flatMap((member) => member.spans.map((span) => ({ member, span })));
  all.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  const starting = new Map<number, Mention>();
  for (const mention of all) if (!starting.has(mention.span.from)) starting.set(mention.span.from, mention);
  const speaker = new Speaking((member) => genderOf(words, member, language));
  return words.sentences.map(([from, to]) => clauseOf(words, { from, to }, starting, speaker));
}

const WOMEN =
  /^(?:mrs|ms|miss|madame|frau|señora|lady|dame|queen|princess|\w+woman|actress|wife|mother|daughter|sister)$/;
const MEN = /^(?:mr|herr|monsieur|señor|lord|sir|king|prince|\w+man|actor|husband|father|son|brother)$/;

/** What the title or the given name tells. */
function genderOf(words: Words, { titles, name }: Member, language: Language): Gender | undefined {
  const ranks = titles.flatMap((span) => words.tokens.slice(span.from, span.to).map(({ lower }) => lower));
  if (ranks.some((rank) => WOMEN.test(rank))) return 'female';
  if (ranks.some((rank) => MEN.test(rank))) return 'male';
  return language.genderOf(name.split(' ')[0]!);
}

/** Whom a pronoun means: the person or body spoken of last, a sentence's first before its others. */
class Speaking {
  readonly people: Member[] = [];
  readonly bodies: Member[] = [];
  subject: Member | undefined;
  readonly #genderOf: (member: Member) => Gender | undefined;

  constructor(genderOf: (member: Member) => Gender | undefined) {
    this.#genderOf = genderOf;
  }

  /** Whom "he", "her" means: the subject, or else who was spoken of last, if nothing in the name speaks against it. */
  one(pronoun: string): Member | undefined {
    const gender = SHE.test(pronoun) ? 'female' : 'male';
    const fits = (member: Member) => (this.#genderOf(member) ?? gender) === gender;
    return this.subject && fits(this.subject) ? this.subject : this.people.find(fits);
  }

  hear(member: Member, first: boolean): void {
    if (member.kind === 'person') {
      if (first || !this.subject) this.subject = member;
      if (this.people[0] !== member) this.people.unshift(member);
    } else if (member.kind === 'organization') this.bodies.unshift(member);
  }

  body(noun: string): Member | undefined {
    return (
      this.bodies.find(({ name }) => new RegExp(`\\b${noun}\\b`, 'i').test(name)) ??
      this.bodies.find(({ schema, named }) => named && (schema === 'Company' || noun === 'its')) ??
      (noun === 'its' ? this.bodies[0] : undefined)
    );
  }
}

function clauseOf(
  words: Words,
  sentence: Span,
  starting: ReadonlyMap<number, Mention>,
  speaking: Speaking,
): Clause {
  const mentions: Mention[] = [];
  let line = '';
  let firstPerson = true;
  const sign = (member: Member, span: Span): string => {
    mentions.push({ member, span });
    return `«${LETTER[member.kind]}${mentions.length - 1}»`;
  };
  for (let i = sentence.from; i < sentence.to;) {
    const token = words.tokens[i]!;
    const gap = i === sentence.from ? '' : token.gap.replace(/[\s\0]+/g, ' ');
    const mention = starting.get(i);
    if (mention) {
      line += gap + sign(mention.member, mention.span);
      speaking.hear(mention.member, firstPerson && mention.member.kind === 'person');
      if (mention.member.kind === 'person') firstPerson = false;
      i = Math.min(mention.span.to, sentence.to);
      continue;
    }
    const last = mentions.at(-1);
    // "Dreyer, his son": whoever was named right before.
    const near =
      HIS.test(token.lower) && last?.member.kind === 'person' && last.span.to === i && /^,\s/.test(token.gap);
    const meant = meaning(words, i, speaking, near ? last.member : undefined);
    line +=
      gap + (meant ? sign(meant.member, { from: i, to: meant.to }) + (meant.owns ? '’s' : '') : token.text);
    i = meant?.to ?? i + 1;
  }
  return { line: `${line} `, mentions, sentence };
}

function meaning(
  words: Words,
  i: number,
  speaking: Speaking,
  before?: Member,
): { member: Member; to: number; owns: boolean } | undefined {
  const { lower } = words.tokens[i]!;
  const next = words.tokens[i + 1];
  const owns =
    HIS.test(lower) && next !== undefined && /^\s+$/.test(next.gap) && !ENDS_NAMING.test(next.lower);
  if (HE.test(lower) || HIS.test(lower)) {
    const member = before ?? speaking.one(lower);
    return member && { member, to: i + 1, owns };
  }
  if (lower === 'its') {
    const member = speaking.body('its');
    return member && { member, to: i + 1, owns: true };
  }
  if (lower === 'it' && next && DEED.test(next.lower)) {
    const member = speaking.body('its');
    return member && { member, to: i + 1, owns: false };
  }
  // "the 32-year-old", "the defendant": the person spoken of.
  if (
    lower === 'the' &&
    next &&
    SOMEBODY.test(next.lower) &&
    !words.tokens[i + 2]?.capital &&
    speaking.subject
  )
    return { member: speaking.subject, to: i + 2, owns: false };
  // "the newspaper Dagens Kurier" means no other.
  if (lower === 'the' && next && !next.capital && BODY.test(next.lower) && !words.tokens[i + 2]?.capital) {
    const member = speaking.body(next.lower);
    return member && { member, to: i + 2, owns: false };
  }
  return undefined;
}
