// What CX1 says of nodes or of edges: attributes whose every value is a string, citations and supporting texts.
import type { CxAspects } from '../cxAspects.ts';
import type { Attribute } from '../format.ts';
import { isList, readJson, type Json, type JsonObject } from '../json.ts';
import { plain } from '../jsonValues.ts';
import { grouped } from '../order.ts';
import { Tally } from '../tally.ts';
import { attributeOf } from '../typedValues.ts';

const TYPES: ReadonlyMap<string, Attribute['type']> = new Map([
  ['string', 'string'],
  ...['integer', 'long', 'short', 'byte'].map((type) => [type, 'integer'] as const),
  ...['double', 'float'].map((type) => [type, 'number'] as const),
  ['boolean', 'boolean'],
]);

export class Cx1Attributes {
  readonly #tally: Tally;
  /** By id of the node or edge. */
  readonly #said = new Map<string, JsonObject[]>();
  readonly #evidence = new Map<string, Map<string, Set<string>>>();

  constructor(of: 'node' | 'edge', aspects: CxAspects, tally: Tally) {
    this.#tally = tally;
    for (const said of aspects.of(`${of}Attributes`)) {
      for (const id of idsIn(said.get('po'))) {
        const known = this.#said.get(id);
        if (known) known.push(said);
        else this.#said.set(id, [said]);
      }
    }
    this.#gather('citation', aspects.of(`${of}Citations`), 'citations', titles(aspects.of('citations')));
    this.#gather('support', aspects.of(`${of}Supports`), 'supports', texts(aspects.of('supports')));
  }

  /** Of one node or edge, by name. */
  attributes(id: string, where: string): Map<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    const named = grouped(this.#said.get(id) ?? [], (said) => plain(said.get('n')) ?? '');
    for (const [name, all] of named) {
      const attribute = name === '' ? undefined : this.#attribute(name, all, where);
      if (attribute) attributes.set(name, attribute);
    }
    for (const [name, values] of this.#evidence.get(id) ?? []) {
      const before = attributes.get(name)?.values ?? [];
      attributes.set(name, { type: 'string', values: [...new Set([...before, ...values])] });
      this.#tally.add('kept', 'Citations and supporting texts became values of what they support.', where);
    }
    return attributes;
  }

  /** One name may be said several times, once for each network that the file holds. */
  #attribute(name: string, all: readonly JsonObject[], where: string): Attribute | undefined {
    const written = plain(all[0]!.get('d')) ?? 'string';
    const type = TYPES.get(written.replace(/^list_of_/, '')) ?? 'string';
    const values = all.flatMap((said) => valuesOf(said.get('v'), written.startsWith('list_of_')));
    const distinct = all.length > 1 ? [...new Set(values)] : values;
    return attributeOf(type, distinct, name, where, this.#tally);
  }

  #gather(name: string, links: readonly JsonObject[], key: string, words: ReadonlyMap<string, string>): void {
    for (const link of links) {
      const told = idsIn(link.get(key)).flatMap((id) => words.get(id) ?? []);
      for (const id of idsIn(link.get('po'))) {
        const evidence = this.#evidence.get(id) ?? new Map<string, Set<string>>();
        this.#evidence.set(id, evidence);
        const known = evidence.get(name) ?? new Set<string>();
        if (told.length > 0) evidence.set(name, known);
        for (const word of told) known.add(word);
      }
    }
  }
}

/** One id or a list of them. */
const idsIn = (json: Json | undefined): string[] =>
  (isList(json) ? json : [json]).map((one) => plain(one)).filter((id) => id !== undefined);

/** Lists are lists of strings, or one string that spells such a list in JSON. */
function valuesOf(json: Json | undefined, list: boolean): string[] {
  if (isList(json)) return json.map(plain).filter((value) => value !== undefined);
  const text = plain(json);
  if (text === undefined) return [];
  if (!list || !text.trimStart().startsWith('[')) return [text];
  try {
    return valuesOf(readJson(text, new Tally()), false);
  } catch {
    return [text];
  }
}

/** "pmid:28947956", with the title where there is one. */
const titles = (citations: readonly JsonObject[]): ReadonlyMap<string, string> =>
  byId(citations, (citation) =>
    ['dc:title', 'dc:identifier']
      .map((name) => plain(citation.get(name)) ?? '')
      .filter((word) => word !== '')
      .join(', '),
  );

const texts = (supports: readonly JsonObject[]): ReadonlyMap<string, string> =>
  byId(supports, (support) => plain(support.get('text')) ?? '');

const byId = (elements: readonly JsonObject[], say: (element: JsonObject) => string): Map<string, string> =>
  new Map(
    elements
      .map((element) => [plain(element.get('@id')) ?? '', say(element)] as const)
      .filter(([, word]) => word !== ''),
  );
