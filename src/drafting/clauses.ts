// A sentence with everybody in it as a sign (`«P3»`), so that patterns of grammar can be written as plain expressions.
import type { Member } from './cast.ts';
import type { Span } from './names.ts';
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
const DEED = /^(?:bought|acquired|acquires|owns|owned|sold|paid|fined|hired|sued|controls)$/;
const HIS = /^(?:his|her)$/;
const BODY =
  /^(?:company|firm|bank|group|union|agency|bureau|ministry|commission|federation|party|fund|court|committee|authority|association|foundation|plant|newspaper|magazine|club|institute|university|council)$/;

export function clausesOf(words: Words, cast: readonly Member[]): Clause[] {
  const all = cast.flatMap((member) => member.spans.map((span) => ({ member, span })));
  all.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  const starting = new Map<number, Mention>();
  for (const mention of all) if (!starting.has(mention.span.from)) starting.set(mention.span.from, mention);
  const speaker = new Speaking();
  return words.sentences.map(([from, to]) => clauseOf(words, { from, to }, starting, speaker));
}

/** Whom a pronoun means: the person or body spoken of last, a sentence's first before its others. */
class Speaking {
  person: Member | undefined;
  readonly bodies: Member[] = [];
  subject: Member | undefined;

  hear(member: Member, first: boolean): void {
    if (member.kind === 'person') {
      if (first || !this.subject) this.subject = member;
      this.person = member;
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
    const meant = meaning(words, i, speaking);
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
): { member: Member; to: number; owns: boolean } | undefined {
  const { lower } = words.tokens[i]!;
  const next = words.tokens[i + 1];
  if (HE.test(lower) && speaking.subject) return { member: speaking.subject, to: i + 1, owns: false };
  if (HIS.test(lower) && speaking.subject) return { member: speaking.subject, to: i + 1, owns: true };
  if (lower === 'its') {
    const member = speaking.body('its');
    return member && { member, to: i + 1, owns: true };
  }
  if (lower === 'it' && next && DEED.test(next.lower)) {
    const member = speaking.body('its');
    return member && { member, to: i + 1, owns: false };
  }
  // "the newspaper Dagens Kurier" means no other.
  if (lower === 'the' && next && !next.capital && BODY.test(next.lower) && !words.tokens[i + 2]?.capital) {
    const member = speaking.body(next.lower);
    return member && { member, to: i + 2, owns: false };
  }
  return undefined;
}
