// What the body of a note says beside its words: links, embeds, tags and inline fields. Code and comments say nothing.

export interface Link {
  /** As written, without heading, block and alias. */
  readonly target: string;
  /** "#Heading" or "#^block". */
  readonly part?: string;
  readonly alias?: string;
  readonly embedded: boolean;
  /** Relative to the note's folder: `[text](path.md)`. */
  readonly relative: boolean;
}

export interface Said {
  readonly links: readonly Link[];
  readonly tags: readonly string[];
  /** `key:: value`, as Dataview reads it. */
  readonly fields: readonly (readonly [key: string, value: string])[];
  /** Addresses on the web: text, never opened. */
  readonly addresses: readonly string[];
}

/** Each bounded, so that no line can take long. */
const WIKI =
  /(!?)\[\[([^[\]|#^\n]{0,500})(#[^[\]|\n]{0,500}|\^[^[\]|\n]{0,200})?(?:\\?\|([^[\]\n]{0,500}))?\]\]/g;
const MARKDOWN = /(!?)\[([^[\]\n]{0,500})\]\(<?([^()<>\s]{1,2000})>?(?:\s+"[^"\n]{0,500}")?\)/g;
const TAG = /(?<=^|[\s(,])#([\p{L}\p{N}_/-]{1,200})/gu;
const FIELD = /^\s{0,20}(?:[-*+>]\s{1,4})?([^\s:[\](){}`#][^:[\](){}`\n]{0,100}):: *(.*)$/u;
const BRACKETED =
  /[[(]([^\s:[\]()][^:[\]()\n]{0,100}):: *((?:\[\[[^[\]\n]{0,500}\]\]|[^[\]()\n]){0,500})[\])]/gu;

export function saidIn(body: string): Said {
  const links: Link[] = [];
  const fields: (readonly [string, string])[] = [];
  const tags: string[] = [];
  const addresses: string[] = [];
  for (const line of linesThatSay(body)) {
    const rest = takeFields(line, fields);
    takeLinks(rest, links, addresses);
    for (const [, tag] of rest.replace(WIKI, ' ').matchAll(TAG)) if (/\D/.test(tag!)) tags.push(tag!);
  }
  return { links, fields, tags, addresses };
}

/** Links in a text such as the value of a field, and the text if it is nothing but one link after another. */
export function linksIn(text: string): { links: readonly Link[]; only: boolean } {
  const links: Link[] = [];
  takeLinks(text, links, []);
  return { links, only: links.length > 0 && /^[\s,;]*$/.test(text.replace(WIKI, '').replace(MARKDOWN, '')) };
}

/** Takes the inline fields out of a line; returns what is left. */
function takeFields(line: string, fields: (readonly [string, string])[]): string {
  if (!line.includes('::')) return line;
  const whole = FIELD.exec(line);
  if (whole) {
    fields.push([whole[1]!.replace(/\*\*|__/g, '').trim(), whole[2]!.trim()]);
    return '';
  }
  return line.replace(BRACKETED, (_, key: string, value: string) => {
    fields.push([key.trim(), value.trim()]);
    return ' ';
  });
}

function takeLinks(line: string, links: Link[], addresses: string[]): void {
  for (const [, bang, target, part, alias] of line.matchAll(WIKI))
    links.push({
      ...{ target: target!.trim().replace(/\\$/, ''), part, alias: alias?.trim() },
      ...{ embedded: bang === '!', relative: false },
    });
  for (const [, bang, alias, address] of line.matchAll(MARKDOWN)) {
    if (/^[a-z][a-z\d+.-]{0,30}:/i.test(address!)) {
      addresses.push(address!);
      continue;
    }
    const [target, part] = decoded(address!).split(/(?=#)/, 2) as [string, string | undefined];
    links.push({ target, part, alias, embedded: bang === '!', relative: true });
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a stray percent sign
  }
}

/** Lines without code in fences or back-ticks, without `%%` comments and those of HTML. */
function* linesThatSay(body: string): Generator<string> {
  let fence = '';
  let comment = '';
  for (const line of body.split(/\r?\n/)) {
    const mark = /^\s{0,20}(?:>\s?)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence)) fence = '';
      continue;
    }
    if (mark && comment === '') {
      fence = mark;
      continue;
    }
    let rest = line.length > 100_000 ? line.slice(0, 100_000) : line;
    rest = rest.replace(/(`{1,2})[^`\n]{1,1000}\1/g, ' ');
    let said = '';
    for (const part of rest.split(/(%%|<!--|-->)/)) {
      if (comment === '' && (part === '%%' || part === '<!--')) comment = part;
      else if ((comment === '%%' && part === '%%') || (comment === '<!--' && part === '-->')) comment = '';
      else if (comment === '') said += part;
    }
    yield said;
  }
}
