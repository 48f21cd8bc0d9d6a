// The ties of the Spector case in words, as they should read.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import type { CaseRecord, Kind } from '../../src/case/records.ts';
import { shortestPaths } from '../../src/graph/paths.ts';
import { project } from '../../src/graph/project.ts';
import { sentencesOf } from '../../src/graph/sentences.ts';

describe('the Spector case in words', () => {
  const file = JSON.parse(
    readFileSync(new URL('../../graph-data/spector/case.clew.json', import.meta.url), 'utf8'),
  );
  const sections: readonly [Kind, string][] = [
    ['source', 'sources'],
    ['entity', 'entities'],
    ['relation', 'relations'],
    ['claim', 'claims'],
    ['judgement', 'judgements'],
  ];
  const header: CaseRecord = { kind: 'header', id: 'case', name: file.name, schemata: file.schemata };
  const records: CaseRecord[] = [
    header,
    ...sections.flatMap(([kind, section]) =>
      (file[section] as object[]).map((record) => ({ kind, ...record }) as CaseRecord),
    ),
  ];
  const seen = new CaseUnderLens(new Case(records));
  const graph = project(seen);

  it('says on a path who is tied to whom in the order of the path', () => {
    const told = shortestPaths(graph, 'fide', 'gene-spector').map((path) => sentencesOf(seen, graph, path));
    expect(told.length).toBeGreaterThan(1);
    for (const sentences of told) {
      expect(sentences[0]).toMatchObject({
        from: 'fide',
        text: 'Arkady Dvorkovich is head of International Chess Federation',
      });
      expect(sentences.at(-1)!.to).toBe('gene-spector');
      sentences.slice(1).forEach(({ from }, i) => expect(from).toBe(sentences[i]!.to));
    }
  });

  it.each([
    ['spector-chairman-medpolymerprom', 'Gene Spector is or was chairman of Medpolymerprom Group'],
    ['first-sentence convicted gene-spector', 'Gene Spector was convicted in the first sentence (bribery)'],
    ['espionage-charge filedBy moscow-court', 'The espionage charge was filed by a Moscow court'],
    ['alekseyeva-aide-dvorkovich', 'Anastasia Alekseyeva was aide to Arkady Dvorkovich'],
    ['dvorkovich-under-medvedev', 'Arkady Dvorkovich was deputy prime minister under Dmitry Medvedev'],
    ['spector-pentagon', 'Gene Spector is said to be acting for Pentagon'],
    ['bribes-bribery-case', 'The bribes belong to the bribery case'],
    [
      'dvorkovich-bribes',
      'Arkady Dvorkovich was not directly involved in the bribes, according to “Gene Spector Serving Time in Russian Prison Gets New 15 Year Sentence for Spying”',
    ],
    ['western-nations-exchange', 'Western nations were side in the prisoner exchange'],
    ['screening-espionage-case', 'The genetic screening is said to belong to the espionage case'],
  ])('%s: %s', (edge, text) => {
    const nodes = graph.extremities(edge);
    expect(sentencesOf(seen, graph, { nodes, edges: [edge], parallel: [[]] })[0]!.text).toBe(text);
  });
});
