// The reader and the writer of XML: what is refused, what is mended, what goes out escaped.
import { describe, expect, test } from 'vitest';
import { readXml, type XmlAttributes } from '../../src/formats/xml.ts';
import { xmlRoot } from '../../src/formats/xmlRoot.ts';
import { element, emptyTag, xmlId } from '../../src/formats/xmlWriting.ts';
import { Cancelled, quietJob } from '../../src/plugin/job.ts';
import { InputError, type Problem } from '../../src/plugin/problem.ts';
import { inPieces } from './events.ts';

/** Elements as `name{attributes}text`, in the order in which they close. */
async function heard(text: string, size?: number): Promise<{ told: string[]; problems: Problem[] }> {
  const told: string[] = [];
  const problems: Problem[] = [];
  const open: XmlAttributes[] = [];
  const visitor = {
    open: (name: string, attributes: XmlAttributes) => {
      open.push(attributes);
      return name !== 'deaf';
    },
    close: (name: string, said: string) => void told.push(`${name}${JSON.stringify(open.pop())}${said}`),
  };
  await readXml(inPieces(text, size), visitor, (problem) => problems.push(problem), quietJob());
  return { told, problems };
}

describe('readXml', () => {
  test('gives local names, attributes and the text directly inside an element', async () => {
    const { told, problems } = await heard(
      '<a:r x="1"><b>one<c>two</c> <![CDATA[<3>]]>&amp;</b><deaf>no</deaf></a:r>',
    );
    expect(told).toEqual(['c{}two', 'b{}one <3>&', 'deaf{}', 'r{"x":"1"}']);
    expect(problems).toEqual([]);
  });

  test('keeps attributes called like parts of Object', async () => {
    const { told } = await heard('<r __proto__="a" constructor="b"/>');
    expect(told).toEqual(['r{"__proto__":"a","constructor":"b"}']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test.each([1, 2, 3, 1000])('reads the same in pieces of %i bytes', async (size) => {
    const { told } = await heard(
      '<r a="\u{1d4b3} \u05d0">\u{1f469}\u200d\u{1f467} &#x1F600; ab\r\nc</r>',
      size,
    );
    expect(told).toEqual(['r{"a":"\u{1d4b3} \u05d0"}\u{1f469}\u200d\u{1f467} \u{1f600} ab\nc']);
  });

  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
    '',
  );
  test.each([
    ['entities that grow', `<!DOCTYPE r [<!ENTITY l0 "lol">${laughs}]><r>&l9;</r>`],
    ['an entity of a file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'],
    ['a parameter entity', '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://example.org/"> %x;]><r/>'],
    ['nesting without end', '<a>'.repeat(300)],
    ['too many attributes', `<a ${Array.from({ length: 10_001 }, (_, i) => `a${i}=""`).join(' ')}/>`],
    ['a text beyond the limit', `<a>${'x'.repeat(1_100_000)}</a>`],
    ['an attribute beyond the limit', `<a b="${'x'.repeat(1_100_000)}"/>`],
    ['a file cut off', '<a><b x="1"/>'],
    ['a file cut off in a tag', '<a><b x="1'],
    ['tags that do not match', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['an attribute given twice', '<a x="1" x="2"/>'],
    ['a bare ampersand', '<a>Post & Sons</a>'],
    ['no element', '<?xml version="1.0"?>'],
    ['nothing', ' '],
  ])('refuses %s', async (_, text) => {
    await expect(heard(text)).rejects.toBeInstanceOf(InputError);
  });

  test('says at which line it stopped', async () => {
    await expect(heard('<a>\n<b>\n</c>\n</a>')).rejects.toThrow(/line 3/);
  });

  test.each([
    ['an external document type', '<!DOCTYPE r SYSTEM "http://example.org/r.dtd"><r>x</r>', 'x', 'kept'],
    ['an entity nobody declared', '<r>a&nbsp;b&#1;</r>', 'a&nbsp;b&#1;', 'kept'],
    ['control characters', '<r>a\u0001b\ufffec</r>', 'abc', 'mended'],
  ])('tells of %s once', async (_, text, kept, outcome) => {
    const { told, problems } = await heard(text);
    expect(told).toEqual([`r{}${kept}`]);
    expect(problems.map((problem) => problem.outcome)).toEqual([outcome]);
  });

  test('reads a declaration after blank lines, and counts them', async () => {
    const { told } = await heard('\n\n<?xml version="1.0"?>\n<r/>');
    expect(told).toEqual(['r{}']);
    await expect(heard('\n\n<?xml version="1.0"?>\n<r></s>')).rejects.toThrow(/line 4/);
  });

  test('stops when the job is cancelled', async () => {
    const job = { ...quietJob(), cancelled: () => true };
    const long = `<r>${'<a b="cdefghijklmnop"/>'.repeat(200_000)}</r>`;
    const visitor = { open: () => false, close: () => {} };
    await expect(readXml(inPieces(long), visitor, () => {}, job)).rejects.toBeInstanceOf(Cancelled);
  });
});

describe('xmlRoot', () => {
  test.each([
    ['<gexf version="1.3">', 'gexf'],
    ['\ufeff <?xml version="1.0"?>\n<!-- <a> -->\n<!DOCTYPE g SYSTEM "x">\n<y:graphml\n', 'graphml'],
    ['<!DOCTYPE g [<!ELEMENT a ANY>]><gexf/>', 'gexf'],
    ['{"a":1}', undefined],
    ['<!-- no end', undefined],
    ['', undefined],
  ])('of %j is %s', (text, root) => {
    expect(xmlRoot(text)).toBe(root);
  });
});

describe('writing', () => {
  test.each([
    ['<b> & "c" \'d\' ]]>', '<b> & "c" \'d\' ]]>'],
    ['tab\tline\nreturn\r', 'tab\tline\nreturn\r'],
    ['\u0000\u0001\u001f\ufffe\ud800', '\ufffd\ufffd\ufffd\ufffd\ufffd'],
    ['\u{1d4b3}\u2028\u0085 ', '\u{1d4b3}\u2028\u0085 '],
  ])('brings %j back as %j', async (text, back) => {
    const { told } = await heard(`<r>${element('t', { a: text }, text)}</r>`, 1000);
    expect(told[0]).toBe(`t${JSON.stringify({ a: back })}${back}`);
  });

  test('leaves out attributes that are undefined', () => {
    expect(emptyTag('a', { b: undefined, c: 0 })).toBe('<a c="0"/>');
  });

  test('keeps ids apart that differ in what XML forbids', () => {
    const ids = ['a', 'a\u0001', 'a\u0002', 'a\ud800', 'a\udc00'];
    expect(new Set(ids.map(xmlId)).size).toBe(ids.length);
  });
});
