// Everything that can be asked of the worker, as one map from name to question and answer.
import type { Columns } from '../analyses/analysis.ts';
import type { Anchors, Document, Located } from '../case/anchoring/anchors.ts';
import type { Lens } from '../case/lens.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import type { Import, ReadOptions } from '../formats/importing.ts';
import type { Box, Position } from '../layouts/layout.ts';
import type { PictureOptions } from '../pictures/options.ts';
import type { Fonts } from '../pictures/pdfFile.ts';
import type { Problem } from '../plugin/problem.ts';
import type { Values } from '../plugin/settings.ts';
import type { SheetKind } from '../report/kinds.ts';
import type { SheetFile, SheetSummary } from '../report/sheet.ts';
import type { SourceText } from '../texts/text.ts';
import type { Draft } from '../drafting/suggestion.ts';
import type { Scene } from '../view/scene.ts';
import type { Crossing } from './crossing.ts';

export interface Questions {
  /** A layout's positions for some nodes of a graph. */
  layout: [
    {
      readonly layout: string;
      readonly settings?: Readonly<Record<string, unknown>>;
      readonly graph: Crossing;
      readonly nodes: readonly Id[];
      readonly boxes: ReadonlyMap<Id, Box>;
      readonly aspect: number;
      readonly from?: ReadonlyMap<Id, Position>;
      readonly pinned?: ReadonlySet<Id>;
      readonly centre?: readonly Id[];
      readonly seed?: number;
    },
    ReadonlyMap<Id, Position>,
  ];
  /** An analysis' columns. */
  analyse: [
    {
      readonly analysis: string;
      readonly settings?: Readonly<Record<string, unknown>>;
      readonly graph: Crossing;
      readonly seed?: number;
    },
    Columns,
  ];
  /** A file's records and account. */
  read: [ReadOptions & { readonly bytes: Uint8Array }, Import];
  /** A file made of the case under a lens. */
  write: [
    {
      readonly format: string;
      readonly settings: Readonly<Record<string, unknown>>;
      readonly records: readonly CaseRecord[];
      readonly lens: Lens;
      readonly placements: ReadonlyMap<Id, Position>;
      readonly only?: ReadonlySet<Id>;
    },
    { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
  ];
  /** The fact-check sheet of the case under the lens, as a file. `scene` is its map, `fonts` are for PDF. */
  sheet: [
    {
      readonly kind: SheetKind;
      readonly settings: Values;
      readonly records: readonly CaseRecord[];
      readonly lens: Lens;
      readonly made: string;
      readonly scene: Scene;
      readonly fonts?: Fonts;
    },
    SheetFile,
  ];
  /** What will be in that sheet. */
  sheetSummary: [{ readonly records: readonly CaseRecord[]; readonly lens: Lens }, SheetSummary];
  /** A picture as PDF. */
  picture: [
    { readonly scene: Scene; readonly options: Partial<PictureOptions>; readonly fonts: Fonts },
    Uint8Array,
  ];
  /** The text of a source, from its file. */
  text: [{ readonly name: string; readonly bytes: Uint8Array }, SourceText];
  /** What a text speaks of, as suggestions. */
  draft: [{ readonly text: string; readonly published?: string }, Draft];
  /** Where claims land in a text. */
  anchor: [{ readonly located: readonly Located[]; readonly document: Document }, Anchors];
}

export type Name = keyof Questions;
export type Question<N extends Name> = Questions[N][0];
export type Answer<N extends Name> = Questions[N][1];

/** Page → worker. */
export type Asked =
  | { readonly type: 'run'; readonly id: number; readonly name: Name; readonly question: Question<Name> }
  | { readonly type: 'cancel'; readonly id: number };

/** Worker → page. */
export type Told =
  | { readonly type: 'progress'; readonly id: number; readonly done: number | undefined }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer<Name> }
  | {
      readonly type: 'failure';
      readonly id: number;
      readonly message: string;
      /** Present where the input could not be used: then it was an `InputError`. */
      readonly problems?: readonly Problem[];
    };
