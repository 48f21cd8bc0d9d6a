// Icons of nodes as pictures that Cytoscape can draw: data: addresses made from our own outlines, never from a file.
import { iconPaths } from '../view/icons.ts';

const made = new Map<string, string>();

/** An icon in a colour (#rrggbb), as a data: address. */
export function iconImage(icon: string, colour: string): string {
  const key = `${icon} ${colour}`;
  const known = made.get(key);
  if (known) return known;
  const paths = iconPaths(icon).map((d) => `<path d="${d}"/>`);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 24 24" fill="none" stroke="${colour}" ` +
    `stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</svg>`;
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  made.set(key, image);
  return image;
}
