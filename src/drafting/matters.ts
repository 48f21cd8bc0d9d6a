// Court matters: who is accused or convicted of what, and by which court. Each offence of a text is one matter.
import type { Member } from './cast.ts';
import type { Clause, Mention } from './clauses.ts';
import { OFFENCES } from './lexicon.ts';
import { creditIn, stanceAt } from './credit.ts';
import type { Tie } from './ties.ts';
import type { Words } from './tokens.ts';

const CONVICTED =
  'sentenced|convicted|jailed|imprisoned|found guilty|pleaded guilty|pled guilty|serving|handed|received|conviction|sentencing|sentence';
const ACCUSED =
  'charged|accused|indicted|arrested|detained|faces?|facing|on trial|stand trial|suspected|implicated|allegations|charges|accusations|case|acquitted|fined';
const STANDS = new RegExp(
  `«(P\\d+)»[^«;]{0,70}?\\b(?:(?<convicted>${CONVICTED})|(?<accused>${ACCUSED}))\\b`,
  'giu',
);
const AGAINST =
  /\b(?<accused>charges?|case|accusations|allegations|indictment|suit) (?:[\p{L}]+ ){0,3}against «(P\d+)»/giu;
const BY_COURT = /\b(?<convicted>sentenced|convicted|jailed|found) «(P\d+)»/giu;
const ACTS = /\b(?:sentenc|convict|jail|charg|filed|hear|fined|ordered|verdict|decision)/i;

/** The matters of a text and who is party to them. A sentence that names no offence ties nobody. */
export function mattersIn(words: Words, clauses: readonly Clause[]): { matters: Member[]; ties: Tie[] } {
  const matters = new Map<string, Member>();
  const ties: Tie[] = [];
  for (const clause of clauses) {
    const offence = offenceIn(words, clause);
    if (!offence) continue;
    const parties = [...partiesIn(clause)];
    if (parties.length === 0) continue;
    const matter = matters.get(offence.name) ?? matterOf(offence.name);
    matters.set(offence.name, matter);
    matter.spans.push(offence.span);
    const of: Mention = { member: matter, span: offence.span };
    for (const { mention, role, at } of [...parties, ...courtsIn(clause)]) {
      const credited = creditIn(clause);
      ties.push({
        from: mention.member,
        to: matter,
        schema: 'CourtCaseParty',
        role,
        stance: role === 'accused' ? 'affirmed' : stanceAt(clause, at),
        attributedTo: credited === mention.member ? undefined : credited,
        clause,
        ends: [mention, of],
        reason: `${role} in a sentence about ${offence.name.replace(/ case$/, '')}`,
        sureness: 0.6,
      });
    }
  }
  return { matters: [...matters.values()], ties };
}

const matterOf = (name: string): Member => ({
  key: `event:${name}`,
  kind: 'event',
  schema: 'CourtCase',
  name,
  aliases: [],
  named: false,
  spans: [],
  titles: [],
  sureness: 0.6,
  reason: 'somebody is accused or convicted of it',
});

function offenceIn(
  words: Words,
  { sentence }: Clause,
): { name: string; span: { from: number; to: number } } | undefined {
  const [first, last] = [words.tokens[sentence.from]!, words.tokens[sentence.to - 1]!];
  const text = words.text.slice(first.start, last.end);
  const met = OFFENCES.map(([pattern, offence]) => ({ match: pattern.exec(text), offence })).filter(
    ({ match }) => match,
  );
  const best = met.sort((a, b) => a.match!.index - b.match!.index)[0];
  if (!best?.match) return undefined;
  const at = first.start + best.match.index;
  const from = words.tokens.findIndex(({ end }, i) => i >= sentence.from && end > at);
  let to = from + 1;
  while (to < sentence.to && words.tokens[to]!.start < at + best.match[0].length) to++;
  return { name: `${best.offence} case`, span: { from, to } };
}

function* partiesIn(clause: Clause): Generator<{ mention: Mention; role: string; at: number }> {
  const seen = new Set<Member>();
  for (const pattern of [STANDS, AGAINST, BY_COURT]) {
    for (const match of clause.line.matchAll(pattern)) {
      const sign = match.slice(1).find((part) => part && /^P\d+$/.test(part))!;
      const mention = clause.mentions[Number(sign.slice(1))]!;
      if (seen.has(mention.member)) continue;
      seen.add(mention.member);
      yield { mention, role: match.groups?.convicted ? 'convicted' : 'accused', at: match.index };
    }
  }
}

function* courtsIn(clause: Clause): Generator<{ mention: Mention; role: string; at: number }> {
  if (!ACTS.test(clause.line)) return;
  for (const mention of clause.mentions)
    if (mention.member.kind === 'organization' && /\b(?:court|tribunal)\b/i.test(mention.member.name))
      yield { mention, role: 'court', at: 0 };
}
