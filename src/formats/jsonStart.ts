// The start of a file as JSON: what is cut off in the middle is closed, so that formats can look at its shape.
import type { Head } from './format.ts';
import { readJson, type Json } from './json.ts';
import { LIMITS } from './limits.ts';
import { Tally } from './tally.ts';

const known = new WeakMap<Head, Json | undefined>();

/** The first value in the file as far as the head has it; undefined where that is no object or list. */
export function jsonStart(head: Head): Json | undefined {
  if (!known.has(head)) known.set(head, startOf(head.text));
  return known.get(head);
}

function startOf(text: string): Json | undefined {
  const start = text.trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return undefined;
  try {
    return readJson(closed(start), new Tally());
  } catch {
    return undefined;
  }
}

/** The text up to the last place where every open bracket can be closed, and those closed. */
function closed(text: string): string {
  let open = '';
  let [cut, toClose] = [0, ''];
  for (let at = 0; at < text.length && open.length <= LIMITS.depth; at++) {
    const mark = text[at]!;
    if (mark === '"') at = endOfString(text, at);
    else if (mark === ',') [cut, toClose] = [at, open];
    else if ('{}[]'.includes(mark)) {
      open = mark === '{' ? `}${open}` : mark === '[' ? `]${open}` : open.slice(1);
      [cut, toClose] = [at + 1, open];
      if (open === '') break;
    }
  }
  return text.slice(0, cut) + toClose;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
