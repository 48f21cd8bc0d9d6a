// Changes to texts by their words, marks, tags, lines and brackets, whatever the format.
import type { Dice } from './dice.ts';
import { NESTS, ODD_MARKS, ODD_WORDS } from './oddities.ts';

type Change = (text: string, dice: Dice, other: string) => string;

/** A tag or an attribute of XML, a quoted text, a word or number, a mark, a line feed. */
const TOKEN = /<[^<>]{0,200}>|[\w:-]+="[^"\n]{0,200}"|"[^"\n]{0,200}"|[\p{L}\p{N}_.+-]+|\n|[^\s\p{L}\p{N}]/gu;

interface Token {
  readonly at: number;
  readonly text: string;
}

/** A token near a place chosen by chance; no token is longer than a few hundred units, so a window is enough. */
function tokenIn(text: string, dice: Dice): Token {
  const from = Math.max(0, dice.below(text.length) - 300);
  const found = [...text.slice(from, from + 1500).matchAll(TOKEN)];
  const match = found.length > 0 ? dice.pick(found) : undefined;
  return match ? { at: from + match.index, text: match[0] } : { at: from, text: '' };
}

const put = (text: string, { at, text: old }: Token, by: string): string =>
  text.slice(0, at) + by + text.slice(at + old.length);

const oddWord = (dice: Dice): string => dice.pick(ODD_WORDS);
const oddMark = (dice: Dice): string => dice.pick(dice.pick(ODD_MARKS));

const wordReplaced: Change = (text, dice) => put(text, tokenIn(text, dice), oddWord(dice));
const markReplaced: Change = (text, dice) => put(text, tokenIn(text, dice), oddMark(dice));

const wordInserted: Change = (text, dice) => {
  const { at } = tokenIn(text, dice);
  return put(text, { at, text: '' }, dice.chance(0.5) ? oddWord(dice) : oddMark(dice));
};

const dropped: Change = (text, dice) => put(text, tokenIn(text, dice), '');

const doubled: Change = (text, dice) => {
  const token = tokenIn(text, dice);
  return put(text, token, token.text.repeat(2 + dice.below(dice.pick([2, 10, 400]))));
};

const swapped: Change = (text, dice, other) => put(text, tokenIn(text, dice), tokenIn(other, dice).text);

/** A quoted value becomes another; the quotes stay. */
const valueChanged: Change = (text, dice) => {
  const token = tokenIn(text, dice);
  const value = /"[^"]*"/.exec(token.text);
  if (!value) return wordReplaced(text, dice, '');
  return put(
    text,
    token,
    token.text.replace(value[0], () => `"${oddWord(dice)}"`),
  );
};

const nested: Change = (text, dice) => {
  const [open, close] = dice.pick(NESTS);
  const deep = dice.pick([2, 60, 300, 3000]);
  const { at } = tokenIn(text, dice);
  const closed = dice.chance(0.5) ? close.repeat(deep) : '';
  return text.slice(0, at) + open.repeat(deep) + closed + text.slice(at);
};

const linesChanged: Change = (text, dice, other) => {
  const lines = text.split('\n');
  const at = dice.below(lines.length);
  const from = other.split('\n');
  const act = dice.below(5);
  if (act === 0) lines.splice(at, 1);
  else if (act === 1)
    lines.splice(at, 0, ...Array.from({ length: dice.pick([1, 5, 500]) }, () => lines[at]!));
  else if (act === 2) lines.splice(dice.below(lines.length), 0, ...lines.splice(at, 1));
  else if (act === 3) lines.splice(at, 0, dice.pick(from));
  else lines.length = at;
  return lines.join(dice.chance(0.05) ? '\r' : '\n');
};

const CHANGES: readonly Change[] = [
  wordReplaced,
  wordReplaced,
  markReplaced,
  wordInserted,
  dropped,
  doubled,
  swapped,
  valueChanged,
  nested,
  linesChanged,
];

export const changedText: Change = (text, dice, other) => dice.pick(CHANGES)(text, dice, other);
