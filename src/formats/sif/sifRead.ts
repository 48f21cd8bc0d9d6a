// Reads SIF. Words are parted by tabs if the file has any, else by blanks.
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import { typeAndStance } from '../bareGraph.ts';
import type { Sink } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { Tally } from '../tally.ts';

export function readSif(text: string, sink: Sink, job: Job): void {
  const tally = new Tally();
  const delimiter = text.includes('\t') ? '\t' : ' ';
  const nodes = new Set<string>();
  let [line, at] = [0, 0];
  while (at < text.length) {
    const end = endOfLine(text, at);
    const words = wordsOf(text.slice(at, end), delimiter);
    if (++line % 4096 === 0 && job.cancelled()) throw new Cancelled();
    if (words.length > 0) readLine(words, `line ${line}`);
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  if (nodes.size === 0) throw new InputError('This SIF file is empty: it names no node.');
  tally.tell((problem) => sink.problem(problem));

  function readLine([source, kind, ...targets]: readonly string[], where: string): void {
    for (const id of [source!, ...targets]) tellNode(id, where);
    if (kind === undefined) return;
    if (targets.length === 0)
      return tally.add('kept', 'A line names a kind of tie but no second node; its node was kept.', where);
    if (targets.length > 1 && delimiter === ' ')
      tally.add(
        'kept',
        'Words are parted by blanks, so each after the second is a node; a name of several words would be cut apart.',
        where,
      );
    for (const target of targets)
      sink.edge({ source: source!, target, directed: true, ...typeAndStance(kind), where });
  }

  function tellNode(id: string, where: string): void {
    if (nodes.has(id)) return;
    if (id.length > LIMITS.text) throw new InputError(`${where}: A name is longer than 1 MB.`);
    nodes.add(id);
    sink.node({ id, label: id, attributes: new Map(), where });
  }
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** Without blanks around each; an empty cell is no word. */
const wordsOf = (line: string, delimiter: string): string[] =>
  line
    .split(delimiter)
    .map((word) => word.trim())
    .filter((word) => word !== '');
