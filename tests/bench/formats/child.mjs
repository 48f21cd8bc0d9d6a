// One measurement in a process of its own: `child.mjs CONTENDER ACT FORMAT FILE FOLDER`. Prints seconds, bytes and counts as JSON.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [contender, act, format, file, folder] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));

const CONTENDERS = { clew, saxes, graphology };
const { read, write, countsOf } = await CONTENDERS[contender]();
const input = readFileSync(file);
globalThis.gc();
const before = memory();

let [start, used] = [performance.now(), process.cpuUsage()];
const result = await read(input);
let written;
if (act === 'write') {
  [start, used] = [performance.now(), process.cpuUsage()];
  written = await write(result);
}
const seconds = (performance.now() - start) / 1000;
used = process.cpuUsage(used);
globalThis.gc();
const kept = memory() - before;
const counts = countsOf(result);
console.log(
  JSON.stringify({
    seconds,
    cpu: (used.user + used.system) / 1e6,
    bytes: written?.length ?? input.length,
    peak: peak(),
    kept,
    ...counts,
  }),
);

/** What Node counts as in use, in and beside its heap. */
function memory() {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Most bytes held at once. Linux counts the parent's into `maxRSS` of a child, but not into its high-water mark. */
function peak() {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
}

async function clew() {
  const ours = await import(join(folder, 'clew', 'clew.js'));
  if (act === 'events')
    return { read: (bytes) => ours.toEvents(bytes, format), countsOf: (counts) => counts };
  return {
    read: (bytes) => ours.toCase(bytes, format),
    write: (of) => ours.toBytes(of, format),
    countsOf: ours.countsOf,
  };
}

/** The floor: the same bytes through the parser that Clew's readers of XML sit on, and nothing done with them. */
async function saxes() {
  const { SaxesParser } = await import('saxes');
  const read = (bytes) => {
    const counts = { nodes: 0, edges: 0 };
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => {
      if (name === 'node') counts.nodes++;
      else if (name === 'edge') counts.edges++;
    });
    parser.on('text', () => {});
    parser.on('closetag', () => {});
    const decoder = new TextDecoder();
    const PIECE = 64 * 1024;
    for (let at = 0; at < bytes.length; at += PIECE)
      parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    parser.close();
    return counts;
  };
  return { read, countsOf: (counts) => counts };
}

async function graphology() {
  const { MultiGraph } = require('graphology');
  const peer = require(`graphology-${format}`);
  return {
    read: (bytes) => peer.parse(MultiGraph, new TextDecoder().decode(bytes)),
    write: (graph) => new TextEncoder().encode(peer.write(graph)),
    countsOf: (graph) => ({ nodes: graph.order, edges: graph.size }),
  };
}
