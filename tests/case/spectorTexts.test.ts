// The Spector case in its documents, where they are at hand: every claim lands on its words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchor, locatedIn } from '../../src/case/anchoring/anchors.ts';
import { Case } from '../../src/case/case.ts';
import { keepQuotes } from '../../src/case/commands/texts.ts';
import type { CaseRecord, Claim, Entity, Relation, Source } from '../../src/case/records.ts';
import { slice } from './evidence.ts';

const path = new URL('../../graph-data/spector/case.clew.json', import.meta.url);
const file = JSON.parse(readFileSync(path, 'utf8')) as {
  sources: Source[];
  entities: Entity[];
  relations: Relation[];
  claims: Claim[];
};
const folder = process.env.CLEW_DOCUMENTS;
if (!folder) {
  console.warn(
    'SKIPPED: it was not checked that every claim of the Spector case lands on its words.\n' +
      'To check it, set CLEW_DOCUMENTS to the folder that holds its documents.',
  );
}

describe.skipIf(!folder)('the Spector case with its documents attached', () => {
  const documents = new Map(
    file.sources
      .filter((source) => folder && source.file !== undefined)
      .map(({ id, file: name }) => [id, [...readFileSync(join(folder!, name!), 'utf8')]] as const),
  );
  const records: readonly CaseRecord[] = [
    ...file.sources.map((source) => ({ ...source, kind: 'source' as const })),
    ...file.entities.map((entity) => ({ ...entity, kind: 'entity' as const })),
    ...file.relations.map((relation) => ({ ...relation, kind: 'relation' as const })),
    ...file.claims.map((claim) => ({ ...claim, kind: 'claim' as const })),
  ];
  const placesIn = (of: Case, source: string) =>
    [...locatedIn(of, source)].filter((one) => one !== undefined);

  it('lands every claim on its words', () => {
    const of = new Case(records);
    let places = 0;
    for (const [source, document] of documents) {
      const { placed, unplaced } = anchor(placesIn(of, source), {
        text: document.join(''),
        isOriginal: true,
      });
      expect(unplaced).toEqual([]);
      expect(placed.every(({ how, sureness }) => how === 'position' && sureness === 1)).toBe(true);
      places += placed.length;
    }
    expect(places).toBe(file.claims.flatMap(({ locators = [] }) => locators).length);
  });

  it('with its words kept, finds every one of them again where the documents are set in other type and added to', () => {
    let [asked, again] = [0, 0];
    for (const [source, document] of documents) {
      const text = document.join('');
      const of = new Case(records);
      const { placed } = anchor(placesIn(of, source), { text, isOriginal: true });
      of.apply(keepQuotes(of, placed, text));
      const retyped = `Corrected version.\n\n${text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\n/g, '\r\n\r\n').replace(/—|–/g, '-')}`;
      const later = anchor(placesIn(of, source), { text: retyped, isOriginal: false });
      const points = [...retyped];
      asked += placed.length;
      again += later.placed.filter(({ start, end, how }, i) => {
        const plain = (words: string) => words.replace(/[“”"‘’'—–-]/g, '-').replace(/\s+/g, ' ');
        const was = plain(slice(document, placed[i]!.start, placed[i]!.end));
        return how === 'quote' && plain(points.slice(start, end).join('')) === was;
      }).length;
    }
    expect(again).toBe(asked);
  });
});
