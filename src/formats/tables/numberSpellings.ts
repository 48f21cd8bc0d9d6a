// Numbers as people write them in tables → digits with a point: decimal commas, thousands, percent. No digit goes through a double.

/** Spaces of all widths and apostrophes part thousands anywhere; a point or comma does where it is not the decimal sign. */
const SHAPES = {
  '.': /^([+-]?)(\d{1,3}(?:,\d{3}){1,40}|\d{1,3}(?:[ '’]\d{3}){1,40}|\d{1,200})?(?:\.(\d{1,200}))?([eE][+-]?\d{1,4})?( ?%)?$/,
  ',': /^([+-]?)(\d{1,3}(?:\.\d{3}){1,40}|\d{1,3}(?:[ '’]\d{3}){1,40}|\d{1,200})?(?:,(\d{1,200}))?([eE][+-]?\d{1,4})?( ?%)?$/,
} as const;

/** Undefined for what is no number, and for what has leading zeros, which are not a number's. */
export function numberFrom(cell: string, decimal: '.' | ','): string | undefined {
  const match = SHAPES[decimal].exec(
    cell.replace(/[\s\u2212]/g, (char) => (char === '\u2212' ? '-' : ' ')).trim(),
  );
  if (!match) return undefined;
  const [, sign = '', whole = '', part, power = '', percent] = match;
  if (whole === '' && part === undefined) return undefined;
  const digits = whole.replace(/\D/g, '');
  if (/^0\d/.test(digits)) return undefined;
  const number = `${sign === '+' ? '' : sign}${digits === '' ? '0' : digits}${part === undefined ? '' : `.${part}`}${power}`;
  return percent === undefined ? number : `${number}%`;
}

/** Says only a decimal comma, only a decimal point, or either: "1.234" may be a thousand. */
export function decimalSaidBy(cell: string): '.' | ',' | undefined {
  const text = cell.trim().replace(/ ?%$/, '');
  if (
    /^[+-]?\d{1,3}(\.\d{3})+,\d{1,100}$/.test(text) ||
    /^[+-]?\d{1,3}([\s'’]\d{3})*,(\d{1,2}|\d{4,100})$/.test(text)
  )
    return ',';
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d{1,100}$/.test(text) || /^[+-]?\d{1,40}\.(\d{1,2}|\d{4,100})$/.test(text))
    return '.';
  if (/^[+-]?(\d{4,100}|0),\d{1,100}$/.test(text)) return ',';
  return undefined;
}

/** "1,234" or "1.234", which the other decimal sign makes a different number. */
export const isEitherNumber = (cell: string): boolean => /^\s*[+-]?[1-9]\d{0,2}[.,]\d{3}\s*%?\s*$/.test(cell);
