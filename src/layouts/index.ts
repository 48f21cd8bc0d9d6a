// Every layout, in the menu's order; the first is the one a case opens with. To add one: write its file beside these and list it here.
import { circle } from './circle.ts';
import { concentric } from './concentric.ts';
import { even } from './even.ts';
import { fcose } from './fcose.ts';
import { grid } from './grid.ts';
import { hierarchy } from './hierarchy.ts';
import type { Layout } from './layout.ts';
import { story } from './story.ts';
import { timeline } from './timeline.ts';

export const LAYOUTS: readonly Layout[] = [story, fcose, even, concentric, hierarchy, timeline, circle, grid];
