// What is called by a name from outside the lens, and what is not.
import { describe, expect, test } from 'vitest';
import { CaseUnderLens, type Lens } from '../../src/case/lens.ts';
import { nameOf } from '../../src/case/names.ts';
import type { CaseRecord, Claim } from '../../src/case/records.ts';
import { say, smallCase } from '../smallCase.ts';

const only = (...ids: string[]) => ({ mode: 'only', ids }) as const;

describe('an entity that no claim under the lens names', () => {
  const labelled = (lens: Lens, ...names: Claim[]) => {
    const of = smallCase();
    const cy: CaseRecord = { kind: 'entity', id: 'cy', schema: 'Person' };
    of.apply({ added: [cy, say('cy', 'country', 'se'), ...names], updated: [], removed: [] });
    return nameOf(new CaseUnderLens(of, lens), 'cy');
  };
  const papers: Lens = { sources: only('paper') };
  test.each<[string, Lens, Claim[], string]>([
    ['has its name from outside, in brackets', papers, [say('cy', 'name', 'Cy', 'wire')], '[Cy]'],
    ['by its stance', { stances: only('alleged') }, [say('cy', 'name', 'Cy')], '[Cy]'],
    [
      'says what is only alleged',
      papers,
      [say('cy', 'name', 'Cy', 'wire', { stance: 'alleged' })],
      '[Cy (alleged)]',
    ],
    [
      'does not say what is denied',
      papers,
      [say('cy', 'name', 'Cy', 'wire', { stance: 'denied' })],
      'Unnamed person',
    ],
    [
      'nor what came through a confidential source',
      papers,
      [say('cy', 'name', 'Cy', 'wire', { via: ['leak'] })],
      'Unnamed person',
    ],
    [
      'has no brackets where the lens lets a name through',
      papers,
      [say('cy', 'alias', 'C.'), say('cy', 'name', 'Cy', 'wire')],
      'C.',
    ],
  ])('%s', (_title, lens, names, label) => {
    expect(labelled(lens, ...names)).toBe(label);
  });
});
