// Answers one question. The same code runs in the worker and, where a browser gives none, in the page.
import { Case } from '../case/case.ts';
import { CaseUnderLens } from '../case/lens.ts';
import { seeded, type Job } from '../plugin/job.ts';
import { valuesFor } from '../plugin/settings.ts';
import { unpack } from './crossing.ts';
import type { Answer, Name, Question } from './protocol.ts';

type Answering = { readonly [N in Name]: (question: Question<N>, job: Job) => Promise<Answer<N>> };

const named = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`There is no “${id}” in the list.`);
  return found;
};

const ANSWERS: Answering = {
  async layout({ layout: id, settings, graph, ...input }, job) {
    const { LAYOUTS } = await import('../layouts/index.ts');
    const layout = named(LAYOUTS, id);
    return layout.run({ ...input, graph: unpack(graph) }, valuesFor(layout.settings, settings), job);
  },
  async analyse({ analysis: id, settings, graph }, job) {
    const { ANALYSES } = await import('../analyses/index.ts');
    const analysis = named(ANALYSES, id);
    return analysis.run(unpack(graph), valuesFor(analysis.settings, settings), job);
  },
  async read({ bytes, ...options }, job) {
    const { read } = await import('../formats/importing.ts');
    // Plain data can cross, an import with its columns cannot.
    const { records, ...found } = await read(bytes, options, job);
    const { format, name, placements, tables, account, member, members } = found;
    return { format, name, records, placements, tables, account, member, members };
  },
  async write({ format: id, settings, records, lens, placements, only }, job) {
    const { WRITABLE } = await import('../formats/index.ts');
    const { bytesOf, fileNameFor, mimeOf, write } = await import('../formats/exporting.ts');
    const format = named(WRITABLE, id);
    const of = new Case(records);
    const parts = write(format, { seen: new CaseUnderLens(of, lens), placements, only }, settings, job);
    return {
      name: fileNameFor(format, of.header.name, parts),
      mime: mimeOf(format, parts),
      bytes: bytesOf(parts, job),
    };
  },
  async sheet({ kind, settings, records, lens, made, scene, fonts }, job) {
    const { writeSheet } = await import('../report/sheet.ts');
    const seen = new CaseUnderLens(new Case(records), lens);
    return writeSheet(kind, { seen, made, scene: () => scene, fonts: () => fonts! }, settings, job);
  },
  async sheetSummary({ records, lens }) {
    const { summariseSheet } = await import('../report/sheet.ts');
    return summariseSheet(new CaseUnderLens(new Case(records), lens));
  },
  async picture({ scene, options, fonts }) {
    const { writePdf } = await import('../pictures/pdf.ts');
    return writePdf(scene, options, fonts);
  },
  async text({ name, bytes }, job) {
    const { readText } = await import('../texts/text.ts');
    return readText(bytes, name, job);
  },
  async draft({ text, published }, job) {
    const { draft } = await import('../drafting/draft.ts');
    return draft(text, job, published);
  },
  async anchor({ located, document }) {
    const { anchor } = await import('../case/anchoring/anchors.ts');
    return anchor(located, document);
  },
};

export const answer = <N extends Name>(name: N, question: Question<N>, job: Job): Promise<Answer<N>> =>
  ANSWERS[name](question, job);

/** The randomness of a question: the same seed gives the same answer, in the worker and in the page. */
export const randomFor = (question: object): (() => number) =>
  seeded('seed' in question && typeof question.seed === 'number' ? question.seed : 1);
