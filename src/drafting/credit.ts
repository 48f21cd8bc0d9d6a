// What a sentence says of its own saying: when it was so, whether it is claimed or disclaimed, whom it credits.
import type { Stance } from '../case/records.ts';
import type { Member } from './cast.ts';
import type { Clause } from './clauses.ts';
import * as lexicon from './lexicon.ts';

const YEARS = /\b(?:from|between) (\d{4}) (?:until|to|and|till) (\d{4})\b|\b(\d{4})\s*[–-]\s*(\d{4})\b/;
const SINCE = /\bsince (\d{4})\b/;
/** The years a sentence gives for what it says. */
export function spanIn(line: string): { startDate?: string; endDate?: string } {
  const span = YEARS.exec(line);
  if (span) return { startDate: span[1] ?? span[3], endDate: span[2] ?? span[4] };
  const since = SINCE.exec(line);
  return since ? { startDate: since[1] } : {};
}

/** Whether what a clause says at `at` is claimed or disclaimed in it. */
export function stanceAt({ line }: Clause, at: number): Stance {
  const clause = line.slice(Math.max(0, line.lastIndexOf(';', at)), at + 200);
  if (
    /\b(?:denied|denies|deny|rejected|rejects|dismissed as|never met|not directly|was not|were not|had nothing to do)\b/i.test(
      clause,
    )
  )
    return 'denied';
  return lexicon.ALLEGING.test(clause) ? 'alleged' : 'affirmed';
}

const SAY =
  '(?:said|says|told|reported|reports|claims?|claimed|announced|stated|wrote|confirmed|alleged|alleges)';
const CREDITS = [
  new RegExp(`according to (?:the |a |an )?(?:[\\p{L}-]+ ){0,3}?«([PO]\\d+)»`, 'iu'),
  new RegExp(`,[”"’]?\\s(?:the )?«([PO]\\d+)»[^«,]{0,20} ${SAY}\\b`, 'iu'),
  new RegExp(`[”"’,]\\s?${SAY} (?:the )?«([PO]\\d+)»`, 'iu'),
  new RegExp(`^\\W*(?:The )?«([PO]\\d+)»(?:,[^«,]*,)? ${SAY}\\b(?: (?:that|it|«))?`, 'iu'),
];

/** Whom a sentence credits with what it says. */
export function creditIn(clause: Clause): Member | undefined {
  for (const pattern of CREDITS) {
    const match = pattern.exec(clause.line);
    if (match) return clause.mentions[Number(match[1]!.slice(1))]!.member;
  }
  return undefined;
}
