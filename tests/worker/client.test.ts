// The page's side of the worker, against a worker played by the test.
import { describe, expect, test, vi } from 'vitest';
import { emptyGraph } from '../../src/graph/graph.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { Client } from '../../src/worker/client.ts';
import { pack } from '../../src/worker/crossing.ts';
import type { Asked, Told } from '../../src/worker/protocol.ts';

class Played {
  readonly heard: Asked[] = [];
  ended = false;
  onmessage: ((event: { data: Told }) => void) | undefined;
  onerror: (() => void) | undefined;
  postMessage(asked: Asked): void {
    this.heard.push(asked);
  }
  terminate(): void {
    this.ended = true;
  }
  say(told: Told): void {
    if (!this.ended) this.onmessage?.({ data: told });
  }
}

function stage() {
  const workers: Played[] = [];
  const client = new Client(() => {
    const worker = new Played();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers };
}

const graph = emptyGraph();
const plain = {
  label: 'A',
  schema: 'Person',
  kind: 'entity',
  claims: [],
  stance: 'affirmed',
  disputed: false,
} as const;
for (const id of ['a', 'b', 'c']) graph.addNode(id, plain);
const TIE = {
  subject: 'r',
  type: 'UnknownLink',
  label: '',
  claims: [],
  stance: 'affirmed',
  disputed: false,
  voices: 1,
} as const;
const QUESTION = { analysis: 'degree', graph: pack(graph) };
const COLUMNS = { ties: new Map([['a', 1]]) };

/** Past the grace of a cancelled job. */
const GRACE = 150;
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered' as const,
    (error: unknown) => error,
  );

describe('Client', () => {
  test('starts no worker before the first question, and one for all', () => {
    const { client, workers } = stage();
    expect(workers).toHaveLength(0);
    void client.run('analyse', QUESTION);
    void client.run('analyse', QUESTION);
    expect(workers).toHaveLength(1);
  });

  test('gives each question its own answer, whatever their order', async () => {
    const { client, workers } = stage();
    const [one, two] = [client.run('analyse', QUESTION), client.run('analyse', QUESTION)];
    workers[0]!.say({ type: 'answer', id: workers[0]!.heard[1]!.id, answer: {} });
    workers[0]!.say({ type: 'answer', id: workers[0]!.heard[0]!.id, answer: COLUMNS });
    expect(await one).toEqual(COLUMNS);
    expect(await two).toEqual({});
  });

  test('tells progress until the answer', async () => {
    const { client, workers } = stage();
    const told: (number | undefined)[] = [];
    const asked = client.run('analyse', QUESTION, { progress: (done) => told.push(done) });
    const { id } = workers[0]!.heard[0]!;
    workers[0]!.say({ type: 'progress', id, done: 0.5 });
    workers[0]!.say({ type: 'answer', id, answer: COLUMNS });
    workers[0]!.say({ type: 'progress', id, done: 0.9 });
    await asked;
    expect(told).toEqual([0.5]);
  });

  test('fails with the worker’s message, and with InputError and its problems for bad input', async () => {
    const { client, workers } = stage();
    const [one, two] = [outcome(client.run('analyse', QUESTION)), outcome(client.run('analyse', QUESTION))];
    const problems = [{ outcome: 'refused', where: 'line 2', what: 'There is no node b.' }] as const;
    workers[0]!.say({ type: 'failure', id: workers[0]!.heard[0]!.id, message: 'broken' });
    workers[0]!.say({ type: 'failure', id: workers[0]!.heard[1]!.id, message: 'unusable', problems });
    expect(await one).toMatchObject({ message: 'broken' });
    expect(await one).not.toBeInstanceOf(InputError);
    expect(await two).toBeInstanceOf(InputError);
    expect(await two).toMatchObject({ problems });
  });

  test('does not ask what is cancelled already', async () => {
    const { client, workers } = stage();
    expect(await outcome(client.run('analyse', QUESTION, { signal: AbortSignal.abort('no') }))).toBe('no');
    expect(workers).toHaveLength(0);
  });
});

describe('Cancelling', () => {
  test('rejects at once and keeps a worker that lets go in time', async () => {
    vi.useFakeTimers();
    const { client, workers } = stage();
    const abort = new AbortController();
    const asked = outcome(client.run('analyse', QUESTION, { signal: abort.signal }));
    abort.abort('stop');
    expect(await asked).toBe('stop');
    const { id } = workers[0]!.heard[0]!;
    expect(workers[0]!.heard[1]).toEqual({ type: 'cancel', id });
    workers[0]!.say({ type: 'failure', id, message: 'cancelled' });
    vi.advanceTimersByTime(GRACE);
    expect(workers[0]!.ended).toBe(false);
    vi.useRealTimers();
  });

  test('ends a worker that does not listen; the next is asked what others wait for, and not what was cancelled', async () => {
    vi.useFakeTimers();
    const { client, workers } = stage();
    const [first, second] = [new AbortController(), new AbortController()];
    void outcome(client.run('analyse', QUESTION, { signal: first.signal }));
    void outcome(client.run('analyse', QUESTION, { signal: second.signal }));
    const kept = client.run('analyse', QUESTION);
    first.abort();
    vi.advanceTimersByTime(GRACE / 2);
    second.abort();
    vi.advanceTimersByTime(GRACE);
    vi.useRealTimers();
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    expect(workers[1]!.heard.map(({ id, type }) => [type, id])).toEqual([['run', workers[0]!.heard[2]!.id]]);
    workers[1]!.say({ type: 'answer', id: workers[1]!.heard[0]!.id, answer: COLUMNS });
    expect(await kept).toEqual(COLUMNS);
  });

  test('starts no new worker where nobody waits', () => {
    vi.useFakeTimers();
    const { client, workers } = stage();
    const abort = new AbortController();
    void outcome(client.run('analyse', QUESTION, { signal: abort.signal }));
    abort.abort();
    vi.advanceTimersByTime(GRACE);
    vi.useRealTimers();
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
  });
});

describe('Without a worker', () => {
  const degrees = {
    ties: new Map([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]),
  };

  test('the page answers where none can be made', async () => {
    const client = new Client(() => {
      throw new Error('not from file://');
    });
    expect(await client.run('analyse', QUESTION)).toMatchObject(degrees);
  });

  test('the page answers what was asked of one that could not be loaded', async () => {
    const { client, workers } = stage();
    const asked = client.run('analyse', QUESTION);
    workers[0]!.onerror!();
    expect(await asked).toMatchObject(degrees);
    expect(workers[0]!.ended).toBe(true);
  });

  test('the same seed gives the same answer, another seed another', async () => {
    const client = new Client(() => {
      throw new Error('none');
    });
    const linked = graph.copy() as typeof graph;
    linked.addUndirectedEdge('a', 'b', TIE);
    linked.addUndirectedEdge('b', 'c', TIE);
    const question = {
      layout: 'story',
      graph: pack(linked),
      nodes: ['a', 'b', 'c'],
      boxes: new Map(),
      aspect: 1,
    };
    const ask = (seed: number) => client.run('layout', { ...question, seed });
    expect(await ask(3)).toEqual(await ask(3));
    expect(await ask(0)).not.toEqual(await ask(1));
  });
});
