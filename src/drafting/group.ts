// Names that mean one: what they are called, what speaks for their kind, and which kind that makes them.
import { fold } from '../case/fold.ts';
import type { Evidence } from './evidence.ts';
import * as lexicon from './lexicon.ts';
import { textOf, type Name } from './spans.ts';
import type { Words } from './tokens.ts';

export interface Group {
  readonly names: Name[];
  evidence: Evidence;
  kind: 'person' | 'organization' | 'place' | 'none';
  /** Forms as they stand, with how often. */
  readonly forms: Map<string, number>;
  /** Forms that the text says are another name: "previously known as". */
  readonly others: Set<string>;
}

export const emptyGroup = (): Group => ({
  names: [],
  evidence: { person: 0, organization: 0, place: 0, none: 0, reasons: [] },
  kind: 'none',
  forms: new Map(),
  others: new Set(),
});

export function addTo(group: Group, words: Words, name: Name, evidence?: Evidence): void {
  group.names.push(name);
  group.names.sort((a, b) => a.from - b.from);
  const form = textOf(words, name);
  group.forms.set(form, (group.forms.get(form) ?? 0) + 1);
  if (evidence) addEvidence(group, evidence);
}

export function addEvidence(group: Group, more: Evidence): void {
  for (const kind of ['person', 'organization', 'place', 'none'] as const) group.evidence[kind] += more[kind];
  for (const reason of more.reasons)
    if (!group.evidence.reasons.includes(reason)) group.evidence.reasons.push(reason);
}

export function decide(group: Group): void {
  const { person, organization, place, none } = group.evidence;
  const most = Math.max(person, organization, place, none);
  if (most === none && none > 0) group.kind = 'none';
  else if (most === 0) group.kind = 'organization';
  else group.kind = most === person ? 'person' : most === organization ? 'organization' : 'place';
}

interface Folded {
  readonly form: string[];
  readonly kind: Group['kind'];
  readonly names: number;
  readonly others: number;
}
/** Groups are compared pair by pair: what the fullest form folds to is kept until a group changes. */
const folded = new WeakMap<Group, Folded>();

export function foldedForm(group: Group): string[] {
  const { kind, names, others } = group;
  const known = folded.get(group);
  if (known?.kind === kind && known.names === names.length && known.others === others.size) return known.form;
  const form = fold(bestForm(group))
    .split(' ')
    .filter(
      (word, i, all) =>
        word !== 'the' && (!lexicon.LEGAL_FORMS.has(word) || all.length < (kind === 'organization' ? 2 : 3)),
    );
  folded.set(group, { form, kind, names: names.length, others: others.size });
  return form;
}

/** The fullest form: for a person the commonest of several words, for the rest the longest. */
export function bestForm(group: Group): string {
  const forms = [...group.forms].filter(([form]) => !group.others.has(form));
  const telling = ([form]: [string, number]) => (form === form.toUpperCase() && form.length > 6 ? 0 : 1);
  const wordCount = (form: string) => form.split(' ').length;
  const rank = ([form, times]: [string, number]): number =>
    group.kind === 'person' ? (wordCount(form) > 1 ? 100 : 0) + times + form.length / 100 : form.length;
  return forms.sort((a, b) => telling(b) - telling(a) || rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1))[0]![0];
}
