// `clew anchors`: which claims land on their words in the texts beside the case, and which do not.
import { basename, dirname, join } from 'node:path';
import { stat } from 'node:fs/promises';
import { anchor, locatedIn, REASONS, type Anchors, type How } from '../../case/anchoring/anchors.ts';
import { CodePoints } from '../../case/anchoring/codePoints.ts';
import { CaseUnderLens } from '../../case/lens.ts';
import { titleOf } from '../../case/names.ts';
import type { Id, Source } from '../../case/records.ts';
import { count } from '../../case/wording.ts';
import { joined } from '../../formats/pieces.ts';
import { quietJob } from '../../plugin/job.ts';
import { readText, type SourceText } from '../../texts/text.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { openInput } from '../files.ts';
import { openCase } from '../opening.ts';
import { inline, print, printJson, type Terminal } from '../terminal.ts';

export const anchors = {
  name: 'anchors',
  summary:
    'finds the words each claim rests on in the texts beside the case, and lists claims it cannot place',
  usage: 'CASE [--texts FOLDER]',
  takes: [1, 1],
  options: {
    texts: { type: 'string', value: 'FOLDER', says: 'where the texts lie; otherwise beside the case' },
    all: { type: 'boolean', says: 'every claim with the words it lands on, not only those without' },
  },
  examples: ['anchors my-case', 'anchors graph-data/spector --texts ~/spector-texts --json'],
  async run(given, terminal) {
    const { of, name } = await openCase(given.names[0]!, terminal);
    const folder = given.text('texts') ?? dirname(name);
    const texts: Landed[] = [];
    for (const source of of.sources()) {
      if (source.file) texts.push(await land(source, folder, terminal));
    }
    const seen = new CaseUnderLens(of);
    const say = (id: Id) => sayClaim(seen, id);
    async function land(source: Source, from: string, to: Terminal): Promise<Landed> {
      const located = [...locatedIn(of, source.id)].filter((one) => one !== undefined);
      // A name is no path: a case may come from anybody.
      const text = await textIn(join(from, basename(source.file!)), to);
      if (!text) return { source, claims: located.length };
      const isOriginal = source.sha256 === undefined ? undefined : source.sha256 === text.sha256;
      return {
        source,
        text,
        isOriginal,
        claims: located.length,
        found: anchor(located, { text: text.text, isOriginal }),
      };
    }
    if (given.flag('json')) await printJson(terminal, texts.map(plain));
    else
      await print(
        terminal,
        texts.length > 0
          ? texts.map((one) => inWords(one, say, given.flag('all'))).join('\n\n')
          : 'no source of this case names a text',
      );
    return EXIT.ok;
  },
} satisfies Command;

interface Landed {
  readonly source: Source;
  readonly claims: number;
  /** Absent where the file is not there. */
  readonly text?: SourceText;
  readonly isOriginal?: boolean;
  readonly found?: Anchors;
}

async function textIn(path: string, terminal: Terminal): Promise<SourceText | undefined> {
  if (!(await stat(path).catch(() => undefined))?.isFile()) return undefined;
  const { chunks } = await openInput(path, terminal);
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  return readText(joined(pieces), basename(path), quietJob());
}

const HOW: Readonly<Record<How, string>> = {
  position: 'by position',
  quote: 'by quote',
  fuzzy: 'by likeness',
  place: 'by paragraph only',
};

function inWords(
  { source, text, isOriginal, found, claims }: Landed,
  say: (id: Id) => string,
  all: boolean,
): string {
  const title = `${inline(source.title)} (${inline(source.file!)})`;
  if (!text || !found) return `${title}: the text is not there; ${count(claims, 'place')} not looked at`;
  const same =
    isOriginal === undefined
      ? 'no hash to know it by'
      : isOriginal
        ? 'the text the case was coded from'
        : 'ANOTHER TEXT than the case was coded from';
  const ways = Object.entries(HOW).map(
    ([how, words]) => [found.placed.filter((one) => one.how === how).length, words] as const,
  );
  const landed = ways.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  const lines = all
    ? found.placed.map((one) => `  ${say(one.claim)}: “${inline(wordsAt(text.text, one))}”`)
    : [];
  const missing = found.unplaced
    .filter(({ reason }) => reason !== 'nowhere')
    .map(({ claim, reason }) => `  not placed: ${say(claim)}. ${REASONS[reason]}`);
  const silent = found.unplaced.filter(({ reason }) => reason === 'nowhere').length;
  if (silent > 0) missing.push(`  ${count(silent, 'claim')} of this source name no place in it`);
  const tally = `${found.placed.length} of ${count(claims, 'place')} found${landed.length > 0 ? ` (${landed.join(', ')})` : ''}`;
  return [`${title}: ${same}; ${tally}`, ...lines, ...missing].join('\n');
}

function wordsAt(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const points = new CodePoints(text);
  return text.slice(points.unitOf(start), points.unitOf(end));
}

function sayClaim(seen: CaseUnderLens, id: Id): string {
  const claim = seen.case.claims.claim(id)!;
  const value = seen.case.entity(claim.value) ? titleOf(seen, claim.value) : claim.value;
  return inline(`${titleOf(seen, claim.subject)}, ${claim.property}: ${value}`);
}

const plain = ({ source, text, isOriginal, found, claims }: Landed) => ({
  source: source.id,
  file: source.file,
  there: text !== undefined,
  sha256: text?.sha256,
  isOriginal,
  places: claims,
  placed: found?.placed.map(({ claim, start, end, how, sureness }) => ({ claim, start, end, how, sureness })),
  unplaced: found?.unplaced.map(({ claim, reason }) => ({ claim, reason })),
});
