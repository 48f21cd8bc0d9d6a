// Text as Markdown: names and values from files, in which neither Markdown nor HTML finds markup or a link.

/** On one line. */
export const markdownText = (words: string): string =>
  words
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&^$!]/g, '\\$&')
    .replace(/^([-+]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    // Bare addresses would become links.
    .replace(/:(?=\/\/)|@|(?<=\bwww)\./gi, '\\$&');
