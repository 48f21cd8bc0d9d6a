// Numbers, amounts and durations with bounds or approximation: `15`, `>3`, `3..5`, `~140500 USD`, `>P3Y`.
import { daysOfDuration, parseDuration, sayDuration, type Duration } from './durations.ts';

/** A range of numbers of one unit. */
export interface Quantity {
  /** In days for durations. -Infinity or Infinity where there is no bound. */
  readonly min: number;
  readonly max: number;
  /** Whether the bound itself is left out: `>3`. */
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
  /** "About": what it is compared with may lie 10 % outside (`APPROXIMATE`). */
  readonly approximate: boolean;
  /** A currency's code (ISO 4217), `duration`, a unit as written, or '' for a bare number. */
  readonly unit: string;
  /** All digits of a single number, for those beyond 2^53; without leading and trailing zeros. */
  readonly digits?: string;
}

/** How far "about" reaches, as a share of the number. Our own rule. */
export const APPROXIMATE = 0.1;

interface Operand {
  readonly digits?: string;
  readonly duration?: Duration;
}
type Bound = '' | '>' | '>=' | '<' | '<=';
/** The text, taken apart. `from` and `to` are the same operand unless it is a range. */
interface Written {
  readonly approximate: boolean;
  readonly bound: Bound;
  readonly range: boolean;
  readonly from?: Operand;
  readonly to?: Operand;
  readonly unit: string;
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;
const SHAPE = /^(~)?\s*(>=|<=|>|<|≥|≤)?\s*(\S+?)(?:\s*(%)|\s+(\S.*))?$/;
const SIGNS: Record<string, Bound> = { '>': '>', '>=': '>=', '≥': '>=', '<': '<', '<=': '<=', '≤': '<=' };

/** Undefined for what is no quantity, and for ranges that run backwards. */
export function parseQuantity(text: string): Quantity | undefined {
  const written = readQuantity(text);
  if (!written) return undefined;
  const { bound, from, to, approximate, unit, range } = written;
  const [low, high] = [sizeOf(from), sizeOf(to)];
  const min = bound.startsWith('<') ? -Infinity : bound === '>' ? low.max : low.min;
  const max = bound.startsWith('>') ? Infinity : bound === '<' ? high.min : high.max;
  if (min > max) return undefined;
  const digits = bound || range || !from?.digits ? undefined : plainDigits(from.digits);
  return { min, max, minOpen: bound === '>', maxOpen: bound === '<', approximate, unit, digits };
}

function readQuantity(text: string): Written | undefined {
  const match = SHAPE.exec(text.trim());
  if (!match) return undefined;
  const [, about, sign, body, percent, word] = match;
  const [from, to, more] = body!.split('..');
  const range = to !== undefined;
  if (more !== undefined || (range && (sign || !(from || to)))) return undefined;
  const operands = [from!, to ?? from!].map(readOperand);
  if (operands.includes(null)) return undefined;
  const [low, high] = operands as (Operand | undefined)[];
  const durations = [low, high].filter((operand) => operand?.duration).length;
  const numbers = [low, high].filter((operand) => operand?.digits).length;
  const unit = percent ?? word ?? '';
  if (durations && (numbers || unit)) return undefined;
  const bound = sign ? SIGNS[sign]! : '';
  return { approximate: !!about, bound, range, from: low, to: high, unit: durations ? 'duration' : unit };
}

/** Undefined for the missing end of a range, null for what is neither number nor duration. */
function readOperand(text: string): Operand | undefined | null {
  if (text === '') return undefined;
  if (NUMBER.test(text)) return { digits: text };
  const duration = parseDuration(text);
  return duration ? { duration } : null;
}

function sizeOf(operand: Operand | undefined): { min: number; max: number } {
  if (!operand) return { min: -Infinity, max: Infinity };
  if (operand.duration) return daysOfDuration(operand.duration);
  const number = Number(operand.digits);
  return { min: number, max: number };
}

/** Whether two quantities can be held against each other: only those of the very same unit. */
export const comparable = (a: Quantity, b: Quantity): boolean => a.unit === b.unit;

/**
 * Whether some number fits both. Quantities of different units cannot be compared, so nothing speaks
 * against them and they may agree; ask `comparable` to tell that apart.
 */
export function mayAgree(a: Quantity, b: Quantity): boolean {
  if (!comparable(a, b)) return true;
  const [x, y] = [reachOf(a), reachOf(b)];
  if (x.min > y.max || y.min > x.max) return false;
  if (x.min === y.max) return !x.minOpen && !y.maxOpen && sameDigits(a, b);
  if (y.min === x.max) return !y.minOpen && !x.maxOpen && sameDigits(a, b);
  return true;
}

/** Numbers beyond 2^53 that are one to the machine are told apart by their digits. */
const sameDigits = (a: Quantity, b: Quantity): boolean =>
  a.approximate || b.approximate || !a.digits || !b.digits || a.digits === b.digits;

function reachOf(quantity: Quantity): Quantity {
  if (!quantity.approximate) return quantity;
  const { min, max } = quantity;
  const margin = (bound: number): number => (Number.isFinite(bound) ? Math.abs(bound) * APPROXIMATE : 0);
  return { ...quantity, min: min - margin(min), max: max + margin(max), minOpen: false, maxOpen: false };
}

const BOUNDS: Record<Bound, string> = {
  '': '',
  '>': 'over ',
  '>=': 'at least ',
  '<': 'under ',
  '<=': 'at most ',
};

/** A quantity in words, in English: "over 3 years", "about $140,500"; the text itself where it is none. */
export function sayQuantity(text: string): string {
  const written = parseQuantity(text) && readQuantity(text);
  if (!written) return text;
  const { approximate, bound, from, to, unit, range } = written;
  const about = approximate ? 'about ' : '';
  if (!range) return about + BOUNDS[bound] + sayOperand(from!, unit);
  if (!to) return `${about}at least ${sayOperand(from!, unit)}`;
  if (!from) return `${about}at most ${sayOperand(to, unit)}`;
  const joint = from.duration || isCurrency(unit) ? ' to ' : '–';
  const plain = from.duration || isCurrency(unit) ? unit : '';
  return `${about}${sayOperand(from, plain)}${joint}${sayOperand(to, unit)}`;
}

const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

function sayOperand({ digits, duration }: Operand, unit: string): string {
  if (duration) return sayDuration(duration);
  if (isCurrency(unit)) return sayMoney(digits!, unit);
  const number = sayNumber(plainDecimal(digits!));
  return unit === '' ? number : unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** Sign and place of the currency's mark are Intl's in English; the digits are ours, since it rounds. */
function sayMoney(digits: string, currency: string): string {
  const decimal = plainDecimal(digits);
  const cents = decimal.replace(/(\.\d)$/, '$10');
  const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
  const parts = new Intl.NumberFormat('en', style).formatToParts(1);
  const said = parts.map(({ type, value }) =>
    type === 'integer' ? sayNumber(cents.replace('-', '')) : value,
  );
  return (decimal.startsWith('-') ? '−' : '') + said.join('');
}

/** Groups of three, with commas; a true minus sign. */
function sayNumber(decimal: string): string {
  const [whole, fraction] = decimal.split('.');
  const grouped = whole!.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Without exponent, keeping every digit: `1.5e3` is 1500. */
function plainDecimal(text: string): string {
  const [mantissa, exponent] = text.replace('+', '').toLowerCase().split('e');
  if (exponent === undefined) return mantissa!;
  const sign = mantissa!.startsWith('-') ? '-' : '';
  const [whole, fraction = ''] = mantissa!.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole!.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const padded = digits.padEnd(point, '0');
  const rest = padded.slice(point);
  return sign + padded.slice(0, point) + (rest === '' ? '' : `.${rest}`);
}

function plainDigits(text: string): string {
  const decimal = plainDecimal(text);
  const short = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  return short.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-0$/, '0');
}
