// Files that others wrote: each is read with the right counts, mended with an account, or refused. Where they are not at
// hand (CLEW_PEER_FILES), this is skipped and says so.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { flatten } from '../../src/formats/flat.ts';
import { InputError } from '../../src/plugin/problem.ts';
import { readBytes } from './roundTrip.ts';

const ROOT = process.env.CLEW_PEER_FILES;
const FOLDERS: Readonly<Record<string, string>> = {
  gexf: 'gexf',
  graphml: 'graphml',
  cyjs: 'cyjs',
  csv: 'csv',
  'neo4j-csv': 'csv',
  edgelist: 'csv',
  'ftm-entities': 'ftm',
  'ftm-nested': 'ftm',
  'node-link': 'nodeLink',
  'graphology-json': 'graphology',
  'gephi-json': 'graphology',
  jgf: 'jgf',
  graphson: 'graphson',
  'json-other': 'nodeLink',
  gml: 'gml',
  dot: 'dot',
  pajek: 'pajek',
  'ftm-diagram': 'ftm-diagram',
  cx2: 'cx2',
  cx: 'cx1',
  xgmml: 'xgmml',
  sif: 'sif',
  gdf: 'gdf',
  dl: 'dl',
  stix: 'stix',
  bods: 'bods',
  cypher: 'cypher',
  'rdf-turtle': 'turtle',
  'rdf-trig': 'trig',
  'rdf-star': 'turtle',
  jsonld: 'jsonld',
  canvas: 'canvas',
  vna: 'vna',
};

/** Folders of formats that Clew does not read, and what the refusal calls them. */
const REFUSED: Readonly<Record<string, RegExp>> = { dgs: /GraphStream graph/, tlp: /Tulip graph/ };

/** Seconds of the processor for each megabyte begun: a hang, not a measure of speed, whatever else the machine does. */
const SECONDS_A_MB = 5;

/** Files in a folder of another format. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'cx/ndex-object-mode__cx2_aspect_after_postmetadata.cx': 'cx2',
  'cx/ndex-object-mode__cx2_tiny_double_and_longattribute.cx': 'cx2',
};

/** Counted by hand, where the manifest has no counts or counts otherwise: nodes, edges, or why it is refused. */
const COUNTED: Readonly<Record<string, readonly [nodes: number, edges: number] | RegExp>> = {
  // a–i; the row "e" has no neighbour.
  'csv/gephi__adj_list.csv': [9, 7],
  'csv/gephi__color.csv': [2, 0],
  'csv/gephi__field_delimiter.csv': [2, 0],
  'csv/gephi__positions.csv': [2, 0],
  'csv/gephi__size.csv': [2, 0],
  'csv/gephi__matrix.csv': [5, 6],
  'csv/gephi__edges_table_repeated_with_ids.csv': [4, 4],
  'csv/gephi__edges_table_types_test.csv': [2, 2],
  'csv/gephi__edges_table_with_timeset_intervals.csv': [3, 5],
  'csv/gephi__edges_table_with_timeset_timestamps.csv': [3, 5],
  // Two rows are of one node, one is empty.
  'csv/gephi__test_utf8_chars.csv': [2, 0],
  'csv/asoiaf__asoiaf-all-nodes.csv': [796, 0],
  'csv/asoiaf__asoiaf-book1-edges.csv': [187, 684],
  'csv/sample-social-ne__marvel-unimodal-nodes.csv': [327, 0],
  'csv/sample-social-ne__political-books-edges.csv': [105, 441],
  'csv/gephi__complex_matrix.csv': [27, 702],
  'neo4j-csv/pole/crime-investigation.nodes.Email.csv': [328, 0],
  'neo4j-csv/pole/crime-investigation.nodes.Object.csv': [7, 0],
  'neo4j-csv/pole/crime-investigation.nodes.Person.csv': [369, 0],
  'neo4j-csv/pole/crime-investigation.nodes.Vehicle.csv': [1000, 0],
  'neo4j-csv/pole/crime-investigation.relationships.CALLER.csv': [770, 534],
  'neo4j-csv/pole/crime-investigation.relationships.FAMILY_REL.csv': [157, 155],
  'neo4j-csv/pole/crime-investigation.relationships.INVOLVED_IN.csv': [1966, 985],
  'neo4j-csv/pole/crime-investigation.relationships.KNOWS_PHONE.csv': [236, 118],
  // The first vertex has no name, so that its edge lacks an end.
  'edgelist/igraph__igraph_read_graph_lgl-3.lgl': [2, 1],
  'edgelist/igraph__graph2.ncol': [7, 4],
  // Nodes that only edges name are added and told of; the manifest counts those written as nodes.
  'gexf/pygraphistry__invalid-edge-missing-node.gexf': [2, 1],
  'graphml/graphology__missing_nodes.graphml': [51, 37],
  // An edge names a node that is not there, which is added.
  'gml/ogdf__invalid-integer.gml': [4, 3],
  'gml/ogdf__invalid-node.gml': [4, 3],
  // An edge with two sources, two targets or no source is left out.
  'gml/ogdf__ambiguous-source.gml': [2, 0],
  'gml/ogdf__ambiguous-target.gml': [2, 0],
  'gml/ogdf__missing-source.gml': [2, 0],
  // A “node” is misspelled, so that node 1 is added; one “edge [” is missing, so that one edge has two sources.
  'gml/igraph__invalid1.gml': [34, 63],
  'gml/igraph__invalid2.gml': /plain text/,
  'gml/igraph__invalid4.gml': /plain text/,
  'gml/igraph__invalid5.gml': /No node .* has an id/,
  'dot/ogdf__double-name.dot': /line 1: .*brace is missing/,
  'dot/ogdf__missing-node.dot': /line 3: .*node is missing/,
  // "*Nodes" for "*Vertices".
  'pajek/jung__simple.net': [16, 36],
  'pajek/jung__smyth.net': [286, 554],
  // Six columns for five vertices of the second kind.
  'pajek/igraph__pajek_bip2.net': [15, 25],
  // The manifest counts names, addresses and countries, which are drawn as vertices of their own.
  'ftm-diagram/openaleph__sample.ftm': [17, 3],
  // The third node has the id of the first.
  'cx2/cytoscape-web__duplicate-node-ids.invalid.cx2': [2, 1],
  'sif/cytoscape-web__empty.invalid.sif': /an empty file/,
  // Lines of any number of words: nothing says that they are ties.
  'sif/cytoscape-web__malformed.invalid.sif': /plain text/,
  'cypher/neo4j-apoc-proce__testPlainFormatWithCompoundConstraint.cypher': [5, 1],
  // It loads its rows from elsewhere.
  'cypher/northwind__northwind.cypher': /None of the 14 statements/,
  // Entities and people; each interest is a tie, and one relationship has two.
  'bods/data-standard__bods-package-fi-soe.json': [4, 5],
  'bods/data-standard__bods-package-linking-annotations.json': [2, 1],
  'bods/data-standard__bods-package.json': [2, 1],
  'bods/data-standard__indirect-ownership.json': [3, 3],
  'bods/data-standard__joint-ownership.json': [4, 3],
  'bods/data-standard__multiple-indirect-ownership.json': [4, 5],
  'bods/data-standard__simple-pep-declaration.json': [2, 2],
  'dl/ogdf__invalid-matrix.dl': /more than the 5 × 5/,
  'dl/ogdf__too-few-nodes-matrix.dl': /more than the 4 × 4/,
  'dl/igraph__edgelist2.dl': [5, 5],
  'dl/igraph__edgelist4.dl': [5, 5],
  'dl/igraph__edgelist6.dl': [5, 5],
  'dl/igraph__edgelist7.dl': [4, 3],
  // The same both ways: half of the 12 ones.
  'dl/igraph__fullmatrix3.dl': [5, 6],
  'dl/igraph__fullmatrix4.dl': [5, 6],
  // 18 women, 14 events, 93 ones (the set has 89 elsewhere).
  'dl/nets__DAVIS.DAT': [32, 93],
  // Marriage and business, 20 and 15 ties.
  'dl/nets__PADGETT.DAT': [16, 35],
  // Figures about a data set, no entities.
  'ftm-nested/ftm__statistics.json': /JSON of a shape/,
  'json-other/panama-papers-da__4b22977e.json': [37, 93],
  'json-other/panama-papers-da__a5213c61.json': [34, 50],
  // Rows about people; a graph deep inside what a server answered.
  'json-other/littlesis-rails__swamped.json': /JSON of a shape/,
  'json-other/vt-graph-api__virustotal_graph_id.json': /JSON of a shape/,
  // What a statement says with a text is a value; only IRIs and blank nodes are tied.
  'rdf-turtle/rdf-tests__bareword_decimal.ttl': [1, 0],
  'rdf-turtle/rdf-tests__literal_with_LINE_FEED.ttl': [1, 0],
  'rdf-turtle/rdf-tests__localName_with_leading_digit.ttl': [2, 1],
  'rdf-turtle/rdf-tests__localName_with_nfc_PN_CHARS_BASE_character_boundaries.ttl': [2, 1],
  'rdf-turtle/rdf-tests__prefix_reassigned_and_used.ttl': [2, 1],
  'rdf-turtle/rdf-tests__prefix_with_PN_CHARS_BASE_character_boundaries.ttl': [2, 1],
  // A list of one number, in each of two graphs.
  'rdf-trig/rdf-tests__collection_object.trig': [1, 0],
  'rdf-trig/rdf-tests__trig-graph-bad-02.trig': /line 5: /,
  // Four addresses, and two blank nodes in each of two graphs, which are apart.
  'rdf-trig/rdf-tests__trig-subm-06.trig': [8, 8],
  // One thing and its type.
  'rdf-trig/rdf-tests__trig-subm-07.trig': [1, 0],
  'rdf-trig/rdf-tests__trig-subm-11.trig': [5, 0],
  'rdf-trig/rdf-tests__trig-subm-15.trig': [1, 0],
  'rdf-trig/rdf-tests__trig-subm-17.trig': [1, 0],
  'rdf-trig/rdf-tests__trig-subm-20.trig': [3, 0],
  // Seven triples, the same in both graphs.
  'rdf-trig/rdf-tests__trig-subm-23.trig': [11, 7],
  'rdf-trig/rdf-tests__trig-subm-24.trig': [2, 1],
  'rdf-trig/rdf-tests__trig-subm-26.trig': [1, 0],
  'rdf-trig/rdf-tests__trig-syntax-bad-bnode-01.trig': /line 1: /,
  // A manifest with its base, licence and maker, and a list of 29 tests with two files each.
  'rdf-star/rdf-tests__manifest.ttl': [91, 90],
  'rdf-star/rdf-tests__nt-ttl12-bad-10.ttl': /line 1: /,
  'rdf-star/rdf-tests__nt-ttl12-bad-syntax-06.ttl': /line 1: /,
  'rdf-star/rdf-tests__nt-ttl12-bad-syntax-07.ttl': /line 1: /,
  'rdf-star/rdf-tests__nt-ttl12-bad-syntax-08.ttl': /line 1: /,
  // What is said of a tie is no tie.
  'rdf-star/rdf-tests__turtle12-eval-annotation-03.ttl': [4, 3],
  'rdf-star/rdf-tests__turtle12-eval-annotation-04.ttl': [2, 1],
  'rdf-star/rdf-tests__turtle12-eval-annotation-09.ttl': [2, 1],
  'rdf-star/rdf-tests__turtle12-eval-bnode-01.ttl': [2, 1],
  'rdf-star/rdf-tests__turtle12-eval-rt-01.ttl': [2, 1],
  // The statement is itself the end of a tie.
  'rdf-star/rdf-tests__turtle12-eval-rt-02.ttl': [4, 2],
  'rdf-star/rdf-tests__turtle12-eval-tt-02.ttl': [2, 1],
  // An address of which nothing is said; names without a meaning; nothing.
  'jsonld/json-ld-api__0001-in.jsonld': /no statement/,
  'jsonld/json-ld-api__0003-in.jsonld': /no statement/,
  'jsonld/json-ld-api__0019-in.jsonld': /no statement/,
  'jsonld/json-ld-api__0001-in~2.jsonld': [1, 0],
  'jsonld/json-ld-api__0002-in.jsonld': [1, 0],
  'jsonld/json-ld-api__0009-in.jsonld': [5, 3],
  'jsonld/json-ld-api__0012-in.jsonld': [5, 3],
  'jsonld/json-ld-api__0014-in.jsonld': [4, 4],
  'jsonld/json-ld-api__0015-in.jsonld': [1, 0],
  'jsonld/json-ld-api__0016-in.jsonld': [3, 2],
  'jsonld/json-ld-api__0018-in.jsonld': [1, 0],
};

interface Row {
  readonly format: string;
  files: number;
  right: number;
  mended: number;
  refused: number;
  wrong: number;
}
const table = new Map<string, Row>();

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

const manifest = (root: string): Map<string, readonly [number, number]> => {
  const rows = readFileSync(join(root, 'MANIFEST.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const counted = rows.filter((row) => /^\d+$/.test(row[5] ?? '') && /^\d+$/.test(row[6] ?? ''));
  return new Map(counted.map((row) => [row[0]!, [Number(row[5]), Number(row[6])]]));
};

if (!ROOT || !existsSync(ROOT))
  console.warn('SKIPPED: set CLEW_PEER_FILES to the folder of files that others wrote.');

describe.skipIf(!ROOT || !existsSync(ROOT))('files that others wrote', () => {
  const root = ROOT!;
  const counts = ROOT && existsSync(ROOT) ? manifest(root) : new Map<string, readonly [number, number]>();
  const all =
    ROOT && existsSync(ROOT)
      ? [...Object.keys(FOLDERS), ...Object.keys(REFUSED)].flatMap((folder) => [...files(join(root, folder))])
      : [];

  afterAll(() => console.table([...table.values()]));

  test('every folder of them is read or refused', () => {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const known = new Set([...Object.keys(FOLDERS), ...Object.keys(REFUSED)]);
    expect(folders.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(all.map((path) => relative(root, path)))('%s', { timeout: 60_000 }, async (name) => {
    const folder = name.split('/')[0]!;
    const row = table.get(folder) ?? { format: folder, files: 0, right: 0, mended: 0, refused: 0, wrong: 0 };
    table.set(folder, row);
    row.files++;
    row.wrong++;
    const expected = COUNTED[name] ?? REFUSED[folder] ?? counts.get(name);
    const bytes = readFileSync(join(root, name));
    const start = process.cpuUsage();
    const imported = await readBytes(bytes, name).catch((error: unknown) => {
      expect(error).toBeInstanceOf(InputError);
      return (error as InputError).message;
    });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(SECONDS_A_MB * Math.ceil((bytes.length + 1) / 2 ** 20));
    if (typeof imported === 'string') {
      expect(expected, imported).toBeInstanceOf(RegExp);
      expect(imported).toMatch(expected as RegExp);
      row.refused++;
    } else {
      expect(expected).not.toBeInstanceOf(RegExp);
      expect(imported.format).toBe(OTHERWISE[name] ?? FOLDERS[folder]);
      const flat = flatten(
        { seen: new CaseUnderLens(new Case(imported.records)), placements: new Map() },
        {},
      );
      if (Array.isArray(expected))
        expect(
          [flat.nodeCount, flat.edgeCount],
          JSON.stringify(imported.account.problems.slice(0, 3)),
        ).toEqual(expected);
      else expect(flat.nodeCount + flat.edgeCount).toBeGreaterThan(0);
      row[imported.account.mended + imported.account.refused > 0 ? 'mended' : 'right']++;
    }
    row.wrong--;
  });
});
