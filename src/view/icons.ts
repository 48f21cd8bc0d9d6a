// The icons of types as outlines on a grid of 24 × 24, to be stroked with round caps. Drawn for Clew.

export const ICONS = {
  person: [
    'M12 12.4a4.3 4.3 0 1 0 0-8.600a4.3 4.3 0 0 0 0 8.6',
    'M3.9 21c.8-4 4-6.2 8.1-6.200s7.3 2.2 8.1 6.2',
  ],
  organization: [
    'M5 21V4.500h8V21',
    'M13 10h6v11',
    'M3 21h18',
    'M8 8.500h2M8 12.500h2M8 16.500h2M16 14h.1M16 17.500h.1',
  ],
  company: ['M3.5 8h17v11.500h-17z', 'M8.5 8V4.500h7V8', 'M3.5 13h17M12 12v2.5'],
  institution: ['M3 9.500L12 4l9 5.500z', 'M6 13v5M10 13v5M14 13v5M18 13v5', 'M3.5 21h17'],
  event: ['M4 6h16v14.500H4z', 'M4 10.500h16M8.5 3v4.500M15.5 3v4.5', 'M12 14v3.500M10.2 15.700h3.6'],
  trip: ['M3 12.500l18-8-6.5 16-3.5-6z', 'M11 14.500l10-10'],
  gavel: [
    'M8.2 9.800l5.6-5.6 5 5-5.6 5.600z',
    'M10.7 12.300L4 19',
    'M6.9 8.700l6.2 6.200M12.6 3l7.4 7.4',
    'M13 21h8',
  ],
  document: ['M6 3h8.500L19 7.500V21H6z', 'M14 3v5h5', 'M9.5 12.500h6M9.5 16.500h6'],
  article: ['M4 4.500h16v15H4z', 'M7.5 8.500h4.500v4H7.500z', 'M15 8.500h2M15 12h2M7.5 16h9.5'],
  place: [
    'M12 21.500c4.5-4.6 7-8.3 7-11.600a7 7 0 0 0-14 0c0 3.3 2.5 7 7 11.600z',
    'M12 12.300a2.4 2.4 0 1 0 0-4.800a2.4 2.4 0 0 0 0 4.8',
  ],
  home: ['M3.5 11.500L12 4l8.5 7.5', 'M6 9.500V20h12V9.5', 'M10 20v-6h4v6'],
  position: [
    'M4 8h16v12H4z',
    'M9.5 8V4h5v4',
    'M12 14.500a1.8 1.8 0 1 0 0-3.600a1.8 1.8 0 0 0 0 3.6',
    'M8.5 17.500c.6-1.5 1.9-2 3.5-2s2.9.5 3.5 2',
  ],
  phone: [
    'M5 4h4l1.5 5-2.3 1.600c1 2.3 2.9 4.2 5.2 5.200L15 13.500l5 1.500v4c0 .6-.4 1-1 1C11.2 20 4 12.8 4 5c0-.6.4-1 1-1z',
  ],
  email: ['M3 5.500h18v13H3z', 'M3.5 6.500L12 13l8.5-6.5'],
  link: [
    'M10 14a4 4 0 0 0 5.7 0l3.3-3.300a4 4 0 0 0-5.7-5.700L12 6.3',
    'M14 10a4 4 0 0 0-5.7 0L5 13.300a4 4 0 0 0 5.7 5.700l1.3-1.3',
  ],
  number: ['M5 9h15M4 15h15M10 4L8 20M16 4l-2 16'],
  money: ['M3 6h18v12H3z', 'M12 14.500a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5', 'M6.5 12h.1M17.5 12h.1'],
  account: [
    'M12 16a4 4 0 1 0 0-8a4 4 0 0 0 0 8',
    'M16 8v5.200c0 1.7 1 2.8 2.4 2.800S21 14.6 21 12a9 9 0 1 0-3.5 7.1',
  ],
  vehicle: [
    'M3 17v-4l2.5-6h13L21 13v4z',
    'M3.5 12.500h17',
    'M7 17v2.500M17 17v2.500M7 14.800h.1M17 14.800h.1',
  ],
  other: ['M12 16a4 4 0 1 0 0-8a4 4 0 0 0 0 8'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IconName = keyof typeof ICONS;

const BY_NAME: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(ICONS));

/** The strokes of an icon as SVG path data; those of `other` for a name that is unknown. */
export const iconPaths = (name: string): readonly string[] => BY_NAME.get(name) ?? ICONS.other;
