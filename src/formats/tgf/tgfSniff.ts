// How TGF is recognised: a line of `#` alone, and after it lines that begin with two nodes from before it.

export function isTgf(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 100_000);
  const parting = lines.findIndex((line) => line.trim() === '#');
  if (parting < 0) return false;
  const ids = new Set(lines.slice(0, parting).map((line) => line.trim().split(/\s/, 1)[0]!));
  const edges = lines
    .slice(parting + 1)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const known = edges.filter((line) => {
    const [source, target] = line.trim().split(/\s+/, 2);
    return target !== undefined && (ids.size === 0 || ids.has(source!));
  });
  return edges.length === 0 ? ids.size > 0 || text.trim() === '#' : known.length > edges.length / 2;
}
