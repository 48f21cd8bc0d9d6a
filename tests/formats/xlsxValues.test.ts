import { expect, test } from 'vitest';
import {
  cellAt,
  columnName,
  dateText,
  escapedText,
  numberText,
  shownBy,
  unescaped,
  type Shown,
} from '../../src/formats/xlsx/xlsxValues.ts';

test.each<[string, number, string | undefined, Shown]>([
  ['built in', 14, undefined, 'day'],
  ['built in with time', 22, undefined, 'moment'],
  ['built in hours past 24', 46, undefined, 'duration'],
  ['built in money', 44, undefined, 'number'],
  ['general', 170, 'General', 'number'],
  ['scientific', 170, '0.00E+00', 'number'],
  ['red and words', 170, '[Red]0.00" days"', 'number'],
  ['an escaped letter', 170, '0\\d', 'number'],
  ['ISO', 170, 'yyyy\\-mm\\-dd', 'day'],
  ['a locale', 170, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
  ['month and year', 170, 'mmm-yy', 'month'],
  ['year', 170, 'yyyy', 'year'],
  ['minutes', 170, 'mm:ss', 'time'],
  ['a clock', 170, 'h:mm AM/PM', 'time'],
  ['both', 170, 'm/d/yy h:mm;@', 'moment'],
  ['elapsed', 170, '[hh]:mm', 'duration'],
])('a format: %s', (_, id, code, shown) => {
  expect(shownBy(id, code)).toBe(shown);
});

test.each<[string, Shown, string | undefined, boolean?]>([
  ['1', 'day', '1900-01-01'],
  ['59', 'day', '1900-02-28'],
  ['60', 'day', undefined],
  ['61', 'day', '1900-03-01'],
  ['43831', 'day', '2020-01-01'],
  ['43831.5', 'day', '2020-01-01T12:00:00'],
  ['43831.25', 'moment', '2020-01-01T06:00:00'],
  ['43831', 'month', '2020-01'],
  ['43832', 'month', '2020-01-02'],
  ['43831', 'year', '2020'],
  ['0.5867', 'time', '14:04:50.880'],
  ['1.1458333333333333', 'duration', '27:30:00'],
  ['2958465', 'day', '9999-12-31'],
  ['2958467', 'day', undefined],
  ['-1', 'day', undefined],
  ['43831', 'number', undefined],
  ['0', 'day', '1904-01-01', true],
])('the serial number %s shown as a %s is %s', (serial, shown, text, from1904 = false) => {
  expect(dateText(serial, shown, from1904)).toBe(text);
});

test.each([
  ['12345678901234567890', '12345678901234567890'],
  ['0.10000000000000001', '0.1'],
  ['0.1', '0.1'],
  ['1.0', '1'],
  ['1E+20', '1E+20'],
  ['123456.789', '123456.789'],
])('the number %s reads %s', (lexeme, text) => {
  expect(numberText(lexeme)).toBe(text);
});

test.each(['_x0041_', 'a\u0001b', '_x_', '\r\n', '\ud800', '_x005F_x0041_', 'plain'])(
  'the text %j survives its escapes',
  (text) => {
    expect(unescaped(escapedText(text))).toBe(text);
  },
);

test('cells are named as in Excel', () => {
  expect(['A1', 'Z9', 'AA10', '$XFD$1048576'].map((name) => cellAt(name)?.column)).toEqual([
    0, 25, 26, 16_383,
  ]);
  expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  expect(cellAt('1A')).toBeUndefined();
});
