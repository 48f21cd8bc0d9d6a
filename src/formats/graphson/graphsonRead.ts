// Reads GraphSON 1 to 3 and Blueprints' own: vertices a line with their edges, or both in lists.
import { Cancelled, type Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import type { Sink } from '../format.ts';
import { readJson, type Json } from '../json.ts';
import { Tally } from '../tally.ts';
import { linesOf } from '../text.ts';
import { GraphsonReader } from './graphsonElements.ts';

/** Line by line; a file whose first line is no whole value is one value. */
export async function readGraphson(chunks: AsyncIterable<Uint8Array>, sink: Sink, job: Job): Promise<void> {
  const tally = new Tally();
  const reader = new GraphsonReader(sink, tally);
  let whole: string[] | undefined;
  let [line, values] = [0, 0];
  for await (const text of linesOf(chunks)) {
    if (job.cancelled()) throw new Cancelled();
    line++;
    if (whole) whole.push(text);
    else if (text.trim() !== '') {
      const json = attempt(text, tally);
      if (json !== undefined) reader.document(json, `line ${line}`);
      else if (values === 0) whole = [text];
      else tally.add('refused', 'A line that is not JSON was left out.', `line ${line}`);
      values++;
    }
  }
  if (whole) reader.document(readJson(whole.join('\n'), tally), 'the file');
  reader.end();
  tally.tell((problem) => sink.problem(problem));
}

function attempt(text: string, tally: Tally): Json | undefined {
  try {
    return readJson(text, tally);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
