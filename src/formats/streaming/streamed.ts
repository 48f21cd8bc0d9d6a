// Second pass of a streamed conversion: what was gathered becomes a flat graph, some thousand nodes and edges at a time.
import { Case } from '../../case/case.ts';
import { CaseUnderLens } from '../../case/lens.ts';
import type { Header, Id, Source } from '../../case/records.ts';
import { Cancelled, type Job } from '../../plugin/job.ts';
import type { Values } from '../../plugin/settings.ts';
import { Builder, derivedProblem, type Words } from '../building.ts';
import { NOTHING } from '../carried.ts';
import { Collector } from '../collecting.ts';
import { Columns } from '../columns.ts';
import { again, allColumns, flatten, saidColumns } from '../flat.ts';
import type { FlatEdge, FlatGraph, FlatNode } from '../flatGraph.ts';
import type { EdgeEvent, Loss, NodeEvent, Outgoing, WritableFormat } from '../format.ts';
import type { Account } from '../importing.ts';
import type { Gatherer } from './gathering.ts';
import { NeedsCase, put, taken, type Spool } from './spool.ts';

/** How many nodes or edges are a case of their own for a moment. */
const BATCH = 4_000;

export interface Streamed {
  readonly graph: FlatGraph;
  readonly losses: readonly Loss[];
  readonly account: Account;
}

export interface Target {
  readonly format: WritableFormat;
  readonly settings: Values;
}

interface Options {
  /** The file's name. */
  readonly title: string;
  readonly target: Target;
  readonly job: Job;
  readonly batch?: number;
}

/**
 * The flat graph of a whole file, as `flatten` would make it of the file's case: nodes and edges lie in `spool`, and are
 * read from it anew at each walk. Throws `NeedsCase` where parts of the file cannot be told apart from the rest.
 */
export function streamed(found: Gatherer, events: Spool, spool: Spool, options: Options): Streamed {
  found.tellStubs();
  return new Streamer(found, events, spool, options).run();
}

class Streamer {
  readonly #found: Gatherer;
  readonly #events: Spool;
  readonly #spool: Spool;
  readonly #target: Target;
  readonly #job: Job;
  readonly #batch: number;
  readonly #words: Words;
  readonly #file: Source;
  readonly #header: Header;
  readonly #losses = new Map<string, number>();
  readonly #nodeColumns = new Columns();
  readonly #edgeColumns = new Columns();
  readonly #directions = new Set<boolean>();
  #claims = 0;
  #derived = 0;

  constructor(found: Gatherer, events: Spool, spool: Spool, { title, target, job, batch = BATCH }: Options) {
    this.#found = found;
    this.#events = events;
    this.#spool = spool;
    this.#target = target;
    this.#job = job;
    this.#batch = batch;
    this.#words = found.words();
    const description = found.said.get('description');
    this.#file = { kind: 'source', id: 'file', title, form: 'file', file: title };
    this.#header = {
      kind: 'header',
      id: 'case',
      name: found.said.get('name') || title.replace(/\.[^.]*$/, '') || title,
      ...(description !== undefined && { description }),
      schemata: this.#words.vocabulary.additions(),
    };
  }

  run(): Streamed {
    const nodes = this.#found.nodesInOrder();
    const edges = this.#found.edgesInOrder();
    for (let at = 0; at < nodes.length; at += this.#batch) this.#nodes(nodes.slice(at, at + this.#batch));
    const middle = this.#spool.end;
    for (let at = 0; at < edges.length; at += this.#batch) {
      this.#edges(edges.subarray(at, at + this.#batch));
      if (this.#job.cancelled()) throw new Cancelled();
      this.#job.progress(at / edges.length, 'sorting');
    }
    // A word of which the first pass knew nothing would have no type in the parts before it.
    if (JSON.stringify(this.#words.vocabulary.additions()) !== JSON.stringify(this.#header.schemata))
      throw new NeedsCase('its words depend on values');
    if (this.#derived > 0) this.#found.problem(derivedProblem(this.#derived));
    const { problems, counts } = this.#found;
    const read = { nodes: nodes.length, edges: edges.length, claims: this.#claims, sources: 1 };
    const losses = Array.from(this.#losses, ([what, count]) => ({ what, count }));
    const graph = this.#graph(nodes.length, edges.length, middle);
    return { graph, losses, account: { read, problems, ...counts } };
  }

  #graph(nodeCount: number, edgeCount: number, middle: number): FlatGraph {
    return {
      title: this.#header.name,
      description: this.#header.description ?? '',
      nodeColumns: allColumns(this.#nodeColumns),
      edgeColumns: allColumns(this.#edgeColumns),
      nodes: again(() => items<FlatNode>(this.#spool.from(0, middle))),
      edges: again(() => items<FlatEdge>(this.#spool.from(middle))),
      nodeCount,
      edgeCount,
      mixed: this.#directions.size > 1,
    };
  }

  #nodes(ids: readonly Id[]): void {
    const found = new Collector();
    for (const id of ids) {
      const stub = this.#found.stubOf(id);
      found.node(
        stub === undefined
          ? taken<NodeEvent>(this.#events.at(this.#found.nodes.get(id)!))
          : { id, attributes: new Map(), where: stub },
      );
    }
    const builder = new Builder(found, this.#file, NOTHING, this.#words);
    builder.build();
    const graph = this.#flat(found, builder);
    this.#nodeColumns.join(saidColumns(graph.nodeColumns));
    for (const node of graph.nodes) put(this.#spool, node);
  }

  #edges(numbers: Uint32Array): void {
    const found = new Collector();
    const entities = new Map<Id, string>();
    for (const i of numbers) {
      const edge = taken<EdgeEvent>(this.#events.at(this.#found.placeOf(i)));
      for (const id of [edge.source, edge.target]) entities.set(id, 'Thing');
      found.edge({ ...edge, id: this.#found.ids.at(i) });
    }
    found.weighted = this.#found.weighted;
    const builder = new Builder(found, this.#file, { ...NOTHING, entities }, this.#words);
    builder.build();
    const graph = this.#flat(found, builder);
    this.#edgeColumns.join(saidColumns(graph.edgeColumns));
    for (const edge of graph.edges) {
      this.#directions.add(edge.directed);
      put(this.#spool, edge);
    }
  }

  /** The part as a case of its own, with what it says of problems and losses. */
  #flat(found: Collector, builder: Builder): FlatGraph {
    this.#claims += builder.packer.claims;
    this.#derived += builder.derivedCount;
    this.#found.problemsOf(found);
    const of = new Case([this.#header, this.#file], builder.packer.packed());
    const out: Outgoing = { seen: new CaseUnderLens(of), placements: builder.placements };
    const { format, settings } = this.#target;
    for (const { what, count } of format.loses(out, settings)) {
      const before = this.#losses.get(what) ?? 0;
      this.#losses.set(what, OF_THE_WHOLE.test(what) ? Math.max(before, count) : before + count);
    }
    return flatten(out, settings);
  }
}

/** Losses that each part has in common with all others: they do not add up. */
const OF_THE_WHOLE = /^(sources with|types of the case|the other table)/;

function* items<T extends FlatNode | FlatEdge>(texts: Iterable<string>): Generator<T> {
  for (const text of texts) yield taken<T>(text);
}
