// Which attributes of DOT say how something is drawn, and which names a case's own properties therefore cannot have.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** https://graphviz.org/doc/info/attrs.html, as far as they say how a node or an edge is drawn. */
export const DRAWN = {
  node: words(
    'area color colorscheme distortion fillcolor fixedsize fontcolor fontname fontsize gradientangle group height image imagepos imagescale labelloc layer margin nojustify ordering orientation penwidth peripheries pin pos rects regular root samplepoints shape shapefile showboxes sides skew sortv style target vertices width xlp z _draw_ _ldraw_',
  ),
  edge: words(
    'arrowhead arrowsize arrowtail color colorscheme constraint decorate dir fillcolor fontcolor fontname fontsize head_lp headclip headport labelangle labeldistance labelfloat labelfontcolor labelfontname labelfontsize layer len lhead lp ltail minlen nojustify penwidth pos samehead sametail showboxes style tail_lp tailclip tailport xlp _draw_ _ldraw_ _hdraw_ _tdraw_ _hldraw_ _tldraw_',
  ),
};

/** Graphviz reads these too. */
const MEANT = words(
  'label xlabel headlabel taillabel URL href edgeURL headURL tailURL labelURL tooltip comment class id key weight',
);

/** Holds an id that DOT cannot spell. */
export const OWN_ID = 'clewId';

/** A column under a name that Graphviz takes for nothing of its own. */
export const attributeName = (column: string, of: 'node' | 'edge'): string =>
  DRAWN[of].has(column) || MEANT.has(column) || column === OWN_ID ? `${column} (property)` : column;
