// A few people, a company, a post and two prisons, and ties between them in few words, for the tests of exclusions.
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { say } from '../smallCase.ts';

const NAMES: Readonly<Record<string, [schema: string, name: string]>> = {
  xaver: ['Person', 'Xaver Holm'],
  ada: ['Person', 'Ada Lind'],
  bea: ['Person', 'Bea Norin'],
  cleo: ['Person', 'Cleo Ek'],
  anna: ['Person', 'A. Lind'],
  acme: ['Company', 'Acme'],
  seat: ['Position', 'Minister of Ports'],
  north: ['Organization', 'North Prison'],
  south: ['Organization', 'South Prison'],
};
const named: CaseRecord[] = Object.entries(NAMES).flatMap(([id, [schema, name]]): CaseRecord[] => [
  { kind: 'entity', id, schema },
  say(id, 'name', name),
]);

/** "Family m1 person=xaver relative=ada relationship=wife startDate=2010": each said by the paper. */
export function tie(words: string, source = 'paper'): CaseRecord[] {
  const [schema, id, ...given] = words.split(' ') as [string, string, ...string[]];
  const claims = given.map((one) => {
    const [property, value] = one.split('=') as [string, string];
    return say(id, property, value.replaceAll('_', ' '), source);
  });
  return [{ kind: 'relation', id, schema }, ...claims];
}
export const of = (...more: CaseRecord[]) => new Case([...named, ...more]);
export const disputes = (records: CaseRecord[], lens: Lens = {}) => [
  ...new CaseUnderLens(of(...records), lens).disputes(),
];
export const whys = (...ties: string[]) => disputes(ties.flatMap((one) => tie(one))).map(({ why }) => why);

export const married = (id: string, to: string, when: string) =>
  `Family ${id} person=xaver relative=${to} relationship=wife ${when}`;
export const TWO = [
  married('m1', 'ada', 'startDate=2010 endDate=2020'),
  married('m2', 'bea', 'startDate=2018 endDate=2022'),
];
