// The file of a source's text → plain text and its hash. The same in the page and on the command line.
import { takeIn, type Intake } from '../formats/intake.ts';
import type { Job } from '../plugin/job.ts';
import { InputError, type Problem } from '../plugin/problem.ts';
import { textOfHtml } from './html.ts';

export type TextKind = 'text' | 'html' | 'pdf';

export interface SourceText {
  readonly kind: TextKind;
  /**
   * What positions count in. A text file as it lies, line ends and all, without byte order mark; of a web page and a
   * PDF the words, with line ends LF and a form feed after each page.
   */
  readonly text: string;
  /** SHA-256 of the bytes as they came, in hex. */
  readonly sha256: string;
  readonly problems: readonly Problem[];
}

/** UTF-16 units of a text. More than a long book; beyond it nobody reads. */
const LONGEST = 20 * 2 ** 20;

/** Throws `InputError` for what is no text, is too long, or is a PDF that cannot be opened. `name` decides nothing alone. */
export async function readText(bytes: Uint8Array, name: string, job: Job): Promise<SourceText> {
  if (isPdf(bytes)) {
    const { sha256 } = await takeIn(bytes);
    const { textOfPdf } = await import('./pdf.ts');
    return checked({ kind: 'pdf', sha256, ...(await textOfPdf(bytes, job)) });
  }
  const taken = await takeIn(bytes);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(taken.bytes);
  if (text.slice(0, 10_000).includes('\0'))
    throw new InputError(`“${name}” is no text. Attach a .txt, .md, .html or .pdf file, or paste the words.`);
  const { sha256, problems } = taken;
  if (!isHtml(text, name)) return checked({ kind: 'text', text, sha256, problems });
  const page = await asDeclared(bytes, taken);
  const markup = new TextDecoder().decode(page.bytes);
  return checked({ kind: 'html', text: textOfHtml(markup), sha256, problems: page.problems });
}

function checked(read: SourceText): SourceText {
  if (read.text.length > LONGEST)
    throw new InputError(`This text is longer than ${LONGEST} characters. Attach the part that matters.`);
  if (read.text.trim() === '')
    throw new InputError(
      read.kind === 'pdf'
        ? 'This PDF has no text layer: its pages are pictures. Run it through text recognition, or paste the words.'
        : 'There is no text in this file.',
    );
  return read;
}

/** The header may stand a little in, as readers of PDF allow. */
const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

const isHtml = (text: string, name: string): boolean =>
  /\.x?html?$/i.test(name)
    ? /<[a-z!]/i.test(text)
    : /^\s*(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype html|html)\b/i.test(text);

/** What a page's `<meta>` names as its encoding, where that is another than UTF-8 and no byte order mark overrules it. */
function declaredIn(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe) return undefined;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name = /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1]?.toLowerCase();
  return !name || /^utf-?(8|16)/.test(name) ? undefined : name;
}

/** The page in the encoding it names; as it was taken, where it names none or one that nobody knows. */
async function asDeclared(bytes: Uint8Array, taken: Intake): Promise<Intake> {
  const declared = declaredIn(bytes);
  try {
    return declared ? await takeIn(bytes, declared) : taken;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return taken;
  }
}
