// Whether two names may be those of one: what leaves a doubt and what does not.
import { expect, test } from 'vitest';
import { mayNameOne } from '../../src/case/oneName.ts';

test.each([
  ['Anna Petrova', 'Анна Петрова', true],
  ['A. Petrova', 'Anna Sergeyevna Petrova', true],
  ['Petrova, Anna', 'Anna Petrova', true],
  ['Алексеева', 'Alexeeva', true],
  ['Maria Alekseyeva', 'Мария Алексеева', true],
  ['Dr. Anna Petrova', 'Anna Petrova', true],
  ['Anna Petrova', 'Anna Ivanova', true],
  ['Anna Petrova', 'Olga Petrova', false],
  ['A. Petrova', 'Olga Petrova', false],
  ['Ada Lind', 'Bea Norin', false],
  ['', 'Ada Lind', true],
])('%s and %s: %s', (a, b, may) => {
  expect([mayNameOne(a, b), mayNameOne(b, a)]).toEqual([may, may]);
});
