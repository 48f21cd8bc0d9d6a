// Figures as people write them, where a value was not put into our own spelling: "51 %", "over 50%", "25 to 50", "140,500".
import { parseQuantity, type Quantity } from './quantities.ts';

const BOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:over|above|more than|greater than|exceeding)\s+/, '>'],
  [/^(?:at least|no less than|not less than|minimum)\s+/, '>='],
  [/^(?:under|below|less than|fewer than|almost|nearly)\s+/, '<'],
  [/^(?:up to|at most|no more than|not more than|maximum)\s+/, '<='],
  [/^(?:about|around|circa|ca\.?|approximately|approx\.?|some|roughly|~)\s*/, '~'],
];
const PERIODS: Readonly<Record<string, string>> = { year: 'Y', month: 'M', week: 'W', day: 'D' };

/** Undefined for what is no figure. Commas are read as marks of thousands only where they can be nothing else. */
export function readFigure(text: string): Quantity | undefined {
  return parseQuantity(spelled(text)) ?? parseQuantity(text);
}

function spelled(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  const [found, sign] = BOUNDS.find(([words]) => words.test(plain)) ?? [/^/, ''];
  const bare = plain
    .replace(found, '')
    .replace(/^(?:between|from)\s+/, '')
    .replace(/(\d)\s*%?\s*(?:-|–|\bto\b|\band\b)\s*(\d)/, '$1..$2')
    .replace(/\s*(?:per ?cent|pct)\.?$/, '%');
  const period = /^(\d+(?:\.\d+)?)\s*-?\s*(year|month|week|day)s?$/.exec(bare);
  return sign + (period ? `P${period[1]}${PERIODS[period[2]!]}` : bare);
}

const CURRENCIES: Readonly<Record<string, string>> = {
  ...{
    '€': 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    '£': 'GBP',
    'pounds sterling': 'GBP',
    '₽': 'RUB',
    rur: 'RUB',
    rouble: 'RUB',
  },
  ...{
    roubles: 'RUB',
    ruble: 'RUB',
    rubles: 'RUB',
    руб: 'RUB',
    рубль: 'RUB',
    рублей: 'RUB',
    '₴': 'UAH',
    hryvnia: 'UAH',
  },
  ...{
    us$: 'USD',
    usd$: 'USD',
    'us dollar': 'USD',
    'us dollars': 'USD',
    '¥': '',
    $: '',
    dollar: '',
    dollars: '',
  },
  ...{ pound: '', pounds: '', krona: '', kronor: '', franc: '', francs: '' },
};

/** The code of a currency; empty where its name is that of several, as "$" is. */
export const currencyCode = (text: string): string => {
  const plain = text.trim().toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(CURRENCIES, plain) ? CURRENCIES[plain]! : plain.toUpperCase();
};
