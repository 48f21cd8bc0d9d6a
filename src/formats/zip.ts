// The members of a zip, by its central directory: listed without unpacking, each unpacked when asked for, under the caps.
import { InputError } from '../plugin/problem.ts';
import { checkUnpacked, LIMITS } from './limits.ts';
import { startsWith } from './pieces.ts';

/** One file of a zip. */
export interface Member {
  /** With its folders: "networks/1-friends.xgmml". */
  readonly name: string;
  /** As the directory gives it; unpacking goes no further. */
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Of its own header. */
  readonly at: number;
}

export const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]);

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50] as const;
/** Of the end record, without and with the longest comment. */
const [END_SIZE, END_REACH] = [22, 22 + 65_535] as const;
const BIG = 0xffff_ffff;
const [STORED, DEFLATED] = [0, 8] as const;

/**
 * Files of a zip in the order of its directory, without folders, links and what systems add for themselves.
 * Throws `InputError` for a zip that is cut off, split, too full, or holds a name twice or one that leads out of it.
 */
export function membersOf(zip: Uint8Array): Member[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    return listed(view);
  } catch (error) {
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

const damaged = (): InputError =>
  new InputError('This zip is damaged or cut off. Get the file again, or unpack it yourself.');

function listed(view: DataView): Member[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.members)
    throw new InputError(`This zip holds more than ${LIMITS.members} files. Take out those you need.`);
  const members: Member[] = [];
  const names = new Set<string>();
  let [at, size] = [view.getUint32(end + 16, true), 0];
  for (let i = 0; i < count; i++) {
    const { member, link, next } = entryAt(view, at);
    at = next;
    if (member.name.endsWith('/') || link || isNoise(member.name)) continue;
    checkName(member.name, names);
    checkUnpacked((size += member.size), view.byteLength);
    members.push(member);
  }
  return members;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - END_REACH); at--)
    if (view.getUint32(at, true) === END) return at;
  throw damaged();
}

function entryAt(view: DataView, at: number): { member: Member; link: boolean; next: number } {
  if (view.getUint32(at, true) !== ENTRY) throw damaged();
  const flags = view.getUint16(at + 8, true);
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((by) => view.getUint16(at + by, true));
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const [packed, size, local] = sizesAt(view, at, at + 46 + nameLength!, extraLength!);
  const member = {
    name: nameOf(bytes),
    size: size!,
    packed: packed!,
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    at: local!,
  };
  // Unix keeps the kind of a file in the upper half of its attributes; 0o12 is a link.
  const link = view.getUint8(at + 5) === 3 && view.getUint32(at + 38, true) >>> 28 === 0o12;
  return { member, link, next: at + 46 + nameLength! + extraLength! + commentLength! };
}

/** Packed size, size and place; those that 32 bits do not hold stand in the zip64 field, in this order after the size. */
function sizesAt(view: DataView, at: number, extra: number, length: number): number[] {
  const [packed, size, local] = [20, 24, 42].map((by) => view.getUint32(at + by, true));
  const values = [size!, packed!, local!];
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let from = field + 4;
    for (const [i, value] of values.entries()) {
      if (value !== BIG) continue;
      values[i] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
  return [values[1]!, values[0]!, values[2]!];
}

/** UTF-8 where it can be; old programs wrote their machine's letters. Windows programs wrote backslashes. */
function nameOf(bytes: Uint8Array): string {
  const decode = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  let name: string;
  try {
    name = decode('utf-8');
  } catch {
    name = decode('windows-1252');
  }
  return name.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}

const isNoise = (name: string): boolean =>
  /(^|\/)(__MACOSX|\.git)\//.test(name) || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/.test(name);

function checkName(name: string, names: Set<string>): void {
  const why = names.has(name)
    ? 'holds two files of one name'
    : /^\/|^[a-z]:|(^|\/)\.\.(\/|$)/i.test(name)
      ? 'holds a file whose name leads out of it'
      : undefined;
  if (why !== undefined)
    throw new InputError(
      `This zip ${why} (“${name.slice(0, 60)}”). Unpack it yourself and look at what is inside before opening it.`,
    );
  names.add(name);
}

/** What is in a member. Throws `InputError` where it is encrypted, damaged or not as large as the directory says. */
export async function contentOf(zip: Uint8Array, member: Member): Promise<Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (member.encrypted)
    throw new InputError('This zip is encrypted. Unpack it with its password and open what is inside.');
  if (member.at + 30 > zip.length || view.getUint32(member.at, true) !== LOCAL) throw damaged();
  const from = member.at + 30 + view.getUint16(member.at + 26, true) + view.getUint16(member.at + 28, true);
  const packed = zip.subarray(from, from + member.packed);
  if (packed.length !== member.packed) throw damaged();
  if (member.method === STORED) return packed;
  if (member.method !== DEFLATED)
    throw new InputError('This zip is packed in a way that is not known here. Unpack it yourself.');
  return inflated(packed, member.size);
}

async function inflated(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const { inflateSync } = await import('fflate');
  let bytes: Uint8Array;
  try {
    // One byte more than said, so that what holds more shows.
    bytes = inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch {
    throw damaged();
  }
  if (bytes.length !== size) throw damaged();
  return bytes;
}

/** What is in the members whose names are wanted, by name, in the order of the directory. Throws as `contentOf` does. */
export async function contentsOf(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const member of membersOf(zip))
    if (wanted(member.name)) contents.set(member.name, await contentOf(zip, member));
  return contents;
}
