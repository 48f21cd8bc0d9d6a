import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import FormHost from '../../src/app/dialogs/FormHost.svelte';
import Disputes from '../../src/app/panels/Disputes.svelte';
import { stage, type Staged } from './stage.ts';

const stages: Staged[] = [];
const staged = (...args: Parameters<typeof stage>): Staged => {
  const at = stage(...args);
  stages.push(at);
  return at;
};
afterEach(() => {
  for (const at of stages.splice(0)) at.end();
});

test('a ruling needs a reason, moves the dispute, and is taken back', () => {
  const at = staged(Disputes);
  expect(at.find('[aria-selected=true]', 'Open').textContent).toContain('2');
  at.click('button', 'Prefer 1971');
  const asked = at.forms.open;
  expect(asked).toMatchObject({ kind: 'ruling' });

  const form = staged(FormHost);
  form.forms.open = asked;
  flushSync();
  form.click('button', 'Rule so');
  expect(form.find('[role=alert]', 'why').textContent).not.toBe('');
  form.fill('Because', 'The register of births says so.');
  form.click('button', 'Rule so');
  expect(form.forms.open).toBeUndefined();
  const [ruling] = [...form.w.case.judgements()];
  expect(ruling).toMatchObject({ about: 'ruling', reason: 'The register of births says so.' });

  at.w.run('Rule', { added: [ruling!], updated: [], removed: [] });
  flushSync();
  at.click('[role=tab]', 'Ruled on');
  expect(at.text()).toContain('The register of births says so.');
  at.click('button', 'Withdraw');
  expect([...at.w.case.judgements()]).toEqual([]);
});
