import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { clew } from '../../src/formats/clew/clew.ts';
import { fileNameFor } from '../../src/formats/exporting.ts';
import { importInto, joinInto, read, type Import } from '../../src/formats/importing.ts';
import { LIMITS } from '../../src/formats/limits.ts';
import { Cancelled, quietJob } from '../../src/plugin/job.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { claim, outgoing, smallRecords } from './cases.ts';
import { bytesFor, readBytes } from './roundTrip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const TABLE = 'Id,Label\n1,Zoë Müller\n';
const labels = (imported: Import) =>
  imported.records.flatMap((record) =>
    record.kind === 'claim' && record.property === 'name' ? [record.value] : [],
  );
const utf16 = (text: string, little: boolean): Uint8Array => {
  const out = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(out.buffer).setUint16(i * 2, text.charCodeAt(i), little);
  return out;
};
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('encodings', () => {
  test.each<[string, Uint8Array, number]>([
    ['UTF-8', bytes(TABLE), 0],
    ['UTF-8 with a byte order mark', bytes(`\ufeff${TABLE}`), 0],
    ['UTF-16 little-endian with a mark', utf16(`\ufeff${TABLE}`, true), 0],
    ['UTF-16 big-endian with a mark', utf16(`\ufeff${TABLE}`, false), 0],
    ['UTF-16 without a mark, told of', utf16(TABLE, true), 1],
    ['windows-1252, told of', latin1(TABLE), 1],
    ['gzip', gzipSync(bytes(TABLE)), 0],
  ])('%s', async (_, input, mended) => {
    const imported = await readBytes(input);
    expect(labels(imported)).toEqual(['Zoë Müller']);
    expect(imported.account.mended).toBe(mended);
  });

  test('an XML declaration names the encoding', async () => {
    const gexf =
      '<?xml version="1.0" encoding="ISO-8859-1"?><gexf xmlns="http://gexf.net/1.3"><graph><nodes><node id="1" label="Zoë Müller"/></nodes></graph></gexf>';
    expect(labels(await readBytes(latin1(gexf)))).toEqual(['Zoë Müller']);
  });

  test('an encoding nobody knows is refused', async () => {
    await expect(readBytes('<?xml version="1.0" encoding="x-klingon"?><gexf/>')).rejects.toBeInstanceOf(
      InputError,
    );
  });
});

describe('limits', () => {
  test.each<[string, () => Uint8Array]>([
    ['a gzip that unpacks to a hundred times its size', () => gzipSync(new Uint8Array(4 * LIMITS.ratioFrom))],
    ['a zip that does', () => zipSync({ 'a.csv': new Uint8Array(4 * LIMITS.ratioFrom) })],
    ['a gzip cut off', () => gzipSync(bytes(TABLE.repeat(100))).subarray(0, 30)],
    ['a zip cut off', () => zipSync({ 'a.csv': bytes(TABLE.repeat(100)) }).subarray(0, 60)],
    ['a zip of no tables', () => zipSync({ 'a.exe': bytes('x') })],
    ['a cell without end', () => bytes(`Id,Label\n1,"${'x'.repeat(LIMITS.text + 1)}"\n`)],
  ])('%s is refused', async (_, make) => {
    await expect(readBytes(make())).rejects.toBeInstanceOf(InputError);
  });

  test('a cancelled job stops', async () => {
    const job = { ...quietJob(), cancelled: () => true };
    await expect(read(bytes(TABLE), { name: 'x' }, job)).rejects.toBeInstanceOf(Cancelled);
  });
});

describe('what was chosen by hand', () => {
  test('a format that does not exist', async () => {
    await expect(readBytes(TABLE, 'x', 'nope')).rejects.toBeInstanceOf(InputError);
  });
});

describe('an import', () => {
  test('makes the file a source, and each value a claim with its place', async () => {
    const { records } = await readBytes(TABLE, 'people.csv');
    const source = records.find(({ kind }) => kind === 'source');
    expect(source).toMatchObject({ title: 'people.csv', form: 'file', file: 'people.csv' });
    expect(records.filter(({ kind }) => kind === 'claim')).toMatchObject([
      {
        subject: '1',
        property: 'name',
        source: source!.id,
        stance: 'affirmed',
        locators: [{ place: 'line 2' }],
      },
    ]);
  });

  test('is the same whatever the file is called', async () => {
    const [a, b] = [await readBytes(TABLE, 'a.csv'), await readBytes(TABLE, 'b.csv')];
    const claims = ({ records }: Import) => records.filter(({ kind }) => kind === 'claim');
    expect(claims(a)).toEqual(claims(b));
  });

  test('keeps relations apart from nodes of the same id', async () => {
    const { records } = await readBytes('Id,Source,Target\n1,1,2\n', 'edges.csv');
    const of = new Case(records);
    expect([...of.relations()].map(({ id }) => id)).toEqual(['edge 1']);
  });

  test('takes an edge of an entity property as that property', async () => {
    const of = new Case((await readBytes('Source,Target,Kind\na,b,parent\n')).records);
    expect([...of.relations()]).toMatchObject([{ schema: 'parent' }]);
    const nodes = bytes('Id,Label,Type\na,A,Company\nb,B,Company\n');
    const zip = zipSync({ 'nodes.csv': nodes, 'edges.csv': bytes('Source,Target,Kind\na,b,parent\n') });
    const typed = new Case((await readBytes(zip)).records);
    expect([...typed.relations()]).toEqual([]);
    expect(typed.claims.claimsNaming('b')).toMatchObject([{ subject: 'a', property: 'parent' }]);
  });

  test('more different types than a legend can hold are attributes', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => `${i},n${i},type ${i}`);
    const of = new Case((await readBytes(`Id,Label,Type\n${rows.join('\n')}\n`)).records);
    expect(of.schemaOf('7')).toBe('Thing');
    expect(of.claims.claimsOf('7').map(({ property, value }) => [property, value])).toContainEqual([
      'kind',
      'type 7',
    ]);
  });
});

describe('into a standing case', () => {
  const standing = () => new Case(smallRecords());
  const into = async (text: string, of = standing()) => {
    const imported = await readBytes(text, 'file.csv');
    const joined = joinInto(of, imported);
    of.apply(joined.diff);
    return { of, ...joined, again: importInto(of, imported) };
  };

  test('what has the same id is the same record, and claims add up', async () => {
    const { of, diff } = await into('Id,Label\nann,Anna\n');
    expect(diff.added.map(({ kind }) => kind)).toEqual(['source', 'claim']);
    expect(of.claims.claimsOf('ann').map(({ value }) => value)).toContain('Anna');
    expect(of.schemaOf('ann')).toBe('Person');
  });

  test('what two files count up on their own stays apart, told of, and once only', async () => {
    const of = new Case([
      { kind: 'entity', id: '1', schema: 'Person' },
      claim('1', 'name', 'Someone') as CaseRecord,
    ]);
    const { problems, again, diff } = await into('Id,Label\n1,Zoë\n', of);
    expect(diff.added.find(({ kind }) => kind === 'entity')!.id).toMatch(/^1 \(file-/);
    expect(problems).toHaveLength(1);
    expect(again.added).toEqual([]);
  });

  test('a relation with other ends is another, a relation named as an entity is too', async () => {
    const { of, again } = await into(
      'Id,Source,Target,Type,Kind\nworks,bob,parent,Directed,Employment\nann,bob,parent,Directed,Employment\n',
    );
    expect(of.claims.claimsOf('works').filter(({ property }) => property === 'employee')).toHaveLength(1);
    expect([...of.relations()].filter(({ id }) => id.includes('(file-'))).toHaveLength(2);
    expect(again.added).toEqual([]);
  });

  test('the case keeps its name, and gets the types that are new to it', async () => {
    const { of, diff } = await into('Id,Label,Type\nx,X,Dragon\n');
    expect(of.header.name).toBe('A small case');
    expect(of.model.has('Dragon')).toBe(true);
    expect(of.model.has('Aide')).toBe(true);
    expect(diff.updated).toHaveLength(1);
  });

  test('a new case takes the name of the file', async () => {
    const { of } = await into(TABLE, new Case());
    expect(of.header.name).toBe('file');
  });

  test('another case joins with its sources, judgements and views', async () => {
    const other = bytesFor(clew, outgoing(smallRecords()));
    const of = new Case();
    of.apply(importInto(of, await readBytes(other)));
    expect(
      new TextDecoder().decode(bytesFor(clew, { ...outgoing([]), seen: outgoing([...of.records()]).seen })),
    ).toBe(new TextDecoder().decode(other));
  });
});

test.each([
  ['The Spector case', 'the-spector-case.clew.json'],
  ['../../etc/passwd', 'etc-passwd.clew.json'],
  ['Дело Спектора', 'дело-спектора.clew.json'],
  ['???', 'case.clew.json'],
])('a case called %j is saved as %j', (name, expected) => {
  const out = outgoing(smallRecords());
  expect(fileNameFor(clew, name, clew.write(out))).toBe(expected);
});
