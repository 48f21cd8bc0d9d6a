// What graphology's way of writing a graph looks like, alone or in a minivan bundle.
import { isList, isObject, type Json } from '../json.ts';

const OPTIONS = ['type', 'multi', 'allowSelfLoops'];
const OF_BUNDLES = ['bundleVersion', 'model', 'settings', 'consolidated'];

/** Whether nodes have a key and their attributes apart, or, where there are none, graphology's options are given. */
export function isGraphology(json: Json | undefined): boolean {
  if (!isObject(json)) return false;
  const nodes = json.get('nodes');
  if (isList(nodes) && nodes.length > 0) return isKeyed(nodes[0]);
  const options = json.get('options');
  return isObject(options) && OPTIONS.some((name) => options.has(name)) && !json.has('links');
}

const isKeyed = (node: Json | undefined): boolean =>
  isObject(node) &&
  node.has('key') &&
  !node.has('id') &&
  (isObject(node.get('attributes')) || node.size === 1);

export function isBundle(json: Json | undefined): boolean {
  if (!isObject(json) || json.has('nodes')) return false;
  const graph = json.get('graph');
  if (!isObject(graph)) return false;
  const nodes = graph.get('nodes');
  if (isList(nodes) && nodes.length > 0) return isGraphology(graph);
  return OF_BUNDLES.some((name) => json.has(name)) || isGraphology(graph);
}
