// English verbs for the ties of FollowTheMoney's model, and their forms by time, number and stance.
import type { Stance } from '../case/records.ts';

/** Present, past, or either: where one source says "is" and another "was". */
export type Tense = 'present' | 'past' | 'either';

export interface Verb {
  readonly base: string;
  readonly past: string;
  /** What stands between the verb and whom it is about: "for" in "works for". */
  readonly rest: string;
}

/** "be" with what follows: "is linked to". */
export const being = (rest: string): Verb => ({ base: 'be', past: 'was', rest });

const verb = (base: string, past: string, rest = ''): Verb => ({ base, past, rest });

/** By the label of an edge in the model. */
export const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['associated with', being('associated with')],
  ['awarded to', being('awarded to')],
  ['belongs to', verb('belong', 'belonged', 'to')],
  ['directs', verb('direct', 'directed')],
  ['documents', verb('document', 'documented')],
  ['holds', verb('hold', 'held', 'the post of')],
  ['involved in', being('involved in')],
  ['linked to', being('linked to')],
  ['owes', verb('owe', 'owed', 'money to')],
  ['owns', verb('own', 'owned')],
  ['paid', verb('pay', 'paid')],
  ['participates in', verb('participate', 'participated', 'in')],
  ['preceeds', verb('precede', 'preceded')],
  ['related to', being('related to')],
  ['represents', verb('represent', 'represented')],
  ['works for', verb('work', 'worked', 'for')],
]);

/** "was", "is or was", "is said to work", "did not own". */
export function conjugate(verb: Verb, tense: Tense, plural: boolean, stance: Stance): string {
  const say = { affirmed, alleged, denied }[stance];
  return tense === 'either'
    ? `${say(verb, 'present', plural)} or ${say(verb, 'past', plural, true)}`
    : say(verb, tense, plural);
}

type Time = Exclude<Tense, 'either'>;

const am = (time: Time, plural: boolean): string =>
  time === 'past' ? (plural ? 'were' : 'was') : plural ? 'are' : 'is';

function affirmed({ base, past }: Verb, time: Time, plural: boolean): string {
  if (base === 'be') return am(time, plural);
  return time === 'past' ? past : plural ? base : `${base}s`;
}

/** `again`: after another form, "to have been" alone. */
function alleged({ base, past }: Verb, time: Time, plural: boolean, again = false): string {
  const action = time === 'past' ? `to have ${base === 'be' ? 'been' : past}` : `to ${base}`;
  return again ? action : `${am('present', plural)} said ${action}`;
}

function denied({ base }: Verb, time: Time, plural: boolean): string {
  if (base === 'be') return `${am(time, plural)} not`;
  return `${time === 'past' ? 'did' : plural ? 'do' : 'does'} not ${base}`;
}
