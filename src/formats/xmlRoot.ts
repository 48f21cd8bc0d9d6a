// The first element of an XML document, by which its format is known.

/** Its name without prefix; undefined where the text does not begin as XML does. Comments and declarations are passed over. */
export function xmlRoot(text: string): string | undefined {
  let at = 0;
  for (;;) {
    while (at < text.length && (text.charCodeAt(at) <= 0x20 || text[at] === '\ufeff')) at++;
    const end = text.startsWith('<!--', at)
      ? text.indexOf('-->', at) + 3
      : text.startsWith('<?', at)
        ? text.indexOf('?>', at) + 2
        : text.startsWith('<!', at)
          ? endOfDoctype(text, at)
          : undefined;
    if (end === undefined) break;
    if (end <= at) return undefined;
    at = end;
  }
  return /^<(?:[^\s<>:/"']{1,100}:)?([^\s<>:/"']{1,100})[\s/>]/.exec(text.slice(at, at + 300))?.[1];
}

function endOfDoctype(text: string, at: number): number {
  const subset = text.indexOf('[', at);
  const end = text.indexOf('>', at);
  return subset >= 0 && subset < end ? text.indexOf(']>', subset) + 2 : end + 1;
}
