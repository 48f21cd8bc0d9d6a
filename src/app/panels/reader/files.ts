// Files for the reader: chosen in the browser's own dialog, or made of pasted words.

export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function chooseFile(take: (file: ReadFile) => Promise<void>): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.txt,.md,.html,.htm,.xhtml,.pdf,text/*,application/pdf';
  input.onchange = async () => {
    const file = input.files?.[0];
    if (file) await take({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  input.click();
}

/** A file of words that came without one; named for the source, so that it can lie beside the case. */
export const pasted = (words: string, title: string): ReadFile => ({
  name: `${
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'pasted'
  }.txt`,
  bytes: new TextEncoder().encode(words),
});
