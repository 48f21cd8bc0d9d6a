// Writes a bundle of STIX 2.1: identities, incidents, locations and the rest, relationships between them, and notes on
// what is only alleged or denied. An event is an incident: the one object of the standard for something that happened.
import type { Values } from '../../plugin/settings.ts';
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import type { Outgoing } from '../format.ts';
import { isEmpty, remainderOf, Untaken } from '../remainder.ts';
import { extensionObjects } from './stixExtensions.ts';
import { propertyOf, STIX_TYPES, TIMESTAMP } from './stixFields.ts';
import { fit, isComplete, missing, type FieldTexts } from './stixFit.ts';
import { kebab, StixIds, typeOfId } from './stixIds.ts';
import { Markings } from './stixMarkings.ts';
import { nameOfObject } from './stixObjects.ts';
import { CLASSES, ENTITY_TYPE, StixPlans } from './stixPlans.ts';
import { notesOn } from './stixNotes.ts';
import { members, objectText } from './stixObjectText.ts';
import { StixSources } from './stixSources.ts';
import { readJson, type JsonObject } from '../json.ts';
import { Tally } from '../tally.ts';

export function* stixText(given: FlatGraph, out: Outgoing, settings: Values): Generator<string> {
  // References point both ways, so that each is walked several times.
  const graph = { ...given, nodes: [...given.nodes], edges: [...given.edges] };
  const writer = new StixWriter(graph, out, settings);
  const id = writer.ids.make('bundle', graph.title);
  yield `{"type":"bundle","id":${JSON.stringify(id)},"objects":[`;
  let before = '\n';
  for (const text of writer.objects()) {
    yield before + text;
    before = ',\n';
  }
  yield '\n]}\n';
}

class StixWriter {
  readonly ids: StixIds;
  readonly #graph: FlatGraph;
  readonly #out: Outgoing;
  readonly #columns: { nodes: ReadonlyMap<string, FlatColumn>; edges: ReadonlyMap<string, FlatColumn> };
  readonly #plans: StixPlans;
  readonly #sources: StixSources;
  readonly #markings: Markings;
  readonly #date: string;

  constructor(graph: FlatGraph, out: Outgoing, settings: Values) {
    const byId = (columns: readonly FlatColumn[]) => new Map(columns.map((column) => [column.id, column]));
    this.ids = new StixIds(graph.title);
    this.#graph = graph;
    this.#out = out;
    this.#columns = { nodes: byId(graph.nodeColumns), edges: byId(graph.edgeColumns) };
    this.#plans = new StixPlans(graph, this.#columns.nodes, out.seen.case.model, this.ids);
    this.#sources = new StixSources(out);
    this.#date = this.#sources.latest;
    this.#markings = new Markings(String(settings.marking ?? 'none'), this.ids, this.#date);
  }

  *objects(): Generator<string> {
    for (const object of extensionObjects(this.#date)) yield JSON.stringify(object);
    const about = { ids: this.ids, date: this.#date, marked: this.#markings.of(undefined).ids };
    const written: string[] = [];
    for (const node of this.#graph.nodes) {
      const { id } = this.#plans.of(node.id);
      yield this.#node(node);
      yield* notesOn(id, node, about);
      written.push(id);
    }
    for (const edge of this.#graph.edges) {
      if (this.#plans.isEmbedded(edge)) continue;
      const [id, text] = this.#sighting(edge) ?? this.#relationship(edge);
      yield text;
      yield* notesOn(id, edge, about);
      written.push(id);
    }
    yield* this.#markings.definitions();
    if (written.length > 0) yield this.#grouping(written);
  }

  #node(node: FlatNode): string {
    const { type, id } = this.#plans.of(node.id);
    const untaken = new Untaken(node);
    const texts =
      type === ENTITY_TYPE ? new Map<string, string>() : fit(type, node.schema, untaken, this.#columns.nodes);
    const refs = [...this.#plans.referencesOf(node.id)];
    for (const [field, targets] of refs) putReferences(texts, field, targets);
    const added: string[] = [];
    const shown = this.#name(type, node, untaken, texts, added);
    for (const [field, text] of missing(type, texts)) {
      texts.set(field, text);
      added.push(field);
    }
    const isClassed = type === 'identity' && this.#classify(node.schema, texts);
    this.#beside(type, node, untaken, texts, added);
    const read = { id, type: this.#typeRead(type, node) };
    const remainder = remainderOf(node, untaken, this.#columns.nodes, { added, shown });
    if (isEmpty(remainder, read)) return objectText(type, id, texts);
    const all = isClassed ? { ...remainder, added: [...added, 'identity_class'] } : remainder;
    return objectText(type, id, texts, all);
  }

  /** The schema that reading the object alone would give, which is the node's own where its id was kept. */
  #typeRead(type: string, { schema, id }: FlatNode): string {
    return typeOfId(id) === type ? schema : '';
  }

  /** Returns what is shown where that is no value. */
  #name(
    type: string,
    node: FlatNode,
    untaken: Untaken,
    texts: FieldTexts,
    added: string[],
  ): string | undefined {
    const names = untaken.of('name');
    const isName = names?.length === 1 && names[0] !== '' && names[0] === node.label;
    const known = STIX_TYPES.get(type);
    if (!known || known.fields.has('name')) {
      if (isName) untaken.take('name');
      else if (!known || known.fields.get('name')!.required || node.label !== '') added.push('name');
      const shown = node.label || node.id;
      if (isName || added.includes('name')) texts.set('name', JSON.stringify(shown));
      return added.includes('name') ? shown : undefined;
    }
    if (isName && names[0] === (nameOfObject(jsonOf(texts)) ?? node.id) && this.#isPlain(node))
      untaken.take('name');
    return undefined;
  }

  /** Nothing but its name needs to stand beside the fields, so that reading makes the name anew. */
  #isPlain(node: FlatNode): boolean {
    const { type, id } = this.#plans.of(node.id);
    if (node.x !== undefined) return false;
    const untaken = new Untaken(node);
    fit(type, node.schema, untaken, this.#columns.nodes);
    untaken.take('name');
    untaken.take('marking');
    const remainder = remainderOf(node, untaken, this.#columns.nodes);
    return (
      isEmpty(remainder, { id, type: this.#typeRead(type, node) }) &&
      !this.#markings.adds &&
      !remainder.disputed
    );
  }

  #classify(schema: string, texts: FieldTexts): boolean {
    const { model } = this.#out.seen.case;
    const kind = [...CLASSES].find(([known]) => model.isA(schema, known))?.[1];
    if (texts.has('identity_class') || kind === undefined) return false;
    texts.set('identity_class', JSON.stringify(kind));
    return true;
  }

  /** Dates, sources, markings and confidence: what every object has beside its own fields. */
  #beside(
    type: string,
    item: FlatNode | FlatEdge,
    untaken: Untaken,
    texts: FieldTexts,
    added: string[],
  ): void {
    const add = (field: string, value: unknown) => {
      texts.set(field, JSON.stringify(value));
      added.push(field);
    };
    const marked = this.#markings.of(untaken.of('marking'));
    if (marked.exact) untaken.take('marking');
    if (marked.ids.length > 0) texts.set('object_marking_refs', JSON.stringify(marked.ids));
    if (marked.ids.length > 0 && !marked.exact) added.push('object_marking_refs');
    if (STIX_TYPES.get(type)?.observable) return;
    if (!texts.has('created')) add('created', this.#date);
    if (!texts.has('modified')) add('modified', JSON.parse(texts.get('created')!));
    const references = this.#sources.references(item.values.get('sources') ?? []);
    if (references.length > 0 && !texts.has('external_references')) add('external_references', references);
    const subject = item.values.get('relation')?.[0] ?? item.id;
    const confidence = texts.has('confidence') ? undefined : this.#sources.confidence(subject);
    if (confidence !== undefined) add('confidence', confidence);
  }

  /** A sighting that was read from STIX, as long as it still is one. */
  #sighting(edge: FlatEdge): readonly [id: string, text: string] | undefined {
    if (edge.type !== 'sighting' || typeOfId(edge.id) !== 'sighting') return undefined;
    const [place, seen] = [this.#plans.of(edge.source), this.#plans.of(edge.target)];
    if (!['identity', 'location'].includes(place.type) || STIX_TYPES.get(seen.type)?.observable)
      return undefined;
    const untaken = new Untaken(edge);
    const texts = fit('sighting', 'UnknownLink', untaken, this.#columns.edges);
    texts.set('sighting_of_ref', JSON.stringify(seen.id));
    texts.set('where_sighted_refs', JSON.stringify([place.id]));
    const added: string[] = [];
    this.#beside('sighting', edge, untaken, texts, added);
    const remainder = remainderOf(edge, untaken, this.#columns.edges, { added });
    if (!isEmpty(remainder, { id: edge.id, type: 'sighting' }) || !isComplete('sighting', texts))
      return undefined;
    return [edge.id, objectText('sighting', edge.id, texts)];
  }

  #relationship(edge: FlatEdge): readonly [id: string, text: string] {
    const isOwn = typeOfId(edge.id) === 'relationship';
    const id = isOwn ? edge.id : this.ids.make('relationship', 'edge', edge.id);
    const untaken = new Untaken(edge);
    const texts = fit('relationship', edge.type, untaken, this.#columns.edges);
    const kind = kebab(this.#verb(edge));
    texts.set('relationship_type', JSON.stringify(kind));
    texts.set('source_ref', JSON.stringify(this.#plans.of(edge.source).id));
    texts.set('target_ref', JSON.stringify(this.#plans.of(edge.target).id));
    const added: string[] = [];
    this.#times(edge, texts, added);
    this.#beside('relationship', edge, untaken, texts, added);
    const remainder = remainderOf(edge, untaken, this.#columns.edges, { added });
    const isBare = isEmpty(remainder, { id, type: kind });
    return [id, objectText('relationship', id, texts, isBare ? undefined : remainder)];
  }

  #verb({ type, source }: FlatEdge): string {
    const { case: of } = this.#out.seen;
    const schema = of.model.schema(type);
    if (schema.edge) return schema.edge.label;
    return of.model.property(of.schemaOf(source) ?? 'Thing', type)?.label ?? type;
  }

  /** Whole days as the first moment of them; an end that is no later than the start cannot be said. */
  #times(edge: FlatEdge, texts: FieldTexts, added: string[]): void {
    for (const field of ['start_time', 'stop_time']) {
      const day = dayOf(edge.values.get(propertyOf(edge.type, field)));
      if (texts.has(field) || day === undefined) continue;
      const start = field === 'stop_time' ? texts.get('start_time') : undefined;
      const text = JSON.stringify(`${day}T00:00:00.000Z`);
      if (start !== undefined && start >= text) continue;
      texts.set(field, text);
      added.push(field);
    }
  }

  /** The case itself, which is what all of it has in common. */
  #grouping(refs: readonly string[]): string {
    const { title, description } = this.#graph;
    const texts: FieldTexts = new Map([
      ['created', JSON.stringify(this.#date)],
      ['modified', JSON.stringify(this.#date)],
      ['name', JSON.stringify(title || 'A case')],
      ['context', '"unspecified"'],
      ['object_refs', JSON.stringify(refs)],
    ]);
    if (description !== '') texts.set('description', JSON.stringify(description));
    const marked = this.#markings.of(undefined).ids;
    if (marked.length > 0) texts.set('object_marking_refs', JSON.stringify(marked));
    const own = { case_name: title, case_description: description };
    return objectText('grouping', this.ids.make('grouping', title), texts, own);
  }
}

function putReferences(texts: FieldTexts, field: string, targets: readonly string[]): void {
  if (!field.endsWith('s')) texts.set(field, JSON.stringify(targets[0]));
  else texts.set(field, JSON.stringify([...JSON.parse(texts.get(field) ?? '[]'), ...targets]));
}

const jsonOf = (texts: FieldTexts): JsonObject =>
  readJson(`{${members(texts).join(',')}}`, new Tally()) as JsonObject;

/** A whole day of one affirmed value. */
const dayOf = (values: readonly string[] | undefined): string | undefined =>
  values?.length === 1 && TIMESTAMP.test(`${values[0]}T00:00:00Z`) ? values[0] : undefined;

/** Starts and ends of ties that are neither a day nor a moment. */
export function partialDates({ edges }: FlatGraph): number {
  let count = 0;
  for (const { values } of edges) {
    for (const name of ['startDate', 'endDate'])
      count += (values.get(name) ?? []).filter((value) => !dayOf([value]) && !TIMESTAMP.test(value)).length;
  }
  return count;
}
