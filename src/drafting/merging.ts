// Names of one: a surname alone, the beginning of a company's name, initials, a name in brackets, another name that the text gives.
import { fold, sound } from '../case/fold.ts';
import { addEvidence, addTo, bestForm, foldedForm, type Group } from './group.ts';
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { isAcronym, textOf, type Name } from './spans.ts';
import type { Words } from './tokens.ts';

/** "Russian FSB" is the FSB. */
const isOfCountry = (before: readonly string[], language: Language): boolean =>
  before.length > 0 && before.every((word) => language.isDemonym(word));

type Fits = (short: string[], long: string[], of: { short: Group; long: Group }) => boolean;

const samePerson: Fits = (a, b, { short, long }) => {
  if (
    long.kind !== 'person' ||
    (short.kind === 'place' && short.evidence.place > 4) ||
    a.length < 2 ||
    b.length < 2
  )
    return false;
  // "Jho Low" is Low Taek Jho.
  if (a.length < b.length && a.every((word) => b.includes(word) && word.length > 1)) return true;
  // "Shahrol Azral" is Shahrol Azral Halmi.
  if (a.length < b.length && a.join(' ') === b.slice(0, a.length).join(' ')) return true;
  if (sound(a.at(-1)!) !== sound(b.at(-1)!)) return false;
  const middles = [a, b].map((words) => words.slice(1, -1).map((word) => word[0]));
  // "George H. W. Bush" is not George W. Bush.
  if (middles.every(({ length }) => length > 0) && middles[0]!.every((one) => !middles[1]!.includes(one)))
    return false;
  if (
    middles.every(({ length }) => length > 0) &&
    a.length !== b.length &&
    a.some((word) => word.length === 1)
  )
    return false;
  // "Boutros Ghali" is Youssef Boutros Ghali.
  if (a.length < b.length && sound(a.join(' ')) === sound(b.slice(-a.length).join(' '))) return true;
  const [x, y] = [a[0]!, b[0]!];
  // "Dmitri" is "Dmitriy", "Alex" is "Alexander".
  if (Math.min(x.length, y.length) > 3 && (x.startsWith(y) || y.startsWith(x))) return true;
  return sound(x) === sound(y) || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y));
};
const sameBody: Fits = (a, b, { long, short }) => {
  if (
    long.kind !== 'organization' ||
    (short.kind === 'person' &&
      short.evidence.person > 3 &&
      short.evidence.person > short.evidence.organization + 3)
  )
    return false;
  const joined = b.join(' ');
  if (turned(a) === turned(b)) return true;
  return (
    a.length < b.length &&
    // What is known by one word has bodies of its own: "Harvard Law School", "FSB Academy".
    ((joined.startsWith(`${a.join(' ')} `) && !(a.length === 1 && lexicon.KNOWN_BODIES.has(a[0]!))) ||
      ((a.length > 1 || lexicon.BODIES.has(b.at(-2)!)) &&
        joined.endsWith(` ${a.join(' ')}`) &&
        !b.slice(0, b.length - a.length).some((word) => /^(?:of|the|for|and|in|on)$/.test(word))))
  );
};

/** "Department of Justice" is the Justice Department, "Ministry of Defence of Ukraine" the Ukrainian one's. */
const turned = (words: readonly string[]): string =>
  words
    .join(' ')
    .replace(/^(?:(?:u s|us|united states|federal) )/, '')
    .replace(/^(department|ministry|office|bureau|court) (?:of|for) (?:the )?([\p{L} ]+)$/u, '$2 $1');

type Merge = (short: Group, long: Group) => void;

/** The groups that are left when all names of one are together. */
export function mergeForms(words: Words, groups: readonly Group[], language: Language): Group[] {
  const all = new Set(groups);
  const merge: Merge = (short, long) => {
    if (short === long || !all.has(short) || !all.has(long)) return;
    const kind = long.kind;
    for (const name of short.names) addTo(long, words, name);
    addEvidence(long, short.evidence);
    if (kind === 'person' || kind === 'organization') long.kind = kind;
    all.delete(short);
  };
  for (const short of groups) if (all.has(short)) mergeBracketed(words, short, all, merge);
  for (const short of groups) if (all.has(short)) mergeInitials(short, all, language, merge);
  for (const fits of [samePerson, sameBody])
    for (const short of groups) {
      if (!all.has(short) || lexicon.STATES.has(bestForm(short).toLowerCase())) continue;
      if (fits === sameBody && !mayShorten(short, all, language)) continue;
      for (const long of groups) {
        if (short === long || !all.has(long) || long.kind === 'none') continue;
        const [a, b] = [foldedForm(short), foldedForm(long)];
        const national =
          long.kind === 'organization' &&
          a.join() === b.slice(-a.length).join() &&
          isOfCountry(b.slice(0, -a.length), language);
        if (a.length <= b.length && (national || fits(a, b, { short, long }))) merge(short, long);
        if (!all.has(short)) break;
      }
    }
  for (const short of groups) if (all.has(short)) mergeSurname(words, short, all, language);
  mergeKnownAs(words, [...all]);
  return [...all].filter((group) => !isFamily(group, all));
}

/** Whether a name may be the beginning or the end of a body's longer one: no place, no surname, no common word. */
function mayShorten(short: Group, all: ReadonlySet<Group>, language: Language): boolean {
  const form = foldedForm(short);
  const [word] = form;
  if (!word || (short.kind === 'place' && language.isPlace(form.join(' ')))) return false;
  if (form.length > 1) return true;
  if (language.isDemonym(word) || language.isPlace(word) || surnameOf(all, word).length > 0) return false;
  return short.kind !== 'none' || isWholeStem(word, language);
}

/** "the Aliyevs", "Alito-Prelogar": those of one name, or two of them, are nobody new. */
function isFamily(group: Group, all: ReadonlySet<Group>): boolean {
  const form = bestForm(group);
  if (form.includes(' ')) return false;
  const isSurname = (word: string) =>
    [...all].some(
      (other) => other !== group && other.kind === 'person' && foldedForm(other).at(-1) === fold(word),
    );
  const [one, two, more] = form.split('-');
  return (
    (/\p{Ll}s$/u.test(form) && isSurname(form.slice(0, -1))) ||
    (two !== undefined && more === undefined && isSurname(one!) && isSurname(two))
  );
}

/** A shortened body's name at the head of a sentence may be an unknown word; a common one ("National") is no name. */
const isWholeStem = (word: string, language: Language): boolean => !language.isCommon(word);

const surnameOf = (groups: Iterable<Group>, word: string): Group[] =>
  [...groups].filter((group) => {
    if (group.kind !== 'person') return false;
    const form = foldedForm(group);
    return form.length > 1 && (sound(form.at(-1)!) === sound(word) || form.slice(-2).join(' ') === word);
  });

/** A surname alone means whoever of that name was spoken of last before it, else first after it. */
function mergeSurname(words: Words, short: Group, all: Set<Group>, language: Language): void {
  const own = foldedForm(short);
  const particles = own.slice(0, -1).every((word) => lexicon.PARTICLES.has(word));
  if (own.length === 0 || !particles) return;
  const surname = own.join(' ');
  const bearers = surnameOf(all, own.at(-1)!).filter(
    (group) => group !== short && (own.length === 1 || foldedForm(group).join(' ').endsWith(surname)),
  );
  const mayBeGiven =
    short.kind === 'person' ||
    language.isGivenName(own[0]!) ||
    language.isLeadingSurname(own[0]!) ||
    !(language.isCommon(own[0]!) || language.isPlace(own[0]!) || isAcronym(bestForm(short)));
  const byGiven =
    own.length === 1 && bearers.length === 0 && mayBeGiven
      ? [...all].filter(
          (group) =>
            group !== short &&
            group.kind === 'person' &&
            foldedForm(group).length > 1 &&
            foldedForm(group)[0] === own[0],
        )
      : [];
  const candidates = bearers.length > 0 ? bearers : byGiven.length === 1 ? byGiven : [];
  if (candidates.length === 0) return;
  for (const name of short.names) {
    const last = (group: Group) =>
      Math.max(-1, ...group.names.filter(({ from }) => from < name.from).map(({ from }) => from));
    const best = candidates.reduce((a, b) => (last(b) > last(a) ? b : a));
    addTo(best, words, name);
  }
  all.delete(short);
}

/** "Petroleos Mexicanos (Pemex)": a name in brackets behind a body's is another of its names; behind no name, it is none. */
function mergeBracketed({ text, tokens }: Words, short: Group, all: Set<Group>, merge: Merge): void {
  const isInBrackets = ({ from, to }: Name) =>
    /^,?\s*\(["“‘]?(?:the )?$/.test(tokens[from]!.gap) &&
    /^["”’]?\s*[);,]/.test(text.slice(tokens[to - 1]!.end));
  for (const name of short.names.filter(isInBrackets)) {
    const endsHere = ({ to }: Name) =>
      to === name.from || (tokens[name.from - 1]?.lower === 'the' && to === name.from - 1);
    const long = [...all].find((group) => group !== short && group.names.some(endsHere));
    const initials = isAcronym(bestForm(short));
    // "Pervy Otdel (First Department)": a body's name put into English.
    const isTranslated =
      long?.kind === 'person' &&
      short.kind === 'organization' &&
      !initials &&
      short.evidence.organization > 3 &&
      long.evidence.person < 2.5;
    if (
      isTranslated ||
      long?.kind === 'organization' ||
      (long?.kind === 'place' && initials && spells(tokens, name))
    ) {
      if (short.kind === 'place' || (short.kind === 'person' && !initials && foldedForm(short).length > 1))
        continue;
      const beginsAlike = fold(bestForm(short)).slice(0, 4) === foldedForm(long)[0]?.slice(0, 4);
      if (!initials && !beginsAlike && lexicon.KNOWN_BODIES.has(bestForm(short).toLowerCase())) continue;
      long.kind = 'organization';
      return merge(short, long);
    }
    if (initials && long?.kind !== 'person' && spells(tokens, name)) {
      short.kind = 'none';
      return;
    }
  }
}

/** Whether initials in brackets are those of the words before them. */
function spells(tokens: Words['tokens'], { from }: Name): boolean {
  const letters = [...tokens[from]!.lower];
  let at = from - 1;
  for (const letter of letters.reverse()) {
    while (at >= 0 && tokens[at]!.lower[0] !== letter && SMALL.test(tokens[at]!.lower)) at--;
    if (at < 0 || tokens[at]!.lower[0] !== letter) return false;
    at--;
  }
  return true;
}

const SMALL = /^(?:of|the|and|for|in|on|to|by)$/;

/** "DOJ" is the US Department of Justice: initials with the small words or without, and without the country. */
function mergeInitials(short: Group, all: Set<Group>, language: Language, merge: Merge): void {
  const form = bestForm(short).replaceAll('.', '').toLowerCase();
  if (!isAcronym(bestForm(short).replaceAll('.', ''))) return;
  const lettersOf = (all: readonly string[]) => all.map((word) => /^\d*./u.exec(word)?.[0] ?? '').join('');
  for (const long of all) {
    if (long === short || long.kind === 'person' || long.kind === 'none') continue;
    const own = foldedForm(long);
    const country = own.findIndex((word) => !(word.length < 3 || language.isDemonym(word)));
    const spelled = [own, own.slice(Math.max(country, 0))].flatMap((some) => [
      lettersOf(some),
      lettersOf(some.filter((word) => !SMALL.test(word))),
    ]);
    const [, main] = spelled;
    if (spelled.some((letters) => letters.length > 1 && letters === form)) return merge(short, long);
    // "USDOJ", "NABU": a letter more, for the country.
    const more = form.length - main!.length;
    if (long.kind === 'organization' && main!.length > 2 && more <= 1 && form.endsWith(main!))
      return merge(short, long);
  }
}

const KNOWN_AS = /\b(?:known as|a\.?k\.?a\.?|alias|née|born|nicknamed|called)\s*[“"‘]?$/;

/** "Gene Spector, previously known as Yevgeny Mironovich": two names of one person. */
function mergeKnownAs(words: Words, groups: readonly Group[]): void {
  const { text, tokens } = words;
  const isGivenAsOther = ({ from, title }: Name) =>
    !title && KNOWN_AS.test(text.slice(Math.max(0, tokens[from]!.start - 40), tokens[from]!.start));
  for (const other of groups) {
    const name = other.kind === 'person' ? other.names.find(isGivenAsOther) : undefined;
    if (!name) continue;
    const meant = groups.find(
      (group) =>
        group !== other &&
        group.kind === 'person' &&
        group.names.some(
          ({ from, to }) =>
            tokens[from]!.sentence === tokens[name.from]!.sentence && to <= name.from && name.from - to < 6,
        ),
    );
    if (!meant) continue;
    for (const one of other.names) {
      addTo(meant, words, one);
      meant.others.add(textOf(words, one));
    }
    other.names.length = 0;
  }
}
