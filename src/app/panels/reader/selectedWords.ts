// The words that are selected by hand in a text on the page. Every run of the text carries its offset as `data-at`.
import type { Range as Units } from './typesetting.ts';

/** The selected range in UTF-16 units of the text shown in `root`; undefined where nothing of it is selected. */
export function selectedWords(root: HTMLElement): Units | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const [start, end] = [
    offsetOf(root, range.startContainer, range.startOffset, 1),
    offsetOf(root, range.endContainer, range.endOffset, -1),
  ];
  return start !== undefined && end !== undefined && end > start ? { start, end } : undefined;
}

/** `way`: where the point lies between runs, the next one (1) or the one before (-1) stands for it. */
function offsetOf(root: HTMLElement, node: Node, offset: number, way: 1 | -1): number | undefined {
  const run = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]');
  if (run && node.nodeType === Node.TEXT_NODE) return Number(run.dataset.at) + offset;
  const at = document.createRange();
  at.setStart(node, offset);
  const runs = Array.from(root.querySelectorAll<HTMLElement>('[data-at]'));
  const after = runs.findIndex((one) => at.comparePoint(one, 0) >= 0);
  const one = way > 0 ? runs[after] : runs.at(after < 0 ? -1 : after - 1);
  if (!one || (way < 0 && after === 0)) return undefined;
  return Number(one.dataset.at) + (way > 0 ? 0 : (one.textContent ?? '').length);
}
