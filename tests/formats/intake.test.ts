// What comes in: archives in archives, encodings, and what is said of files that nobody reads. The Zstandard samples
// were made with the reference program.
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { read, type Import } from '../../src/formats/importing.ts';
import { LIMITS } from '../../src/formats/limits.ts';
import { joined } from '../../src/formats/pieces.ts';
import { membersOf } from '../../src/formats/zip.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { readBytes } from './roundTrip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const TABLE = 'Id,Label\n1,Zoë Müller\n';
const gexf = (label: string, encoding = 'UTF-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?><gexf><graph><nodes><node id="1" label="${label}"/></nodes></graph></gexf>`;
const graphml = '<graphml><graph><node id="a"/><node id="b"/></graph></graphml>';
const names = ({ records }: Import): string[] =>
  records.flatMap((record) => (record.kind === 'claim' && record.property === 'name' ? [record.value] : []));
const counts = ({ account: { read } }: Import) => [read.nodes, read.edges];
const open = (input: Uint8Array, options: { member?: string; format?: string } = {}) =>
  read(input, { name: 'file', ...options }, quietJob());

describe('Zstandard', () => {
  const ONE = 'KLUv/SQYwQAASWQsTGFiZWwKMSxab8OrIE3DvGxsZXIKFM1ynA==';

  test.each([
    ['one frame', ONE, ['Zoë Müller']],
    [
      'several frames with a skippable one',
      'KLUv/SQYwQAASWQsTGFiZWwKMSxab8OrIE3DvGxsZXIKFM1ynFAqTRgCAAAAaGkotS/9BFgxAAAyLEFubgpzww+a',
      ['Zoë Müller', 'Ann'],
    ],
  ])('%s', async (_, sample, expected) => {
    expect(names(await open(base64(sample)))).toEqual(expected);
  });

  test.each([
    [
      'three million zeros in a few bytes',
      'KLUv/QRYVAAAEAAAAQD7/znAAgIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAM2DgADya/W',
    ],
    // Descriptor 0xA0: 2 to the power of 30.
    ['a window of a gigabyte', 'KLUv/QSgXQAAEAAAAgAVN1XgASyQ6gA6'],
    [
      'a content of four gigabytes, it says',
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 255, 255, 255, 255, 1, 0, 0]).toString('base64'),
    ],
    ['what is cut off', ONE.slice(0, 40)],
    ['a dictionary', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x21, 7, 1, 1, 0, 0]).toString('base64')],
  ])('%s is refused', async (_, sample) => {
    await expect(open(base64(sample))).rejects.toBeInstanceOf(InputError);
  });
});

describe('archives in archives', () => {
  const wrapped = (layers: number): Uint8Array =>
    Array.from({ length: layers }).reduce<Uint8Array>((inner) => gzipSync(inner), bytes(TABLE));

  test.each([1, 2, LIMITS.layers])('%d deep are unpacked', async (layers) => {
    expect(names(await open(wrapped(layers)))).toEqual(['Zoë Müller']);
  });

  test('deeper ones are refused, whatever they are made of', async () => {
    const deeper = [wrapped(LIMITS.layers + 1), zipSync({ a: zipSync({ b: zipSync({ c: wrapped(1) }) }) })];
    for (const one of deeper) await expect(open(one)).rejects.toBeInstanceOf(InputError);
  });

  test('gzips one after another are one file', async () => {
    const two = joined([gzipSync(bytes(TABLE)), gzipSync(bytes('2,Ann\n'))]);
    expect(names(await open(two))).toEqual(['Zoë Müller', 'Ann']);
  });
});

describe('a zip', () => {
  test.each<[string, Record<string, Uint8Array>, string, number]>([
    ['of one graph', { 'a.gexf': bytes(gexf('Ann')) }, 'gexf', 1],
    [
      'of one graph among other files',
      {
        'x/README.txt': bytes('Some words.'),
        'p.png': latin1('\x89PNG\r\n\x1a\n\0\0'),
        'x/a.graphml': bytes(graphml),
      },
      'graphml',
      2,
    ],
    ['of a packed graph', { 'a.graphmlz': gzipSync(bytes(graphml)) }, 'graphml', 2],
    ['of a zip of a graph', { 'a.zip': zipSync({ 'a.gexf': bytes(gexf('Ann')) }) }, 'gexf', 1],
    ['of one table', { 'people.csv': bytes(TABLE) }, 'csv', 1],
    [
      'of what a Mac adds',
      { '__MACOSX/._a.gexf': bytes(gexf('no')), '.DS_Store': bytes('x'), 'a.gexf': bytes(gexf('Ann')) },
      'gexf',
      1,
    ],
    [
      'of tables, one of them packed',
      { 'edges.csv': bytes('Source,Target\n1,2\n'), 'nodes.csv.gz': gzipSync(bytes(TABLE)) },
      'csv',
      2,
    ],
  ])('%s is opened', async (_, members, format, nodes) => {
    const imported = await open(zipSync(members));
    expect([imported.format, imported.account.read.nodes]).toEqual([format, nodes]);
  });

  test('of a neo4j export is read together', async () => {
    const zip = zipSync({
      'export.nodes.Person.csv': bytes('id:ID,name,:LABEL\n1,Ann,Person\n2,Bob,Person\n'),
      'export.relationships.KNOWS.csv': bytes(':START_ID,:END_ID,:TYPE\n1,2,KNOWS\n'),
      'export.cypher': bytes('LOAD CSV'),
    });
    const imported = await open(zip);
    expect(counts(imported)).toEqual([2, 1]);
    expect(imported.account.problems.map(({ where }) => where)).toContain('export.cypher');
  });

  const several = zipSync({ 'a.gexf': bytes(gexf('Ann')), 'b.graphml': bytes(graphml) });

  test('of several graphs opens the first, says so and offers the others', async () => {
    const first = await open(several);
    expect([first.member, first.members]).toEqual(['a.gexf', ['a.gexf', 'b.graphml']]);
    expect(first.account.problems).toMatchObject([{ outcome: 'refused', where: 'b.graphml' }]);
    expect(counts(await open(several, { member: 'b.graphml' }))).toEqual([2, 0]);
    expect((await open(several, { format: 'graphml' })).member).toBe('b.graphml');
  });

  test.each<[string, Uint8Array]>([
    ['that is empty', zipSync({})],
    ['of nothing to read', zipSync({ 'a.png': latin1('\x89PNG\r\n\x1a\n\0\0') })],
    ['that leads out of itself', zipSync({ '../a.csv': bytes(TABLE) })],
    ['with an absolute name', zipSync({ '/etc/a.csv': bytes(TABLE) })],
    [
      'of too many files',
      zipSync(Object.fromEntries(Array.from({ length: LIMITS.members + 1 }, (_, i) => [`${i}`, bytes('')]))),
    ],
    ['without a directory', zipSync({ 'a.csv': bytes(TABLE) }).subarray(0, 60)],
  ])('%s is refused', async (_, input) => {
    await expect(open(input)).rejects.toBeInstanceOf(InputError);
  });

  test.each<[string, (view: DataView, local: number, entry: number) => void]>([
    ['that is encrypted', (view, _, entry) => view.setUint16(entry + 8, 1, true)],
    ['with more in it than it says', (view, _, entry) => view.setUint32(entry + 24, 5, true)],
    ['with less in it than it says', (view, _, entry) => view.setUint32(entry + 24, 500, true)],
    ['packed in a way nobody knows', (view, _, entry) => view.setUint16(entry + 10, 99, true)],
    ['whose directory points nowhere', (view, _, entry) => view.setUint32(entry + 42, 9_999, true)],
  ])('%s is refused', async (_, damage) => {
    const zip = zipSync({ 'a.csv': bytes(TABLE.repeat(5)) });
    const entry = new DataView(zip.buffer).getUint32(zip.length - 22 + 16, true);
    damage(new DataView(zip.buffer), 0, entry);
    await expect(open(zip)).rejects.toBeInstanceOf(InputError);
  });

  test('with one name twice is refused', () => {
    const zip = zipSync({ 'a.csv': bytes('x'), 'b.csv': bytes('y') });
    const twice = Buffer.from(zip).toString('latin1').replaceAll('b.csv', 'a.csv');
    expect(() => membersOf(latin1(twice))).toThrow(InputError);
  });
});

describe('encodings', () => {
  const cyrillic = 'Id,Label\n1,Пётр Иванович\n2,Анна Сергеевна\n';
  const inTable = (text: string, of: string): Uint8Array => {
    const table = new Map(
      Array.from({ length: 256 }, (_, i) => [new TextDecoder(of).decode(Uint8Array.of(i)), i]),
    );
    return Uint8Array.from(text, (char) => table.get(char)!);
  };

  test.each(['iso-8859-1', 'windows-1251', 'koi8-r', 'iso-8859-5', 'macintosh'])(
    'an XML declaration of %s is believed',
    async (encoding) => {
      const label = encoding === 'iso-8859-1' || encoding === 'macintosh' ? 'Zoë Müller' : 'Пётр';
      const imported = await open(inTable(gexf(label, encoding), encoding));
      expect([names(imported), imported.account.mended]).toEqual([[label], 0]);
    },
  );

  test('a declaration of UTF-16 over UTF-8 is not', async () => {
    expect(names(await open(bytes(gexf('Пётр', 'utf-16'))))).toEqual(['Пётр']);
  });

  test('a declaration of UTF-8 over something else is told', async () => {
    const imported = await open(latin1(gexf('Zoë Müller')));
    expect([names(imported), imported.account.mended]).toEqual([['Zoë Müller'], 1]);
  });

  test.each(['windows-1251', 'koi8-r'])('Cyrillic in undeclared %s is guessed and told', async (encoding) => {
    const imported = await open(inTable(cyrillic, encoding));
    expect([names(imported), imported.account.mended]).toEqual([['Пётр Иванович', 'Анна Сергеевна'], 1]);
  });

  test('UTF-16 without a mark is seen also where letters are not Latin', async () => {
    const wide = new Uint8Array(Buffer.from(cyrillic, 'utf16le'));
    expect(names(await open(wide))).toEqual(['Пётр Иванович', 'Анна Сергеевна']);
    expect(names(await open(new Uint8Array(Buffer.from(wide).swap16())))).toEqual([
      'Пётр Иванович',
      'Анна Сергеевна',
    ]);
  });

  test('UTF-32 is refused', async () => {
    await expect(open(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0))).rejects.toThrow(/UTF-32/);
  });
});

const container = (stream: string): Uint8Array =>
  joined([
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(504),
    new Uint8Array(Buffer.from(stream, 'utf16le')),
    new Uint8Array(64),
  ]);
const xml = (root: string) => bytes(`<?xml version="1.0"?>\n<!-- made by hand -->\n<${root}/>`);

describe('what nobody recognises is named, with the program that can convert it', () => {
  test.each<[name: string, content: Uint8Array, expected: RegExp]>([
    ['nothing', bytes(''), /empty file/],
    ['a.pdf', bytes('%PDF-1.7'), /a PDF/],
    ['a.html', bytes('<!DOCTYPE html><html></html>'), /web page/],
    ['a.xml', xml('note'), /<note>/],
    ['a.json', bytes('{"a":1}'), /JSON/],
    ['a.txt', bytes('Nothing but words.'), /plain text/],
    ['a.png', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), /PNG/],
    ['a.jpg', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), /JPEG/],
    ['a.sqlite', latin1('SQLite format 3\0\x10\0'), /SQLite.*CSV/],
    ['a.parquet', latin1('PAR1\x15\0'), /Parquet.*CSV/],
    ['a.arrow', latin1('ARROW1\0\0'), /Arrow.*CSV/],
    ['a.7z', latin1("7z\xbc\xaf'\x1c\0\x04"), /7-Zip.*Unpack/],
    ['a.rar', latin1('Rar!\x1a\x07\x01\0'), /RAR.*Unpack/],
    ['a.tar', latin1(`graph.gexf${'\0'.repeat(247)}ustar\x0000`), /tar.*Unpack/],
    ['a.h5', latin1('\x89HDF\r\n\x1a\n\0'), /HDF5/],
    ['a.rds', gzipSync(latin1('X\n\0\0\0\x03\0\x04')), /\.rds.*R/],
    ['a.mat', latin1('MATLAB 5.0 MAT-file, Platform: GLNXA64\0'), /MATLAB/],
    ['a.dump', latin1('DZV1\0\0\0\x01'), /Neo4j dump.*apoc/],
    ['a.xls', container('Workbook'), /Excel.*XLSX or CSV/],
    ['a.doc', container('WordDocument'), /Word/],
    ['a.msg', container('__substg1.0_001A001F'), /Outlook/],
    ['a.anb', container('Contents'), /i2 chart.*\.anx/],
    ['unnamed', container('Contents'), /office document or an i2 chart/],
    ['a.ygf', latin1('\0\x01\x02\x03'), /yEd.*GraphML/],
    ['a.tlp', bytes('(tlp "2.3"\n(nb_nodes 2)\n(nodes 0..1)\n)'), /Tulip.*GEXF/],
    ['a.dgs', bytes('DGS004\ngraph 0 0\nan "a"\n'), /GraphStream.*GEXF/],
    ['a.owl', xml('rdf:RDF xmlns:rdf="x"'), /RDF in XML.*Turtle/],
    ['a.svg', xml('svg'), /SVG/],
    ['a.kml', xml('kml'), /KML/],
    ['a.drawio', xml('mxfile'), /diagrams\.net/],
    ['a.eml', bytes('Received: from x\r\nFrom: a@b.c\r\nSubject: Hi\r\n\r\nHello'), /e-mail/],
    ['a.gt', joined([Uint8Array.of(0xe2, 0x9b, 0xbe), latin1(' gt\x01\0')]), /graph-tool/],
    [
      'a.docx',
      zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'word/document.xml': bytes('<w:document/>') }),
      /Word/,
    ],
    [
      'a.odt',
      zipSync({ mimetype: bytes('x'), 'content.xml': bytes('<office:document-content/>') }),
      /OpenDocument/,
    ],
    [
      'a.gephi',
      zipSync({ Project_xml: latin1('\0\x01'), Workspace_1_graphstore_bytes: latin1('\0\x01') }),
      /\.gephi.*export.*GEXF/,
    ],
    ['a.tlpx', zipSync({ 'project.xml': bytes('<tulipproject/>'), 'graph.tlpb': latin1('TLPB\0') }), /Tulip/],
    ['a.bin', latin1('\0\x01\x02\x03'), /binary file/],
  ])('%s', async (name, content, expected) => {
    const failure = await readBytes(content, name).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as InputError).message).toMatch(expected);
  });

  test('and binary files are not read as text by whoever asks for it', async () => {
    await expect(readBytes(latin1('\x89PNG\r\n\x1a\n\0\0'), 'a.png', 'gexf')).rejects.toBeInstanceOf(
      InputError,
    );
  });
});

test('names of a zip are kept as text, whatever they are', async () => {
  const zip = zipSync({ '__proto__.gexf': bytes(gexf('Ann')), 'constructor/a.graphml': bytes(graphml) });
  const imported = await open(zip);
  expect(imported.members).toEqual(['__proto__.gexf', 'constructor/a.graphml']);
  expect([...new Case(imported.records).entities()]).toHaveLength(1);
});
