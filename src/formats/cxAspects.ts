// What CX1 and CX2 share: a list of aspects, each in as many pieces and in whatever order the file has them.
import { InputError } from '../plugin/problem.ts';
import type { Sink } from './format.ts';
import { isList, isObject, readJson, type JsonObject } from './json.ts';
import { plain } from './jsonValues.ts';
import { Tally } from './tally.ts';

export class CxAspects {
  readonly #elements = new Map<string, JsonObject[]>();

  /** @throws InputError where the text is not JSON, or not a list of aspects. */
  constructor(text: string, tally: Tally) {
    const document = readJson(text, tally);
    if (!isList(document))
      throw new InputError(
        'This is not CX: it is no list of aspects. Download the network again as CX or CX2.',
      );
    document.forEach((fragment, i) => {
      const where = `element ${i + 1} of the file`;
      if (!isObject(fragment))
        return tally.add('refused', 'Something that is no aspect was left out.', where);
      for (const [name, value] of fragment) {
        const known = this.#elements.get(name) ?? [];
        this.#elements.set(name, known);
        for (const element of isList(value) ? value : [value]) if (isObject(element)) known.push(element);
      }
    });
    this.#check(tally);
  }

  /** Those of all pieces of an aspect, in the order of the file. */
  of(name: string): readonly JsonObject[] {
    return this.#elements.get(name) ?? [];
  }

  /** Aspects that hold something. */
  names(): readonly string[] {
    return [...this.#elements].filter(([, elements]) => elements.length > 0).map(([name]) => name);
  }

  /** Tells where the file contradicts itself: counts that differ, a status of failure or none. */
  #check(tally: Tally): void {
    const counts = new Map(
      this.of('metaData').map((meta) => [plain(meta.get('name')), plain(meta.get('elementCount'))]),
    );
    for (const name of ['nodes', 'edges']) {
      const [said, held] = [counts.get(name), String(this.of(name).length)];
      if (said !== undefined && said !== held)
        tally.add('kept', `The file says that it holds ${said} ${name}; it holds ${held}.`, 'metaData');
    }
    const status = this.of('status').at(-1);
    if (!status) tally.add('kept', 'There is no closing status, so the file may be cut off.', 'the end');
    else if (status.get('success') !== true) {
      const error = plain(status.get('error')) ?? '';
      tally.add('kept', `The program that wrote the file failed at it: ${error.slice(0, 200)}`, 'status');
    }
  }
}

const META = new Map([
  ['name', 'name'],
  ['description', 'description'],
  ['author', 'creator'],
  ['labels', 'keywords'],
] as const) as ReadonlyMap<string, Parameters<Sink['meta']>[0]>;

/** Tells the sink what a network says of itself, or the tally that there is no place for it. */
export function tellNetwork(name: string, value: string | undefined, sink: Sink, tally: Tally): void {
  const meta = META.get(name);
  if (value === undefined || value === '') return;
  if (meta) sink.meta(meta, value);
  else
    tally.add(
      'refused',
      `"${name.slice(0, 100)}", which is said of the network itself, was left out.`,
      'networkAttributes',
    );
}

/** Tells the tally which aspects have no place: how things are drawn in one sentence, each other one by its name. */
function tellLeftOut(aspects: CxAspects, known: ReadonlySet<string>, tally: Tally): void {
  for (const name of aspects.names()) {
    if (known.has(name)) continue;
    if (LOOKS.has(name))
      tally.add('refused', 'Of how things are drawn only places were kept.', `aspect ${name}`);
    else
      tally.add(
        'refused',
        `The aspect "${name.slice(0, 100)}" was left out.`,
        `aspect ${name.slice(0, 100)}`,
      );
  }
}

const LOOKS: ReadonlySet<string> = new Set([
  ...['visualProperties', 'visualEditorProperties', 'nodeBypasses', 'edgeBypasses', 'cyVisualProperties'],
  ...['cyHiddenAttributes', 'cyTableColumn', 'cyViews'],
]);

/** What tells a sink of a network's parts, one after another. */
export interface CxReader {
  network(): void;
  node(node: JsonObject, where: string): void;
  edge(edge: JsonObject, where: string): void;
}

/** Reads a whole file of aspects; those that are not among `known` are told as left out. */
export function readCx(
  text: string,
  sink: Sink,
  known: ReadonlySet<string>,
  readerOf: (aspects: CxAspects, tally: Tally) => CxReader,
): void {
  const tally = new Tally();
  const aspects = new CxAspects(text, tally);
  const reader = readerOf(aspects, tally);
  reader.network();
  aspects.of('nodes').forEach((node, i) => reader.node(node, `node ${i + 1}`));
  aspects.of('edges').forEach((edge, i) => reader.edge(edge, `edge ${i + 1}`));
  tellLeftOut(aspects, known, tally);
  tally.tell((problem) => sink.problem(problem));
}
