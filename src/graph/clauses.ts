// One tie as an English clause: who, in which role, to whom. Where grammar could go wrong it is "who – role – whom".
import type { Model, Schema } from '../case/schema.ts';
import type { Stance } from '../case/records.ts';
import { being, conjugate, VERBS, type Tense, type Verb } from './verbs.ts';

/** A node as a part of a sentence. */
export interface Noun {
  readonly label: string;
  /** Undefined for a shared value. */
  readonly schema?: string;
}

export interface Clause {
  readonly subject: Noun;
  readonly object: Noun;
  readonly tense: Tense;
  readonly stance: Stance;
  /** Who denies it, in words. Used where the stance is "denied". */
  readonly deniedBy: string;
}

const PREPOSITIONS = new Set([
  'about',
  'after',
  'against',
  'at',
  'before',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'to',
  'under',
  'with',
]);

/** "chairman *of*", "official *at*": the preposition after a role, by standard type. A type without one is not in here. */
const AFTER_ROLE: ReadonlyMap<string, string> = new Map([
  ['CourtCaseParty', 'in'],
  ['Directorship', 'of'],
  ['Employment', 'at'],
  ['Family', 'of'],
  ['Membership', 'of'],
  ['Ownership', 'of'],
  ['ProjectParticipant', 'in'],
  ['Representation', 'for'],
]);

/** "linked *to*" whatever the type says. */
const AFTER_WORD: ReadonlyMap<string, string> = new Map([
  ['associated', 'with'],
  ['connected', 'to'],
  ['linked', 'to'],
  ['related', 'to'],
  ['tied', 'to'],
]);

/** A relation as a sentence without its full stop. `role` as the sources call it; absent where they do not. */
export function sayRelation(model: Model, schema: Schema, clause: Clause, role?: string): string {
  const label = schema.edge?.label ?? schema.label;
  if (role === undefined) {
    const verb = VERBS.get(label);
    return verb ? sayVerb(model, clause, verb) : sayPlainly(model, clause, label);
  }
  const preposition = afterRole(model, schema, label, role);
  if (preposition === undefined) return sayPlainly(model, clause, role);
  const { subject, object } = clause;
  // FollowTheMoney: "mother" says that the relative is the mother of the person.
  const turned = schema.lineage.includes('Family') ? { ...clause, subject: object, object: subject } : clause;
  return sayVerb(model, turned, being(`${role} ${preposition}`.trim()));
}

/** Empty where the role has its own; undefined where it is not known to be one that "is" can stand before. */
function afterRole(model: Model, schema: Schema, label: string, role: string): string | undefined {
  const standard = model.schema(model.standardOf(schema.name));
  const last = label.split(' ').at(-1)!;
  const ofType =
    label === standard.edge?.label
      ? AFTER_ROLE.get(standard.name)
      : PREPOSITIONS.has(last)
        ? last
        : undefined;
  if (ofType === undefined || PREPOSITIONS.has(role.split(' ')[0]!.toLowerCase())) return undefined;
  const end = role.split(' ').at(-1)!.toLowerCase();
  return PREPOSITIONS.has(end) ? '' : (AFTER_WORD.get(end) ?? ofType);
}

/** A property that names an entity: the clause's subject has the property, its object is the value. */
export function sayProperty(model: Model, label: string, clause: Clause): string {
  const { subject, object } = clause;
  const [last, ...others] = label.split(' ').reverse();
  if (last === 'by') return sayVerb(model, clause, being(label));
  if (PREPOSITIONS.has(last!) || /[^s]s$/.test(last!)) return sayPlainly(model, clause, label);
  if (/ed$/.test(label) && others.length === 0) {
    return sayVerb(model, { ...clause, subject: object, object: subject }, being(`${label} in`));
  }
  const noun = { label: `the ${label} of ${inText(model, subject)}` };
  return sayVerb(model, { ...clause, subject: noun }, being(''));
}

/** "The birth date of Ann is 1970": a property whose value is no entity. `object` is the value in words. */
export function sayOwn(model: Model, label: string, clause: Clause): string {
  const words = label.split(' ');
  const isNoun =
    !/([^s]s|ed)$|^\p{L}+ed\s/u.test(label) &&
    !PREPOSITIONS.has(words[0]!) &&
    !PREPOSITIONS.has(words.at(-1)!);
  // What is no noun in the singular, or a text of its own, fits no sentence.
  if (!isNoun || clause.object.label.length > 120) return sayPlainly(model, clause, label);
  const noun = { label: `the ${label} of ${inText(model, clause.subject)}` };
  return sayVerb(model, { ...clause, subject: noun }, being(''));
}

/** "Ann is called “Anna”". */
export const sayName = (model: Model, clause: Clause): string => sayVerb(model, clause, being('called'));

/** "Ann is mentioned". */
export const sayMention = (model: Model, clause: Clause): string =>
  sayVerb(model, { ...clause, object: { label: '' } }, being('mentioned'));

function sayVerb(model: Model, clause: Clause, verb: Verb): string {
  const { subject, object, tense, stance, deniedBy } = clause;
  const form = conjugate(verb, tense, isPlural(model, subject), stance);
  const said = [inText(model, subject), form, verb.rest, inText(model, object)].filter(Boolean).join(' ');
  return capitalised(stance === 'denied' ? `${said}, according to ${deniedBy}` : said);
}

/** Without grammar: "who – role – whom". */
export function sayPlainly(
  model: Model,
  { subject, object, stance, deniedBy }: Clause,
  label: string,
): string {
  const said = `${inText(model, subject)} – ${label} – ${inText(model, object)}`;
  const mark = { affirmed: '', alleged: ' (alleged)', denied: ` (denied by ${deniedBy})` }[stance];
  return capitalised(said + mark);
}

const isParty = (model: Model, { schema }: Noun): boolean =>
  schema !== undefined && model.isA(schema, 'LegalEntity');

/** "the prisoner exchange": what is no party and called by a common noun takes the article. */
function inText(model: Model, noun: Noun): string {
  const isCommon = noun.schema !== undefined && !isParty(model, noun) && /^\p{Ll}+(\s|$)/u.test(noun.label);
  return isCommon && !/^(an?|the)\s/.test(noun.label) ? `the ${noun.label}` : noun.label;
}

/** "Western nations", but neither "Reuters" nor "ministry of internal affairs". */
function isPlural(model: Model, noun: Noun): boolean {
  if (noun.schema === undefined || model.isA(noun.schema, 'Person')) return false;
  const words = noun.label.split(' ');
  const end = words.findIndex((word) => PREPOSITIONS.has(word));
  return /^\p{Ll}+[^siu]s$/u.test(words.at(end < 0 ? -1 : end - 1) ?? '');
}

const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}+(?=\s)/u, (word) => word[0]!.toUpperCase() + word.slice(1));
