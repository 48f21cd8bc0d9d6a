// Text and numbers as XML: escaped, and without the characters XML 1.0 forbids.

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Everything outside XML 1.0's Char production (section 2.2), lone surrogates included. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text for an element's content or a quoted attribute. */
export const text = (value: string): string =>
  value.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** A number with at most one decimal, the same on every machine. */
export function number(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}
