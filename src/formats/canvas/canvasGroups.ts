// Which groups of a canvas a card lies in: the format says it by geometry alone.

/** Upper left corner and size, in pixels. */
export interface Card {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

/** Beyond so many pairs of a card and a group it takes too long to compare them all. */
const MOST_PAIRS = 20_000_000;

export class Groups {
  readonly #groups: { readonly card: Card; readonly label: string }[] = [];
  #off = false;

  add(card: Card, label: string): void {
    this.#groups.push({ card, label });
  }

  /** Whether there are few enough to compare each with each card; otherwise none is. */
  fit(cards: number): boolean {
    this.#off = this.#groups.length * cards > MOST_PAIRS;
    return !this.#off;
  }

  /** Labels of the groups that hold the whole card, without repeats. */
  around(card: Card): string[] {
    if (this.#off) return [];
    const holding = this.#groups.filter((group) => group.card !== card && holds(group.card, card));
    return [...new Set(holding.map(({ label }) => label))].filter((label) => label !== '');
  }
}

function holds(group: Card, card: Card): boolean {
  if (group.x === undefined || group.y === undefined || card.x === undefined || card.y === undefined)
    return false;
  return (
    card.x >= group.x &&
    card.y >= group.y &&
    card.x + card.width <= group.x + group.width &&
    card.y + card.height <= group.y + group.height
  );
}
