// What GraphSON looks like: vertices a line, in a list, in an object, in a server's answer; and Blueprints' of TinkerPop 2.
import { isList, isObject, type Json, type JsonObject } from '../json.ts';

const TYPED = /^(g|gx|tinker):[A-Za-z]+$/;

/** The value behind a type: `{"@type": "g:Vertex", "@value": …}`. */
export function bare(json: Json | undefined): Json | undefined {
  return isObject(json) && json.has('@value') && TYPED.test(String(json.get('@type')))
    ? json.get('@value')
    : json;
}

export function isGraphson(json: Json | undefined): boolean {
  if (isObject(json) && TYPED.test(String(json.get('@type')))) return true;
  if (isList(json)) return isElement(json[0]);
  if (!isObject(json)) return false;
  const data = answerOf(json);
  if (data !== undefined) return isGraphson(data);
  if (isElement(json)) return true;
  const graph = graphOf(json);
  const vertices = graph?.get('vertices');
  return isList(vertices) && (vertices.length === 0 || isElement(vertices[0]));
}

/** The data in an answer of Gremlin Server. */
export function answerOf(json: JsonObject): Json | undefined {
  const result = json.get('result');
  return json.has('requestId') && isObject(result) ? result.get('data') : undefined;
}

/** What holds "vertices": the object itself, or Blueprints' "graph" in it. */
export function graphOf(json: JsonObject): JsonObject | undefined {
  if (json.has('vertices')) return json;
  const graph = json.get('graph');
  return isObject(graph) && graph.has('vertices') ? graph : undefined;
}

/** A vertex or an edge. */
function isElement(json: Json | undefined): boolean {
  if (!isObject(json)) return false;
  if (TYPED.test(String(json.get('@type')))) return true;
  if (json.has('_id')) return ['_type', '_outV', '_inV'].some((name) => json.has(name));
  if (!json.has('id')) return false;
  if (json.has('outE') || json.has('inE') || (json.has('outV') && json.has('inV'))) return true;
  if (!json.has('label')) return false;
  if (isObject(json.get('id')) || json.get('type') === 'vertex') return true;
  const properties = json.get('properties');
  const first = isObject(properties) ? [...properties.values()][0] : undefined;
  return isList(first) && isObject(first[0]) && first[0].has('value');
}
