// Who judges, when, and why: the part that the forms for judgements share.
import type { Signature } from '../../case/commands/judgements.ts';
import { filled } from './saying.svelte.ts';

const KEY = 'clew.signature';

/** Today where the user is, as an EDTF day. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
}

export class Signing {
  reason = $state('');
  /** Remembered on this machine. */
  by = $state(localStorage.getItem(KEY) ?? '');

  constructor(from: Signature = {}) {
    this.reason = from.reason ?? '';
    if (from.by) this.by = from.by;
  }

  /** The signature as it is kept; remembers the name. */
  signed(): Signature {
    const [by, reason] = [filled(this.by), filled(this.reason)];
    localStorage.setItem(KEY, by ?? '');
    return { date: today(), ...(by && { by }), ...(reason && { reason }) };
  }
}
