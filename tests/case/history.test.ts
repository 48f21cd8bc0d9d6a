// Histories keep the rules H1 to H7 of RULES.md.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import { EMPTY, isEmpty, type Diff } from '../../src/case/diff.ts';
import { History, type Event } from '../../src/case/history.ts';
import { smallCase } from '../smallCase.ts';
import { change, diffOf, state, type Change } from './changes.ts';

type Act = Change | 'undo' | 'redo';

const seed = 2_611_222;
const acts: fc.Arbitrary<Act[]> = fc.array(fc.oneof(change, fc.constantFrom<Act>('undo', 'redo')), {
  maxLength: 40,
});
const add = (id: string): Diff => ({ ...EMPTY, added: [{ kind: 'entity', id, schema: 'Person' }] });

function perform(history: History, of: Case, act: Act): void {
  if (act === 'undo') history.undo();
  else if (act === 'redo') history.redo();
  else history.run('a change', diffOf(of, act));
}

describe(`a history (seed ${seed})`, () => {
  test('[H1] [H2] [H3] stands after any acts where a list of all states says', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const of = smallCase();
        const history = new History(of);
        let states = [state(of)];
        let at = 0;
        for (const act of list) {
          const isStep = typeof act === 'object' && !isEmpty(diffOf(of, act));
          perform(history, of, act);
          if (act === 'undo') at = Math.max(0, at - 1);
          if (act === 'redo') at = Math.min(states.length - 1, at + 1);
          if (isStep) states = [...states.slice(0, ++at), state(of)];
          expect(state(of)).toEqual(states[at]);
          expect([history.done.length, history.undone.length]).toEqual([at, states.length - 1 - at]);
        }
      }),
      { seed },
    );
  });

  test('[H2] drops what could be done again when a new step is made', () => {
    const history = new History(smallCase());
    history.run('one', add('one'));
    history.undo();
    history.run('two', add('two'));
    expect(history.redo()).toBeUndefined();
    expect(history.done.map(({ label }) => label)).toEqual(['two']);
  });

  test('[H3] has no step for an empty diff, and keeps what can be done again', () => {
    const history = new History(smallCase());
    history.run('one', add('one'));
    history.undo();
    history.run('nothing', EMPTY);
    expect(history.done).toEqual([]);
    expect(history.redo()?.label).toBe('one');
  });

  test('[H4] tells its listeners each step once, when the case has changed', () => {
    const of = smallCase();
    const history = new History(of);
    const heard: [Event['type'], string, boolean][] = [];
    const stop = history.listen(({ type, step }) =>
      heard.push([type, step.label, of.entity('one') !== undefined]),
    );
    history.run('one', add('one'));
    history.run('nothing', EMPTY);
    history.undo();
    history.redo();
    stop();
    history.undo();
    expect(heard).toEqual([
      ['run', 'one', true],
      ['undo', 'one', false],
      ['redo', 'one', true],
    ]);
  });

  test('[H5] with nothing to undo or redo does nothing', () => {
    const of = smallCase();
    const history = new History(of);
    const before = state(of);
    let heard = 0;
    history.listen(() => heard++);
    expect([history.undo(), history.redo()]).toEqual([undefined, undefined]);
    expect(state(of)).toEqual(before);
    expect(heard).toBe(0);
  });

  test('[H6] goes on from the steps of an earlier one', () => {
    const of = smallCase();
    const before = state(of);
    const first = new History(of);
    first.run('one', add('one'));
    first.run('two', add('two'));
    first.undo();
    const second = new History(of, first.done, first.undone);
    expect(second.redo()?.label).toBe('two');
    expect([of.entity('one')?.id, of.entity('two')?.id]).toEqual(['one', 'two']);
    second.undo();
    second.undo();
    expect(state(of)).toEqual(before);
  });

  test('[H7] leaves no change without a step where a listener throws', () => {
    const of = smallCase();
    const before = state(of);
    const history = new History(of);
    of.listen(() => {
      throw new TypeError('deaf');
    });
    expect(() => history.run('a change', add('new'))).toThrow(TypeError);
    expect(state(of)).toEqual(before);
    expect(history.done).toEqual([]);
  });
});
