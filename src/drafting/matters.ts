// Court matters: who is accused or convicted of what, which court hears it, who else takes a part in it. Each offence of a text is one matter.
import type { Member } from './cast.ts';
import type { Clause, Mention } from './clauses.ts';
import { creditIn, stanceIn } from './credit.ts';
import { itemsOf } from './items.ts';
import { OFFENCES } from './lexicon.ts';
import type { Span } from './spans.ts';
import { actorsIn, courtsIn, partiesIn, type Part } from './parties.ts';
import type { Row } from './phrases.ts';
import type { Tie } from './ties.ts';
import type { Words } from './tokens.ts';

/** The matters of a text and who is party to them. A sentence that names no offence makes no matter. */
export function mattersIn(words: Words, clauses: readonly Clause[]): { matters: Member[]; ties: Tie[] } {
  const rows = clauses.map(itemsOf);
  const matters = new Map<string, Member>();
  const ties: Tie[] = [];
  clauses.forEach((clause, i) => {
    const offences = offencesIn(words, clause);
    const parties = offences.length > 0 ? [...partiesIn(rows[i]!, clause)] : [];
    if (parties.length === 0) return;
    for (const offence of offences) {
      const matter = matters.get(offence.name) ?? matterOf(offence.name);
      matters.set(offence.name, matter);
      matter.spans.push(offence.span);
      const of = { member: matter, span: offence.span };
      for (const part of [...parties, ...courtsIn(rows[i]!, clause)]) ties.push(tieTo(of, part, clause));
    }
  });
  if (matters.size > 0) ties.push(...followed(words, clauses, rows, matters, ties));
  return { matters: [...matters.values()], ties };
}

/** Ties of those who act upon a matter that stands: who monitors "the case", who withholds details of "the charges". */
function* followed(
  words: Words,
  clauses: readonly Clause[],
  rows: readonly Row[],
  matters: ReadonlyMap<string, Member>,
  ties: readonly Tie[],
): Generator<Tie> {
  let last: Member | undefined;
  let spoken: boolean = false;
  for (const [i, clause] of clauses.entries()) {
    const [offence] = offencesIn(words, clause);
    const said = offence ? undefined : spanOf(words, clause, CASE);
    const matter = (offence && matters.get(offence.name)) ?? ownMatter(clause, ties) ?? last;
    const goesOn: boolean = spoken && /^\W*(?:This|These|Such|It)\b/.test(clause.line);
    spoken = (offence !== undefined && matters.has(offence.name)) || said !== undefined || goesOn;
    if (matter && (spoken || isClaim(clause)))
      for (const part of actorsIn(rows[i]!, spoken)) {
        const of = { member: matter, span: offence?.span ?? said ?? part.mention.span };
        yield tieTo(of, part, clause);
      }
    if (matter && spoken) last = matter;
  }
}

const isClaim = ({ line }: Clause): boolean =>
  /\b(?:claims?|claimed|alleged?|alleges) (?:that )?«P/.test(line);

/** The matter of somebody whose case is spoken of: "Dreyer’s trial". */
function ownMatter({ line, mentions }: Clause, ties: readonly Tie[]): Member | undefined {
  const owner =
    /«P(\d+)»[’']s (?:\p{L}+ )?(?:case|trial|sentencing|conviction|sentence|detention|arrest)\b/u.exec(line);
  const person = owner && mentions[Number(owner[1])]!.member;
  return person ? ties.find(({ from }) => from === person)?.to : undefined;
}

const CASE =
  /(?:\b(?:the|this|these|those|his|her|their)|[’']s) (?:\p{L}+ )?(?:case|trial|charges?|situation|developments|proceedings|sentencing|conviction|verdict|scandal|investigation|accusations?|allegations?|indictment|detention|imprisonment)\b/iu;

const tieTo = (of: Mention, { mention, role }: Part, clause: Clause): Tie => {
  const credited = creditIn(clause);
  const { member } = mention;
  return {
    from: member,
    to: of.member,
    schema: 'CourtCaseParty',
    role,
    stance: role === 'convicted' || role === 'court' ? stanceIn(clause) : 'affirmed',
    attributedTo: credited === member ? undefined : credited,
    clause,
    ends: [mention, of],
    reason: `${role} in a sentence about ${of.member.name.replace(/ case$/, '')}`,
    sureness: 0.6,
  };
};

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

interface Offence {
  readonly name: string;
  readonly span: Span;
}

/** The first offence a sentence names, and those counted up with it: "racketeering, fraud and money laundering". */
function offencesIn(words: Words, clause: Clause): Offence[] {
  const text = textOf(words, clause);
  const met = OFFENCES.flatMap(([pattern, offence]) => {
    const match = pattern.exec(text);
    return match ? [{ from: match.index, to: match.index + match[0].length, pattern, offence }] : [];
  }).sort((a, b) => a.from - b.from || b.to - a.to);
  const counted = met.filter(
    ({ from }, i) =>
      i === 0 || /^[\w\s,-]{0,18}(?:,|\band|\bor)[\w\s-]{0,18}$/.test(text.slice(met[i - 1]!.to, from)),
  );
  return counted.map(({ offence, pattern }) => ({
    name: `${offence} case`,
    span: spanOf(words, clause, pattern)!,
  }));
}

const textOf = ({ tokens, text }: Words, { sentence }: Clause): string =>
  text.slice(tokens[sentence.from]!.start, tokens[sentence.to - 1]!.end);

/** The tokens of what a pattern finds in a sentence. */
function spanOf(words: Words, clause: Clause, pattern: RegExp): Span | undefined {
  const { sentence } = clause;
  const match = pattern.exec(textOf(words, clause));
  if (!match) return undefined;
  const at = words.tokens[sentence.from]!.start + match.index;
  let from = sentence.from;
  while (from < sentence.to - 1 && words.tokens[from]!.end <= at) from++;
  let to = from + 1;
  while (to < sentence.to && words.tokens[to]!.start < at + match[0].length) to++;
  return { from, to };
}
