// The words of Mermaid: how a file begins, how labels are spelled.
import { withoutEntities } from '../entities.ts';

/** Front matter, directives and comments, then the kind of diagram with its direction. */
export const HEADER =
  /^\s{0,100}(?:---[ \t]*\r?\n(?:[^\n]{0,8000}\n){0,100}?---[ \t]*\r?\n)?(?:\s{0,100}%%[^\n]{0,4000}\n){0,100}\s{0,100}(?:flowchart(?:-elk)?(?:[ \t]+(?:TB|TD|BT|RL|LR|[<>^v]))?|graph[ \t]+(?:TB|TD|BT|RL|LR|[<>^v]))[ \t]*(?:;|\r?\n|%%|$)/;

/** What would end a label or begin something in it. A number sign begins an entity. */
const SPECIAL = /["#<>&`%\\]/g;

/** A label on one line, to stand between quotation marks. */
export const spelled = (label: string): string =>
  label
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .replace(SPECIAL, (mark) => (mark === '"' ? '#quot;' : `#${mark.charCodeAt(0)};`));

/** A label as people see it: entities as characters, line breaks as spaces, without the marks of a Markdown string. */
export function labelOf(written: string): string {
  const inner = written.trim().replace(/^"([^]*)"$/, '$1');
  const markdown = /^`([^]*)`$/.exec(inner.trim())?.[1];
  const plain = markdown === undefined ? inner : markdown.replace(/\*\*|__/g, '');
  return plain
    .replace(/<br\s{0,20}\/?>/gi, ' ')
    .replace(/#(\d{1,7}|[a-z]{1,8}\d{0,2});|&#?\w{1,8};/gi, (entity, name?: string) =>
      name === undefined
        ? withoutEntities(entity)
        : withoutEntities(/^\d/.test(name) ? `&#${name};` : `&${name};`),
    )
    .replace(/\s+/g, ' ')
    .trim();
}
