// Reads a session: its networks, together or one of them, with what its tables say and where its views lay them.
import type { Job } from '../../plugin/job.ts';
import { InputError } from '../../plugin/problem.ts';
import { quoted } from '../collecting.ts';
import { typeInName } from '../cytoscapeNames.ts';
import type { Attribute, Sink } from '../format.ts';
import { take } from '../jsonValues.ts';
import { Tally } from '../tally.ts';
import { readXml, type XmlVisitor } from '../xml.ts';
import { xgmml } from '../xgmml/xgmml.ts';
import * as zip from '../zip.ts';
import { SessionNetworks, SessionViews, type Network } from './cysNetworks.ts';
import { readTable, type Table } from './cysTables.ts';

/** `wanted`: 1 for the first network, 0 for all. Throws `InputError` where there is no such network. */
export async function readSession(bytes: Uint8Array, wanted: number, sink: Sink, job: Job): Promise<void> {
  const session = new Session(bytes, sink, job);
  if (session.has(NETWORK)) await session.read(wanted);
  else await session.readOld(wanted);
}

const NETWORK = /(^|\/)networks\/[^/]+\.xgmml$/;
const VIEW = /(^|\/)views\/[^/]+\.xgmml$/;
const TABLE = /(^|\/)tables\/.*\/(LOCAL|SHARED)_ATTRS-[^/]*\.Cy(Node|Edge|Network)-[^/]*\.cytable$/i;
const OLD = /^([^/]*\/)?[^/]+\.xgmml$/;

class Session {
  readonly #bytes: Uint8Array;
  readonly #sink: Sink;
  readonly #job: Job;
  readonly #members: readonly zip.Member[];
  readonly #tally = new Tally();
  readonly #found = new SessionNetworks();
  readonly #views = new SessionViews();
  readonly #tables = new Map<string, Table>();

  constructor(bytes: Uint8Array, sink: Sink, job: Job) {
    this.#bytes = bytes;
    this.#sink = sink;
    this.#job = job;
    this.#members = zip.membersOf(bytes);
  }

  has(kind: RegExp): boolean {
    return this.#members.some(({ name }) => kind.test(name));
  }

  async read(wanted: number): Promise<void> {
    await this.#walk(NETWORK, this.#found);
    await this.#walk(VIEW, this.#views);
    for (const { name, bytes } of await this.#contents(TABLE)) {
      const kind = TABLE.exec(name)![3]!.toLowerCase();
      const table = this.#tables.get(kind) ?? new Map<string, Map<string, Attribute>>();
      this.#tables.set(kind, table);
      await readTable(new TextDecoder().decode(bytes), lastOf(name), table, this.#tally);
    }
    this.#tellNetworks(chosen(this.#found.networks, wanted), wanted);
    if (this.#members.some(({ name }) => /session_vizmap\.xml$/.test(name)))
      this.#tally.add('refused', 'Styles were left out.', 'the session');
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  /** Cytoscape 2 kept whole XGMML files. */
  async readOld(wanted: number): Promise<void> {
    const all = await this.#contents(OLD);
    const networks = chosen(all, wanted);
    for (const { name, bytes } of networks) {
      this.#tell(name, wanted);
      await xgmml.read(once(bytes), this.#sink, {}, this.#job);
    }
  }

  async #walk(kind: RegExp, visitor: XmlVisitor): Promise<void> {
    for (const { name, bytes } of await this.#contents(kind)) {
      this.#found.file = lastOf(name);
      await readXml(once(bytes), visitor, (problem) => this.#sink.problem(problem), this.#job);
    }
  }

  async #contents(kind: RegExp): Promise<{ name: string; bytes: Uint8Array }[]> {
    const members = this.#members.filter(({ name }) => kind.test(name));
    return Promise.all(
      members.map(async (member) => ({ name: member.name, bytes: await zip.contentOf(this.#bytes, member) })),
    );
  }

  #tellNetworks(networks: readonly Network[], wanted: number): void {
    const several = networks.length > 1;
    for (const network of networks) this.#tellNetwork(network, wanted, several);
    for (const id of union(networks.map(({ nodes }) => nodes))) {
      const around = networks.filter(({ nodes }) => nodes.has(id));
      this.#node(id, around, several);
    }
    for (const id of union(networks.map(({ edges }) => edges))) this.#edge(id);
  }

  /** What is said of one of several networks is not said of them all. */
  #tellNetwork({ id, label }: Network, wanted: number, several: boolean): void {
    const attributes = new Map(this.#tables.get('network')?.get(id));
    this.#tell(label, wanted);
    attributes.delete('name');
    if (!several) this.#sink.meta('name', label);
    const description = several ? undefined : take(attributes, 'description');
    if (description !== undefined) this.#sink.meta('description', description);
    for (const name of attributes.keys()) {
      if (name.startsWith('__')) continue;
      this.#tally.add(
        'refused',
        `${quoted(name)}, which is said of the network itself, was left out.`,
        label,
      );
    }
  }

  #tell(label: string, wanted: number): void {
    const what =
      wanted > 0 ? 'Of the session only this network was read.' : 'This network of the session was read.';
    this.#sink.problem({ outcome: 'kept', where: label, what });
  }

  #node(id: string, networks: readonly Network[], several: boolean): void {
    const found = this.#found.nodes.get(id);
    const attributes = new Map(this.#tables.get('node')?.get(id));
    const label = take(attributes, 'name') ?? found?.label;
    const groups = this.#found.groups.get(id);
    if (groups) attributes.set('parent', { type: 'string', values: [...groups] });
    if (groups) this.#tally.add('kept', 'Nodes lie in groups; "parent" says in which.', found?.where ?? id);
    if (several) attributes.set('network', { type: 'string', values: networks.map(({ label }) => label) });
    const places = networks.flatMap((network) => this.#views.places.get(network.id)?.get(id) ?? []);
    const [x, y] = places;
    if (places.length > 2)
      this.#tally.add('refused', 'A node lies at several places; the first was taken.', id);
    const where = found?.where ?? 'the session';
    this.#sink.node({ id, label, attributes, ...(x !== undefined && y !== undefined && { x, y }), where });
  }

  #edge(id: string): void {
    const edge = this.#found.edges.get(id);
    if (!edge) return this.#tally.add('refused', 'An edge that no network describes was left out.', id);
    const { source, target, directed, where } = edge;
    const attributes = new Map(this.#tables.get('edge')?.get(id));
    const name = take(attributes, 'name');
    const made =
      name === undefined ? undefined : typeInName(name, this.#nameOf(source), this.#nameOf(target));
    const type = take(attributes, 'interaction') ?? made;
    const label = made === undefined ? name : undefined;
    this.#sink.edge({ id, source, target, directed, label, type, attributes, where });
  }

  #nameOf(id: string): string {
    return (
      this.#tables.get('node')?.get(id)?.get('name')?.values[0] ?? this.#found.nodes.get(id)?.label ?? id
    );
  }
}

function chosen<T>(networks: readonly T[], wanted: number): readonly T[] {
  if (networks.length === 0) throw new InputError('There is no network in this session.');
  const one = networks[wanted - 1];
  if (wanted > 0 && one === undefined)
    throw new InputError(`This session has ${networks.length} networks, so none is number ${wanted}.`);
  return one === undefined ? networks : [one];
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
