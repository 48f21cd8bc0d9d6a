import { describe, expect, test } from 'vitest';
import { Model } from '../../src/case/schema.ts';
import { ICONS, iconPaths } from '../../src/view/icons.ts';
import { lookOf, lookOfValue } from '../../src/view/look.ts';

const model = new Model([
  { name: 'Oligarch', label: 'Oligarch', extends: ['Person'] },
  { name: 'Hearing', label: 'Hearing', extends: ['Event'] },
]);

describe('lookOf', () => {
  test.each([
    ['Person', 'circle', 'person'],
    ['Oligarch', 'circle', 'person'],
    ['Organization', 'square', 'organization'],
    ['Company', 'square', 'organization'],
    ['PublicBody', 'square', 'organization'],
    ['LegalEntity', 'square', 'organization'],
    ['Event', 'diamond', 'event'],
    ['Hearing', 'diamond', 'event'],
    ['CourtCase', 'shield', 'case'],
    ['Article', 'page', 'document'],
    ['PlainText', 'page', 'document'],
    ['Address', 'hexagon', 'place'],
    ['Vessel', 'tag', 'other'],
    ['Unheard-of', 'circle', 'other'],
    ['__proto__', 'circle', 'other'],
  ])('%s: %s in the colour of a %s', (schema, shape, colour) => {
    expect(lookOf(model.schema(schema).lineage)).toMatchObject({ shape, colour });
  });
  test('shared values are smaller than actors', () => {
    expect(lookOfValue('phone').size).toBeLessThan(lookOf(['Person']).size);
    expect(lookOfValue('whatever').icon).toBe('other');
  });
});

test('every icon is path data alone', () => {
  for (const paths of Object.values(ICONS))
    for (const d of paths) expect(d).toMatch(/^M[\dMmLlHhVvAaCcSsQqZz\s.,-]+$/);
  expect(iconPaths('constructor')).toBe(ICONS.other);
});
