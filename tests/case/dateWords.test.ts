// Dates in words.
import { describe, expect, test } from 'vitest';
import { sayDate } from '../../src/case/dates.ts';

describe('sayDate says dates as people do', () => {
  test.each([
    ['2023-08', 'August 2023'],
    ['2020', '2020'],
    ['2020~', 'about 2020'],
    ['2020?', 'perhaps 2020'],
    ['2020%', 'perhaps about 2020'],
    ['2024-12-25', '25 December 2024'],
    ['2024-12-25T10:00:00', '25 December 2024, 10:00'],
    ['2024-12-25T10:00:07Z', '25 December 2024, 10:00:07 UTC'],
    ['2024-12-25T10:00+03:00', '25 December 2024, 10:00 UTC+3'],
    ['2024-12-25T10:00-03:30', '25 December 2024, 10:00 UTC−3:30'],
    ['XXXX-04', 'April, year unknown'],
    ['XXXX-04-12', '12 April, year unknown'],
    ['XXXX', 'year unknown'],
    ['2004-XX', '2004, month unknown'],
    ['2004-XX-XX', '2004, month and day unknown'],
    ['2004-06-XX', 'June 2004, day unknown'],
    ['2012/2018', '2012–2018'],
    ['2012-03/2018-05-01', 'March 2012 – 1 May 2018'],
    ['2012~/2018', 'about 2012 – 2018'],
    ['2012/..', 'since 2012'],
    ['../2018', 'until 2018'],
    ['2012/', 'from 2012, end unknown'],
    ['/2018', 'until 2018, start unknown'],
    ['2001-21', 'spring 2001'],
    ['2001-28', 'winter 2001 (northern hemisphere)'],
    ['2001-33', 'first quarter of 2001'],
    ['2001-38', 'second third of 2001'],
    ['2001-41', 'second half of 2001'],
    ['202X', '2020s'],
    ['20XX', '2000–2099'],
    ['156X-12-25', '25 December, 1560s'],
    ['[2020,2021]', '2020 or 2021'],
    ['[2020,2021,2023-05]', '2020, 2021 or May 2023'],
    ['{2020,2021}', '2020 and 2021'],
    ['[..1984]', '1984 or earlier'],
    ['[1984..]', '1984 or later'],
    ['[1670..1672]', '1670 to 1672'],
    ['-0043', '44 BC'],
    ['0000', '1 BC'],
    ['Y17000', '17000'],
    ['1950S2', '1950, to 2 significant digits'],
    ['2004-1X', '2004-1X'],
    ['some time ago', 'some time ago'],
  ])('%s: %s', (text, words) => {
    expect(sayDate(text)).toBe(words);
  });
});
