// What the canvas reports → what the workspace does. The canvas itself changes nothing.
import type { Intent } from '../../canvas/intents.ts';
import type { Desk } from '../desk.svelte.ts';
import * as explore from '../exploring.ts';
import type { Workspace } from '../workspace.svelte.ts';

/** Where a menu was asked for, in pixels of the map, and what for. */
export interface MenuAt {
  readonly kind: 'node' | 'edge' | 'ground';
  readonly id?: string;
  readonly x: number;
  readonly y: number;
}

export function intentsFor(
  w: Workspace,
  desk: Desk,
  openMenu: (at: MenuAt) => void,
): (intent: Intent) => void {
  return (intent) => {
    if (intent.type === 'select') {
      const nodes = intent.ids.filter((id) => w.shownGraph.hasNode(id));
      const edges = intent.ids.filter((id) => w.shownGraph.hasEdge(id));
      if (intent.add) w.selection.toggle(nodes, edges);
      else w.selection.set(nodes, edges);
      if (!w.selection.isEmpty && !desk.panels.narrow) desk.panels.toggle('right', true);
    }
    if (intent.type === 'expand') desk.expand(intent.id, intent.at);
    if (intent.type === 'menu') openMenu({ ...intent.target, ...intent.at });
    if (intent.type === 'move') explore.move(w, intent.positions);
    if (intent.type === 'new') desk.forms.entity();
  };
}
