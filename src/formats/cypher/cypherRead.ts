// Reads a script of Cypher: what Neo4j's APOC, Memgraph and people write to fill a database. Nothing is ever run but
// patterns and values; other statements are set aside.
import { InputError } from '../../plugin/problem.ts';
import type { Attribute, Sink } from '../format.ts';
import { Digits, isObject, readJson } from '../json.ts';
import { plain, take, takePlace } from '../jsonValues.ts';
import { isOurs } from '../ours.ts';
import { Tally } from '../tally.ts';
import { spelled } from '../typedValues.ts';
import { CypherLexer } from './cypherLexer.ts';
import { parseStatement } from './cypherParser.ts';
import { CypherStore, Unrunnable, type StoredNode } from './cypherStore.ts';
import { Temporal, type CypherValue } from './cypherTree.ts';

/** Labels and properties that exporters add to find nodes again, and take away at the end. */
const MADE_LABELS: ReadonlySet<string> = new Set(['UNIQUE IMPORT LABEL', '__mg_vertex__']);
const MADE_IDS = ['UNIQUE IMPORT ID', '__mg_id__'];
/** Ours, on every node. */
export const KEY_LABEL = 'Clew';
export const HEAD = '// Clew ';

/** About the database, not the graph. */
const HOUSEKEEPING =
  /^(CREATE (CONSTRAINT|INDEX|UNIQUE|RANGE|TEXT|FULLTEXT|LOOKUP|POINT)|DROP|:command|CALL|REMOVE|RETURN)\b/i;

export function readCypher(text: string, sink: Sink): void {
  const tally = new Tally();
  tellHead(text, sink);
  const store = run(text, tally);
  const ids = idsOf(store.nodes);
  store.nodes.forEach((node) => tellNode(node, ids.get(node)!, sink, tally));
  for (const { type, source, target, directed, properties, where } of store.relations) {
    const attributes = attributesOf(properties, where, tally);
    const ours = isOurs(attributes);
    const id = ours ? take(attributes, 'id') : undefined;
    const isDirected = ours ? take(attributes, 'directed') !== 'false' : directed;
    const label = ours ? take(attributes, 'label') : undefined;
    const ends = { source: ids.get(source)!, target: ids.get(target)! };
    sink.edge({ id, ...ends, directed: isDirected, type: type || undefined, label, attributes, where });
  }
  tally.tell((problem) => sink.problem(problem));
}

function run(text: string, tally: Tally): CypherStore {
  const store = new CypherStore();
  let [count, followed] = [0, 0];
  for (const tokens of new CypherLexer(text).statements()) {
    const where = `line ${tokens[0]!.line}, statement ${++count}`;
    const { clauses, stops } = parseStatement(tokens);
    const isHousekeeping = stops !== undefined && HOUSEKEEPING.test(stops);
    if (isHousekeeping || clauses.length > 0) followed++;
    if (stops !== undefined && !isHousekeeping) {
      const what = clauses.length > 0 ? 'The end of a statement, from' : 'A statement that begins with';
      tally.add('refused', `${what} “${stops}”, was set aside: only patterns with values are read.`, where);
    }
    // A match alone changes nothing, and what a WITH or RETURN makes of it is not followed.
    if (!clauses.some(({ does }) => does !== 'match')) continue;
    try {
      store.run(clauses, where);
    } catch (error) {
      if (!(error instanceof Unrunnable)) throw error;
      tally.add('refused', `A statement was set aside: ${error.message}.`, where);
    }
  }
  if (followed === 0 || (store.nodes.length === 0 && !text.startsWith(HEAD)))
    throw new InputError(
      `None of the ${count} statements of this script holds nodes. If it loads other files, open those.`,
    );
  return store;
}

function tellHead(text: string, sink: Sink): void {
  if (!text.startsWith(HEAD)) return;
  try {
    const head = readJson(text.slice(HEAD.length).split('\n', 1)[0]!, new Tally());
    if (!isObject(head)) return;
    sink.meta('name', plain(head.get('name')) ?? '');
    sink.meta('description', plain(head.get('description')) ?? '');
  } catch {
    return;
  }
}

/** By the property `id` where it tells all apart, else by what the exporter counted, else by order. */
function idsOf(nodes: readonly StoredNode[]): ReadonlyMap<StoredNode, string> {
  for (const name of ['id', ...MADE_IDS]) {
    const ids = nodes.map(({ properties }) => scalarText(properties.get(name) ?? null));
    if (ids.every((id) => id !== undefined) && new Set(ids).size === ids.length)
      return new Map(nodes.map((node, i) => [node, ids[i]!]));
  }
  return new Map(nodes.map((node, i) => [node, `n${i + 1}`]));
}

function tellNode(node: StoredNode, id: string, sink: Sink, tally: Tally): void {
  const { where } = node;
  const attributes = attributesOf(node.properties, where, tally);
  const ours = isOurs(attributes);
  for (const name of MADE_IDS) attributes.delete(name);
  if (attributes.get('id')?.values[0] === id) attributes.delete('id');
  const labels = [...node.labels].filter(
    (label) => !MADE_LABELS.has(label) && !(ours && label === KEY_LABEL),
  );
  if (labels.length > 1) attributes.set('labels', { type: 'string', values: labels });
  const label = ours ? take(attributes, 'label') : nameOf(attributes);
  const place = ours ? takePlace(attributes) : {};
  sink.node({ id, type: labels[0], label, attributes, ...place, where });
}

/** What people call a node by, else the first text it has. */
function nameOf(attributes: ReadonlyMap<string, Attribute>): string | undefined {
  for (const name of ['name', 'title', 'label', 'fullName', 'caption']) {
    const value = attributes.get(name)?.values[0];
    if (value !== undefined) return value;
  }
  for (const { type, values } of attributes.values())
    if (type === 'string' && values.length === 1) return values[0];
  return undefined;
}

function attributesOf(
  properties: ReadonlyMap<string, CypherValue>,
  where: string,
  tally: Tally,
): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const [name, value] of properties) {
    const items = (Array.isArray(value) ? value : [value]) as readonly CypherValue[];
    const values = items.map(scalarText).filter((text) => text !== undefined && text !== '');
    if (values.length < items.length && items.some((item) => item instanceof Map || Array.isArray(item)))
      tally.add('refused', 'A value that is itself a map or a list of lists was left out.', where);
    if (values.length > 0) attributes.set(name, { type: typeOf(items), values: values as string[] });
  }
  return attributes;
}

function scalarText(value: CypherValue): string | undefined {
  if (value instanceof Digits || value instanceof Temporal) return value.text;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
}

function typeOf(items: readonly CypherValue[]): Attribute['type'] {
  if (items.every((item) => typeof item === 'boolean')) return 'boolean';
  if (items.every((item) => item instanceof Temporal)) return 'date';
  if (!items.every((item) => item instanceof Digits)) return 'string';
  return items.every((item) => spelled('integer', item.text) !== undefined) ? 'integer' : 'number';
}
