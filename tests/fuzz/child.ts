// Reads the inputs of one format, one after another, and tells the parent of each what it starts on and what went wrong.
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../../src/formats/exporting.ts';
import type { Format, WritableFormat } from '../../src/formats/format.ts';
import { FORMATS, WRITABLE } from '../../src/formats/index.ts';
import { read } from '../../src/formats/importing.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { outgoingOf } from '../formats/roundTrip.ts';
import { diceFor, type Dice } from './dice.ts';
import { mutatorOf } from './mutate.ts';
import { seedsOf } from './seeds.ts';

/** What the parent asks for, as JSON in the first argument. */
interface Order {
  readonly format?: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Stop at this time of the clock, in milliseconds. */
  readonly until?: number;
  /** Folder of files by other programs. */
  readonly peers?: string;
  /** Where inputs are kept that went wrong. */
  readonly folder: string;
  /** Where the number of the input at hand stands: a message for each would cost more than the reading. */
  readonly mark?: string;
  /** Only make the input and keep it. */
  readonly only?: 'make';
}

const order = JSON.parse(process.argv[2]!) as Order;
const tell = (message: object): void => void process.send!(message);

const MB = 2 ** 20;
/** Inputs between two looks at the peak, which the system tells in a file. */
const LOOK_EVERY = 8;
/** What reading may take: beyond it, an input fills the memory. */
const allowed = (bytes: number): number => 100 * MB + 64 * bytes;

const status = '/proc/self/status';
/** Most that was ever held, in bytes, where the system tells; else what is held now. */
const peak = (): number =>
  existsSync(status)
    ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))![1]) * 1024
    : process.memoryUsage.rss();

/** Makes what is held now the peak. */
function forgetPeak(): void {
  globalThis.gc!();
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5');
}

const PROTOTYPES = [Object, Array, Function, String, Number, Map, Set, Promise].map(
  ({ prototype }) => prototype as object,
);
const keysOf = (): string =>
  PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).map(String).join()).join(';');

async function run(format: Format): Promise<void> {
  const seeds = await seedsOf(format, order.peers);
  const mutate = mutatorOf(seeds);
  const input = (i: number): { bytes: Uint8Array; dice: Dice } => {
    const dice = diceFor(format.id, order.seed, i);
    return { bytes: i < seeds.length ? seeds[i]! : mutate(dice), dice };
  };
  if (order.only === 'make') return keep(format, order.from, input(order.from).bytes);
  await new Reader(format).all(input);
}

function keep({ id, extensions }: Format, i: number, bytes: Uint8Array): void {
  mkdirSync(order.folder, { recursive: true });
  const path = join(order.folder, `${id}-${order.seed}-${i}.${extensions[0]}`);
  writeFileSync(path, bytes);
  tell({ kept: path });
}

class Reader {
  readonly #format: Format;
  readonly #writable: WritableFormat | undefined;
  readonly #prototypes = keysOf();
  readonly #marks = openSync(order.mark!, 'w');
  /** Read since the peak was last looked at. */
  #recent: Uint8Array[] = [];
  #base = 0;
  #taken = 0;
  #refused = 0;
  #slowest = 0;
  #slowestAt = 0;
  #most = 0;
  #at = order.from;

  constructor(format: Format) {
    this.#format = format;
    this.#writable = WRITABLE.find(({ id }) => id === format.id);
    process.on('unhandledRejection', (error) =>
      this.#found('error', String((error as Error)?.stack ?? error)),
    );
  }

  async all(input: (i: number) => { bytes: Uint8Array; dice: Dice }): Promise<void> {
    for (; this.#at < order.to; this.#at++) {
      if (order.until !== undefined && this.#at > order.from && Date.now() > order.until) break;
      const { bytes, dice } = input(this.#at);
      this.#mark();
      // The first inputs load what loads when it is first used.
      if (this.#at - order.from === 40) this.#base = this.#settled();
      await this.#one(bytes, dice);
    }
    const held = this.#base > 0 ? (this.#settled() - this.#base) / MB : 0;
    tell({
      done: this.#at - order.from,
      taken: this.#taken,
      refused: this.#refused,
      slowest: Math.round(this.#slowest),
      slowestAt: this.#slowestAt,
      most: Math.round(this.#most / MB),
      held: Math.round(held),
    });
  }

  #mark(): void {
    writeSync(this.#marks, String(this.#at).padEnd(12), 0);
  }

  async #one(bytes: Uint8Array, dice: Dice): Promise<void> {
    const start = process.cpuUsage();
    const wentWrong = await this.#read(bytes, dice);
    const { user, system } = process.cpuUsage(start);
    this.#slow((user + system) / 1000);
    if (wentWrong !== undefined) this.#found('error', wentWrong, bytes);
    if (keysOf() !== this.#prototypes) {
      this.#found('prototype', 'A built-in prototype has other keys than before.', bytes);
      process.exit(1);
    }
    this.#recent.push(bytes);
    if (this.#recent.length < LOOK_EVERY) return;
    if (this.#base > 0 && peak() - this.#base > allowed(0))
      for (const one of this.#recent) await this.#weigh(one);
    this.#recent = [];
  }

  /** Milliseconds of the processor, whatever else the machine does. */
  #slow(took: number): void {
    if (took <= this.#slowest) return;
    this.#slowest = took;
    this.#slowestAt = this.#at;
  }

  /** What was thrown that is no `InputError`. */
  async #read(bytes: Uint8Array, dice: Dice): Promise<string | undefined> {
    // Now and then as a person opens it, all sniffers asked.
    const format = dice.chance(0.85) ? this.#format.id : undefined;
    try {
      const found = await read(bytes, { name: `input.${this.#format.extensions[0]}`, format }, quietJob());
      void found.records;
      found.case();
      this.#taken++;
      if (this.#writable && dice.chance(0.1)) this.#write(outgoingOf(found));
      return undefined;
    } catch (error) {
      this.#refused++;
      return error instanceof InputError ? undefined : String((error as Error)?.stack ?? error);
    }
  }

  /** What was read can be written again, and its losses told. */
  #write(out: ReturnType<typeof outgoingOf>): void {
    const job = quietJob();
    this.#writable!.loses(out, {});
    for (const part of write(this.#writable!, out, {}, job)) for (const _piece of part.text);
  }

  /** The peak may be what several inputs left behind, so each is read again, alone. */
  async #weigh(bytes: Uint8Array): Promise<void> {
    const before = this.#settled();
    await this.#read(bytes, diceFor(this.#format.id, order.seed, this.#at));
    const taken = peak() - before;
    this.#most = Math.max(this.#most, taken);
    if (taken > allowed(bytes.length))
      this.#found('memory', `${Math.round(taken / MB)} MB for ${bytes.length} bytes`, bytes);
    this.#settled();
  }

  #settled(): number {
    forgetPeak();
    return process.memoryUsage.rss();
  }

  #found(kind: string, what: string, bytes?: Uint8Array): void {
    tell({ found: { kind, what, at: this.#at } });
    if (bytes) keep(this.#format, this.#at, bytes);
  }
}

if (order.format === undefined) tell({ formats: FORMATS.map(({ id }) => id) });
else await run(FORMATS.find(({ id }) => id === order.format)!);
process.disconnect();
