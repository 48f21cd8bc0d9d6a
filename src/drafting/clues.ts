// What the words before and behind a name tell of its kind: a table of patterns, each with a weight of our own.
import * as lexicon from './lexicon.ts';

export type Kind = 'person' | 'organization' | 'place' | 'none';

export interface Clue {
  /** Words of the sentence that end where the name begins, or that begin where it ends. */
  readonly stands: 'before' | 'behind';
  readonly pattern: RegExp;
  readonly kind: Kind;
  readonly weight: number;
  /** $1 is what the pattern's group found. */
  readonly reason?: string;
  /** Most words a name has for which it holds. */
  readonly most?: number;
}

/** How far a clue looks, in characters. */
export const REACH = 90;

const anyOf = (words: Iterable<string>): string =>
  [...words].map((word) => word.replaceAll('.', '\\.')).join('|');
const before = (pattern: string): RegExp => new RegExp(`(?:^|[\\s("“‘—–-])(?:${pattern}) $`, 'iu');
const behind = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`, 'u');
const ROLE = anyOf(lexicon.ROLES);
const PLURAL_FAMILY = 'sons|daughters|brothers|sisters|cousins|nephews|children|parents';
const NOUNS = [...lexicon.BODY_NOUNS, ...lexicon.KINDS_OF_BODIES];
/** One or many of them: "two drug companies, Elan and Wyeth". */
const NOUN = anyOf([
  ...NOUNS,
  ...NOUNS.map((noun) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`)),
  'business',
]);
const FIRM =
  'company|firm|bank|agency|group|newspaper|subsidiary|organi[sz]ation|fund|charity|manufacturer|maker|broadcaster|website|party|magazine|watchdog|conglomerate|developer|retailer|lender|contractor|brewer|think tank|non-profit|nonprofit|union|network|consultancy';
/** What follows the noun of an apposition; another noun makes it one of a person: "a union organizer". */
const GOES_ON =
  'that|which|whose|where|based|in|of|owned|controlled|with|for|founded|registered|linked|run|by|and|from|at|set|called|known|to|on|headed|led|tied|behind';
const IN_APPOSITION =
  "(?:(?:a|an|the|one of|its|his|her|then|now|former)\\s+)*(?:[\\p{L}'’]+[-\\p{L}]* ){0,4}?";

export const CLUES: readonly Clue[] = [
  // Before it.
  {
    stands: 'before',
    pattern: before('the'),
    kind: 'organization',
    weight: 1.2,
    reason: 'stands with “the”',
  },
  {
    stands: 'before',
    pattern: before(`(${NOUN})(?:,| called| named| known as)?`),
    kind: 'organization',
    weight: 2.5,
    reason: 'is called a $1',
  },
  {
    stands: 'before',
    pattern: /\b(?:Court|University|Prison|Airport|Hospital|Jail), $/,
    kind: 'place',
    weight: 2,
  },
  {
    stands: 'before',
    pattern: before(`(${anyOf(lexicon.FAMILY)}|${PLURAL_FAMILY}),?`),
    kind: 'person',
    weight: 3,
    reason: 'is called $1',
  },
  {
    stands: 'before',
    pattern: before(`(?:${anyOf(lexicon.FAMILY)}|${PLURAL_FAMILY}) of`),
    kind: 'person',
    weight: 2,
  },
  { stands: 'before', pattern: before(`(${ROLE}),?`), kind: 'person', weight: 2.5, reason: 'is called $1' },
  { stands: 'before', pattern: before(`(?:${ROLE})s`), kind: 'person', weight: 2 },
  { stands: 'before', pattern: before('one|alongside|named|nicknamed'), kind: 'person', weight: 0.8 },
  { stands: 'before', pattern: /(?:^|\n)\W*by $/i, kind: 'person', weight: 4, reason: 'a byline' },
  {
    stands: 'before',
    pattern: before('(in|near|outside|across|throughout|around)'),
    kind: 'place',
    weight: 1.3,
    reason: 'stands after “$1”',
  },
  {
    stands: 'before',
    pattern: before('at|via|joined|bought|acquired|acquire|advised|sued|against'),
    kind: 'organization',
    weight: 0.9,
    most: 3,
  },
  { stands: 'before', pattern: before('told'), kind: 'organization', weight: 0.5 },
  {
    stands: 'before',
    pattern: before(
      '(?:shares|board|chairman|director|head|employees|founder|owner|subsidiary|customers|member|members|stake|units?|arm|branch) of',
    ),
    kind: 'organization',
    weight: 1.3,
  },
  {
    stands: 'before',
    pattern: before('(?:city|town|state|province|region|village|capital|island|port|republic|district) of'),
    kind: 'place',
    weight: 2.5,
  },
  { stands: 'before', pattern: before('(?:shares|stake|interest) in'), kind: 'organization', weight: 2.5 },
  {
    stands: 'before',
    pattern: before('a graduate of|graduat\\w+ from|worked for|works for|works at'),
    kind: 'organization',
    weight: 2,
  },
  // Behind it.
  { stands: 'behind', pattern: /^\$/, kind: 'none', weight: 9 },
  {
    stands: 'behind',
    pattern: behind(
      `['’]s? (?:[\\p{L}-]+ )?(?:${anyOf(lexicon.DIRECTING)}|board|shares|shareholders|headquarters|founder|subsidiary|plant|factory|customers|assets|books|offices?)\\b`,
    ),
    kind: 'organization',
    weight: 0.9,
  },
  {
    stands: 'behind',
    pattern: behind(
      "['’]s? (?:wife|husband|son|daughter|brother|sister|lawyer|attorney|aide|home|case|conviction|widow|mother|father|client|trial|arrest|sentenc\\w+|death|imprisonment|testimony|girlfriend|bail)",
    ),
    kind: 'person',
    weight: 1.3,
  },
  { stands: 'behind', pattern: behind('\\s*-based\\b'), kind: 'place', weight: 3 },
  {
    stands: 'behind',
    pattern: behind(
      ' (?:shares|plants?|subsidiary|board|employees|contracts?|executives?|shareholders|partner|member|officials?|lawyers|bankers|managers?|agents?|handlers|units?|headquarters|journalists?|reporters?|editors?|newspaper|billionaires|spokes\\p{L}+|prosecutors|detectives|colonel|general|officers?|founder|boss|chief|correspondents?|network|fighters|militants)\\b',
    ),
    kind: 'organization',
    weight: 1.4,
  },
  {
    stands: 'behind',
    pattern: behind(
      ' (?:[Cc]hair\\p{Ll}+|[Ff]ounder|CEO|CFO|[Cc]o-founder|[Tt]reasurer|[Ss]pokes\\p{Ll}+|[Cc]hief [Ee]xecutive|[Dd]irector|[Mm]anaging)\\b',
    ),
    kind: 'organization',
    weight: 2,
  },
  {
    stands: 'behind',
    pattern: behind(' (?:administration|campaign|family|regime|presidency)\\b'),
    kind: 'person',
    weight: 2.5,
    most: 2,
  },
  {
    stands: 'behind',
    pattern: behind(
      ' (?:prison|detention|jail|airport|district|region|province|square|street|border|peninsula|neighbou?rhood|residence|area|branch|hotel|MP|member of parliament|constituency|courthouse|neighborhood)\\b',
    ),
    kind: 'place',
    weight: 2.5,
  },
  {
    stands: 'behind',
    pattern: behind(` (?:is|was) (?:a|an|the|also an?) (?:[\\p{L}-]+ ){0,4}?(?:${ROLE})\\b(?!['’])`),
    kind: 'person',
    weight: 1.5,
    reason: 'said to hold a role',
  },
  {
    stands: 'behind',
    pattern: behind(', (?:aged )?\\d\\d\\b(?! \\p{Lu})'),
    kind: 'person',
    weight: 3,
    reason: 'has an age',
  },
  {
    stands: 'behind',
    pattern: behind(' \\((?:aged )?\\d\\d\\)'),
    kind: 'person',
    weight: 3,
    reason: 'has an age',
  },
  {
    stands: 'behind',
    pattern: behind(',? \\(?[RDI]-\\p{Lu}'),
    kind: 'person',
    weight: 3,
    reason: 'has a party',
  },
  {
    stands: 'behind',
    pattern: behind(',? (?:who|whose (?:husband|wife|son|daughter|father|mother|lawyer|brother))\\b'),
    kind: 'person',
    weight: 2,
  },
  {
    stands: 'behind',
    pattern: behind(' (?:said|says) (?:it|its)\\b|,? which\\b'),
    kind: 'organization',
    weight: 2,
  },
  {
    stands: 'behind',
    pattern: behind(',? (?:\\p{L}+ ){0,1}reported[.,]'),
    kind: 'organization',
    weight: 1.5,
  },
  { stands: 'behind', pattern: behind(' reported\\b'), kind: 'organization', weight: 0.8 },
  {
    stands: 'behind',
    pattern: behind(
      ' (?:was|has been|is|were|are) (?:\\p{L}+ly )?(?:born|arrested|convicted|sentenced|jailed|married|detained|questioned|extradited)| (?:resigned|pleaded|pled|testified|married|graduated|grew up|was seen)\\b',
    ),
    kind: 'person',
    weight: 1.3,
  },
  {
    stands: 'behind',
    pattern: behind(`, ${IN_APPOSITION}(?:${FIRM})(?=[,.;)]| (?:${GOES_ON})\\b)`),
    kind: 'organization',
    weight: 2,
  },
  {
    stands: 'behind',
    pattern: behind(`, ${IN_APPOSITION}(?:${ROLE})\\b(?!['’])`),
    kind: 'person',
    weight: 1.5,
    reason: 'followed by a role',
  },
  { stands: 'behind', pattern: behind(` (?:${anyOf(lexicon.SAYING)})\\b`), kind: 'person', weight: 0.5 },
  { stands: 'behind', pattern: behind('\\s*\\([\\0@]'), kind: 'organization', weight: 1 },
];
