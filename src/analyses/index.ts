// Every analysis, in the menu's order. To add one: write its file beside these and list it here.
import type { Analysis } from './analysis.ts';
import { betweenness } from './betweenness.ts';
import { communities } from './communities.ts';
import { components } from './components.ts';
import { degree } from './degree.ts';
import { pagerank } from './pagerank.ts';

export const ANALYSES: readonly Analysis[] = [degree, betweenness, pagerank, communities, components];
