// The day of a moment, where the clock is.

/** An EDTF day, "2024-05-03", in the local zone of the machine. */
export const dayOf = (now: Date): string =>
  [String(now.getFullYear()).padStart(4, '0'), ...[now.getMonth() + 1, now.getDate()].map(twoDigits)].join(
    '-',
  );

const twoDigits = (n: number): string => String(n).padStart(2, '0');
