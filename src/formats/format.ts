// What every format is: bytes ⇄ case. One object a file, listed in `formats/index.ts`.
import type { CaseUnderLens } from '../case/lens.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import type { TableWish } from '../case/tableMapping.ts';
import type { Job } from '../plugin/job.ts';
import type { Problem } from '../plugin/problem.ts';
import type { Settings, Values } from '../plugin/settings.ts';
import type { FlatGraph } from './flatGraph.ts';
import type { FoundTable } from './tables/table.ts';

/** The start of a file, by which formats recognise their own. */
export interface Head {
  /** The first 64 kB, unpacked from gzip or Zstandard. */
  readonly bytes: Uint8Array;
  /** The same as text, decoded by byte order mark, declaration, UTF-8 or windows-1252. */
  readonly text: string;
  /** Names of the files in a zip, with their folders; undefined where it is none. A zip on which no format is sure is searched. */
  readonly members?: readonly string[];
}

/** A value as a file types it. Numbers keep their digits, lists their order. */
export interface Attribute {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'url';
  readonly values: readonly string[];
  /** The same as the file spells them, where that differs from `values`. */
  readonly written?: readonly string[];
  /** When each of them was so (EDTF), where the file says so of any. */
  readonly held?: readonly (string | undefined)[];
}
/** By name. A Map, since names come from files. */
export type Attributes = ReadonlyMap<string, Attribute>;

export interface NodeEvent {
  readonly id: string;
  readonly label?: string;
  /** A FollowTheMoney schema, a type of the case, or whatever the file calls it. */
  readonly type?: string;
  readonly attributes: Attributes;
  readonly x?: number;
  readonly y?: number;
  /** The address of what the file itself cites for it; it becomes a source that the file quotes. */
  readonly cites?: string;
  /** Where it stands, for the account and the claims' place: "line 12". */
  readonly where: string;
}

export interface EdgeEvent {
  readonly id?: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly label?: string;
  readonly type?: string;
  readonly attributes: Attributes;
  readonly cites?: string;
  readonly where: string;
}

/** Stands for the source record of the file that is read, which a reader cannot know. */
export const FILE = '';

/** Where a reader puts what it finds. Edges may come before their nodes. */
export interface Sink {
  /** What the file says of itself: name, description, creator… */
  meta(name: 'name' | 'description' | 'creator' | 'date' | 'keywords', value: string): void;
  node(node: NodeEvent): void;
  edge(edge: EdgeEvent): void;
  /** For formats that hold claims themselves. A claim whose `source` is FILE is said by the file that is read. */
  record(record: CaseRecord, where: string): void;
  /** Where an entity lies that came as a record: scene units, y down. Nodes bring their places themselves. */
  place(entity: Id, x: number, y: number): void;
  problem(problem: Problem): void;
  /** What is settled of a table's columns before it is read. */
  wish?(table: string): TableWish | undefined;
  /** How a table was read, and why so. */
  table?(found: FoundTable): void;
}

/** What a format leaves behind: "dates of 3 claims" with its count. */
export interface Loss {
  readonly what: string;
  readonly count: number;
}

/** One file of an export. Most formats write one; CSV writes two. */
export interface Part {
  /** File name without folder: "nodes.csv". */
  readonly name: string;
  readonly mime: string;
  /** Pieces of UTF-8 text. */
  readonly text: Iterable<string>;
}

/** What is written: the case under the lens, and where its entities lie. */
export interface Outgoing {
  readonly seen: CaseUnderLens;
  /** Scene units, y down. */
  readonly placements: ReadonlyMap<Id, readonly [x: number, y: number]>;
  /** Only these entities, where the user asked for what is shown. */
  readonly only?: ReadonlySet<Id>;
}

export interface Format {
  readonly id: string;
  readonly label: string;
  /** Who reads it, for the menu: "Gephi, Gephi Lite, networkx". */
  readonly usedBy: string;
  /** Without the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly mime: string;
  /** The parts it writes are members of one zip, which is the file itself; otherwise several parts are several files. */
  readonly packed?: boolean;
  readonly settings: Settings;
  /** How surely the file is of this format, from 0 (no) to 1, by content alone. */
  sniff(head: Head): number;
  /**
   * Reads UTF-8 without a byte order mark (or a zip, as it is); `formats/intake.ts` sees to unpacking and decoding.
   * Throws `InputError` for a file that cannot be used at all; anything less is a problem told to the sink.
   */
  read(chunks: AsyncIterable<Uint8Array>, sink: Sink, settings: Values, job: Job): Promise<void>;
  /** Whether `read` holds no more of a file than tables of ids, whatever its size, so that `clew convert` can stream it. */
  readonly streams?: true;
  /**
   * Writes a flat graph, wherever it comes from, walking its nodes and edges as often as it must and holding no more
   * of them than tables of ids. `write` is this over `flatten`; without it a format cannot be streamed to.
   */
  writeGraph?(graph: FlatGraph, settings: Values): readonly Part[];
  /** Missing, with `loses`, where a format is only read. */
  write?(out: Outgoing, settings: Values, job: Job): readonly Part[];
  /** What `write` with these settings would leave behind, in words and counts. Empty: nothing. */
  loses?(out: Outgoing, settings: Values): readonly Loss[];
}

export type WritableFormat = Format & Required<Pick<Format, 'write' | 'loses'>>;
