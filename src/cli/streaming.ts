// A conversion that holds no case: from a file that is read piece by piece to a format that writes a flat graph.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import { piecesOf } from '../formats/exporting.ts';
import type { Format, Head, Part, WritableFormat } from '../formats/format.ts';
import { LIMITS } from '../formats/limits.ts';
import { isPlainUtf8 } from '../formats/encodings.ts';
import { HEAD_BYTES } from '../formats/intake.ts';
import { Gatherer } from '../formats/streaming/gathering.ts';
import { NeedsCase } from '../formats/streaming/spool.ts';
import { streamed, type Streamed } from '../formats/streaming/streamed.ts';
import { detect } from '../formats/index.ts';
import { InputError } from '../plugin/problem.ts';
import { valuesFor, type Values } from '../plugin/settings.ts';
import { DiskSpool } from './diskSpool.ts';
import { saveOutput } from './files.ts';
import { watchedJob } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface Conversion {
  readonly input: string;
  readonly output: string;
  readonly format: WritableFormat;
  readonly settings: Values;
  readonly terminal: Terminal;
  /** Which of several parts are written. */
  readonly choose: (parts: readonly Part[]) => readonly Part[];
  /** Called once all is read, before anything is written. */
  readonly before: (streamed: Streamed) => Promise<void>;
}

/** Undefined where it is done; else why it has to go through a case, with nothing written. */
export async function convertStreaming(conversion: Conversion): Promise<string | undefined> {
  const { input, format, terminal } = conversion;
  if (!format.writeGraph) return `${format.label} is written from a case`;
  const from = await formatOf(input);
  if (typeof from === 'string') return from;
  const [events, flat, job] = [new DiskSpool(), new DiskSpool(), watchedJob(terminal)];
  try {
    const found = new Gatherer(events);
    await from.read(piecesIn(input), found, valuesFor(from.settings), job);
    const title = basename(input);
    const made = streamed(found, events, flat, {
      title,
      target: { format, settings: conversion.settings },
      job,
    });
    await conversion.before(made);
    const parts = conversion.choose(format.writeGraph(made.graph, conversion.settings));
    await saveOutput(conversion.output, piecesOf(parts, job), terminal, parts.length > 1 ? 'binary' : 'text');
    return undefined;
  } catch (error) {
    // Read again through a case, a file that cannot be read is told of with its name.
    if (error instanceof NeedsCase || error instanceof InputError) return error.message;
    throw error;
  } finally {
    await job.end();
    for (const spool of [events, flat]) spool.close();
  }
}

/** The format of a file that can be read piece by piece as it stands; else why it cannot. */
async function formatOf(path: string): Promise<Format | string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return 'it is no file of its own';
  if (found.size === 0 || found.size > LIMITS.file) return 'of its size';
  const head = await headOf(path);
  if (!(await isPlainUtf8(createReadStream(path)))) return 'it is packed, or not in UTF-8';
  const format = detect(head);
  return format.streams ? format : `${format.label} is read as a whole`;
}

async function headOf(path: string): Promise<Head> {
  const pieces: Uint8Array[] = [];
  for await (const piece of createReadStream(path, { end: HEAD_BYTES - 1 })) pieces.push(piece as Uint8Array);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  return { bytes, text: new TextDecoder().decode(bytes) };
}

async function* piecesIn(path: string): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path)) yield piece as Uint8Array;
}
