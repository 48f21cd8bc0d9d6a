// How a workbook is known by the start of its bytes.
import { isZip } from '../intake.ts';

/** Names of the members of a zip as far as they stand in these bytes. */
export function memberNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  const decoder = new TextDecoder();
  for (let at = 0; at + 30 <= bytes.length; at++) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 3 || bytes[at + 3] !== 4) continue;
    const length = bytes[at + 26]! + bytes[at + 27]! * 256;
    names.push(decoder.decode(bytes.subarray(at + 30, at + 30 + length)));
  }
  return names;
}

/** An Office package whose parts are those of a workbook. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false;
  const names = memberNames(bytes);
  return (
    /^\/?(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|customXml\/)/i.test(names[0] ?? '') &&
    names.some((name) => /^\/?xl\//i.test(name))
  );
}
