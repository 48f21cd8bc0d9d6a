// Obsidian vaults by trap. No vault of others is at hand: the samples are ours, after Obsidian's and Dataview's help pages.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { vault } from '../../src/formats/vault/vault.ts';
import { NoteNames } from '../../src/formats/vault/noteNames.ts';
import type { Import } from '../../src/formats/importing.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { nastyRecords, outgoing, smallRecords } from './cases.ts';
import { bytesFor, readBytes } from './roundTrip.ts';

const zipped = (notes: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(notes).map(([name, text]) => [name, strToU8(text)])));
const read = (notes: Readonly<Record<string, string>>): Promise<Import> =>
  readBytes(zipped(notes), 'vault.zip');

/** What is said of each subject: "Ann name: Ann". */
const claimsIn = ({ records }: Import): string[] =>
  records.flatMap((one) => (one.kind === 'claim' ? [`${one.subject} ${one.property}: ${one.value}`] : []));
const entitiesIn = ({ records }: Import): string[] =>
  records.flatMap((one) => (one.kind === 'entity' ? [one.id] : []));
/** "Ann → Bo" or "Ann → Bo (knows)": how the ids of ties without one begin. */
const tiesIn = ({ records }: Import): string[] =>
  records.flatMap((one) => (one.kind === 'relation' ? [one.id] : []));

test('a note is a node by its path, with front matter, tags and inline fields as what is said of it', async () => {
  const found = await read({
    'People/Ann Lee.md':
      '---\naliases: [Annie]\nborn: 1970\nregister: 007\nbig: 12345678901234567890\nseen: 2020-03-01\n' +
      'tags: [a, "#b/c"]\n---\nAnn. #d and #12 `#no`\nrole:: director\n- [city:: Oslo] or (born in:: Bergen)\n',
  });
  expect(claimsIn(found)).toEqual(
    expect.arrayContaining([
      'People/Ann Lee name: Ann Lee',
      'People/Ann Lee alias: Annie',
      'People/Ann Lee born: 1970',
      'People/Ann Lee register: 007',
      'People/Ann Lee big: 12345678901234567890',
      'People/Ann Lee seen: 2020-03-01',
      'People/Ann Lee role: director',
      'People/Ann Lee city: Oslo',
      'People/Ann Lee born in: Bergen',
    ]),
  );
  const tags = claimsIn(found).filter((claim) => claim.includes(' tags: '));
  expect(tags.map((tag) => tag.split(': ')[1]).sort()).toEqual(['a', 'b/c', 'd']);
});

test('links are ties: in the text, as fields with their name as type, in front matter, embedded', async () => {
  const found = await read({
    'Ann.md':
      '---\nowner: "[[Acme|the firm]]"\nfriends:\n  - "[[Bo]]"\n  - nobody\nboss: [[Cy]]\n---\n' +
      'Met [[Bo#Early life|him]], [[Bo^p1]] and ![[Deal]]. [Di](Di%20Lee.md) works:: no\nemployer:: [[Acme]]\n',
    'Acme.md': '',
    'Bo.md': '',
    'Cy.md': '',
    'Deal.md': '',
    'Di Lee.md': '',
  });
  expect(tiesIn(found).sort()).toEqual([
    'Ann → Acme (employer)',
    'Ann → Acme (owner)',
    'Ann → Bo',
    'Ann → Bo (friends)',
    'Ann → Cy (boss)',
    'Ann → Deal (embeds)',
    'Ann → Di Lee',
  ]);
  expect(claimsIn(found)).toContain('Ann friends: nobody');
  expect(claimsIn(found)).toContain('Ann → Bo part: #Early life');
});

test('a link finds the note of its name wherever it lies, the one beside it first, whatever the case', async () => {
  const found = await read({
    'a/From.md': '[[bo]] [[b/Bo]] [[Cafe\u0301]] [[Nowhere]] [x](../b/Bo.md) [[#Heading]]',
    'a/Bo.md': '',
    'b/Bo.md': '',
    'Caf\u00e9.md': '',
  });
  expect(tiesIn(found).sort()).toEqual([
    'a/From → Caf\u00e9',
    'a/From → Nowhere',
    'a/From → a/Bo',
    'a/From → b/Bo',
  ]);
  expect(entitiesIn(found)).toContain('Nowhere');
  expect(found.account.mended).toBeGreaterThan(0);
});

test('code and comments say nothing', async () => {
  const body =
    '```\n[[A]]\n```\n`[[B]]` %% [[C]] %% <!-- [[D]] -->\n%%\nkey:: [[E]]\n%%\n~~~js\n#tag\n~~~\n[[F]]';
  const found = await read({ 'N.md': body });
  expect(tiesIn(found)).toEqual(['N → F']);
});

test('pictures and addresses are told as text, and nothing is made of them', async () => {
  const found = await read({
    'N.md': '![[face.png]] [home](https://example.org/x) [y](javascript:alert(1))',
  });
  expect(entitiesIn(found)).toEqual(['N']);
  expect(claimsIn(found)).toEqual(
    expect.arrayContaining(['N files: face.png', 'N links: https://example.org/x']),
  );
});

describe('front matter that is out to do harm', () => {
  const laughs = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
    .concat(
      Array.from(
        'bcdefgh',
        (name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}*${'abcdefgh'[i]}]`,
      ),
    )
    .join('\n');
  test.each([
    ['aliases of aliases', laughs],
    ['brackets without end', '['.repeat(500_000)],
    ['lists without end', 'a:\n  ' + '- '.repeat(500_000)],
    ['quotes without end', '"'.repeat(99_999)],
    ['a mapping of itself', 'a: &a {b: *a}'],
    ['what is no YAML', 'a: b: c: [}'],
  ])('%s: the note is read without it, and that is told', async (_title, matter) => {
    const found = await read({ 'N.md': `---\n${matter}\n---\n[[Bo]]`, 'Bo.md': '' });
    expect(tiesIn(found)).toEqual(['N → Bo']);
    expect(found.account.refused).toBe(1);
  });

  test('tags of YAML make nothing, and keys are keys', async () => {
    const found = await read({ 'N.md': '---\nx: !!js/function "f"\n__proto__: 1\n<<: {y: 2}\n---\n' });
    expect(claimsIn(found)).toEqual(expect.arrayContaining(['N x: f', 'N __proto__: 1']));
    expect(({} as Record<string, unknown>).y).toBeUndefined();
  });
});

test('leaves out, and tells of, files that are no notes', async () => {
  const found = await read({ 'ok.md': '', 'a.canvas': '{}' });
  expect(entitiesIn(found)).toEqual(['ok']);
  expect(found.account.refused).toBe(1);
});

test.each([
  ['no zip', strToU8('# A note')],
  ['a name that leads out of the vault', zipped({ '../evil.md': 'x', 'ok.md': '' })],
  ['a zip without notes', zipped({ 'a.png': 'x' })],
  ['a damaged zip', zipped({ 'a.md': 'x'.repeat(5000) }).subarray(0, 60)],
])('%s is refused', async (_title, bytes) => {
  await expect(readBytes(bytes, 'vault.zip', 'vault')).rejects.toBeInstanceOf(InputError);
});

describe('names of notes', () => {
  test('are safe, never alike, and short enough for every system', () => {
    const names = new NoteNames();
    const given = [
      'A/B: "c"?',
      'a b c',
      'A B C',
      'con',
      '...',
      '',
      'é',
      'e\u0301',
      '#x^[[y]]|z',
      '../../etc',
      'я'.repeat(300),
    ];
    const made = given.map((label) => names.nameFor(label));
    expect(made.slice(0, 6)).toEqual(['A B c', 'a b c 2', 'A B C 3', 'con_', 'Unnamed', 'Unnamed 2']);
    for (const name of made) {
      expect(name).not.toMatch(/[*"\\/<>:|?#^[\]]|^\.|\.$/);
      expect(Buffer.byteLength(name)).toBeLessThan(200);
    }
    expect(new Set(made.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(made.length);
  });

  test('lie beside one another in the zip', () => {
    const members = Object.keys(unzipSync(bytesFor(vault, outgoing(nastyRecords()))));
    expect(members.filter((name) => name.includes('/') && !name.startsWith('.obsidian/'))).toEqual([]);
  });
});

describe('a vault that Clew wrote', () => {
  const notes = () => unzipSync(bytesFor(vault, outgoing(smallRecords())));

  test('says its ties as links that its own notes answer to', () => {
    const written = notes();
    const targets = Object.values(written).flatMap((note) =>
      Array.from(strFromU8(note).matchAll(/^- .*\[\[(.+)\]\]$/gm), ([, target]) => `${target}.md`),
    );
    expect(targets.length).toBeGreaterThan(5);
    for (const target of targets) expect(Object.keys(written)).toContain(target);
  });

  test('keeps what a person wrote into a note: words, and a new link as a tie', async () => {
    const written = notes();
    written['Bob.md'] = strToU8(`${strFromU8(written['Bob.md']!)}\nSeen with [[Parent]].\n`);
    const found = await readBytes(zipSync(written), 'vault.zip');
    expect(tiesIn(found)).toContain('bob → parent');
    expect(
      claimsIn(found).some((claim) => claim.startsWith('bob text: ') && claim.includes('Seen with')),
    ).toBe(true);
    const before = await readBytes(zipSync(notes()), 'vault.zip');
    expect(tiesIn(found).length).toBe(tiesIn(before).length + 1);
  });
});
