// What Clew writes as GraphML.
import { describe, expect, test } from 'vitest';
import { graphml } from '../../src/formats/graphml/graphml.ts';
import { outgoing, smallRecords } from './cases.ts';
import { bytesFor } from './roundTrip.ts';

describe('writing', () => {
  const text = (settings = {}) =>
    new TextDecoder().decode(bytesFor(graphml, outgoing(smallRecords()), settings));

  test('declares every key once, with name and type', () => {
    const keys = Array.from(
      text().matchAll(/<key id="(.*?)" for="(.*?)" attr.name="(.*?)" attr.type="(.*?)"\/>/g),
      ([, ...key]) => key,
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(new Set(keys.map(([id]) => id)).size).toBe(keys.length);
    expect(new Set(keys.map(([, of, name]) => `${of} ${name}`)).size).toBe(keys.length);
    expect(new Set(keys.map(([, , , type]) => type))).toEqual(
      new Set(['string', 'double', 'int', 'boolean']),
    );
  });

  test('never uses d3 and d7, which Gephi takes for yEd’s labels', () => {
    expect(text()).not.toMatch(/<key id="d\d+"/);
  });

  test('says of each edge whether it is directed', () => {
    expect(text()).toContain('directed="false"');
    expect(text({ directed: true })).not.toContain('directed="false"');
  });

  test('is recognised by content alone', () => {
    const head = (head: string) => ({ text: head, bytes: new Uint8Array(0) });
    expect([graphml.sniff(head(text())), graphml.sniff(head('<gexf>'))]).toEqual([1, 0]);
  });
});
