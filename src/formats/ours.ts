// How Clew knows a node or an edge that it has written itself.
import type { Attributes } from './format.ts';

/** It bears a stance and whether it is disputed. What else the format adds (looks, times) repeats its columns. */
export const isOurs = (attributes: Attributes): boolean =>
  attributes.has('stance') && attributes.has('disputed');
