// Texts that are not English: told by letters and small words; what needs no grammar is still suggested.
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/drafting/draft.ts';
import { foreignTo } from '../../src/drafting/foreign.ts';
import { isEntity } from '../../src/drafting/suggestion.ts';

const GERMAN =
  'Der Unternehmer Viktor Dreyer ist am 12.05.2021 in Hamburg verhaftet worden. Nach Angaben der Behörde hat er mit der Corvane GmbH für die Lieferung 4.000 EUR erhalten, und das Gericht hat sich mit dem Fall noch nicht befasst.';

describe('told apart', () => {
  test.each([
    [GERMAN, 'German'],
    ['Предприниматель Виктор Дрейер был задержан в порту, сообщили следователи.', 'Russian'],
    ['Підприємця Віктора Дрейєра затримали в порту, повідомили слідчі.', 'Ukrainian'],
    [
      'L’homme d’affaires a été arrêté dans le port, selon la police, et il est accusé par la justice de fraude avec les sociétés de sa femme.',
      'French',
    ],
    [
      'El empresario fue detenido en el puerto por la policía, que lo acusa de fraude con las empresas de su mujer y de un socio.',
      'Spanish',
    ],
    [
      'The businessman was arrested in the port by the police, who accuse him of fraud with the firms of his wife.',
      undefined,
    ],
    ['Viktor Dreyer, Elena Dreyer, Pavel Kostin', undefined],
    ['', undefined],
    [
      'The Ostravik daily “Нова Доба” wrote that the businessman was arrested in the port by the police.',
      undefined,
    ],
  ])('%s', (text, language) => {
    expect(foreignTo(text)).toBe(language);
  });
});

test('names, sums and dates in figures of a German text; no common noun, no tie', async () => {
  const { suggestions, language } = await draft(GERMAN);
  expect(language).toBe('German');
  expect(suggestions.filter(isEntity).map(({ name }) => name)).toEqual([
    'Viktor Dreyer',
    'Hamburg',
    'Corvane GmbH',
  ]);
  expect(suggestions.filter(({ kind }) => kind === 'relation' || kind === 'role')).toEqual([]);
  expect(suggestions.flatMap((one) => ('value' in one ? [one.value] : []))).toEqual([
    '2021-05-12',
    '4000 EUR',
  ]);
});
