// What a file is that no format recognises, and what a person can do with it, in words for the error.
import type { Head } from './format.ts';
import { startsWith } from './pieces.ts';

/** What it is, and which program makes of it a file that Clew reads. */
export type Look = readonly [what: string, advice?: string];

const TABLE = 'Save it as CSV or XLSX.';
const UNPACK = 'Unpack it and open what is inside.';
const AS_TEXT = 'Clew reads graphs, tables and statements, not running text.';

const ascii = (text: string): number[] => Array.from(text, (mark) => mark.charCodeAt(0));

/** By the first bytes, or those from `from` on. */
const MAGIC: readonly (readonly [magic: readonly number[], look: Look, from?: number])[] = [
  [ascii('%PDF'), ['a PDF', 'Ask for the data behind it, or copy its tables into a spreadsheet.']],
  [[0x89, ...ascii('PNG')], ['a PNG picture']],
  [[0xff, 0xd8, 0xff], ['a JPEG picture']],
  [ascii('GIF8'), ['a GIF picture']],
  [ascii('WEBP'), ['a WebP picture'], 8],
  [ascii('II*\0'), ['a TIFF picture']],
  [ascii('MM\0*'), ['a TIFF picture']],
  [
    [0x37, 0x7a, 0xbc, 0xaf],
    ['a 7-Zip archive', UNPACK],
  ],
  [ascii('Rar!'), ['a RAR archive', UNPACK]],
  [
    [0xfd, ...ascii('7zXZ')],
    ['an xz archive', UNPACK],
  ],
  [ascii('BZh'), ['a bzip2 archive', UNPACK]],
  [
    [0x04, 0x22, 0x4d, 0x18],
    ['an LZ4 archive', UNPACK],
  ],
  [ascii('ustar'), ['a tar archive', UNPACK], 257],
  [
    ascii('SQLite format 3\0'),
    ['an SQLite database', 'Export its tables as CSV, for example with DB Browser for SQLite.'],
  ],
  [ascii('Standard Jet DB'), ['a Microsoft Access database', 'Export its tables as CSV from Access.'], 4],
  [ascii('Standard ACE DB'), ['a Microsoft Access database', 'Export its tables as CSV from Access.'], 4],
  [ascii('PAR1'), ['a Parquet file', 'Convert it to CSV, for example with DuckDB or pandas.']],
  [ascii('ARROW1'), ['an Arrow or Feather file', 'Convert it to CSV, for example with pandas.']],
  [ascii('ORC'), ['an ORC file', 'Convert it to CSV, for example with DuckDB or pandas.']],
  [
    [...ascii('Obj'), 1],
    ['an Avro file', 'Convert it to JSON or CSV, for example with DuckDB or pandas.'],
  ],
  [
    [0x89, ...ascii('HDF\r\n')],
    ['an HDF5 file', 'Export its tables as CSV from the program that made it (MATLAB, Python, R).'],
  ],
  [ascii('MATLAB 5.0 MAT-file'), ['a MATLAB file', 'Export its tables with writetable in MATLAB.']],
  [ascii('RDX'), ['an R workspace', 'Write what you need with write.csv, or igraph’s write_graph, in R.']],
  [
    [...ascii('X\n'), 0, 0, 0],
    ['an R object (.rds)', 'Read it with readRDS in R and write it with write.csv or igraph’s write_graph.'],
  ],
  [ascii('$FL2'), ['an SPSS file', 'Save it as CSV from SPSS or PSPP.']],
  [ascii('<stata_dta>'), ['a Stata file', 'Export it as CSV from Stata.']],
  [
    [0xe2, 0x9b, 0xbe, ...ascii(' gt')],
    ['a graph-tool file', 'Save it as GraphML with graph.save("x.graphml").'],
  ],
  [
    [0x93, ...ascii('NUMPY')],
    ['a NumPy array', 'Write it with numpy.savetxt.'],
  ],
  [
    [0xac, 0xed, 0, 5],
    ['a stored Java object', 'Open it in the program that made it (yEd, Gephi…) and save it as GraphML.'],
  ],
  [ascii('DGV1'), ['a Neo4j dump', 'Load it into Neo4j and export it with apoc.export.graphml.all.']],
  [ascii('DZV1'), ['a Neo4j dump', 'Load it into Neo4j and export it with apoc.export.graphml.all.']],
  [ascii('!BDN'), ['an Outlook mailbox', 'Export the messages you need as text or tables.']],
  [[0x7f, ...ascii('ELF')], ['a program']],
  [ascii('MZ'), ['a program']],
];

/** Old office programs, Outlook and i2 keep their files in one kind of container. Streams in it have names in UTF-16. */
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
const STREAMS: readonly (readonly [name: string, look: Look])[] = [
  [
    'EncryptedPackage',
    ['an office document with a password', 'Open it in Excel or LibreOffice and save it without.'],
  ],
  ['Workbook', ['an old Excel workbook (.xls)', 'Save it as XLSX or CSV in Excel or LibreOffice.']],
  ['WordDocument', ['an old Word document', AS_TEXT]],
  ['PowerPoint Document', ['an old PowerPoint presentation', AS_TEXT]],
  ['VisioDocument', ['an old Visio drawing', 'Export its shape data as a table from Visio.']],
  ['__substg1.0', ['an Outlook message', AS_TEXT]],
];
const I2: Look = [
  'an i2 chart (.anb)',
  'Open it in i2 Analyst’s Notebook and export it as XML (.anx) or CSV.',
];

/** By a name among the members of a zip. */
const ZIPS: readonly (readonly [member: RegExp, look: Look])[] = [
  [/^xl\/workbook\.bin$/, ['a binary Excel workbook (.xlsb)', 'Save it as XLSX in Excel or LibreOffice.']],
  [/^word\/document\.xml$/, ['a Word document', AS_TEXT]],
  [/^ppt\/presentation\.xml$/, ['a PowerPoint presentation', AS_TEXT]],
  [/^visio\/document\.xml$/, ['a Visio drawing', 'Export its shape data as a table from Visio.']],
  [/^content\.xml$/, ['an OpenDocument file (LibreOffice)', 'Save its tables as CSV or XLSX.']],
  [
    /^Workspace_\d+|^Project_xml$/,
    ['a Gephi project (.gephi)', 'Open it in Gephi and export it: File, Export, Graph file, GEXF.'],
  ],
  [/\.tlpb?$/, ['a Tulip project (.tlpx)', 'Open it in Tulip and export the graph as GEXF, GML or CSV.']],
  [/^META-INF\/container\.xml$/, ['an e-book', AS_TEXT]],
  [/^Index\/.*\.iwa$/, ['a file of Numbers, Pages or Keynote', TABLE]],
  [
    /\.mtgl?$|^Graphs\/.*\.(idx|seg)/i,
    ['a Maltego archive of the newer kind', 'Save it as .mtgx or export the table from Maltego.'],
  ],
  [/\.npy$/, ['NumPy arrays (.npz)', 'Write them with scipy or numpy.savetxt.']],
  [/^META-INF\/MANIFEST\.MF$/, ['a Java program']],
];

/** By the end of the name, where the content tells nothing. */
const NAMES: readonly (readonly [name: RegExp, look: Look])[] = [
  [/\.anb$/i, I2],
  [/\.ygf$/i, ['a yEd graph in yEd’s binary form (.ygf)', 'Open it in yEd and save it as GraphML.']],
  [/\.tlpb$/i, ['a Tulip graph in binary form', 'Open it in Tulip and export it as GEXF, GML or CSV.']],
  [
    /\.dump$/i,
    ['a database dump', 'Load it into its database and export tables as CSV, or GraphML from Neo4j.'],
  ],
  [
    /\.(gpickle|pickle|pkl)$/i,
    ['a stored Python object', 'Load it in Python and write it with networkx.write_graphml.'],
  ],
  [/\.dta$/i, ['a Stata file', 'Export it as CSV from Stata.']],
];

/** By how a text begins. */
const TEXTS: readonly (readonly [start: RegExp, look: Look])[] = [
  [
    /^<(!doctype\s+)?html/i,
    ['a web page', 'Save the data that it links to, or copy its table into a spreadsheet.'],
  ],
  [/^\(tlp\b/, ['a Tulip graph (.tlp)', 'Open it in Tulip and export it as GEXF, GML or CSV.']],
  [/^DGS00\d/, ['a GraphStream graph (.dgs)', 'Write it as GEXF with GraphStream’s FileSinkGEXF.']],
  [/^(Return-Path|Delivered-To|Received|MIME-Version|Message-ID|X-[\w-]+): /im, ['an e-mail', AS_TEXT]],
  [/^From \S+@\S+ /, ['a mailbox', AS_TEXT]],
  [/^BEGIN:VCARD/, ['contacts (vCard)', 'Export them as CSV from the address book.']],
  [/^BEGIN:VCALENDAR/, ['a calendar', 'Export it as CSV from the calendar.']],
  [/^\{\\rtf/, ['a text in RTF', AS_TEXT]],
  [
    /^(--[^\n]*\n\s*)*(CREATE TABLE|INSERT INTO|DROP TABLE|PRAGMA|BEGIN TRANSACTION|SET SQL_MODE)/i,
    ['a dump of a database in SQL', 'Load it into its database and export the tables as CSV.'],
  ],
];

/** By the first element of XML, without its prefix. */
const ROOTS: ReadonlyMap<string, Look> = new Map([
  ['RDF', ['RDF in XML (or an OWL ontology)', 'Convert it to Turtle, for example with rapper or Protégé.']],
  ['Ontology', ['an OWL ontology', 'Save it as Turtle in Protégé.']],
  ['svg', ['an SVG picture', 'Ask for the data behind it.']],
  ['kml', ['places for Google Earth (KML)', 'Convert them to CSV, for example with QGIS.']],
  ['mxfile', ['a diagrams.net drawing', 'Export it as CSV, or draw it in yEd and save it as GraphML.']],
  ['opml', ['an outline (OPML)', AS_TEXT]],
  ['map', ['a mind map', 'Export it as a table or as GraphML.']],
  ['Workbook', ['an Excel workbook in XML', TABLE]],
  ['rss', ['a news feed']],
  ['feed', ['a news feed']],
]);

/** Whether bytes are known to be no text in any encoding, so that they are not to be decoded. */
export const isBinary = (bytes: Uint8Array): boolean =>
  magicOf(bytes) !== undefined || startsWith(bytes, CONTAINER);

const magicOf = (bytes: Uint8Array): Look | undefined =>
  MAGIC.find(([magic, , from]) => startsWith(bytes, magic, from))?.[1];

/** What a file looks like by its content, or failing that by its name. */
export function looksLike({ bytes, text, members }: Head, name = ''): Look {
  const byName = NAMES.find(([end]) => end.test(name))?.[1];
  if (members) return lookOfZip(members);
  if (startsWith(bytes, CONTAINER)) return byName ?? lookOfContainer(bytes);
  const known = magicOf(bytes);
  if (known) return known;
  const start = text.trimStart().slice(0, 4000);
  if (start === '') return ['an empty file'];
  if (bytes.subarray(0, 1000).includes(0)) return byName ?? ['a binary file'];
  return TEXTS.find(([begins]) => begins.test(start))?.[1] ?? lookOfText(start);
}

function lookOfText(start: string): Look {
  const element = /^(?:<\?[^>]*>|<!--[^]*?-->|<![^>]*>|\s)*<(?:[\w.-]+:)?([\w.-]{1,60})/.exec(start)?.[1];
  if (element !== undefined) return ROOTS.get(element) ?? [`XML with <${element}> as its first element`];
  if (/^[{[]/.test(start)) return ['JSON of a shape that no format here has'];
  return ['plain text'];
}

function lookOfZip(members: readonly string[]): Look {
  for (const [name, look] of ZIPS) if (members.some((member) => name.test(member))) return look;
  return members.length === 0 ? ['an empty zip'] : ['a zip', UNPACK];
}

function lookOfContainer(bytes: Uint8Array): Look {
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
  const known = STREAMS.find(([stream]) => text.includes(stream));
  return (
    known?.[1] ?? [
      'an old office document or an i2 chart',
      'Save it as CSV, XLSX or i2’s XML (.anx) in its program.',
    ]
  );
}
