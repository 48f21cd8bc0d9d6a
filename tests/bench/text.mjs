// From text to claims: precision and recall of people, organizations and relations, on the documents of the Spector case and on reports of our own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';

const root = join(import.meta.dirname, '../..');
const DEFINITIONS = `
A found entity is a hit where it is the same kind (person or organization) and bears a name of the entity expected, the
way "fold" compares them, without article and legal form. Each expected entity is hit once. A found relation is a hit where
the pair of its ends is expected, in either direction; recall counts pairs, whatever the type. "named" leaves out whom
the text only describes ("a Moscow court", "analysts") on both sides. For the documents of the case, expected are the
entities of which the document says something, countries being places, and the pairs a relation or an event of the case ties.`;

/** Prints one table for the case's documents, one for our own reports. */
export async function run() {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const load = (path) => server.ssrLoadModule(`/${path}`);
    const { draft } = await load('src/drafting/draft.ts');
    const { measure, expectedOfCase, expectedOfReport, tableOf } = await load('tests/drafting/measuring.ts');
    console.log(DEFINITIONS);
    const verbose = process.argv.includes('--verbose');
    const rows = async (texts) => {
      const all = [];
      for (const { name, text, expected } of texts) {
        const measured = measure((await draft(text)).suggestions, expected);
        all.push({ name, measured });
        if (verbose && expected.use !== 'unseen') console.log(name, JSON.stringify(measured.told, null, 1));
      }
      console.table(tableOf(all));
    };
    const folder = process.env.CLEW_DOCUMENTS;
    if (!folder || !existsSync(folder))
      console.warn('SKIPPED: the documents of the Spector case (set CLEW_DOCUMENTS to their folder)');
    else {
      const of = JSON.parse(readFileSync(join(root, 'graph-data/spector/case.clew.json'), 'utf8'));
      const files = of.sources.filter(({ file }) => file && existsSync(join(folder, file)));
      console.log(`The Spector case, ${files.length} documents`);
      await rows(
        files.map(({ id, file }) => ({
          name: id,
          text: readFileSync(join(folder, file), 'utf8'),
          expected: expectedOfCase(of, id),
        })),
      );
    }
    const reports = join(root, 'tests/drafting/reports');
    const annotations = JSON.parse(readFileSync(join(reports, 'annotations.json'), 'utf8'));
    for (const use of ['tuned', 'unseen']) {
      console.log(
        use === 'tuned'
          ? 'Reports of ours that the rules were tuned on'
          : 'Reports of ours that no rule was tuned on',
      );
      await rows(
        readdirSync(reports)
          .filter((file) => annotations[file.replace('.txt', '')]?.use === use)
          .map((file) => ({
            name: file.replace('.txt', ''),
            text: readFileSync(join(reports, file), 'utf8'),
            expected: { ...expectedOfReport(annotations[file.replace('.txt', '')]), use },
          })),
      );
    }
  } finally {
    await server.close();
  }
}

await run();
