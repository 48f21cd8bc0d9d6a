// Who holds what role where, who did what to whom: patterns of English grammar over clauses, each naming its two ends.
import type { Stance } from '../case/records.ts';
import type { Member } from './cast.ts';
import type { Clause, Mention } from './clauses.ts';
import { creditIn, spanIn, stanceAt } from './credit.ts';
import * as lexicon from './lexicon.ts';

export interface Tie {
  readonly from: Member;
  readonly to: Member;
  readonly schema: string;
  readonly role: string;
  readonly stance: Stance;
  readonly attributedTo?: Member;
  readonly clause: Clause;
  readonly ends: readonly [Mention, Mention];
  readonly startDate?: string;
  readonly endDate?: string;
  readonly reason: string;
  readonly sureness: number;
}

/** A role that is tied to no body: "former Deputy Prime Minister Arkady Dvorkovich". */
export interface Held {
  readonly of: Member;
  readonly role: string;
  readonly mention: Mention;
  readonly clause: Clause;
}

const escaped = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
const RANK = escaped([...lexicon.ROLES, ...lexicon.FAMILY]);
const FULL =
  '(?:\\s(?:executive|general|officer|minister|secretary|of staff|of safety|of security|of state|operating officer|financial officer|of the board))*';
/** "then head of safety", "founder and chief executive", "foreign policy chief". */
const ROLE = `((?:[\\p{L}-]+\\s){0,3}?(?:${RANK})${FULL}(?: and (?:[\\p{L}-]+\\s){0,2}?(?:${RANK})${FULL})?)`;
const P = '«(P\\d+)»';
const B = '«([OLP]\\d+)»';
const O = '«([OL]\\d+)»';
const AGE = '(?:, (?:aged )?\\d\\d)?';
const OF =
  '(?: (?:[\\p{L}’-]+ ){0,2}?)(?:of|at|for|in|to|with|from|on) (?:the |a |an |its |his |her |both )?(?:[\\p{L}-]+,? ){0,6}?';
const WAS =
  '(?:,? (?:(?:who|is|was|as|a|an|the|then|now|currently|previously|also|one of|serves as|served as|serving as|became|has been|had been|once|later) )*)';

/** Holder and body of a role, by the names of the groups `who`, `role` and `where`. */
const g = (name: string, pattern: string): string => pattern.replace('(', `(?<${name}>`);
const who = g('who', P);
const where = g('where', B);
const whereBody = g('where', O);
const role = g('role', ROLE);
const POSSESSIVE = "[’'](?:s)?";

const ROLE_PATTERNS: readonly RegExp[] = [
  // "Kremlin spokesman Dmitry Peskov", "Hopwell’s chairman, Raymond T. Osei", "his lawyer, Jonas Achterberg"
  `${where}(?:${POSSESSIVE})?,? (?:then |former |the |current )?${role}(?: (?:of|for|in) [\\p{L}-]+)?,? ${who}`,
  // "the president of the World Rowing Union, Lars-Erik Halvorsen"
  `${role}${OF}${where},? (?:the )?${who}`,
  // "Tomasz Wielgosz, the former director of the Northern Ports Authority"
  `${who}${AGE},?${WAS}${role}${OF}${where}`,
  // "Kaja Ilves, the EU’s foreign policy chief"; "Osei, a former Goldman Sachs banker"
  `${who}${AGE},?${WAS}(?:former |ex-|current )?${whereBody}(?:${POSSESSIVE})? ${role}`,
  // "a chess federation, headed by …": "as the chairman of the Group, …, Spector’s"
  `\\b(?:As|as) (?:the |a |an )?${role}${OF}${whereBody}[^«]*?, ${who}`,
  `${who}[^«.;]*?,? (?:serving|worked|working|acting) as (?:the |a |an )?${role}${OF}${whereBody}`,
  // "lawyer Miriam Feldstein for the agency"
  // whoever the sentence is about: "…, currently serves as the president of the federation, FIDE"
  `\\b(?:serves?|served|serving|works?|worked|acts?|acted) as (?:the |a |an )?${role}${OF}${whereBody}`,
  `${who}[^«.;]*? ${role} (?<under>under) ${where}`,
  `${who} (?:of|from|at) (?:the )?(?<role>(?:[\\p{L}-]+ )?(?:firm|company|agency|group|party|university|institute) )?${whereBody}`,
].map((source) => new RegExp(source, 'giu'));

/** Verbs between two, each with the type of the tie and which of the two comes first in it. */
interface Verb {
  readonly verb: string;
  readonly schema: string;
  readonly role?: string;
  /** The patient is the `from` end. */
  readonly turned?: boolean;
  /** Letters of the kinds that fit, subject then object. */
  readonly fits?: RegExp;
}
const VERBS: readonly Verb[] = [
  {
    verb: 'heads?|headed|leads?|led|had led|has led|chairs?|chaired|runs?|ran|will run|directs?|presided over|take over',
    schema: 'Directorship',
    fits: /^PO/,
  },
  { verb: 'sits? on|sat on|serves? on', schema: 'Directorship', role: 'board member', fits: /^PO/ },
  { verb: 'joined|will join|belongs to|member of', schema: 'Membership', fits: /^PO/ },
  {
    verb: 'work(?:s|ed|ing)? (?:at|for|with)|employed by|hired by|left|will leave|resigned from|quit',
    schema: 'Employment',
    fits: /^PO/,
  },
  {
    verb: 'founded|co-founded|owns?|owned|controls?|controlled|holds? a|acquires?|acquired|to acquire|to buy|buys|bought|takes? over|took over',
    schema: 'Ownership',
    fits: /^[PO]O/,
  },
  {
    verb: 'represents?|represented|advised|advises|defended|defends|on behalf of|to assist',
    schema: 'Representation',
    fits: /^[PO][PO]/,
  },
  {
    verb: 'met(?: with)?|meets|meeting with|close ties to|(?:has|had|have) ties to|knows?|knew|befriended|contacted|e-mailed|wrote to|phoned|called',
    schema: 'UnknownLink',
    fits: /^P[PO]/,
  },
  { verb: 'told|informed', schema: 'UnknownLink', fits: /^[PO][PO]/ },
  {
    verb: 'appointed|named|nominated|hired|fired|dismissed|sacked|pardoned|succeeded|replaced',
    schema: 'UnknownLink',
    fits: /^[PO]P/,
  },
  {
    verb: 'accused|accuses|charged|arrested|detained|questioned|summoned|sentenced|convicted|indicted|fined|sued|suspended|banned|blacklisted|sanctioned|investigated|raided|jailed|imprisoned|expelled|extradited|held|prosecuted|cleared|acquitted|imposed sanctions on|filed suit against|brought charges against|criticized|criticised|urged|warned|threatened',
    schema: 'UnknownLink',
    fits: /^[PO][PO]/,
  },
  {
    verb: 'paid|pays|bribed|donated to|funded|funds|financed|finances|sponsored|lent|transferred|sold|sells|supplied|supplies|shipped|shipped to|won|awarded|contracted|merged with|partnered with|cooperated with|worked with|backed|supported|supports|blackmailed|received [\\p{L}\\d, ]{0,20}from',
    schema: 'UnknownLink',
    fits: /^[PO][PO]/,
  },
];
const PASSIVE: readonly Verb[] = [
  {
    verb: 'owned|controlled|founded|co-founded|established|set up',
    schema: 'Ownership',
    turned: true,
    fits: /^O[PO]/,
  },
  { verb: 'headed|led|chaired|run|directed', schema: 'Directorship', turned: true, fits: /^OP/ },
  { verb: 'employed|hired', schema: 'Employment', fits: /^PO/ },
  {
    verb: 'accused|charged|arrested|detained|questioned|summoned|sentenced|convicted|indicted|fined|sued|suspended|banned|investigated|jailed|appointed|nominated|paid|supplied|funded|represented|bribed|hired|written|under',
    schema: 'UnknownLink',
    turned: true,
    fits: /^[PO][PO]/,
  },
];
const GAP = '(?:(?!(?:at|after|before|when|because|whose|than|while|and)\\b)[\\p{L}\\d%$€£.,-]+ ){0,5}?';
/** An apposition or a relative clause between subject and verb. */
const ASIDE = '(?:, (?:[^«,;]|«O\\d+»){1,90},)?';
const verbPattern = (verb: string) =>
  new RegExp(
    `«([POL]\\d+)»${ASIDE},? (?<between>(?:(?:which|who|that|and|also|has|have|had|is|was|were|agreed|now|later|previously|then|allegedly|once|never|not|ever|is said|is alleged|are said|first|reportedly|will|to|,|[\\p{L}]+ly|said he had|does|did|campaign) ?)*)(?<verb>${verb}) ${GAP}«([POL]\\d+)»`,
    'giu',
  );
const passivePattern = (verb: string) =>
  new RegExp(
    `«([POL]\\d+)»,? ${GAP}${GAP}(?<verb>${verb}) (?:on [\\p{L}\\d ]+ |in \\d{4} |last [\\p{L}]+ )?by (?:the |a |an |then )?(?:«P\\d+»[’\']s [\\p{L}-]+,? )?(?:[\\p{L}-]+ ){0,3}?«([POL]\\d+)»`,
    'giu',
  );
const ACTIVE_PATTERNS = VERBS.map((verb) => ({ ...verb, pattern: verbPattern(verb.verb) }));
const PASSIVE_PATTERNS = PASSIVE.map((verb) => ({ ...verb, pattern: passivePattern(verb.verb) }));

export function tiesIn(clauses: readonly Clause[]): Tie[] {
  return clauses.flatMap((clause) => [...rolesIn(clause), ...verbsIn(clause)]);
}

const mentionOf = (clause: Clause, sign: string): Mention => clause.mentions[Number(sign.slice(1))]!;

function* rolesIn(clause: Clause): Generator<Tie> {
  for (const pattern of ROLE_PATTERNS) {
    for (let from = 0, match; (match = matchFrom(pattern, clause.line, from)); from = match.index + 3) {
      const { who: holder, where: body = '', role: said = '', under } = match.groups!;
      const a = holder ? mentionOf(clause, holder) : personBefore(clause, match.index);
      const b = mentionOf(clause, body);
      if (!a || a.member === b.member) continue;
      const words = tidyRole(said);
      const rank = rankOf(words);
      const personal = under !== undefined || lexicon.FAMILY.has(rank) || lexicon.PERSONAL_ROLES.has(rank);
      if (b.member.kind === 'person' && !personal) continue;
      if (b.member.kind === 'place') continue;
      if (/\b(?:said|told|against)\b/.test(match[0].replace(/«\w+»/g, ''))) continue;
      yield tieOf(
        clause,
        [a, b],
        { schema: schemaFor(rank, b.member), role: words || 'of' },
        match.index,
        'a role and its holder side by side',
        0.8,
      );
    }
  }
}

/** Whom a sentence is about: its first person, if that comes before `at`. */
const personBefore = (clause: Clause, at: number): Mention | undefined => {
  const first = /«P(\d+)»/.exec(clause.line.slice(0, at));
  return first ? clause.mentions[Number(first[1])] : undefined;
};

/** Matches may share their ends: each search begins just behind the sign the last began with. */
function matchFrom(pattern: RegExp, line: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(line);
}

const tidyRole = (text: string): string =>
  text
    .trim()
    .replace(
      /^(?:(?:a|an|the|his|her|its|then|now|one of|is|was|as|and|who|also|whose|by|of|from|at|to|in|for|currently|currently serves as)\s+)+/i,
      '',
    );

const rankOf = (role: string): string => {
  const found = role
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => lexicon.ROLES.has(word) || lexicon.FAMILY.has(word));
  return found.at(-1) ?? '';
};

function schemaFor(rank: string, body: Member): string {
  if (body.kind === 'person')
    return lexicon.FAMILY.has(rank)
      ? 'Family'
      : /lawyer|attorney|counsel/.test(rank)
        ? 'Representation'
        : 'Associate';
  if (lexicon.DIRECTING.has(rank)) return 'Directorship';
  if (lexicon.OWNING.has(rank)) return 'Ownership';
  if (lexicon.BELONGING.has(rank)) return 'Membership';
  return lexicon.ACTING_FOR.has(rank) ? 'Representation' : 'Employment';
}

function* verbsIn(clause: Clause): Generator<Tie> {
  for (const one of [...ACTIVE_PATTERNS, ...PASSIVE_PATTERNS]) {
    for (let from = 0, match; (match = matchFrom(one.pattern, clause.line, from)); from = match.index + 3) {
      const object = match.at(-1)!;
      const subject = coordinated(clause, match) ?? match[1]!;
      const [a, b] = [mentionOf(clause, subject), mentionOf(clause, object)];
      if (a.member === b.member || !one.fits?.test(`${subject[0]}${object[0]}`)) continue;
      const ends: [Mention, Mention] = one.turned ? [b, a] : [a, b];
      const words = one.role ?? match.groups!.verb!.trim().toLowerCase();
      const what = { schema: one.schema, role: one.turned ? `${words} by` : words };
      yield tieOf(clause, ends, what, match.index, `“${words}” between them`, 0.65);
      const partner = one.turned ? undefined : partnerOf(clause, match);
      if (partner && partner.member !== b.member)
        yield tieOf(clause, [partner, b], what, match.index, `“${words}” between them`, 0.55);
    }
  }
  yield* bodiesIn(clause);
}

/** "Pankratov sits on the board of OAO Zentrobank and owns …": the subject is the sentence's, not the bank. */
function coordinated(clause: Clause, match: RegExpExecArray): string | undefined {
  if (!/^and\b/.test(match.groups!.between ?? '')) return undefined;
  const first = /«([PO]\d+)»/.exec(clause.line);
  return first && first.index < match.index ? first[1] : undefined;
}

/** "Lazard and law firm Brandt Wexler LLP advised …": the other subject. */
function partnerOf(clause: Clause, match: RegExpExecArray): Mention | undefined {
  const before = /«([PO]\d+)»(?:,)? and (?:the |its )?(?:[\p{L}-]+ ){0,2}$/u.exec(
    clause.line.slice(0, match.index),
  );
  return before && before[1]![0] === match[1]![0] ? mentionOf(clause, before[1]!) : undefined;
}

const BODY_ROLE =
  '(?<role>subsidiary|partner|parent|unit|arm|affiliate|supplier|rival|shareholder|client|customer|lender|auditor|contractor|branch)';
const BODY_PATTERNS = [
  new RegExp(`«(?<one>O\\d+)»(?:[’']s)? (?:[\\p{L}-]+ ){0,2}?${BODY_ROLE},? «(?<other>O\\d+)»`, 'giu'),
  new RegExp(
    `«(?<other>O\\d+)», (?:a|an|the) (?:[\\p{L}-]+ ){0,3}?${BODY_ROLE} of (?:the )?«(?<one>O\\d+)»`,
    'giu',
  ),
];

/** Ties between two bodies: "a Solvantis subsidiary, Amaquim Ltda". */
function* bodiesIn(clause: Clause): Generator<Tie> {
  for (const pattern of BODY_PATTERNS)
    for (const match of clause.line.matchAll(pattern)) {
      const { one, other, role } = match.groups!;
      const ends: [Mention, Mention] = [mentionOf(clause, one!), mentionOf(clause, other!)];
      const owns = /subsidiary|unit|arm|branch/.test(role!);
      if (ends[0].member !== ends[1].member)
        yield tieOf(
          clause,
          ends,
          { schema: owns ? 'Ownership' : 'UnknownLink', role: role! },
          match.index,
          `called its ${role}`,
          0.7,
        );
    }
}

function tieOf(
  clause: Clause,
  ends: [Mention, Mention],
  { schema, role }: { schema: string; role: string },
  at: number,
  reason: string,
  sureness: number,
): Tie {
  const credited = creditIn(clause);
  const attributedTo = credited && !ends.some(({ member }) => member === credited) ? credited : undefined;
  const [from, to] = [ends[0].member, ends[1].member];
  return {
    from,
    to,
    schema,
    role: role.replace(/ by$/, ''),
    stance: stanceAt(clause, at),
    attributedTo,
    clause,
    ends,
    reason,
    sureness,
    ...spanIn(clause.line),
  };
}
