// xmllint as a reader: holds a file to the schema that its format publishes, taken from the folder CLEW_PEER_SCHEMAS.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCHEMAS = {
  gexf: ['--relaxng', 'gexf/1.3/gexf.rng'],
  gexf12: ['--relaxng', 'gexf/1.2draft/gexf.rng'],
  graphml: ['--schema', 'graphml/graphml.xsd'],
};

/**
 * GraphML's schema wants ids and names of attributes without spaces and marks; every program writes them as they are,
 * and so does Clew. A fault of that kind also makes its line's ids unusable as keys.
 */
const FREE_NAMES =
  /xs:NMTOKEN|key\.name\.type|No precomputed value|identity-constraint '[^']*(node_id_key|noderef)'/;

const lint = (...args) => spawnSync('xmllint', ['--noout', '--nonet', ...args], { encoding: 'utf8' });

export function schemaReader() {
  const folder = process.env.CLEW_PEER_SCHEMAS;
  if (!folder || !existsSync(folder)) return { absent: 'CLEW_PEER_SCHEMAS names no folder of schemas' };
  if (lint('--version').error) return { absent: 'no xmllint' };
  return { count: (kind, [file]) => held(kind, file, folder) };
}

function held(kind, file, folder) {
  const [option, schema] = SCHEMAS[kind];
  const { stderr } = lint(option, join(folder, schema), kind === 'gexf12' ? withoutPrefix(file) : file);
  const faults = stderr.split('\n').filter((line) => /error|warning/i.test(line) && !FREE_NAMES.test(line));
  if (faults.length > 0)
    return { error: `${faults.length} faults: ${faults[0].replace(/^.*?:(\d+):/, 'line $1:')}` };
  if (!/validates$|fails to validate$/m.test(stderr)) return { error: stderr.trim().split('\n').at(-1) };
  return { nodes: elements(file, 'node'), edges: elements(file, 'edge') };
}

/** The published schema of 1.2 forgets that looks have a namespace of their own, which every file of 1.2 uses. */
function withoutPrefix(file) {
  const copy = `${file}.plain`;
  writeFileSync(copy, readFileSync(file, 'utf8').replace(/<viz:/g, '<'));
  return copy;
}

const elements = (file, name) => {
  const counted = spawnSync('xmllint', ['--nonet', '--xpath', `count(//*[local-name()="${name}"])`, file]);
  return Number(counted.stdout.toString());
};
