// How a workbook is known by the start of its bytes.
import { isZip } from '../intake.ts';
import { memberNames } from '../unzipping.ts';

/** An Office package whose parts are those of a workbook. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false;
  const names = memberNames(bytes);
  return (
    /^\/?(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|customXml\/)/i.test(names[0] ?? '') &&
    names.some((name) => /^\/?xl\//i.test(name))
  );
}
