// Which format reads a file, and which file of a zip it reads: what is recognised by content, or was chosen by hand.
import { InputError, type Problem } from '../plugin/problem.ts';
import { quoted } from './collecting.ts';
import type { Format } from './format.ts';
import { detect, recognise } from './index.ts';
import { contentOf, type Content } from './intake.ts';
import { LIMITS } from './limits.ts';
import { looksLike } from './looks.ts';
import { checkLayers } from './unpacking.ts';
import * as zip from './zip.ts';

export interface Recognised extends Content {
  readonly format: Format;
  /** Which file of a zip this is, and all that could be read instead. */
  readonly member?: string;
  readonly members?: readonly string[];
}

export interface Wanted {
  /** Of the file as it came. */
  readonly name: string;
  readonly format?: Format;
  /** Name of a file in the zip. */
  readonly member?: string;
  /** Of text, where a person chose it. */
  readonly encoding?: string;
}

/** Finds the format that reads the file, or a file in it. Throws `InputError` where there is none. */
export async function recognised(content: Content, wanted: Wanted): Promise<Recognised> {
  const { format, name } = wanted;
  const found = await within(content, wanted, LIMITS.layers);
  if (found) return found;
  if (content.head.members) throw nothingIn(content.head.members, name);
  return { ...content, format: format ?? detect(content.head, name) };
}

/** Undefined where no format is sure of it. */
async function within(content: Content, wanted: Wanted, layers: number): Promise<Recognised | undefined> {
  const { head } = content;
  const whole = wanted.member === undefined || !head.members;
  const format = whole ? recognise(head, wanted.format) : undefined;
  if (format) return { ...content, format };
  return head.members && withinZip(content, wanted, layers);
}

/** A text beside the graph is not taken for another graph unless there is nothing better. */
const SURE = 0.5;

async function withinZip(of: Content, wanted: Wanted, layers: number): Promise<Recognised | undefined> {
  checkLayers(layers);
  let best: { member: string; content: Recognised; sureness: number } | undefined;
  const readable: { name: string; sureness: number }[] = [];
  for (const member of zip.membersOf(of.bytes)) {
    const { name } = member;
    const inside = await contentOf(await zip.contentOf(of.bytes, member), layers - 1, wanted.encoding);
    const content =
      (await within(inside, { ...wanted, name, member: undefined }, layers - 1)) ??
      byHand(inside, name, wanted);
    if (!content) continue;
    const sureness = name === wanted.member ? Infinity : content.format.sniff(content.head);
    readable.push({ name, sureness });
    if (sureness > (best?.sureness ?? 0)) best = { member: name, content, sureness };
  }
  if (!best) return undefined;
  const sure = readable.filter(({ sureness }) => sureness >= SURE);
  const members = (sure.length > 0 ? sure : readable).map(({ name }) => name);
  const problems = [...best.content.problems, ...toldOthers(best.member, members)];
  return { ...best.content, problems, member: best.member, members };
}

/** Who names both the file and the format is taken at his word. */
const byHand = (inside: Content, name: string, { member, format }: Wanted): Recognised | undefined =>
  format && name === member ? { ...inside, format } : undefined;

const toldOthers = (member: string, members: readonly string[]): Problem[] =>
  members
    .filter((name) => name !== member)
    .map((name) => ({
      outcome: 'refused',
      where: name,
      what: `The zip holds several files that can be read; only ${quoted(member)} was. Choose this one, or unpack it, to read it too.`,
    }));

function nothingIn(members: readonly string[], name: string): InputError {
  const [what, advice] = looksLike({ bytes: new Uint8Array(), text: '', members }, name);
  const first = members.slice(0, 5).map(quoted).join(', ');
  const holds = members.length === 0 ? '' : ` It holds ${first}${members.length > 5 ? '…' : ''}.`;
  return new InputError(
    `This looks like ${what}, and nothing in it can be opened here.${holds} ${advice ?? ''}`.trim(),
  );
}
