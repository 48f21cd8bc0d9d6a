// What a sentence says of its own saying: when it was so, whether it is claimed or disclaimed, whom it credits.
import type { Stance } from '../case/records.ts';
import type { Member } from './cast.ts';
import type { Clause } from './clauses.ts';
import { factsIn } from './facts.ts';
import { isWord } from './items.ts';
import * as lexicon from './lexicon.ts';
import type { Row } from './phrases.ts';

export interface When {
  readonly startDate?: string;
  readonly endDate?: string;
}

const BEGINS =
  /^(?:found|co-found|establish|set up|join|appoint|name|elect|hire|acquire|bought|buy|marr|took over|becom|became)/;
const ENDS = /^(?:left|resign|quit|dismiss|fired|sack|divorc|oust|remov|retire)/;

/** When a tie began and ended, from the words between `from` and the end of its part of the sentence. */
export function whenIn(line: string, from: number, behind: number, deed: string): When {
  const stop = line.slice(behind).search(/[;]|, (?:and|but|while|who|which)\b/);
  const end = stop < 0 ? line.length : behind + stop;
  if (!/\d{4}/.test(line.slice(from, end))) return {};
  const when: { startDate?: string; endDate?: string } = {};
  for (const { kind, value, start } of factsIn(line.slice(from, end))) {
    if (kind !== 'date' || value.includes('X')) continue;
    const lead =
      /(\w+)\s(?:early |late |about )?$/.exec(line.slice(0, from + start))?.[1]?.toLowerCase() ?? '';
    const [first, last] = value.split('/');
    if (last !== undefined) return { startDate: first, endDate: last };
    if (/^(?:until|till)$/.test(lead) || (ENDS.test(deed) && /^(?:in|on)$/.test(lead)))
      when.endDate ??= value;
    else if (lead === 'since' || (BEGINS.test(deed) && /^(?:in|on)$/.test(lead))) when.startDate ??= value;
  }
  return when;
}

const ADVERB = /^(?:allegedly|reportedly|purportedly|supposedly|apparently|alleged|reputedly)$/;
const CLAIMS =
  /^(?:alleges?|alleged|alleging|claims?|claimed|claiming|accus(?:es|ed|ing)|suspected|suspects|charged|charging)$/;
const DENIES = /^(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing))$/;
const NOT = /^(?:not|never|no|n't|neither|without)$/;
/** Items before a deed in which a "not" belongs to it. */
const NEAR = 4;

/** Whether a deed at `at`, told between the places `from` and `to`, is claimed or disclaimed. */
export function stanceOf(row: Row, at: number, from: number, to: number): Stance {
  const start = partStart(row, Math.min(at, from, to));
  const words = row.map((item) => (isWord(item) ? item.word : ''));
  const near = words.slice(Math.max(start, at - NEAR), at);
  const own = words.slice(Math.max(start, Math.min(from, to) - NEAR), Math.max(at, from, to) + 1);
  if (near.some((word) => NOT.test(word)) && !near.includes('only')) return 'denied';
  const denial = words.findIndex((word, i) => i >= start && i < at && DENIES.test(word));
  if (denial >= 0 && !row.slice(denial, at).some(({ word }) => word === ',')) return 'denied';
  if (own.some((word) => ADVERB.test(word))) return 'alleged';
  const before = words.slice(start, at);
  const claimed = before.findLastIndex((word) => CLAIMS.test(word));
  if (claimed >= 0 && /^(?:of|that|with)$|ing$/.test(afterClaim(words, start + claimed, at)))
    return 'alleged';
  if (claimed >= 0 && /^(?:alleges?|claims?|claimed)$/.test(before[claimed]!)) return 'alleged';
  return /, [^,;]{0,60}\b(?:alleged?|claim(?:ed)?)\s*$/.test(
    words
      .slice(to)
      .map((word) => word || ',')
      .join(' '),
  )
    ? 'alleged'
    : 'affirmed';
}

/** What leads from a word of claiming to the deed: "accused |of| paying". */
const afterClaim = (words: readonly string[], claim: number, at: number): string =>
  words.slice(claim + 1, at).find((word) => /^(?:of|that|with)$/.test(word)) ?? words[at] ?? '';

/** Where the part of a sentence that holds `at` begins. */
function partStart(row: Row, at: number): number {
  for (let i = at - 1; i > 0; i--) if (/^(?:;|but|while|although|whom)$/.test(row[i]!.word)) return i;
  return 0;
}

/** Whether a whole sentence claims or disclaims what it says of dates and sums. */
export function stanceIn({ line }: Clause): Stance {
  if (/\b(?:denied|denies|deny|rejected|rejects|never|was not|were not|did not)\b/i.test(line))
    return 'denied';
  return lexicon.ALLEGING.test(line) ? 'alleged' : 'affirmed';
}

const SAY =
  '(?:said|says|told|reported|reports|claims?|claimed|announced|stated|wrote|confirmed|alleged?|alleges|testified|added|argued|insisted|warned|explained|acknowledged|revealed)';
const CREDITS = [
  new RegExp(`according to (?:the |a |an )?(?:«[PO]\\d+»[’']s )?(?:[\\p{L}-]+ ){0,3}?«([PO]\\d+)»`, 'iu'),
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
