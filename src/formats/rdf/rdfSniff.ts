// By what the start of a file shows that it is RDF, and in which of its spellings.
import type { Head } from '../format.ts';
import { isList, isObject, type Json } from '../json.ts';
import { jsonStart } from '../jsonStart.ts';
import { xmlRoot } from '../xmlRoot.ts';

export type RdfForm = 'turtle' | 'trig' | 'ntriples' | 'nquads' | 'jsonld' | 'rdfxml';

const known = new WeakMap<Head, RdfForm | undefined>();

export function rdfForm(head: Head): RdfForm | undefined {
  if (!known.has(head)) known.set(head, formOf(head));
  return known.get(head);
}

function formOf(head: Head): RdfForm | undefined {
  const start = head.text.trimStart();
  if (start.startsWith('[') || start.startsWith('{')) {
    const json = jsonStart(head);
    if (json !== undefined && isLinked(isList(json) ? json[0] : json)) return 'jsonld';
  }
  if (start.startsWith('<') && xmlRoot(head.text) === 'RDF')
    return head.text.includes('http://www.w3.org/1999/02/22-rdf-syntax-ns#') ? 'rdfxml' : undefined;
  return textForm(withoutComments(head.text));
}

/** Keywords of JSON-LD on the outermost object. */
const KEYWORDS = ['@context', '@graph', '@id', '@type', '@included', '@value'];
const isLinked = (json: Json | undefined): boolean =>
  isObject(json) && KEYWORDS.some((word) => json.has(word));

const DIRECTIVE = /^(?:@?prefix\s+[^\s<>"]*:\s*<|@?base\s*<|@?version\s*["'])/i;
const SUBJECT = String.raw`(?:<[a-z][a-z\d+.-]*:[^<>"{}|^\x60\\\s]*>|_:[^\s<>"{}]+|<<[^]{1,2000}?>>|\[[^\]"{}<>]{0,500}\])`;
const VERB = String.raw`\s*(?:<[^<>"{}|^\x60\\\s]*>|a\s|<<)`;
const TRIPLE = new RegExp(`^${SUBJECT}${VERB}`, 'i');
const BLOCK = new RegExp(`^(?:(?:GRAPH\\s+)?${SUBJECT}\\s*)?\\{\\s*(?:\\}\\s*$|${SUBJECT}${VERB})`, 'i');

function textForm(text: string): RdfForm | undefined {
  const start = text.slice(0, 4000);
  const directed = DIRECTIVE.test(start);
  if (!directed && !TRIPLE.test(start)) return BLOCK.test(start) ? 'trig' : undefined;
  const byLine = directed ? undefined : lineForm(text);
  return byLine ?? (/\{(?!\|)/.test(withoutTexts(text)) ? 'trig' : 'turtle');
}

const LINE =
  /^\s*(?:<[^<>"{}|^`\\\s]*>|_:[^\s<>":]+)\s*<[^<>"{}|^`\\\s]*>\s*(?:<[^<>"{}|^`\s]*>|_:[^\s<>":]+|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"(?:@[\w-]+|\^\^<[^<>\s]*>)?|<<\([^\n]*\)>>)\s*(<[^<>"{}|^`\\\s]*>|_:[^\s<>":]+)?\s*\.\s*$/;

/** Where most lines are whole statements; a last one that the head cuts off does not count. */
function lineForm(text: string): RdfForm | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const whole = lines.length > 1 && !text.endsWith('\n') ? lines.slice(0, -1) : lines;
  const matched = whole.slice(0, 1000).map((line) => LINE.exec(line.trimEnd()));
  const right = matched.filter((match) => match !== null);
  if (right.length * 2 <= matched.length && !(lines.length === 1 && text.length > 60_000)) return undefined;
  return right.some((match) => match[1] !== undefined) ? 'nquads' : 'ntriples';
}

const withoutComments = (text: string): string => text.replace(/^(?:\s*#[^\n]*\n)+/, '').trimStart();

const withoutTexts = (text: string): string =>
  text.replace(
    /"""[^]*?"""|'''[^]*?'''|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'|<[^<>\s]*>|(?<=\s)#[^\n]*/g,
    ' ',
  );
