// Ids, types and properties of a case as IRIs, and back: opaque ids are percent-encoded, so that any text survives.
import type { Id } from '../../case/records.ts';
import { Model } from '../../case/schema.ts';
import { qnameOf } from '../ftm/ftmModel.ts';
import { FTM, isBlank, PREFIXES, type Node } from './rdfTerms.ts';

type Sort = 'id' | 'source' | 'type' | 'property' | 'claim' | 'agent';
const BASE = 'urn:x-clew:';
const STANDARD = new Model();

/** RFC 3987 as Turtle and N-Triples spell it; a scheme of one letter is a drive, and our prefixes are no schemes. */
const ABSOLUTE = /^([a-z][a-z\d+.-]+):[^\0-\x20<>"{}|\\^`\x7f-\x9f\ud800-\udfff\ufff0-\uffff]+$/i;

/** Whether a text can stand as an IRI by itself, and comes back as the same text. */
export function isIri(text: string): boolean {
  const scheme = ABSOLUTE.exec(text)?.[1];
  return scheme !== undefined && !Object.hasOwn(PREFIXES, scheme) && !text.startsWith(BASE);
}

const minted = (sort: Sort, name: string): Node => (isIri(name) ? name : `${BASE}${sort}:${encoded(name)}`);

export const entityIri = (id: Id): Node => minted('id', id);
export const sourceIri = (id: Id): Node => minted('source', id);
export const claimIri = (id: Id): Node => `${BASE}claim:${encoded(id)}`;
export const agentIri = (name: string): Node => `${BASE}agent:${encoded(name)}`;

export const typeIri = (schema: string): Node =>
  STANDARD.has(schema) ? `${FTM}${schema}` : minted('type', schema);

export const propertyIri = (schema: string, property: string): Node =>
  STANDARD.has(schema) && STANDARD.property(schema, property)
    ? `${FTM}${qnameOf(schema, property)}`
    : minted('property', property);

const named = (sort: Sort, iri: Node): string | undefined =>
  iri.startsWith(`${BASE}${sort}:`) ? decoded(iri.slice(BASE.length + sort.length + 1)) : undefined;

/** The id that an IRI stands for: what Clew minted it from, else the IRI itself. */
export const idOf = (node: Node): Id => named('id', node) ?? node;
export const sourceIdOf = (node: Node): Id => named('source', node) ?? node;
export const isAgent = (node: Node): boolean => node.startsWith(`${BASE}agent:`);

/** The type of FollowTheMoney or of a case; undefined for any other IRI. */
export function schemaOf(iri: Node): string | undefined {
  const standard = iri.startsWith(FTM) ? iri.slice(FTM.length) : undefined;
  return standard !== undefined && STANDARD.has(standard) ? standard : named('type', iri);
}

/** The property of FollowTheMoney (`…#Thing:name`) or of a case; undefined for any other IRI. */
export const propertyOf = (iri: Node): string | undefined =>
  iri.startsWith(FTM) && iri.includes(':', FTM.length)
    ? iri.slice(iri.indexOf(':', FTM.length) + 1)
    : named('property', iri);

/** The end of an IRI as words: "Ann Lee" of `http://example.org/people#Ann_Lee`. */
export function localName(node: Node): string {
  if (isBlank(node)) return node;
  const end = /[^/#:?]+(?=[/#:?]*$)/.exec(node.slice(0, 100_000))?.[0] ?? node;
  return decoded(end).replaceAll('_', ' ').trim() || node;
}

/** UTF-8 in percent signs; halves of surrogate pairs as if they were characters (WTF-8), which no proper text holds. */
const encoded = (text: string): string =>
  Array.from(text.split(LONE), (part) =>
    part.length === 1 && isHalf(part) ? half(part) : encodeURIComponent(part),
  ).join('');

const LONE = /([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/;
const isHalf = (text: string): boolean => text >= '\ud800' && text <= '\udfff';

function half(unit: string): string {
  const code = unit.charCodeAt(0);
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
    .map((byte) => `%${byte.toString(16).toUpperCase()}`)
    .join('');
}

function decoded(text: string): string {
  return text
    .split(/(%ED%[AB][\dA-F]%[89AB][\dA-F])/i)
    .map(decodedPart)
    .join('');
}

function decodedPart(part: string, i: number): string {
  if (i % 2 === 1) {
    const [, second, third] = part
      .split('%')
      .slice(1)
      .map((hex) => parseInt(hex, 16));
    return String.fromCharCode(0xd000 | ((second! & 63) << 6) | (third! & 63));
  }
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
