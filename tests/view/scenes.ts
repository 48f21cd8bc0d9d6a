// Small scenes for tests, made by hand.
import type { Scene, SceneEdge, SceneNode } from '../../src/view/scene.ts';

export const node = (id: string, x: number, y: number, more: Partial<SceneNode> = {}): SceneNode => ({
  id,
  label: id,
  lines: [more.label ?? id],
  schema: 'Person',
  type: 'Person',
  shape: 'circle',
  icon: 'person',
  colour: 'person',
  x,
  y,
  size: 40,
  stance: 'affirmed',
  disputed: false,
  pinned: false,
  hiddenNeighbours: 0,
  ...more,
});

export const edge = (
  id: string,
  source: string,
  target: string,
  more: Partial<SceneEdge> = {},
): SceneEdge => ({
  id,
  source,
  target,
  subject: id,
  type: 'UnknownLink',
  label: 'knows',
  directed: true,
  stance: 'affirmed',
  disputed: false,
  width: 1.4,
  ...more,
});

export const sceneOf = (nodes: readonly SceneNode[], edges: readonly SceneEdge[] = []): Scene => ({
  nodes,
  edges,
  legend: [],
  sources: [],
  title: 'A case',
});
