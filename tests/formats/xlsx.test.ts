// Workbooks are made here by the description of the format (ECMA-376); tests/interop reads what openpyxl makes of ours.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ReadonlyCase } from '../../src/case/case.ts';
import { Case } from '../../src/case/case.ts';
import { flatten } from '../../src/formats/flat.ts';
import { fileNameFor, mimeOf, write } from '../../src/formats/exporting.ts';
import { read, type Import } from '../../src/formats/importing.ts';
import { xlsx } from '../../src/formats/xlsx/xlsx.ts';
import { quietJob } from '../../src/plugin/job.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { bytesFor, outgoingOf, readBytes } from './roundTrip.ts';

const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

interface Sheet {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
}

const links = (all: readonly (readonly [type: string, target: string])[], base = LINKS): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${base}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** `xml` is what stands in the worksheet. */
function book(
  sheets: readonly Sheet[],
  parts: Readonly<Record<string, string>> = {},
  base = LINKS,
): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': links([['officeDocument', 'xl/workbook.xml']], base),
    'xl/workbook.xml': `<workbook xmlns:r="${base}"><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}" state="${state ?? 'visible'}" r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      [
        ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['sharedStrings', '/xl/sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ],
      base,
    ),
    ...Object.fromEntries(
      sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet>${xml}</worksheet>`]),
    ),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const rowsXml = (...rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows.map((cells) => `<row>${cells.map(inline).join('')}</row>`).join('')}</sheetData>`;
const EDGES: Sheet = { name: 'Edges', xml: rowsXml(['Source', 'Target'], ['a', 'b'], ['b', 'c']) };

const sizes = ({ account: { read: of, mended, refused } }: Import) => [of.nodes, of.edges, mended, refused];
const valuesOf = (imported: Import, id: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    [...flatten(outgoingOf(imported), {}).nodes].find((node) => node.id === id)?.values ?? [],
  );
const problemsAt = (imported: Import): readonly string[] =>
  imported.account.problems.map(({ where }) => where);

describe('a workbook', () => {
  test('is read by its links, transitional or strict, shared and rich texts without how they are pronounced', async () => {
    const strings =
      '<sst><si><t>Id</t></si><si><t>Label</t></si><si><r><t xml:space="preserve">Ann </t></r><r><rPr><b/></rPr><t>Ōno</t></r><rPh sb="0" eb="1"><t>アン</t></rPh></si></sst>';
    const cells =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="str"><v>007</v></c><c r="B2" t="s"><v>2</v></c></row>';
    const sheet = { name: 'People', xml: `<dimension ref="A1:XFD1048576"/><sheetData>${cells}</sheetData>` };
    for (const base of [LINKS, STRICT]) {
      const imported = await readBytes(book([sheet], { 'xl/sharedStrings.xml': strings }, base));
      expect(sizes(imported)).toEqual([1, 0, 0, 0]);
      expect(valuesOf(imported, '007').name).toEqual(['Ann Ōno']);
    }
  });

  test('tells each value by sheet and cell, and what it leaves out', async () => {
    const nodes = `<sheetData><row r="1"><c r="B1" t="inlineStr"><is><t>Id</t></is></c><c r="C1" t="inlineStr"><is><t>Role</t></is></c></row>
      <row r="4"><c r="B4"><v>1</v></c><c r="C4" t="e"><v>#REF!</v></c></row>
      <row r="6" hidden="1"><c r="B6"><v>2</v></c><c r="C6"><f>NOW()</f></c></row></sheetData>`;
    const imported = await readBytes(
      book([
        { name: 'The nodes', xml: nodes },
        EDGES,
        { name: 'Secret', xml: rowsXml(['Id'], ['z']), state: 'veryHidden' },
        { name: 'Notes', xml: rowsXml(['Call Bob about the trial before Monday']) },
        { name: 'Empty', xml: '<sheetData/>' },
      ]),
    );
    expect(
      imported.records
        .filter(({ kind }) => kind === 'entity')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['1', '2', 'a', 'b', 'c']);
    expect(problemsAt(imported)).toEqual(
      expect.arrayContaining([
        'the sheet “Secret”',
        "'The nodes'!C4",
        "'The nodes'!C6",
        "'The nodes'!A6",
        'the sheet “Notes”',
      ]),
    );
    const places = imported.records.flatMap((record) =>
      record.kind === 'claim' ? (record.locators ?? []) : [],
    );
    expect(places).toContainEqual({ place: 'Edges!A2' });
  });

  test('reads hidden sheets when asked', async () => {
    const bytes = book([EDGES, { name: 'Secret', xml: rowsXml(['Id'], ['z']), state: 'hidden' }]);
    const imported = await read(bytes, { name: 'x', settings: { hidden: true } }, quietJob());
    expect(sizes(imported)).toEqual([4, 2, 3, 0]);
  });

  test('takes rows above the header for a title', async () => {
    const imported = await readBytes(
      book([
        { name: 'S', xml: rowsXml(['Ties of Acme', ''], ['as of May', ''], ['From', 'To'], ['a', 'b']) },
      ]),
    );
    expect(sizes(imported)).toEqual([2, 1, 0, 0]);
  });

  test('gives a value merged over rows to each of them', async () => {
    const cells = `${rowsXml(['Source', 'Target'], ['a', 'b'], ['', 'c'])}<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;
    const imported = await readBytes(book([{ name: 'S', xml: cells }]));
    expect(sizes(imported)).toEqual([3, 2, 1, 0]);
  });

  test('reads a table within a sheet, and tells of what lies outside', async () => {
    const cells = rowsXml(
      ['', 'x'],
      ['', 'Source', 'Target'],
      ['', 'a', 'b'],
      ['', 'Total', '1'],
      ['', 'a footnote'],
    );
    const bytes = book([{ name: 'S', xml: cells }], {
      'xl/worksheets/_rels/sheet1.xml.rels': links([['table', '../tables/table1.xml']]),
      'xl/tables/table1.xml': '<table ref="B2:C4" totalsRowCount="1"/>',
    });
    const imported = await readBytes(bytes);
    expect(sizes(imported)).toEqual([2, 1, 0, 1]);
  });

  test('reads a plain list of pairs where no sheet names its columns', async () => {
    expect(sizes(await readBytes(book([{ name: 'S', xml: rowsXml(['a', 'b'], ['b', 'c']) }])))).toEqual([
      3, 2, 0, 0,
    ]);
  });

  test('counts days from 1904 where it says so', async () => {
    const xml = `<sheetData><row>${inline('Id')}${inline('day')}</row><row>${inline('a')}<c s="1"><v>0</v></c></row></sheetData>`;
    const workbook = `<workbook xmlns:r="${LINKS}"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>`;
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\-mmm\\-yyyy;@"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const imported = await readBytes(
      book([{ name: 'S', xml }], { 'xl/workbook.xml': workbook, 'xl/styles.xml': styles }),
    );
    expect(valuesOf(imported, 'a').day).toEqual(['1904-01-01']);
  });

  const faults: readonly (readonly [title: string, bytes: Uint8Array])[] = [
    ['no workbook', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/theme.xml': strToU8('<a/>') })],
    ['a binary workbook', book([EDGES], { '_rels/.rels': links([['officeDocument', 'xl/workbook.bin']]) })],
    ['nothing but empty sheets', book([{ name: 'S', xml: '<sheetData/>' }])],
    [
      'entities of its own',
      book([EDGES], { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY x "y">]><worksheet/>' }),
    ],
    [
      'cells too far apart',
      book([
        {
          name: 'S',
          xml: `<sheetData>${Array.from({ length: 2_000 }, (_, i) => `<row><c r="XFD${i + 1}"><v>1</v></c></row>`).join('')}</sheetData>`,
        },
      ]),
    ],
  ];
  test.each(faults)('with %s is refused', async (_, bytes) => {
    await expect(readBytes(bytes)).rejects.toBeInstanceOf(InputError);
  });
});

describe('written', () => {
  const texts = (bytes: Uint8Array): Map<string, string> =>
    new Map(
      Object.entries(unzipSync(bytes)).map(([name, member]) => [name, new TextDecoder().decode(member)]),
    );
  const of = (...records: Parameters<typeof outgoing>[0] extends Iterable<infer R> ? R[] : never) =>
    outgoing([
      { kind: 'header', id: 'case', name: 'x' },
      { kind: 'source', id: 'post', title: 'p' },
      ...records,
    ]);

  test('a formula stays a text, a long number keeps its digits, a day is a day', async () => {
    const out = of(
      { kind: 'entity', id: 'a', schema: 'Company' },
      claim('a', 'name', '=1+1'),
      claim('a', 'amount', '12345678901234567890'),
      claim('a', 'incorporationDate', '2020-01-02'),
      claim('a', 'dissolutionDate', '2021'),
    );
    const bytes = bytesFor(xlsx, out);
    const sheet = texts(bytes).get('xl/worksheets/sheet1.xml')!;
    expect(sheet).not.toContain('<f');
    expect(sheet).toContain('<v>43832</v>');
    const values = valuesOf(await readBytes(bytes), 'a');
    expect(values).toMatchObject({
      name: ['=1+1'],
      amount: ['12345678901234567890'],
      incorporationDate: ['2020-01-02'],
      dissolutionDate: ['2021'],
    });
  });

  test('it is one file, named and typed as a workbook', () => {
    const parts = write(xlsx, outgoing(smallRecords()), {}, quietJob());
    expect(fileNameFor(xlsx, 'A case', parts)).toBe('a-case.xlsx');
    expect(mimeOf(xlsx, parts)).toBe(xlsx.mime);
  });

  test('sources and claims stand beside on demand, without the confidential, and are not read as nodes', async () => {
    const bytes = bytesFor(xlsx, outgoing(smallRecords()), { evidence: true });
    const all = [...texts(bytes).values()].join('');
    expect(all).toContain('Post &amp; Sons');
    expect(all).not.toMatch(/mole/);
    const [asked, plain] = await Promise.all(
      [bytes, bytesFor(xlsx, outgoing(smallRecords()))].map((one) => readBytes(one)),
    );
    const idsOf = (imported: Import) =>
      [...(new Case(imported.records) as ReadonlyCase).entities()].map(({ id }) => id);
    expect(idsOf(asked!)).toEqual(idsOf(plain!));
  });

  test('a text longer than a cell is cut and told of', () => {
    const out = of({ kind: 'entity', id: 'a', schema: 'Person' }, claim('a', 'notes', 'x'.repeat(40_000)));
    expect(
      xlsx.loses(out, {}).some(({ what, count }) => what.startsWith('texts longer') && count === 1),
    ).toBe(true);
  });
});
