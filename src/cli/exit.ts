// How a command ends: exit codes, and the error that carries one.

export const EXIT = {
  ok: 0,
  /** `validate` found problems. */
  problems: 1,
  usage: 2,
  /** The input is missing or cannot be used at all. */
  input: 3,
  /** A name, id or path between two was not found, or a name fits several. */
  notFound: 4,
  /** The output cannot be written, or the port not be served. */
  output: 5,
  /** A fault in Clew itself (EX_SOFTWARE of sysexits.h). */
  fault: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means, for the help. */
export const EXIT_SAYS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.ok, 'done'],
  [EXIT.problems, 'validate found problems'],
  [EXIT.usage, 'wrong usage'],
  [EXIT.input, 'the input cannot be read'],
  [EXIT.notFound, 'not found, or the name fits several'],
  [EXIT.output, 'the output cannot be written, or the port not be served'],
  [EXIT.fault, 'a fault in Clew'],
];

/** An end that is no fault: one line for the user, and the code to end with. */
export class Ending extends Error {
  override readonly name = 'Ending';
  readonly code: ExitCode;
  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
