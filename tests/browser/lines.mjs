// Runs command lines of the built `clew` one after another in one process: `lines.mjs CLEW`, with a JSON list of their words on standard input.
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const program = pathToFileURL(process.argv[2]).href;
for (const [i, words] of JSON.parse(await text(process.stdin)).entries()) {
  process.argv = [process.execPath, process.argv[1], ...words];
  // Another address is another run of the executable; what it loads is loaded once.
  await import(`${program}?${i}`);
  if (process.exitCode !== 0) throw new Error(`clew ${words.join(' ')} ended with ${process.exitCode}`);
}
