// Who judges, when, and why: the part that the forms for judgements share.
import type { Signature } from '../../case/commands/judgements.ts';
import { dayOf } from '../../case/today.ts';
import { filled } from './saying.svelte.ts';

const KEY = 'clew.signature';

export class Signing {
  reason = $state('');
  /** Who judges now, as remembered on this machine; not who judged before. */
  by = $state(localStorage.getItem(KEY) ?? '');

  constructor(from: Signature = {}) {
    this.reason = from.reason ?? '';
  }

  /** The signature as it is kept; remembers the name. */
  signed(): Signature {
    const [by, reason] = [filled(this.by), filled(this.reason)];
    localStorage.setItem(KEY, by ?? '');
    return { date: dayOf(new Date()), ...(by && { by }), ...(reason && { reason }) };
  }
}
