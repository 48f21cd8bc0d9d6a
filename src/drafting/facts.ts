// Dates, amounts of money and lengths of time in running text, each in the case's own spelling (EDTF, quantities).
import { parseDate } from '../case/dates.ts';
import { inferredYear, RELATIVE, relativeDate, type Published } from './relativeDates.ts';

export interface Fact {
  readonly kind: 'date' | 'money' | 'duration';
  readonly value: string;
  /** Whether it was worked out from the day of publication. */
  readonly leans?: boolean;
  /** UTF-16. */
  readonly start: number;
  readonly end: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:1[89]|20)\\d\\d)';
const ABOUT =
  '(?<about>about|around|circa|c\\.|approximately|roughly|some|nearly|almost|more than|over|at least|under|less than|up to)';

const DATES: readonly RegExp[] = [
  `\\b(?:from|between) (?<from>(?:1[89]|20)\\d\\d) (?:until|to|and|till) (?<to>(?:1[89]|20)\\d\\d)\\b`,
  `\\b(?<from>(?:1[89]|20)\\d\\d)\\s?[–-]\\s?(?<to>(?:1[89]|20)\\d\\d)\\b`,
  `\\b${YEAR}-(?<number>[01]\\d)-(?<day>[0-3]\\d)\\b`,
  `\\b(?<day>[0-3]?\\d)\\.(?<number>[01]?\\d)\\.${YEAR}\\b`,
  `\\b${DAY}(?: of)? ${MONTH},? ${YEAR}\\b`,
  `\\b${MONTH} ${DAY},? ${YEAR}\\b`,
  `\\b${MONTH},? (?:of )?${YEAR}\\b`,
  `\\b(?<about>about|around|circa|c\\.) ${YEAR}\\b`,
  `\\b${YEAR}\\b(?![.,]?\\d)`,
  `\\b(?:in|on|by|since|until|last|from) ${DAY} ${MONTH}\\b`,
  `\\b(?:in|on|by|since|until|last|from) ${MONTH}(?: ${DAY})?\\b(?!\\s\\d{4})`,
].map((source) => new RegExp(source, 'giud'));

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mln: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
};
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₹': 'INR',
  '₺': 'TRY',
  a$: 'AUD',
  c$: 'CAD',
  r$: 'BRL',
  hk$: 'HKD',
};
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:u\.?s\.? )?dollars?$/i, 'USD'],
  [/^euros?$/i, 'EUR'],
  [/^(?:british )?pounds?(?: sterling)?$/i, 'GBP'],
  [/^(?:russian )?(?:rubles?|roubles?)$/i, 'RUB'],
  [/^swiss francs?$/i, 'CHF'],
  [/^(?:brazilian )?(?:reais|real)$/i, 'BRL'],
  [/^hryvnias?$/i, 'UAH'],
  [/^(?:japanese )?yen$/i, 'JPY'],
  [/^(?:chinese )?yuan$/i, 'CNY'],
  [/^(?:indian )?rupees?$/i, 'INR'],
  [/^rand$/i, 'ZAR'],
  [/^(?:kazakh )?tenge$/i, 'KZT'],
  [/^(?:turkish )?lira$/i, 'TRY'],
  [/^zlotys?$/i, 'PLN'],
  [/^(?:swedish )?kron(?:or|a)$/i, 'SEK'],
  [/^(?:USD|EUR|GBP|RUB|CHF|BRL|UAH|JPY|CNY|INR|ZAR|KZT|TRY|PLN|SEK|NOK|DKK|AUD|CAD|HKD|KES|NGN)$/, ''],
];
const SCALE = '(?: ?(?<scale>thousand|million|billion|trillion|mln|bn|m|k|b)\\b)?';
const NUMBER = '(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const MONEY: readonly RegExp[] = [
  `(?:\\b${ABOUT} )?(?<sign>(?:US|A|C|R|HK)?\\$|[€£¥₽₴₹₺]) ?${NUMBER}${SCALE}`,
  `(?:\\b${ABOUT} )?\\b${NUMBER}${SCALE} (?<currency>(?:U\\.?S\\.? |Swiss |British |Russian |Brazilian |Japanese |Chinese |Indian |Kazakh |Turkish |Swedish )?(?:dollars?|euros?|pounds?(?: sterling)?|r(?:o)?ubles?|francs?|reais|hryvnias?|yen|yuan|rupees?|rand|tenge|lira|zlotys?|kronor|krona)|USD|EUR|GBP|RUB|CHF|BRL|UAH|JPY|CNY|INR|ZAR|KZT|TRY|PLN|SEK|NOK|DKK|AUD|CAD|HKD|KES|NGN)\\b`,
].map((source) => new RegExp(source, 'giu'));

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};
const COUNT = `(?<number>\\d+(?:\\.\\d+)?|${Object.keys(COUNTS)
  .filter((word) => word.length > 2)
  .join('|')})`;
const DURATION = new RegExp(
  `(?:\\b${ABOUT} )?\\b${COUNT}(?: more)?[- ](?<unit>year|month|week|day)s?\\b(?![- ]old)`,
  'giu',
);
const UNITS: Readonly<Record<string, string>> = { year: 'Y', month: 'M', week: 'W', day: 'D' };

/** Every date, amount and duration of a text, in its order; none overlaps another. */
export function factsIn(text: string, published?: Published): Fact[] {
  const found: Fact[] = [];
  const add = (fact: Fact) => {
    if (!found.some((other) => fact.start < other.end && other.start < fact.end)) found.push(fact);
  };
  const before = (at: number) => /[^.!?\n]*$/.exec(text.slice(Math.max(0, at - LONGEST_LEAD), at))![0];
  for (const pattern of MONEY)
    for (const match of text.matchAll(pattern)) put(match, moneyOf(match), 'money', add);
  for (const pattern of DATES)
    for (const match of text.matchAll(pattern)) {
      const leans = published !== undefined && !match.groups?.year && !match.groups?.to;
      const year = leans ? yearFor(match, published, before(match.index)) : undefined;
      put(match, dateOf(match, year), 'date', add, leans);
    }
  if (published)
    for (const match of text.matchAll(RELATIVE))
      put(match, relativeDate(match.groups ?? {}, published, before(match.index)), 'date', add, true);
  for (const match of text.matchAll(DURATION)) put(match, durationOf(match), 'duration', add);
  return found.sort((a, b) => a.start - b.start);
}

function put(
  match: RegExpExecArray,
  value: string | undefined,
  kind: Fact['kind'],
  add: (fact: Fact) => void,
  leans = false,
): void {
  if (value === undefined) return;
  const lead =
    kind === 'date'
      ? (/^(?:in|on|by|since|until|last(?=\s\d)|from|between)\s+(?!\d{4}\s+(?:until|to|and|till))/i.exec(
          match[0],
        )?.[0].length ?? 0)
      : 0;
  add({
    kind,
    value,
    start: match.index + lead,
    end: match.index + match[0].length,
    ...(leans && { leans }),
  });
}

const pad = (number: string | number): string => String(number).padStart(2, '0');

/** UTF-16 units before a date that may say whether it is yet to come. */
const LONGEST_LEAD = 120;

const monthOf = ({ month, number }: Readonly<Record<string, string | undefined>>): number => {
  const name = month?.toLowerCase().slice(0, 3);
  return number ? Number(number) : name ? MONTHS.findIndex((one) => one.startsWith(name)) + 1 : 0;
};

interface Inferred {
  readonly year: number;
  readonly sure: boolean;
}
function yearFor(match: RegExpExecArray, published: Published, before: string): Inferred | undefined {
  const month = monthOf(match.groups ?? {});
  return month === 0 ? undefined : inferredYear(published, month, match[0], before);
}

function dateOf({ groups = {} }: RegExpExecArray, inferred?: Inferred): string | undefined {
  const { from, to, year, month, day, about } = groups;
  if (from && to) return from < to ? `${from}/${to}` : undefined;
  const at = monthOf(groups);
  // A month of a year that is not said is EDTF too; "May" and "March" alone are too often verbs.
  if (!year && (!at || (!day && /^(?:may|mar|march)$/.test(month!.toLowerCase())))) return undefined;
  const parts = [
    year ?? (inferred ? String(inferred.year) : 'XXXX'),
    ...(at ? [pad(at)] : []),
    ...(day ? [pad(Number(day))] : []),
  ];
  const value = parts.join('-') + (about ? '~' : inferred && !inferred.sure ? '?' : '');
  return parseDate(value) ? value : undefined;
}

const BOUNDS: Readonly<Record<string, string>> = {
  over: '>',
  'more than': '>',
  'at least': '>=',
  under: '<',
  'less than': '<',
  'up to': '<=',
};
const boundOf = (about: string | undefined): string => (about ? (BOUNDS[about.toLowerCase()] ?? '~') : '');

function moneyOf({ groups = {} }: RegExpExecArray): string | undefined {
  const { sign, number = '', scale, currency = '', about } = groups;
  const code = sign
    ? SIGNS[sign.toLowerCase()]
    : NAMES.filter(([name]) => name.test(currency)).map(([, known]) => known || currency)[0];
  if (!code) return undefined;
  const amount = Number(number.replaceAll(',', '')) * (scale ? SCALES[scale.toLowerCase()]! : 1);
  return Number.isSafeInteger(Math.round(amount))
    ? `${boundOf(about)}${Math.round(amount * 100) / 100} ${code}`
    : undefined;
}

function durationOf({ groups = {} }: RegExpExecArray): string | undefined {
  const { number = '', unit = '', about } = groups;
  const count = COUNTS[number.toLowerCase()] ?? Number(number);
  const letter = UNITS[unit.toLowerCase()]!;
  if (!Number.isFinite(count) || count > 100_000) return undefined;
  const [whole, half] = [Math.floor(count), count % 1 === 0.5 && letter === 'Y'];
  return `${boundOf(about)}P${half ? `${whole}Y6M` : `${count}${letter}`}`;
}
