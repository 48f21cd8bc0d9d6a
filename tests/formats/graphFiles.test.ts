// GEXF, GraphML and Cytoscape's JSON: what is written is read back the same.
import { describe, expect, test } from 'vitest';
import { cyjs } from '../../src/formats/cyjs/cyjs.ts';
import { gexf } from '../../src/formats/gexf/gexf.ts';
import { graphml } from '../../src/formats/graphml/graphml.ts';
import { nastyRecords, smallRecords } from './cases.ts';
import { inXml, roundTrip } from './graphRoundTrip.ts';

describe.each([
  ['gexf', gexf, {}],
  ['gexf 1.2', gexf, { version: '1.2' }],
  ['graphml', graphml, {}],
  ['cyjs', cyjs, {}],
  ['gexf directed', gexf, { directed: true }],
  ['graphml with what is denied', graphml, { denied: true }],
] as const)('%s', (_, format, settings) => {
  test('brings back the small case', async () => {
    const { before, after } = await roundTrip(format, smallRecords(), settings);
    expect(after).toEqual(before);
  });

  test('brings back the nastiest strings, but for what XML forbids', async () => {
    const { before, after } = await roundTrip(format, nastyRecords(), settings);
    expect(after.nodes.length).toBe(before.nodes.length);
    expect(after.edges.length).toBe(before.edges.length);
    expect(after).toEqual(format.id === 'cyjs' ? before : inXml(before));
  });
});
