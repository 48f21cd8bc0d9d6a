// Scene fields → Cytoscape style. The stylesheet reads the data that `nodeData` and `edgeData` give, so a theme is new data.
import type { StylesheetJson } from 'cytoscape';
import { EDGE_LABEL, HALO, LABEL } from '../view/labels.ts';
import { LOOP_STEP } from '../view/routes.ts';
import type { SceneEdge, SceneNode } from '../view/scene.ts';
import { ICON_SHARE, OUTLINES } from '../view/shapes.ts';
import { paintOf, type Theme } from '../view/theme.ts';
import { iconImage } from './images.ts';

/** What the stylesheet reads of a node. */
export function nodeData(node: SceneNode, theme: Theme): Record<string, unknown> {
  const paint = paintOf(node.colour, theme);
  const icon = ICON_SHARE[node.shape];
  return {
    label: node.lines.join('\n'),
    size: node.size,
    shape: node.shape,
    fill: paint.fill,
    stroke: paint.stroke,
    icon: iconImage(node.icon, paint.mark),
    iconSize: node.size * icon.share,
    iconDy: node.size * icon.dy,
    z: Math.round(node.size),
  };
}

/** What the stylesheet reads of an edge. `bend` as `bendsOf` gives it. */
export const edgeData = (edge: SceneEdge, bend: number): Record<string, unknown> => ({
  width: edge.width,
  stance: edge.stance,
  directed: edge.directed,
  bend,
  loop: edge.source === edge.target,
});

/** How strongly the rest is faded while something is lit. */
const FAINT = 0.18;
/** And while a path is. */
const DIM = 0.4;

const points = (shape: keyof typeof OUTLINES): string => OUTLINES[shape].flat().join(' ');

/** `family` names the faces of labels; another spelling of it makes Cytoscape measure its labels anew. */
export function stylesheet(theme: Theme, family: string): StylesheetJson {
  return [...nodeRules(theme, family), ...edgeRules(theme, family), ...stateRules(theme)];
}

function nodeRules(theme: Theme, family: string): StylesheetJson {
  const shaped = (Object.keys(OUTLINES) as (keyof typeof OUTLINES)[])
    .filter((shape) => shape !== 'square')
    .map((shape) => ({
      selector: `node[shape = "${shape}"]`,
      style: { shape: 'polygon' as const, 'shape-polygon-points': points(shape) as unknown as number[] },
    }));
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        shape: 'ellipse',
        'background-color': 'data(fill)',
        'border-width': 2.2,
        'border-color': 'data(stroke)',
        'border-join': 'round',
        'background-image': 'data(icon)',
        'background-width': 'data(iconSize)',
        'background-height': 'data(iconSize)',
        'background-offset-y': 'data(iconDy)',
        'background-fit': 'none',
        'background-clip': 'none',
        'background-image-opacity': 1,
        label: 'data(label)',
        'font-family': family,
        'font-size': LABEL.size,
        'font-weight': LABEL.weight,
        'line-height': LABEL.line / LABEL.size,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-valign': 'bottom',
        'text-margin-y': LABEL.gap - 1,
        color: theme.ink,
        'text-outline-color': theme.ground,
        'text-outline-width': HALO,
        'min-zoomed-font-size': 4,
        'z-index': 'data(z)',
        'overlay-opacity': 0,
      },
    },
    { selector: 'node[shape = "square"]', style: { shape: 'round-rectangle' } },
    ...shaped,
  ] as StylesheetJson;
}

function edgeRules(theme: Theme, family: string): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': theme.faint,
        'line-cap': 'butt',
        'curve-style': 'straight',
        'target-arrow-color': theme.faint,
        'target-arrow-shape': 'none',
        'arrow-scale': 0.85,
        'target-distance-from-node': 2,
        'font-family': family,
        'font-size': EDGE_LABEL.size,
        'font-weight': EDGE_LABEL.weight,
        color: theme.soft,
        'text-outline-color': theme.ground,
        'text-outline-width': HALO,
        'min-zoomed-font-size': 5,
        'overlay-opacity': 0,
        'z-index': 0,
      },
    },
    { selector: 'edge[?directed]', style: { 'target-arrow-shape': 'triangle' } },
    {
      selector: 'edge[bend != 0][!loop]',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bend)',
        'control-point-weights': 0.5,
        'edge-distances': 'node-position',
      },
    },
    { selector: 'edge[?loop]', style: { 'curve-style': 'bezier', 'control-point-step-size': LOOP_STEP } },
    { selector: 'edge[stance = "alleged"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 5] } },
    {
      selector: 'edge[stance = "denied"]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [0.1, 5], 'line-cap': 'round' },
    },
    {
      selector: 'edge.told',
      style: { label: 'data(short)', 'text-margin-x': 'data(shortX)', 'text-margin-y': 'data(shortY)' },
    },
  ] as StylesheetJson;
}

/** Lit by the pointer, selected, on the path: the thread is the only loud colour. */
function stateRules(theme: Theme): StylesheetJson {
  const thread = {
    'line-color': theme.thread,
    'target-arrow-color': theme.thread,
    color: theme.thread,
    'z-index': 5,
  };
  const whole = {
    label: 'data(whole)',
    'text-margin-x': 'data(wholeX)',
    'text-margin-y': 'data(wholeY)',
    'font-size': 'data(wholeSize)',
  };
  return [
    { selector: '.faint', style: { opacity: FAINT } },
    {
      selector: 'edge.lit',
      style: { 'line-color': theme.ink, 'target-arrow-color': theme.ink, 'z-index': 4 },
    },
    { selector: '.dim', style: { opacity: DIM } },
    {
      selector: 'edge.near',
      style: { 'line-color': theme.soft, 'target-arrow-color': theme.soft, 'z-index': 3 },
    },
    { selector: 'edge.spoken', style: { ...whole, color: theme.ink, 'z-index': 6 } },
    { selector: 'node.hovered', style: { 'border-width': 3 } },
    {
      selector: 'node.selected',
      style: {
        'outline-width': 2,
        'outline-color': theme.thread,
        'outline-offset': 4,
        'font-weight': 600,
        'text-margin-y': LABEL.gap + 3,
        'z-index': 900,
      },
    },
    { selector: 'edge.selected', style: { ...thread } },
    { selector: 'node.path', style: { 'font-weight': 600, 'z-index': 800 } },
    { selector: 'edge.path', style: { ...thread, width: 3 } },
    {
      selector: 'core',
      style: {
        'active-bg-opacity': 0,
        'selection-box-color': theme.thread,
        'selection-box-border-color': theme.thread,
        'selection-box-border-width': 1,
        'selection-box-opacity': 0.12,
      },
    },
  ] as StylesheetJson;
}
