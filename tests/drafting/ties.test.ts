// Drafting of ties: who is what to whom, with stance, time and credit.
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/drafting/draft.ts';
import { isEntity, type RelationSuggestion, type Suggestion } from '../../src/drafting/suggestion.ts';

const found = async (text: string): Promise<readonly Suggestion[]> => (await draft(text)).suggestions;
const ties = async (text: string): Promise<string[]> => {
  const all = await found(text);
  const nameOf = (key: string) => all.filter(isEntity).find((one) => one.key === key)!.name;
  return all
    .filter((one): one is RelationSuggestion => one.kind === 'relation')
    .map(
      ({ from, role, to, stance }) =>
        `${nameOf(from)} – ${role} – ${nameOf(to)}${stance === 'affirmed' ? '' : ` (${stance})`}`,
    );
};

describe('ties', () => {
  test.each([
    ['Kremlin spokesman Dmitri Orlov spoke.', 'Dmitri Orlov – spokesman – Kremlin'],
    [
      'Tomas Wielgosz, the former director of the Northern Ports Authority, left.',
      'Tomas Wielgosz – former director – Northern Ports Authority',
    ],
    [
      'The chairwoman of the Electoral Commission, Grace Coombs, left.',
      'Grace Coombs – chairwoman – Electoral Commission',
    ],
    [
      "Baltmar Shipping's founder and chief executive, Viktor Dreyer, left.",
      'Viktor Dreyer – founder and chief executive – Baltmar Shipping',
    ],
    ['Raymond Osei, a former Northgate Bank banker, left.', 'Raymond Osei – banker – Northgate Bank'],
    ['Viktor Dreyer owns a 40 percent stake in Granit Holdings.', 'Viktor Dreyer – owns – Granit Holdings'],
    ['Corvane Holdings is owned by Elena Dreyer.', 'Elena Dreyer – owned – Corvane Holdings'],
    ['Marina Duarte met Jan Hofstra in May.', 'Marina Duarte – met – Jan Hofstra'],
    ['Viktor Dreyer arrived. His wife, Elena Dreyer, waited.', 'Elena Dreyer – wife – Viktor Dreyer'],
    ['Viktor Dreyer allegedly paid Pavel Kostin.', 'Viktor Dreyer – paid – Pavel Kostin (alleged)'],
    ['Viktor Dreyer was charged with espionage.', 'Viktor Dreyer – accused – espionage case'],
    ['Viktor Dreyer was sentenced for taking bribes.', 'Viktor Dreyer – convicted – bribery case'],
    [
      'Granit Holdings bought it through a Solvan Group subsidiary, Amaquim Ltda.',
      'Solvan Group – subsidiary – Amaquim Ltda',
    ],
  ])('%s', async (text, expected) => {
    expect(await ties(text)).toContain(expected);
  });

  test.each([
    // Voices.
    ['Prosecutor Grace Coombs charged Viktor Dreyer.', 'Grace Coombs – charged – Viktor Dreyer'],
    ['Viktor Dreyer was arrested by the Harbour Police.', 'Harbour Police – arrested – Viktor Dreyer'],
    [
      'Viktor Dreyer, convicted by the Ostravik Court, appealed.',
      'Ostravik Court – convicted – Viktor Dreyer',
    ],
    ['Viktor Dreyer, whom the Ostravik Court sentenced, fled.', 'Ostravik Court – sentenced – Viktor Dreyer'],
    ['Corvane Holdings was sold to Granit Holdings.', 'Corvane Holdings – sold to – Granit Holdings'],
    // Both directions of hiring, succeeding, paying.
    ['Granit Holdings hired Elena Dreyer.', 'Elena Dreyer – hired – Granit Holdings'],
    ['Elena Dreyer worked for Granit Holdings.', 'Elena Dreyer – worked for – Granit Holdings'],
    ['Elena Dreyer succeeded Pavel Kostin.', 'Pavel Kostin – succeeded by – Elena Dreyer'],
    [
      'Pavel Kostin received $4 million from Granit Holdings.',
      'Granit Holdings – received from – Pavel Kostin',
    ],
    ['Granit Holdings paid $4 million in fees to Pavel Kostin.', 'Granit Holdings – paid to – Pavel Kostin'],
    // Exchanges, marriages, meetings.
    ['Viktor Dreyer was exchanged for Jan Hofstra.', 'Viktor Dreyer – exchanged for – Jan Hofstra'],
    [
      'The swap of Viktor Dreyer for Jan Hofstra took an hour.',
      'Viktor Dreyer – exchanged for – Jan Hofstra',
    ],
    ['Elena Dreyer and Pavel Kostin married in 2010.', 'Elena Dreyer – married – Pavel Kostin'],
    ['A meeting between Pavel Kostin and Jan Hofstra failed.', 'Pavel Kostin – meeting – Jan Hofstra'],
    // Asides, lists, coordination.
    ['Viktor Dreyer, who founded Granit Holdings, sued Jan Hofstra.', 'Viktor Dreyer – sued – Jan Hofstra'],
    ['Viktor Dreyer, 53, who headed Granit Holdings, left.', 'Viktor Dreyer – headed – Granit Holdings'],
    ['Viktor Dreyer resigned and sued Jan Hofstra.', 'Viktor Dreyer – sued – Jan Hofstra'],
    ['Pavel Kostin and Jan Hofstra bribed Grace Coombs.', 'Jan Hofstra – bribed – Grace Coombs'],
    ['He knew Pavel Kostin of Granit Holdings.', 'Pavel Kostin – of – Granit Holdings'],
    [
      'Corvane Holdings, a company registered in Cyprus and owned by Elena Dreyer, closed.',
      'Elena Dreyer – owned – Corvane Holdings',
    ],
    [
      'Granit Holdings’s owners, Pavel Kostin and Jan Hofstra, left.',
      'Jan Hofstra – owners – Granit Holdings',
    ],
    [
      'Jan Hofstra, then a councillor and now president of Granit Holdings, left.',
      'Jan Hofstra – president – Granit Holdings',
    ],
    ['Viktor Dreyer agreed to buy Corvane Holdings.', 'Viktor Dreyer – bought – Corvane Holdings'],
    // One sentence has the role, another its holder.
    [
      'A lawyer for Viktor Dreyer spoke. The lawyer, Jan Hofstra, was brief.',
      'Jan Hofstra – lawyer – Viktor Dreyer',
    ],
    // What is nearly a name, and where a body is.
    ['The FSB security service accused Viktor Dreyer.', 'FSB – accused – Viktor Dreyer'],
    [
      'A counterpart at the Harbour Ministry in Minsk, Jan Hofstra, left.',
      'Jan Hofstra – counterpart – Harbour Ministry',
    ],
    [
      'Viktor Dreyer received 4,000 euros through Corvane Holdings.',
      'Viktor Dreyer – money through – Corvane Holdings',
    ],
    [
      'Viktor Dreyer was found guilty of passing lists to the Harbour Ministry.',
      'Viktor Dreyer – passed – Harbour Ministry',
    ],
    [
      'Viktor Dreyer left. The 53-year-old worked for Granit Holdings.',
      'Viktor Dreyer – worked for – Granit Holdings',
    ],
    // Pronouns by gender.
    ['Elena Dreyer met Pavel Kostin. He sued Jan Hofstra.', 'Pavel Kostin – sued – Jan Hofstra'],
    ['Pavel Kostin, his son Jan Kostin and others left.', 'Jan Kostin – son – Pavel Kostin'],
    // Stances.
    ['Viktor Dreyer did not pay Pavel Kostin.', 'Viktor Dreyer – paid – Pavel Kostin (denied)'],
    ['Viktor Dreyer denied bribing Pavel Kostin.', 'Viktor Dreyer – bribed – Pavel Kostin (denied)'],
    ['Viktor Dreyer is accused of bribing Pavel Kostin.', 'Viktor Dreyer – bribed – Pavel Kostin (alleged)'],
    ['Elena Dreyer, who denies the charges, met Pavel Kostin.', 'Elena Dreyer – met – Pavel Kostin'],
    // Matters.
    [
      'Viktor Dreyer was charged with fraud. The Harbour Ministry is monitoring the case.',
      'Harbour Ministry – monitoring – fraud case',
    ],
  ])('%s', async (text, expected) => {
    expect(await ties(text)).toContain(expected);
  });

  test.each([
    ['According to Pavel Kostin, Viktor Dreyer met Jan Hofstra.', 'Pavel Kostin – met – Jan Hofstra'],
    ['Viktor Dreyer, a friend of Pavel Kostin, met Jan Hofstra.', 'Pavel Kostin – met – Jan Hofstra'],
    ['Lawyers of Viktor Dreyer met Jan Hofstra.', 'Viktor Dreyer – met – Jan Hofstra'],
    ['Pavel Kostin sued after Viktor Dreyer met Jan Hofstra.', 'Pavel Kostin – sued – Viktor Dreyer'],
    ['Granit Holdings charges were met by Jan Hofstra.', 'Granit Holdings – charged – Jan Hofstra'],
  ])('%s does not say %s', async (text, unsaid) => {
    expect(await ties(text)).not.toContain(unsaid);
  });

  test.each([
    ['Viktor Dreyer was director of Granit Holdings from 2012 to 2018.', '2012', '2018'],
    ['Viktor Dreyer joined Granit Holdings in May 2015.', '2015-05', undefined],
    ['Viktor Dreyer has been director of Granit Holdings since 2020.', '2020', undefined],
    ['Viktor Dreyer left Granit Holdings in 2021.', undefined, '2021'],
    ['Viktor Dreyer sued Granit Holdings in 2021.', undefined, undefined],
  ])('%s: from %s to %s', async (text, startDate, endDate) => {
    const tie = (await found(text)).find((one): one is RelationSuggestion => one.kind === 'relation')!;
    expect([tie.startDate, tie.endDate]).toEqual([startDate, endDate]);
  });

  test('who is credited with it is told', async () => {
    const all = await found('According to Pavel Kostin, Viktor Dreyer met Jan Hofstra.');
    const tie = all.find((one) => one.kind === 'relation')!;
    expect('attributedTo' in tie && tie.attributedTo).toBe('person:Pavel Kostin');
  });
});
