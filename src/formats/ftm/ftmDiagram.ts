// Network diagrams of Aleph and OpenAleph (.ftm, older .vis): entities with where they lie, as its importer takes them.
import type { Format, Head, Loss } from '../format.ts';
import { graphLosses } from '../losses.ts';
import { wholeText } from '../text.ts';
import { TELLING } from '../told.ts';
import { readDiagram } from './ftmDiagramRead.ts';
import { diagramText } from './ftmDiagramWrite.ts';
import { fitLosses } from './ftmFit.ts';
import { FtmWriter } from './ftmWrite.ts';

export const ftmDiagram = {
  id: 'ftm-diagram',
  label: 'Network diagram of OpenAleph',
  usedBy: 'OpenAleph, Aleph: a diagram to go on drawing in an investigation',
  extensions: ['ftm', 'vis'],
  mime: 'application/json',
  settings: TELLING,

  sniff,

  async read(chunks, sink) {
    readDiagram(await wholeText(chunks), sink);
  },

  write: (out, settings) => [
    {
      name: 'case.ftm',
      mime: 'application/json',
      text: { [Symbol.iterator]: () => diagramText(out, settings) },
    },
  ],

  loses(out, settings): readonly Loss[] {
    const writer = new FtmWriter(out, settings);
    for (const _ of writer.entities());
    const carries = { positions: true, mixed: true, lists: true, ownTypes: true };
    return [...graphLosses(out, settings, carries), ...fitLosses(writer.fit, 'referent')];
  },
} satisfies Format;

/** The layout may stand first or after more entities than the head holds. */
function sniff({ text }: Head): number {
  if (!/^\s*\{\s*"(layout|entities|viewport)"\s{0,9}:/.test(text)) return 0;
  if (/"layout"\s{0,9}:\s{0,9}\{/.test(text) && /"(vertices|entities)"\s{0,9}:\s{0,9}\[/.test(text))
    return 0.95;
  return /^\s*\{\s*"entities"\s{0,9}:\s{0,9}\[/.test(text) &&
    /"schema"\s{0,9}:/.test(text) &&
    text.length > 60_000
    ? 0.7
    : 0;
}
