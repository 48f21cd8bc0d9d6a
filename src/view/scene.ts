// The scene: a graph with columns and positions, ready to draw. Plain data; what the canvas shows and pictures are written from.
import type { Id, Stance } from '../case/records.ts';

export type Shape = 'circle' | 'square' | 'diamond' | 'hexagon' | 'page' | 'tag' | 'shield';

/** Names of colours, so that one scene serves the light and the dark theme. A measure's colour is `scale:<0…1>` or `group:<n>`. */
export type Colour =
  | 'person'
  | 'organization'
  | 'event'
  | 'case'
  | 'document'
  | 'place'
  | 'other'
  | `scale:${number}`
  | `group:${number}`;

export interface SceneNode {
  readonly id: Id;
  readonly label: string;
  /** The label as it is drawn: wrapped, and cut where it is too long. */
  readonly lines: readonly string[];
  readonly schema: string;
  /** The type in words: "Person". */
  readonly type: string;
  readonly shape: Shape;
  /** Name of the icon, from `view/icons.ts`. */
  readonly icon: string;
  readonly colour: Colour;
  /** Centre, in scene units, y down. */
  readonly x: number;
  readonly y: number;
  /** Diameter in scene units. */
  readonly size: number;
  readonly stance: Stance;
  readonly disputed: boolean;
  readonly pinned: boolean;
  /** Neighbours that the view hides. */
  readonly hiddenNeighbours: number;
}

export interface SceneEdge {
  readonly id: Id;
  readonly source: Id;
  readonly target: Id;
  /** Relation or entity whose claims make it. */
  readonly subject: Id;
  readonly type: string;
  readonly label: string;
  readonly directed: boolean;
  readonly stance: Stance;
  readonly disputed: boolean;
  /** Line width in scene units: voices. */
  readonly width: number;
}

export interface LegendEntry {
  readonly label: string;
  readonly count: number;
  readonly sample:
    | { readonly kind: 'node'; readonly shape: Shape; readonly colour: Colour; readonly icon: string }
    | { readonly kind: 'line'; readonly stance: Stance }
    | { readonly kind: 'mark' }
    /** The badge that counts hidden neighbours. */
    | { readonly kind: 'badge' }
    /** By what a measure or the voices show, and the values at its ends. */
    | {
        readonly kind: 'scale';
        readonly of: 'width' | 'size' | 'colour';
        readonly from: string;
        readonly to: string;
      };
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly legend: readonly LegendEntry[];
  /** Titles of the sources behind what is shown, for a picture's last line. */
  readonly sources: readonly string[];
  /** The case's name. */
  readonly title: string;
}

/** A place in the scene, or a vector. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const EMPTY_SCENE: Scene = { nodes: [], edges: [], legend: [], sources: [], title: '' };
