// A spool in a temporary file, which is gone from the folder as soon as it is open.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spool } from '../formats/streaming/spool.ts';

const PIECE = 1 << 18;
/** Of its length before each text. */
const HEAD = 4;

export class DiskSpool implements Spool {
  readonly #file: number;
  readonly #waiting = Buffer.allocUnsafe(PIECE);
  #waits = 0;
  #written = 0;
  #window = Buffer.allocUnsafe(1 << 12);

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'clew-'));
    this.#file = openSync(join(folder, 'spool'), 'wx+', 0o600);
    // On Windows an open file stays until it is closed.
    rmSync(folder, { recursive: true, force: true });
  }

  close(): void {
    closeSync(this.#file);
  }

  get end(): number {
    return this.#written + this.#waits;
  }

  put(text: string): number {
    const place = this.end;
    const length = Buffer.byteLength(text);
    if (this.#waits + HEAD + length > PIECE) this.#flush();
    if (HEAD + length > PIECE) {
      const own = Buffer.allocUnsafe(HEAD + length);
      fill(own, 0, text, length);
      this.#write(own);
    } else {
      fill(this.#waiting, this.#waits, text, length);
      this.#waits += HEAD + length;
    }
    return place;
  }

  at(place: number): string {
    this.#flush();
    const got = readSync(this.#file, this.#window, 0, this.#window.length, place);
    const length = this.#window.readUInt32LE(0);
    if (HEAD + length <= got) return this.#window.toString('utf8', HEAD, HEAD + length);
    this.#window = Buffer.allocUnsafe((HEAD + length) * 2);
    return this.at(place);
  }

  *from(place: number, to = this.end): Generator<string> {
    this.#flush();
    let window = Buffer.allocUnsafe(PIECE);
    let [at, got, begins] = [0, 0, place];
    while (begins + at < to) {
      const length = got - at >= HEAD ? window.readUInt32LE(at) : 0;
      if (got - at < HEAD || got - at < HEAD + length) {
        begins += at;
        if (HEAD + length > window.length) window = Buffer.allocUnsafe((HEAD + length) * 2);
        [at, got] = [0, readSync(this.#file, window, 0, window.length, begins)];
        continue;
      }
      yield window.toString('utf8', at + HEAD, at + HEAD + length);
      at += HEAD + length;
    }
  }

  #flush(): void {
    if (this.#waits === 0) return;
    const waited = this.#waits;
    this.#waits = 0;
    this.#write(this.#waiting.subarray(0, waited));
  }

  #write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;)
      at += writeSync(this.#file, bytes, at, bytes.length - at, this.#written + at);
    this.#written += bytes.length;
  }
}

function fill(buffer: Buffer, at: number, text: string, length: number): void {
  buffer.writeUInt32LE(length, at);
  buffer.write(text, at + HEAD, 'utf8');
}
