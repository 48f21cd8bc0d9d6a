// The scene that a picture is drawn from, composed as the flags ask.
import { CaseUnderLens, withoutConfidential } from '../case/lens.ts';
import { project } from '../graph/project.ts';
import { LAYOUTS } from '../layouts/index.ts';
import { compose } from '../view/compose.ts';
import type { Scene } from '../view/scene.ts';
import type { Given } from './command.ts';
import { underLens, viewAsked } from './lensFlags.ts';
import type { Opened } from './opening.ts';
import { laidOut, standingPlaces } from './placing.ts';
import type { Terminal } from './terminal.ts';

/**
 * A picture shows what the view shows, and never what is confidential. A scene that `isTooFull` will not be drawn, and
 * is not laid out either.
 */
export async function sceneAsked(
  opened: Opened,
  given: Given,
  terminal: Terminal,
  isTooFull: (scene: Scene) => boolean = () => false,
): Promise<Scene> {
  const asked = underLens(opened.of, given);
  const seen = new CaseUnderLens(opened.of, withoutConfidential(asked.lens, opened.of.sources()));
  const graph = project(seen);
  const view = viewAsked(opened.of, given);
  const standing = standingPlaces(opened, view);
  const scene = compose({ seen, graph, positions: standing, view });
  if (isTooFull(scene)) return scene;
  if (given.text('layout') === undefined && scene.nodes.some(({ id }) => standing.has(id))) return scene;
  return compose({
    seen,
    graph,
    positions: await laidOut(graph, scene, given, terminal, LAYOUTS[0]!.id),
    view,
  });
}
