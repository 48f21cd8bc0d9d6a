// Files of text → the text that positions count in: plain, from web pages, from PDFs.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { quietJob } from '../../src/plugin/job.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { textOfHtml } from '../../src/texts/html.ts';
import { readText } from '../../src/texts/text.ts';
import { barePdf, words } from './barePdf.ts';

const read = (bytes: Uint8Array | string, name: string) =>
  readText(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name, quietJob());

describe('a text file', () => {
  test('is taken as it lies, with the hash of its bytes', async () => {
    const bytes = new TextEncoder().encode('# Åre\r\n\r\nBo <b>paid</b> &amp; left.\r\n');
    const { kind, text, sha256 } = await read(bytes, 'note.md');
    expect({ kind, text }).toEqual({ kind: 'text', text: '# Åre\r\n\r\nBo <b>paid</b> &amp; left.\r\n' });
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa9]],
    ['UTF-16, little end first', [0xff, 0xfe, 0xe9, 0]],
    ['windows-1252', [0xe9]],
  ])('in %s is read', async (_title, bytes) => {
    expect((await read(Uint8Array.from(bytes), 'e.txt')).text).toBe('é');
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['no text', 'PNG\0\0\0\0IHDR\0'],
  ])('with %s in it is refused', async (_title, content) => {
    await expect(read(content, 'x.txt')).rejects.toThrow(InputError);
  });
});

describe('a web page', () => {
  test.each([
    ['paragraphs', '<p>One\n two.</p><p>Three', 'One two.\n\nThree\n'],
    ['inline marks', 'a<b>b</b> <i>c</i>d', 'ab cd\n'],
    ['headings and lists', '<h1>Head</h1><ul><li>x<li>y</ul>', 'Head\n\nx\ny\n'],
    ['line breaks', 'a<br>b<br/>c', 'a\nb\nc\n'],
    ['cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>', 'a b\nc\n'],
    ['preformatted text', '<pre>a\n  b</pre>c', 'a\n  b\n\nc\n'],
    ['scripts and styles', 'a<script>if (a<b) "</p>"</script><style>p{}</style>b', 'ab\n'],
    ['a script that names its own end in a string', '<script>x = "</scripty>"</script>b', 'b\n'],
    ['a head without an end', '<head><title>T</title><body>b', 'b\n'],
    ['nested drawings', '<svg><text>x</text><svg></svg></svg>b', 'b\n'],
    ['comments', 'a<!-- <p>x</p> -->b<!doctype html>c', 'abc\n'],
    ['what is no tag', '1 < 2 and <3', '1 < 2 and <3\n'],
    ['a tag cut off', 'a <b class="', 'a <b class="\n'],
    ['brackets in attributes', '<a title="x > y">z</a>', 'z\n'],
    [
      'entities',
      '&lt;b&gt; &eacute;&Eacute;&#8217;&#x2019;&#146; &nosuch; &amp;lt;',
      '<b> éÉ’’’ &nosuch; &lt;\n',
    ],
    ['a text area', '<textarea><b>x</b></textarea>', '<b>x</b>\n'],
  ])('with %s', (_title, html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test('is known by its content or its name, and says its encoding', async () => {
    const page = Uint8Array.from([
      ...new TextEncoder().encode('<meta charset="windows-1251"><p>'),
      0xc1,
      0xee,
    ]);
    expect(await read(page, 'page.html')).toMatchObject({ kind: 'html', text: 'Бо\n' });
    expect(await read('<!DOCTYPE html><p>x', 'page')).toMatchObject({ kind: 'html', text: 'x\n' });
    expect(await read('<p> is a tag', 'note.txt')).toMatchObject({ kind: 'text' });
  });

  test('of a million brackets is read in one pass', () => {
    expect(textOfHtml('<'.repeat(300_000))).toHaveLength(300_001);
    expect(textOfHtml('<a '.repeat(20_000)).length).toBeGreaterThan(0);
    expect(textOfHtml('<script>'.repeat(50_000))).toBe('');
  });
});

const LOCK = `/ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >>`;

describe('a PDF', () => {
  test('gives its text layer, a form feed between pages, a blank line between paragraphs', async () => {
    const bytes = barePdf([
      words([700, 'Ann met Bo.'], [686, 'They'], [650, 'dined.']),
      words([700, 'Nobody paid.']),
    ]);
    const { kind, text, sha256 } = await read(bytes, 'dinner.pdf');
    expect({ kind, text }).toEqual({ kind: 'pdf', text: 'Ann met Bo.\nThey\n\ndined.\n\fNobody paid.' });
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('with a page that is a picture says so', async () => {
    const { problems } = await read(barePdf(['0 0 9 9 re f', words([700, 'Two.'])]), 'x.pdf');
    expect(problems).toHaveLength(1);
  });

  test.each([
    ['without words', barePdf(['0 0 9 9 re f'])],
    ['with a password', barePdf([words([700, 'x'])], LOCK)],
    ['cut off', new TextEncoder().encode('%PDF-1.7\nnothing')],
  ])('%s is refused', async (_title, bytes) => {
    await expect(read(bytes, 'x.pdf')).rejects.toThrow(InputError);
  });
});
