// What the canvas reports: plain data that says what the user wants. It changes nothing itself.
import type { Point } from '../view/scene.ts';

/** Ids here are those of the scene's nodes and edges. */
export type Intent =
  /** `add`: toggle these in the selection rather than replace it. No ids: clear. */
  | { readonly type: 'select'; readonly ids: readonly string[]; readonly add: boolean }
  | { readonly type: 'expand'; readonly id: string; readonly at: Point }
  | { readonly type: 'menu'; readonly target: Target; readonly at: Point }
  /** Nodes dragged by hand: where each now lies, in scene units. */
  | { readonly type: 'move'; readonly positions: ReadonlyMap<string, readonly [x: number, y: number]> }
  | { readonly type: 'hover'; readonly id?: string }
  /** A new entity wanted on empty ground; `place` is in scene units. */
  | { readonly type: 'new'; readonly at: Point; readonly place: Point };

export interface Target {
  readonly kind: 'node' | 'edge' | 'ground';
  readonly id?: string;
}

/** Hears intents. `at` is always in pixels from the canvas element's upper left corner. */
export type Intents = (intent: Intent) => void;
