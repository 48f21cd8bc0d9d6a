// Case → bytes: the parts a format writes, as one file, with a name for it.
import { Zip, ZipDeflate } from 'fflate';
import { Cancelled, type Job } from '../plugin/job.ts';
import { valuesFor } from '../plugin/settings.ts';
import type { Format, Outgoing, Part, WritableFormat } from './format.ts';
import { nameStem } from './nameStem.ts';
import { joined } from './pieces.ts';

/** The parts of the case under the lens in a format; settings that are missing or do not fit take their default. */
export function write(
  format: WritableFormat,
  out: Outgoing,
  settings: Readonly<Record<string, unknown>>,
  job: Job,
): readonly Part[] {
  if (job.cancelled()) throw new Cancelled();
  return format.write(out, valuesFor(format.settings, settings), job);
}

/** What is in one file: a part alone as it is, several in a zip. The same parts always give the same bytes. */
export const bytesOf = (parts: readonly Part[], job?: Job): Uint8Array => joined([...piecesOf(parts, job)]);

/** The same in pieces, none of which is larger than a part of a part. */
export function piecesOf(parts: readonly Part[], job?: Job): Generator<Uint8Array> {
  return parts.length === 1 ? encoded(parts[0]!, job) : zipped(parts, job);
}

function* zipped(parts: readonly Part[], job?: Job): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const flushed = () => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const part of parts) {
    const member = new ZipDeflate(part.name, { level: 6 });
    member.mtime = ZIP_TIME;
    zip.add(member);
    for (const piece of encoded(part, job)) {
      member.push(piece);
      yield* flushed();
    }
    member.push(new Uint8Array(), true);
  }
  zip.end();
  yield* flushed();
}

/** The earliest time a zip can hold, in local time as zip has no zone, so that bytes do not depend on the clock. */
const ZIP_TIME = new Date(1980, 0, 1);

const PIECE = 64 * 1024;

/** UTF-8 of a part in pieces. A surrogate pair may lie across two of its texts; a lone half becomes U+FFFD. */
export function* encoded(part: Part, job?: Job): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for (const text of part.text) {
    waiting += text;
    if (waiting.length < PIECE) continue;
    if (job?.cancelled()) throw new Cancelled();
    const cut = /[\ud800-\udbff]$/.test(waiting) ? waiting.length - 1 : waiting.length;
    yield encoder.encode(waiting.slice(0, cut));
    waiting = waiting.slice(cut);
  }
  if (waiting !== '') yield encoder.encode(waiting);
}

export const mimeOf = (format: Format, parts: readonly Part[]): string =>
  format.packed ? format.mime : parts.length === 1 ? parts[0]!.mime : 'application/zip';

/** A file name for a case in a format: "the-spector-case.gexf". */
export function fileNameFor(format: Format, caseName: string, parts: readonly Part[]): string {
  const stem = nameStem(caseName);
  if (format.packed) return `${stem}.${format.extensions[0]}`;
  if (parts.length > 1) return `${stem}-${format.id}.zip`;
  const [partName, ...extension] = parts[0]?.name.split('.') ?? [];
  const kind = partName && partName !== 'case' ? `-${partName}` : '';
  return `${stem}${kind}.${extension.join('.') || format.extensions[0]}`;
}
