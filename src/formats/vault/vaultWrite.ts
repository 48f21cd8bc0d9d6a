// Writes a vault: one note an entity. Values and ties lie in the front matter, exactly; the body says them for people.
import { checksum } from '../checksum.ts';
import type { FlatColumn, FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import type { Part } from '../format.ts';
import { objectText, scalarText, writtenName } from '../jsonWriting.ts';
import { markdownText } from '../markdownText.ts';
import { grouped } from '../order.ts';
import { NoteNames } from './noteNames.ts';

const MIME = 'text/markdown';
/** Names that Obsidian or the reader gives a meaning. */
export const TAKEN = new Set(['aliases', 'alias', 'tags', 'tag', 'cssclasses', 'ties', 'clew', 'to', '']);

export function vaultParts(graph: FlatGraph): readonly Part[] {
  const names = new NoteNames();
  const nameOf = new Map(Array.from(graph.nodes, ({ id, label }) => [id, names.nameFor(label)]));
  const ties = grouped(graph.edges, ({ source }) => source);
  const notes = Array.from(graph.nodes, (node): Part => {
    const text = () => noteText(graph, node, ties.get(node.id) ?? [], nameOf);
    return { name: `${nameOf.get(node.id)!}.md`, mime: MIME, text: lazy(text) };
  });
  const about = objectText({ title: graph.title, description: graph.description || undefined });
  return [
    { name: '.obsidian/app.json', mime: 'application/json', text: ['{}\n'] },
    { name: '.obsidian/clew.json', mime: 'application/json', text: [`${about}\n`] },
    ...notes,
  ];
}

/** A note is written when it is asked for, so that not all lie in memory at once. */
const lazy = (text: () => string): Iterable<string> => ({
  *[Symbol.iterator]() {
    yield text();
  },
});

type Names = ReadonlyMap<string, string>;

function noteText(graph: FlatGraph, node: FlatNode, ties: readonly FlatEdge[], names: Names): string {
  const body = bodyText(node, ties, names);
  const fields = [
    `clew: ${quoted(checksum(body))}`,
    `id: ${quoted(node.id)}`,
    `label: ${quoted(node.label)}`,
    ...(names.get(node.id) === node.label ? [] : [`aliases: [${quoted(node.label)}]`]),
    ...(node.x === undefined || node.y === undefined ? [] : [`x: ${node.x}`, `y: ${node.y}`]),
    ...columnFields(graph.nodeColumns, node.values).map(([name, value]) => field(name, value)),
  ];
  if (ties.length > 0)
    fields.push('ties:', ...ties.map((tie) => `  - ${tieText(tie, graph.edgeColumns, names)}`));
  return `---\n${fields.join('\n')}\n---\n${body}`;
}

function bodyText({ label, schema }: FlatNode, ties: readonly FlatEdge[], names: Names): string {
  const lines = ties.map(
    (tie) => `- ${markdownText(tie.label || tie.type)}: [[${names.get(tie.target)!}]]\n`,
  );
  const list = lines.length > 0 ? `\n${lines.join('')}` : '';
  return `# ${markdownText(label)}\n\n${markdownText(schema)}\n${list}`;
}

const columnFields = (
  columns: readonly FlatColumn[],
  values: ReadonlyMap<string, readonly string[]>,
): [name: string, value: string][] =>
  columns.flatMap((column) => {
    const told = values.get(column.id);
    if (!told || told.length === 0) return [];
    const written = told.map((value) => scalar(value, column.type));
    return [[writtenName(column, TAKEN), column.list ? `[${written.join(', ')}]` : written[0]!]];
  });

/** A tie as a flow mapping. `to` is for people; `target` tells the reader. */
function tieText(tie: FlatEdge, columns: readonly FlatColumn[], names: Names): string {
  const { id, target, directed, label, weight, values } = tie;
  const members: [string, string][] = [
    ['to', quoted(`[[${names.get(target)!}]]`)],
    ['target', quoted(target)],
    ['id', quoted(id)],
    ['directed', String(directed)],
    ['label', quoted(label)],
    ['weight', String(weight)],
    ...columnFields(columns, values),
  ];
  return `{${members.map(([name, value]) => `${key(name)}: ${value}`).join(', ')}}`;
}

/** A mapping's key may have 1024 characters, unless it is marked as one (YAML 1.2, section 7.4). */
const field = (name: string, value: string): string =>
  name.length > 900 ? `? ${quoted(name)}\n: ${value}` : `${key(name)}: ${value}`;

const key = (name: string): string =>
  /^[A-Za-z]\w{2,30}$/.test(name) && !/^(true|false|null|yes|off)$/i.test(name) ? name : quoted(name);

const scalar = (value: string, type: FlatColumn['type']): string => {
  const text = scalarText(value, type);
  return text.startsWith('"') ? quoted(value) : text;
};

/** JSON is YAML, but for characters that YAML calls unprintable (section 5.1) or takes for ends of lines. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
