// JSON schemas that others publish for their formats; where they are not at hand (CLEW_PEER_SCHEMAS), tests skip and say so.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

export const PEER_SCHEMAS = process.env.CLEW_PEER_SCHEMAS;
export const hasSchemas = PEER_SCHEMAS !== undefined && existsSync(PEER_SCHEMAS);
if (!hasSchemas) console.warn('SKIPPED: set CLEW_PEER_SCHEMAS to the folder of schemas that others publish.');

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else if (name.endsWith('.json')) yield path;
  }
}

/** What a schema has against a value, by the id its file name stands for: `['identity']`; empty where nothing. */
export function validator(folder: string): (name: string, value: unknown) => string {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, unicodeRegExp: false });
  const ids = new Map<string, string>();
  for (const path of files(join(PEER_SCHEMAS!, folder))) {
    // BODS names its schemas by URNs without a name space, which are none.
    const schema = JSON.parse(readFileSync(path, 'utf8').replaceAll('"urn:', '"https://schema.example/'));
    if (typeof schema.$id !== 'string') continue;
    ajv.addSchema(schema);
    ids.set(
      path
        .split('/')
        .at(-1)!
        .replace(/\.json$/, ''),
      schema.$id,
    );
  }
  return (name, value) => {
    const id = ids.get(name) ?? ids.get('core');
    const validate = ajv.getSchema(id ?? name);
    if (!validate) return `no schema ${name}`;
    return validate(value) ? '' : ajv.errorsText(validate.errors);
  };
}
