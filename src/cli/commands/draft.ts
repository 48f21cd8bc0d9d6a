// `clew draft`: what a text speaks of, as suggestions. Writes nothing unless told to take them all.
import { basename } from 'node:path';
import { Case } from '../../case/case.ts';
import { newId } from '../../case/claimId.ts';
import { CaseUnderLens, OPEN } from '../../case/lens.ts';
import { parseDate } from '../../case/dates.ts';
import type { Source } from '../../case/records.ts';
import { sayValue } from '../../case/wording.ts';
import { adopt } from '../../drafting/adopting.ts';
import { draft as draftOf } from '../../drafting/draft.ts';
import { knownIn, matched } from '../../drafting/matching.ts';
import { isEntity, type Draft, type Suggestion } from '../../drafting/suggestion.ts';
import { piecesOf, write } from '../../formats/exporting.ts';
import { WRITABLE } from '../../formats/index.ts';
import { joined } from '../../formats/pieces.ts';
import { quietJob } from '../../plugin/job.ts';
import { readText } from '../../texts/text.ts';
import type { Command } from '../command.ts';
import { Ending, EXIT } from '../exit.ts';
import { openInput, saveOutput } from '../files.ts';
import { openCase } from '../opening.ts';
import { inline, print, printJson, table, tell, type Terminal } from '../terminal.ts';

const KINDS: readonly Suggestion['kind'][] = [
  'person',
  'organization',
  'place',
  'event',
  'role',
  'relation',
  'date',
  'money',
  'duration',
];

/** Throws an `Ending` for a kind that there is not. */
function kindsOf(asked: string | undefined): ReadonlySet<string> {
  const kinds = asked?.split(',').map((kind) => kind.trim()) ?? KINDS;
  const unknown = kinds.find((kind) => !KINDS.some((one) => one === kind));
  if (unknown !== undefined)
    throw new Ending(EXIT.usage, `draft: there is no kind "${unknown}". There are ${KINDS.join(', ')}.`);
  return new Set(kinds);
}

/** The date the text bears, of those there are. */
function publishedOf(date: string | undefined): string | undefined {
  if (date === undefined || parseDate(date)) return date;
  throw new Ending(EXIT.usage, `draft: --published takes a date such as 2024-12-25, not ${inline(date)}.`);
}

export const draft = {
  name: 'draft',
  summary: 'suggests the people, bodies, dates and ties that a text speaks of, with the words they rest on',
  usage: 'TEXT [--case FILE] [--only KINDS] [-o OUT --accept-all]',
  takes: [1, 1],
  options: {
    case: { type: 'string', value: 'FILE', says: 'match against the entities of this case' },
    only: {
      type: 'string',
      value: 'KINDS',
      says: `no more than these, with commas between: ${KINDS.join(', ')}`,
    },
    'accept-all': { type: 'boolean', says: 'take every suggestion; without it nothing is written' },
    out: { type: 'string', short: 'o', value: 'OUT', says: 'the case to write, with what was taken' },
    published: {
      type: 'string',
      value: 'DATE',
      says: 'the date the text bears, so that “on Tuesday” is a day',
    },
    title: { type: 'string', value: 'WORDS', says: 'title of the new source (the name of the file)' },
  },
  examples: [
    'draft article.txt --case graph-data/spector',
    'draft article.txt --published 2024-12-25',
    'draft article.txt --json',
    'draft article.html --only person,organization --json',
    'draft article.txt -o case.clew.json --accept-all',
  ],
  async run(given, terminal) {
    const [path] = given.names;
    const out = given.text('out');
    if ((out !== undefined) !== given.flag('accept-all'))
      throw new Ending(
        EXIT.usage,
        'draft: -o and --accept-all go together: what is not looked at is not written by accident.',
      );
    const only = kindsOf(given.text('only'));
    const published = publishedOf(given.text('published'));
    const input = await openInput(path!, terminal);
    const pieces: Uint8Array[] = [];
    for await (const piece of input.chunks) pieces.push(piece);
    const read = await readText(joined(pieces), basename(input.name), quietJob(1));
    const base = given.text('case');
    const of = base ? (await openCase(base, terminal)).of : new Case();
    const drafted = await draftOf(read.text, {}, published);
    await tellOf(drafted, terminal);
    const suggestions = matched(drafted.suggestions, [...knownIn(new CaseUnderLens(of, OPEN))], of.model);
    if (out !== undefined) {
      const source: Source = {
        kind: 'source',
        id: newId(),
        title: given.text('title') ?? basename(input.name),
        form: 'article',
        ...(published !== undefined && { date: published }),
        file: basename(input.name),
        sha256: read.sha256,
      };
      of.apply(adopt(of, { suggestions, accepted: new Set(suggestions.map(({ key }) => key)), source }));
      await save(of, out, terminal);
      await tell(
        terminal,
        `${suggestions.length} suggestions taken into ${inline(out)}, none of them looked at.`,
      );
      return suggestions.length > 0 ? EXIT.ok : EXIT.notFound;
    }
    const asked = suggestions.filter(({ kind }) => only.has(kind));
    if (given.flag('json')) await printJson(terminal, asked);
    else if (asked.length > 0) await print(terminal, table(asked.map((one) => rowOf(one, suggestions))));
    else await tell(terminal, 'Nothing was found to suggest.');
    return asked.length > 0 ? EXIT.ok : EXIT.notFound;
  },
} satisfies Command;

/** What whoever reads the suggestions must know of how the text was read. */
async function tellOf({ language, unread }: Draft, terminal: Terminal): Promise<void> {
  if (language !== undefined)
    await tell(
      terminal,
      `The text is in ${language}. The grammar is English: only names, sums and dates in figures are suggested.`,
    );
  if (unread !== undefined)
    await tell(terminal, `The last ${unread} characters were not read: draft the text in parts.`);
}

async function save(of: Case, out: string, terminal: Terminal): Promise<void> {
  const format = WRITABLE.find(({ id }) => id === 'clew')!;
  const parts = write(format, { seen: new CaseUnderLens(of, OPEN), placements: new Map() }, {}, quietJob(1));
  await saveOutput(out, piecesOf(parts), terminal, 'text');
}

function rowOf(one: Suggestion, all: readonly Suggestion[]): string[] {
  const [place] = one.places;
  const quote = `“${inline(place!.quote)}”`;
  return [
    one.kind,
    inline(saying(one, all)),
    quote.length > 90 ? `${quote.slice(0, 88)}…”` : quote,
    isEntity(one) && one.match ? `${inline(one.match.name)}: ${one.match.reason}` : one.reason,
  ];
}

function saying(one: Suggestion, all: readonly Suggestion[]): string {
  const nameOf = (key: string) => {
    const found = all.find((other) => other.key === key);
    return found && isEntity(found) ? found.name : key;
  };
  if (isEntity(one)) return [one.name, ...one.aliases].join(' / ');
  if (one.kind === 'relation')
    return `${nameOf(one.from)} – ${one.role} – ${nameOf(one.to)}${one.stance === 'affirmed' ? '' : ` (${one.stance})`}`;
  if (one.kind === 'role') return `${nameOf(one.of)}: ${one.role}`;
  return sayValue(one.kind === 'date' ? 'date' : one.kind === 'money' ? 'number' : 'duration', one.value);
}
