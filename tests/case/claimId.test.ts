// The id of a claim is the same SHA-256 of the same JSON, however it is worked out.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimId } from '../../src/case/claimId.ts';
import { digest } from '../../src/case/digest.ts';
import { STANCES } from '../../src/case/records.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 20);
const TEXT = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud800', '"\\\n', 'Zoë', '\x7f'),
);

test('texts of every length around the blocks of the hash', () => {
  for (let length = 0; length < 300; length++) {
    const text = 'ab'.repeat(length).slice(0, length);
    expect(digest(text), `${length}`).toBe(sha256(text));
    expect(digest(`é${text}`), `é and ${length}`).toBe(sha256(`é${text}`));
  }
  const long = 'клев '.repeat(100_000);
  expect(digest(long)).toBe(sha256(long));
});

test('any text', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(digest(text)).toBe(sha256(text));
    }),
  );
});

test('the id of any claim', () => {
  const claims = fc.record(
    {
      ...{ source: TEXT, subject: TEXT, property: TEXT, value: TEXT, stance: fc.constantFrom(...STANCES) },
      ...{ via: fc.array(TEXT), attributedTo: fc.array(TEXT), held: TEXT, language: TEXT },
    },
    { requiredKeys: ['source', 'subject', 'property', 'value', 'stance'] },
  );
  fc.assert(
    fc.property(claims, (c) => {
      const meaning = [c.source, c.via ?? [], c.subject, c.property, c.value, c.stance];
      const rest = [c.attributedTo ?? [], c.held ?? '', c.language ?? ''];
      expect(claimId(c)).toBe(sha256(JSON.stringify([...meaning, ...rest])));
    }),
  );
});
