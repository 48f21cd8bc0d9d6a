// What a cell of a workbook holds, as text: digits, days and escapes as ECMA-376 part 1 (18.8.30, 18.17.4, 22.9.2.19) spells them.

/** How the format of a cell shows its number. */
export type Shown = 'number' | 'year' | 'month' | 'day' | 'moment' | 'time' | 'duration';

/** Formats whose codes a file need not give; 27–36 and 50–58 are days in East Asian locales. */
const BUILT_IN: ReadonlyMap<number, Shown> = new Map<number, Shown>([
  ...[14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
  [17, 'month'],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'moment'],
  [46, 'duration'],
]);

/** How a number format shows numbers; `code` where the file gives it. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return BUILT_IN.get(id) ?? 'number';
  if (/^general$/i.test(code)) return 'number';
  const first = code
    .slice(0, 255)
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .split(';')[0]!
    .toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(first)) return 'duration';
  const plain = first.replace(/\[[^\]]*\]?/g, '').replace(/am\/pm|a\/p/g, 'h');
  const hours = /[hs]/.test(plain);
  // An m beside hours or seconds is a minute; one beside days or years a month.
  const [year, day] = [/y|e(?![+-])/.test(plain), plain.includes('d')];
  const month = plain.includes('m') && (!hours || year || day);
  if (hours) return year || day ? 'moment' : 'time';
  if (day) return 'day';
  return month ? (year ? 'month' : 'day') : year ? 'year' : 'number';
}

const DAY_MS = 86_400_000;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;

/**
 * A serial number of days as the text of a date or time. In the system of 1900 day 60 never was (a leap year that was
 * none), and days from 61 on are one too high. Undefined where the number is no day: it stays a number.
 */
export function dateText(lexeme: string, shown: Shown, from1904: boolean): string | undefined {
  const serial = Number(lexeme);
  if (shown === 'number' || !Number.isFinite(serial) || serial < 0 || serial > LAST_DAY + 1) return undefined;
  const ms = Math.round(serial * DAY_MS);
  const [days, time] = [Math.floor(ms / DAY_MS), clockText(ms % DAY_MS)];
  if (shown === 'duration') return durationText(ms);
  if (shown === 'time' && days === 0) return time;
  if (!from1904 && (days === 0 || days === 60)) return undefined;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
  if (shown === 'moment' || shown === 'time' || ms % DAY_MS !== 0) return `${date}T${time}`;
  if (shown === 'year' && date.endsWith('-01-01')) return date.slice(0, 4);
  return shown === 'month' && date.endsWith('-01') ? date.slice(0, 7) : date;
}

/** "14:05:00", with milliseconds where there are any. */
const clockText = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, '');

function durationText(ms: number): string {
  const [hours, rest] = [Math.floor(ms / 3_600_000), ms % 3_600_000];
  return `${hours}${clockText(rest).slice(2)}`;
}

/**
 * The digits of a number as they are, but for what only doubles have: 17 digits that stand for fewer
 * ("0.10000000000000001"), and a fraction of nothing ("1.0").
 */
export function numberText(lexeme: string): string {
  const text = lexeme.trim();
  if (/^-?\d{1,400}$/.test(text)) return text;
  const whole = /^(-?\d{1,400})\.0{1,400}$/.exec(text)?.[1];
  if (whole !== undefined) return whole;
  const digits = text.replace(/[eE].*$/, '').replace(/\D|^[-.0]+/g, '').length;
  return digits >= 17 && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/** `_x0041_` is "A"; `_x005F_` an underscore that begins no escape. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** What XML cannot hold, and what would be taken for an escape, as an escape. The reverse of `unescaped`. */
export const escapedText = (text: string): string =>
  text.replace(
    /_(?=x[0-9A-Fa-f]{4}_)|[\0-\x08\x0b\x0c\r\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );

/** "B7" → column 1 (from 0) and row 7; undefined where it is no reference. */
export function cellAt(reference: string): { column: number; row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}

/** 0 → "A", 27 → "AB". */
export function columnName(column: number): string {
  let [name, rest] = ['', column + 1];
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The serial number (system of 1900) of a whole day from March 1900 on, `YYYY-MM-DD`; undefined for any other text. */
export function dateSerial(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  const serial = ms / DAY_MS + 25_569;
  const isDay = Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
  return isDay && serial > 60 ? serial : undefined;
}
