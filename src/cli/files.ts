// Files in and out: `-` is the standard stream, a folder is the case in it, and what is written replaces the old file at once or not at all.
import { randomBytes } from 'node:crypto';
import { createReadStream, unlinkSync } from 'node:fs';
import { open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Ending, EXIT } from './exit.ts';
import type { Terminal } from './terminal.ts';

export const CASE_FILE = 'case.clew.json';
export const STANDARD = '-';

export interface InputFile {
  /** For messages: the path as given, or "standard input". */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Length in bytes, where it is known. */
  readonly size?: number;
}

const REASONS = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'you may not'],
  ['EPERM', 'you may not'],
  ['EISDIR', 'it is a folder'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['ENAMETOOLONG', 'the name is too long'],
]);
const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS.get(code ?? '') ?? message;
};

/** Opens FILE as the help explains it. Throws an `Ending` that names it. */
export async function openInput(path: string, terminal: Terminal): Promise<InputFile> {
  if (path === STANDARD) return { name: 'standard input', chunks: terminal.input };
  try {
    const found = await stat(path);
    const file = found.isDirectory() ? join(path, CASE_FILE) : path;
    const { size } = await stat(file);
    return { name: file, size, chunks: readable(file) };
  } catch (error) {
    throw new Ending(EXIT.input, `${path} cannot be read: ${reasonOf(error)}.`);
  }
}

async function* readable(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (error) {
    throw new Ending(EXIT.input, `${path} cannot be read: ${reasonOf(error)}.`);
  }
}

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Writes to PATH or to standard output. Binary data go to a terminal under no circumstances. */
export async function saveOutput(
  path: string,
  pieces: Pieces,
  terminal: Terminal,
  kind: 'text' | 'binary',
): Promise<void> {
  if (path !== STANDARD) return saveFile(path, pieces);
  if (kind === 'binary' && terminal.out.isTTY) {
    throw new Ending(
      EXIT.usage,
      'This is binary, and standard output is a terminal: name a file with -o, or pipe it on.',
    );
  }
  for await (const piece of pieces) await terminal.out.write(piece);
}

async function saveFile(path: string, pieces: Pieces): Promise<void> {
  try {
    const standing = await stat(path).catch(() => undefined);
    // What is no ordinary file (a pipe, /dev/null) has no name to move onto; a link stays a link.
    if (standing && !standing.isFile()) await writeThrough(await open(path, 'w'), pieces);
    else await replace(standing ? await realpath(path) : path, pieces, standing?.mode);
  } catch (error) {
    if (error instanceof Ending || !('code' in (error as object))) throw error;
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such folder' : reasonOf(error);
    throw new Ending(EXIT.output, `${path} cannot be written: ${reason}.`);
  }
}

/** Temporary file, fsync, rename: whoever looks sees the old file or the new one, whole. */
async function replace(path: string, pieces: Pieces, mode = 0o666): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', mode);
  const abandon = () => {
    unlinkSync(temporary);
    process.exit(130);
  };
  process.once('SIGINT', abandon);
  try {
    await writeThrough(handle, pieces);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  } finally {
    process.off('SIGINT', abandon);
  }
}

async function writeThrough(handle: FileHandle, pieces: Pieces): Promise<void> {
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    // A pipe or a terminal cannot be synced, and need not be.
    await handle.sync().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw error;
    });
  } finally {
    await handle.close();
  }
}
