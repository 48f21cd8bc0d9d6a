// Values as a file spells them → attributes. Digits, signs and infinities stay as they are; nothing goes through a double.
import type { Attribute } from './format.ts';
import type { Tally } from './tally.ts';

const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const ENDLESS = /^([+-]?)(inf|infinity)$/i;

/** The value in the spelling of its type; undefined where it is not of that type. */
export function spelled(type: Attribute['type'], written: string): string | undefined {
  if (type === 'string' || type === 'date' || type === 'url') return written;
  const text = written.trim();
  if (type === 'integer') return INTEGER.test(text) ? text : undefined;
  if (type === 'boolean') return booleanOf(text);
  if (NUMBER.test(text)) return text;
  if (/^nan$/i.test(text)) return 'NaN';
  const endless = ENDLESS.exec(text);
  return endless ? `${endless[1] === '-' ? '-' : ''}Infinity` : undefined;
}

function booleanOf(text: string): string | undefined {
  if (text === 'true' || text === 'false') return text;
  if (/^(true|t|yes|1)$/i.test(text)) return 'true';
  return /^(false|f|no|0)$/i.test(text) ? 'false' : undefined;
}

/**
 * An attribute of these values. Where one does not fit the type that the file gives, all are kept as text, and the
 * tally hears of it. Undefined where nothing is left: an empty value says nothing.
 */
export function attributeOf(
  type: Attribute['type'],
  written: readonly string[],
  column: string,
  where: string,
  tally: Tally,
): Attribute | undefined {
  const told = written.filter((value) => value !== '');
  if (told.length === 0) return undefined;
  const values: string[] = [];
  for (const value of told) {
    const canonical = spelled(type, value);
    if (canonical === undefined) {
      tally.add(
        'mended',
        `A value of "${column}" is not of the type ${type} that the file gives it; it was kept as text.`,
        where,
      );
      return { type: 'string', values: told };
    }
    values.push(canonical);
  }
  return { type, values };
}

/** A coordinate or size, or undefined where it is missing or not finite. */
export function finite(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}
