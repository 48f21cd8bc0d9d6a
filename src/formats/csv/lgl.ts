// LGL, the edge list of the Large Graph Layout: `# name` and under it the neighbours, each with a weight or none.
import type { Row } from '../tables/table.ts';

/** Comments of several words, as SNAP has them, are no LGL. */
export const isLgl = (text: string): boolean => {
  const lines = text
    .slice(0, 4000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const heads = lines.filter((line) => line.startsWith('#'));
  return (
    lines[0]?.startsWith('#') === true &&
    lines.length > heads.length &&
    heads.every((line) => /^#(\s+\S+)?\s*$/.test(line)) &&
    lines.every((line) => line.startsWith('#') || /^\S+(\s+[-+\d.eE]+)?\s*$/.test(line))
  );
};

/** As rows of pairs. */
export function lglRows(text: string): Row[] {
  let source = '';
  return text.split(/\r\n|\r|\n/).flatMap((line, i) => {
    if (line.startsWith('#')) source = line.slice(1).trim();
    const [target, weight] = line.startsWith('#') ? [] : line.trim().split(/\s+/);
    if (!target) return [];
    return [{ cells: [source, target, ...(weight === undefined ? [] : [weight])], line: i + 1 }];
  });
}
