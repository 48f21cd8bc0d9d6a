// Whether a text is still the one that Clew wrote. Not for secrets: anybody can make a text to a sum.

/** FNV-1a over UTF-16 units, 32 bits, in hex (Fowler, Noll and Vo). */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
