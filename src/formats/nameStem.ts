// The file name a case suggests. In a file of its own, since the page needs it before it needs any format.

/** A case's name as the stem of a file's: "the-spector-case", letters of any script kept. */
export function nameStem(caseName: string): string {
  const words = caseName
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return Array.from(words).slice(0, 80).join('') || 'case';
}
