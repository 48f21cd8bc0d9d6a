// How wide a line is drawn: by the voices behind it.

/** From so many voices on, more is not seen. */
export const MOST_VOICES = 4;

/** Scene units. One voice is a thin line. */
export const widthFor = (voices: number): number => 1.4 + 0.6 * (Math.min(voices, MOST_VOICES) - 1);
