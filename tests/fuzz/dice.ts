// Seeded choices: the same seed makes the same input.
import { seeded } from '../../src/plugin/job.ts';

export interface Dice {
  /** A whole number from 0 to n − 1; 0 where n is 0. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** One for each input of a reader, so that any input can be made again alone. */
export function diceFor(format: string, seed: number, input: number): Dice {
  let mixed = (seed ^ Math.imul(input + 1, 0x9e3779b1)) >>> 0;
  for (const unit of format) mixed = Math.imul(mixed ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  const random = seeded(mixed);
  const below = (n: number): number => Math.floor(random() * n);
  return {
    below,
    pick: (list) => list[below(list.length)]!,
    chance: (share) => random() < share,
  };
}
