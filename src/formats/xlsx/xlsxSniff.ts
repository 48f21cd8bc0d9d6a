// How a workbook is known by what is in its zip.

/** An Office package whose parts are those of a workbook that is not in binary form. */
export const isWorkbook = (members: readonly string[]): boolean =>
  members.some((name) => /^\/?\[Content_Types\]\.xml$|^\/?_rels\//i.test(name)) &&
  members.some((name) => /^\/?xl\//i.test(name)) &&
  !members.some((name) => /^\/?xl\/workbook\.bin$/i.test(name));
