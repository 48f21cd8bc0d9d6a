// JSON-LD → statements, over jsonld, which loads when first used. No context is ever fetched: the best known are at hand, the others told of.
import { InputError } from '../../plugin/problem.ts';
import { Digits, isList, isObject, readJson, type Json, type JsonObject } from '../json.ts';
import type { Tally } from '../tally.ts';
import { nodeFrom, termFrom, type JsTerm } from './rdfParse.ts';
import { XSD, type Node, type Statement, type Term } from './rdfTerms.ts';

/** Relative addresses are resolved against this, and freed of it again. */
const BASE = 'http://relative.invalid/';

const ALIASES = { id: '@id', type: '@type' };
const SCHEMA_ORG = { '@vocab': 'http://schema.org/', ...ALIASES };
/** Contexts that many files name, as far as they only say what vocabulary plain names belong to. */
const KNOWN: readonly (readonly [RegExp, object])[] = [
  [/^https?:\/\/(?:www\.)?schema\.org(?:\/?|\/docs\/jsonldcontext\.json(?:ld)?)$/i, SCHEMA_ORG],
  [
    /^https?:\/\/www\.w3\.org\/ns\/activitystreams(?:\.jsonld)?$/,
    { '@vocab': 'https://www.w3.org/ns/activitystreams#', ...ALIASES },
  ],
  [/^https?:\/\/www\.w3\.org\/ns\/anno(?:\.jsonld)?$/, { '@vocab': 'http://www.w3.org/ns/oa#', ...ALIASES }],
  [/^https?:\/\/xmlns\.com\/foaf\/context$/, { '@vocab': 'http://xmlns.com/foaf/0.1/', ...ALIASES }],
];

/** @throws InputError where the text is no JSON, or its context makes no sense. */
export async function parseJsonLd(
  text: string,
  tell: (statement: Statement) => void,
  tally: Tally,
): Promise<void> {
  const document = new Preparer(tally).plain(readJson(text, tally), false);
  const { default: jsonld } = await import('jsonld');
  let dataset: unknown;
  try {
    dataset = await jsonld.toRDF(
      document as never,
      {
        base: BASE,
        documentLoader: refuse,
        eventHandler: ({ event }: { event: { details?: Record<string, unknown>; code: string } }) =>
          tallyOf(event, tally),
      } as never,
    );
  } catch (error) {
    throw new InputError(
      `The file is JSON, but no JSON-LD that can be read: ${wordsOf(error)}. Check it in a JSON-LD playground.`,
    );
  }
  for (const quad of dataset as { subject: JsTerm; predicate: JsTerm; object: JsTerm; graph: JsTerm }[]) {
    tell({
      subject: freed(nodeFrom(quad.subject)),
      predicate: freed(quad.predicate.value),
      object: freedTerm(termFrom(quad.object)),
      graph: freed(nodeFrom(quad.graph)),
      where: '',
    });
  }
}

const refuse = (address: string): never => {
  throw new Error(`it asks for ${address}, which is not fetched`);
};

const wordsOf = (error: unknown): string => {
  const { message = '', details } = error as { message?: string; details?: { code?: string } };
  return (details?.code ?? message.split('\n', 1)[0]!).slice(0, 200) || 'it is damaged';
};

const freed = (node: Node): Node => (node.startsWith(BASE) ? node.slice(BASE.length) || '.' : node);
const freedTerm = (term: Term): Term => (typeof term === 'string' ? freed(term) : term);

function tallyOf(
  { code, details = {} }: { code: string; details?: Record<string, unknown> },
  tally: Tally,
): void {
  const what = details.property ?? details.expandedProperty ?? details.id ?? details.type ?? details.value;
  const name = typeof what === 'string' ? ` (“${what.slice(0, 60)}”)` : '';
  if (/^(relative|reserved|free-floating|empty|object with|dropping|invalid|unmapped|null)/i.test(code))
    tally.add('refused', `What its context gives no meaning was left out${name}.`, 'the file');
}

/** JSON as the processor takes it: numbers that it would round become typed texts, remote contexts what is known of them. */
class Preparer {
  readonly #tally: Tally;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  plain(json: Json, inContext: boolean): unknown {
    if (json instanceof Digits) return inContext ? Number(json.text) : numberOf(json);
    if (isList(json)) return json.map((item) => this.plain(item, inContext));
    return isObject(json) ? this.#object(json, inContext) : json;
  }

  #object(json: JsonObject, inContext: boolean): unknown {
    const object: Record<string, unknown> = {};
    for (const [name, value] of json) {
      if (name === '__proto__') {
        this.#tally.add('refused', 'A member called “__proto__” was left out.', 'the file');
      } else if (name === '@context') object[name] = this.#context(value);
      else if (name === '@import' && inContext) this.#context(value);
      else if (name === '@value' && value instanceof Digits) Object.assign(object, typed(value), object);
      else object[name] = this.plain(value, inContext);
    }
    return object;
  }

  #context(json: Json): unknown {
    if (isList(json)) return json.map((one) => this.#context(one));
    if (typeof json !== 'string') return this.plain(json, true);
    const known = KNOWN.find(([address]) => address.test(json));
    if (known) return known[1];
    this.#tally.add(
      'kept',
      `The context ${json.slice(0, 200)} was not fetched; names that only it explains were read as names under its address.`,
      'the file',
    );
    return {
      '@vocab': /^https?:/i.test(json) ? `${json.replace(/#.*$/, '')}#` : `${BASE}${encodeURI(json)}#`,
      ...ALIASES,
    };
  }
}

/** Whole numbers that JavaScript holds stay numbers, so that what the context says of their type counts. */
const numberOf = (digits: Digits): unknown =>
  /^-?\d+$/.test(digits.text) && Number.isSafeInteger(Number(digits.text))
    ? Number(digits.text)
    : typed(digits);

const typed = ({ text }: Digits): object => ({
  '@value': text,
  '@type': `${XSD}${/^-?\d+$/.test(text) ? 'integer' : /^-?\d+\.\d+$/.test(text) ? 'decimal' : 'double'}`,
});
