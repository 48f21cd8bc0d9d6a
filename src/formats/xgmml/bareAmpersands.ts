// Older Cytoscape wrote "&" into XGMML without escaping it; this escapes what can be no entity.
import { textOf } from '../text.ts';

/** Longer than any entity's name and than what opens or closes CDATA. */
const LOOKAHEAD = 64;
const BARE = /&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z_][\w.-]{0,40});)/g;

/** The same bytes with each bare "&" as "&amp;", outside CDATA; `found` is called at each. */
export async function* withoutBareAmpersands(
  chunks: AsyncIterable<Uint8Array>,
  found: () => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const escape = escaper(found);
  let waiting = '';
  for await (const piece of textOf(chunks)) {
    waiting += piece;
    const cut = endOfSafePart(waiting);
    if (cut > 0) yield encoder.encode(escape(waiting.slice(0, cut)));
    waiting = waiting.slice(cut);
  }
  if (waiting !== '') yield encoder.encode(escape(waiting));
}

/** Where a text can be cut so that no entity, no mark of CDATA and no surrogate pair is cut through. */
function endOfSafePart(text: string): number {
  const from = text.length - LOOKAHEAD;
  if (from <= 0) return 0;
  const mark = /[&<\]\ud800-\udbff]/.exec(text.slice(from));
  return mark ? from + mark.index : text.length;
}

function escaper(found: () => void): (text: string) => string {
  let inside = false;
  return (text) => {
    let all = '';
    let at = 0;
    while (at < text.length) {
      const end = text.indexOf(inside ? ']]>' : '<![CDATA[', at);
      const part = end < 0 ? text.slice(at) : text.slice(at, end + 3);
      all += inside ? part : escaped(part, found);
      at += part.length;
      if (end >= 0) inside = !inside;
    }
    return all;
  };
}

const escaped = (text: string, found: () => void): string =>
  text.replace(BARE, () => {
    found();
    return '&amp;';
  });
