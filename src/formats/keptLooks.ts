// Whether a reader keeps how things look: Clew has its own look for each type, so by default it does not.
import type { Settings } from '../plugin/settings.ts';

export const LOOKS = {
  looks: {
    type: 'boolean',
    reading: true,
    default: false,
    label: 'Keep colours, sizes and shapes',
    help: 'As attributes, each with a name that begins with "viz:".',
  },
} satisfies Settings;
