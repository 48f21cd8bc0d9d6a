// Text made safe for Markdown.
import { expect, test } from 'vitest';
import { markdownText } from '../../src/formats/markdownText.ts';

test.each([
  ['# heading', '\\# heading'],
  ['1. list', '1\\. list'],
  ['- item', '\\- item'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['<img src=x>', '\\<img src=x\\>'],
  ['https://example.org www.example.org', 'https\\://example.org www\\.example.org'],
  ['a\n\nb\u2028c', 'a b c'],
  ['`*_~|\\', '\\`\\*\\_\\~\\|\\\\'],
])('%j is text in Markdown, not markup', (given, written) => {
  expect(markdownText(given)).toBe(written);
});
