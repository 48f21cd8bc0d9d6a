// What went wrong, where, and what became of it. Errors and accounts are made of these.

/** `mended`: kept after a repair; `kept`: kept though odd; `refused`: left out. */
export type Outcome = 'mended' | 'kept' | 'refused';

export interface Problem {
  readonly outcome: Outcome;
  /** Line (from 1) or record, as a person finds it: "line 12", "claim 3f2a…, property date". */
  readonly where: string;
  /** What was found and what was done about it, as one sentence. */
  readonly what: string;
}

/** Input that cannot be used at all. The message names file, line or record, and what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}
