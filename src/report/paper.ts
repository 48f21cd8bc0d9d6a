// The paper a sheet is printed on, in points (1/72 inch), and the page that a map takes.

export const PAPERS = {
  a4: { label: 'A4', width: 595.28, height: 841.89 },
  letter: { label: 'Letter', width: 612, height: 792 },
} as const;
export type Paper = keyof typeof PAPERS;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Around the map, in points. */
export const MAP_MARGIN = 30;
/** Points per scene unit below which the numbers of a map cannot be read, and above which they shout. */
const [LEAST, MOST] = [0.58, 0.75];

/** The page for a picture of so many scene units: the paper, upright or across, and larger where numbers would be too small. */
export function mapPage(picture: Size, paper: Paper, heading: number): Size & { readonly scale: number } {
  const { width, height } = PAPERS[paper];
  const across = picture.width > picture.height;
  const page = across ? { width: height, height: width } : { width, height };
  const fits = Math.min(
    (page.width - 2 * MAP_MARGIN) / picture.width,
    (page.height - 2 * MAP_MARGIN - heading) / picture.height,
  );
  const scale = Math.min(MOST, Math.max(LEAST, fits));
  return {
    width: Math.max(page.width, picture.width * scale + 2 * MAP_MARGIN),
    height: Math.max(page.height, picture.height * scale + 2 * MAP_MARGIN + heading),
    scale,
  };
}
