// Bytes packed by gzip or Zstandard → what is inside, in pieces, never more than a sane file holds.
import { InputError } from '../plugin/problem.ts';
import { checkUnpacked, LIMITS } from './limits.ts';
import { joined, startsWith } from './pieces.ts';
import { framesOf, isZstd } from './zstdFrames.ts';

const PIECE = 64 * 1024;
const isGzip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x1f, 0x8b]);

/** Out of gzip and Zstandard, one inside the other at most `layers` deep. Throws `InputError` for what is damaged or overfull. */
export async function outOfPacking(raw: Uint8Array, layers: number): Promise<Uint8Array> {
  const unpack = isGzip(raw) ? gunzipped : isZstd(raw) ? outOfZstd : undefined;
  if (!unpack) return raw;
  checkLayers(layers);
  return outOfPacking(await unpack(raw), layers - 1);
}

export function checkLayers(left: number): void {
  if (left > 0) return;
  throw new InputError(
    `This is an archive in an archive, more than ${LIMITS.layers} deep. Unpack it and open what is inside.`,
  );
}

async function gunzipped(packed: Uint8Array): Promise<Uint8Array> {
  const { Gunzip } = await import('fflate');
  const out = new Pieces();
  const gunzip = new Gunzip((piece) => out.take(piece));
  out.run('gzip', () => {
    for (let at = 0; at < packed.length; at += PIECE) {
      out.fed = Math.min(at + PIECE, packed.length);
      gunzip.push(packed.subarray(at, out.fed), out.fed === packed.length);
    }
  });
  return joined(out.all);
}

async function outOfZstd(packed: Uint8Array): Promise<Uint8Array> {
  const { Decompress } = await import('fzstd');
  const out = new Pieces();
  out.run('Zstandard file', () => {
    for (const { start, end, needs } of framesOf(packed)) {
      checkUnpacked(needs, packed.length);
      const decompress = new Decompress((piece) => out.take(piece));
      for (let at = start; at < end; at += PIECE) {
        out.fed = Math.min(at + PIECE, end);
        decompress.push(packed.subarray(at, out.fed), out.fed === end);
      }
    }
  });
  return joined(out.all);
}

/** What has come out, held to the caps as it comes. */
class Pieces {
  readonly all: Uint8Array[] = [];
  /** Packed bytes taken so far. */
  fed = 0;
  #size = 0;

  take(piece: Uint8Array): void {
    this.#size += piece.length;
    checkUnpacked(this.#size, this.fed);
    this.all.push(piece.slice());
  }

  run(what: string, unpack: () => void): void {
    try {
      unpack();
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw new InputError(`This ${what} is damaged or cut off. Get the file again.`);
    }
  }
}
