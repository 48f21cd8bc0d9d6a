// What a deletion takes with it, as one plain sentence.
import type { Diff } from '../../case/diff.ts';
import type { Kind } from '../../case/records.ts';
import { count, list } from '../../case/wording.ts';

const COUNTED: readonly Kind[] = ['entity', 'relation', 'claim', 'source', 'judgement'];

/** "2 relations and 14 claims go with it."; `but` are the records that were asked for, and so are not counted. */
export function sayLoss(diff: Diff, but: ReadonlySet<string> = new Set()): string {
  const rewritten = diff.added.filter(({ kind }) => kind === 'claim').length;
  const parts = COUNTED.flatMap((kind) => {
    const gone = diff.removed.filter((record) => record.kind === kind && !but.has(record.id)).length;
    const n = kind === 'claim' ? gone - rewritten : gone;
    return n > 0 ? [count(n, kind)] : [];
  });
  const kept =
    rewritten > 0
      ? ` ${count(rewritten, 'claim')} credited to it ${rewritten === 1 ? 'stays' : 'stay'}, without that credit.`
      : '';
  if (parts.length === 0) return `Nothing else goes with it.${kept}`;
  const one = parts.length === 1 && /^1 /.test(parts[0]!);
  return `${list(parts)} ${one ? 'goes' : 'go'} with it.${kept}`;
}
