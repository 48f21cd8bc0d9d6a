// What can be changed of a suggestion by hand, and the suggestion after it.
import { fold } from '../case/fold.ts';
import type { Id, Stance } from '../case/records.ts';
import { isEntity, type Suggestion } from '../drafting/suggestion.ts';

/** What can be changed of a suggestion by hand. */
export interface Edit {
  readonly name?: string;
  readonly schema?: string;
  readonly role?: string;
  readonly stance?: Stance;
  readonly value?: string;
  /** An entity of the case; null for a new one. */
  readonly match?: { readonly id: Id; readonly name: string } | null;
}

export function edited(one: Suggestion, { name, schema, role, stance, value, match }: Edit): Suggestion {
  if (isEntity(one)) {
    const aliases =
      name !== undefined && fold(name) !== fold(one.name)
        ? [...new Set([...one.aliases, one.name])]
        : one.aliases;
    const { match: standing, ...rest } = one;
    const kept = match === null ? undefined : match ? { ...match, reason: 'chosen by hand' } : standing;
    return {
      ...rest,
      aliases,
      name: name ?? one.name,
      schema: schema ?? one.schema,
      ...(kept && { match: kept }),
    };
  }
  if (one.kind === 'relation')
    return { ...one, role: role ?? one.role, schema: schema ?? one.schema, stance: stance ?? one.stance };
  if (one.kind === 'role') return { ...one, role: role ?? one.role, stance: stance ?? one.stance };
  return { ...one, value: value ?? one.value };
}
