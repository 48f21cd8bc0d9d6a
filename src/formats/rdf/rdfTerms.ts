// RDF as Clew handles it: nodes are texts, literals and quoted triples are objects, and every statement has a graph.

/** An IRI, or a blank node as `_:label`. */
export type Node = string;

export interface Literal {
  /** The lexical form: digits, zones and spaces as written. */
  readonly text: string;
  /** BCP 47; without a datatype. */
  readonly language?: string;
  /** An IRI; absent for plain text. */
  readonly datatype?: string;
}

export interface Triple {
  readonly subject: Node;
  readonly predicate: string;
  readonly object: Term;
}

/** A triple in the place of an object is quoted (RDF 1.2): spoken of, not stated. */
export type Term = Node | Literal | Triple;

export interface Statement extends Triple {
  /** Its name; empty for the default graph. */
  readonly graph: Node;
  /** Where it stands in a file: "line 12". */
  readonly where: string;
}

export const isNode = (term: Term): term is Node => typeof term === 'string';
export const isBlank = (node: Node): boolean => node.startsWith('_:');
export const isLiteral = (term: Term): term is Literal => typeof term === 'object' && 'text' in term;
export const isTriple = (term: Term): term is Triple => typeof term === 'object' && 'subject' in term;

/** The same for triples that say the same. */
export const keyOf = ({ subject, predicate, object }: Triple): string =>
  JSON.stringify([subject, predicate, termKey(object)]);

const termKey = (term: Term): unknown =>
  isNode(term)
    ? term
    : isTriple(term)
      ? [keyOf(term)]
      : [term.text, term.language ?? '', term.datatype ?? ''];

/** Prefixes of what Clew writes. */
export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  void: 'http://rdfs.org/ns/void#',
  schema: 'https://schema.org/',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  ftm: 'https://schema.followthemoney.tech/#',
  clew: 'urn:x-clew:vocabulary:',
} as const;

export const { rdf: RDF, rdfs: RDFS, xsd: XSD, prov: PROV, schema: SCHEMA, ftm: FTM, clew: CLEW } = PREFIXES;
export const TYPE = `${RDF}type`;
export const LABEL = `${RDFS}label`;

/** The graph of what Clew itself says: types, labels, sources, claims that cannot be stated. */
export const CASE = 'urn:x-clew:case';

const DIGITS = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?\d*\.\d+$/;
const DATES: readonly (readonly [RegExp, string])[] = [
  [/^[1-9]\d{3}$/, `${XSD}gYear`],
  [/^[1-9]\d{3}-(0[1-9]|1[0-2])$/, `${XSD}gYearMonth`],
  [/^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, `${XSD}date`],
  [/^[\dXYESTZ~?%/.:,{}[\]+-]+$/, `${PREFIXES.edtf}EDTF`],
];

/** A value of a property of FollowTheMoney's types, typed where its spelling allows it. */
export function literalOf(type: string, text: string, language?: string): Literal {
  if (language !== undefined) return { text, language };
  const datatype = datatypeOf(type, text);
  return datatype === undefined ? { text } : { text, datatype };
}

function datatypeOf(type: string, text: string): string | undefined {
  if (type === 'date') return DATES.find(([form]) => form.test(text))?.[1];
  if (type === 'number')
    return DIGITS.test(text) ? `${XSD}integer` : DECIMAL.test(text) ? `${XSD}decimal` : undefined;
  return type === 'url' && /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) ? `${XSD}anyURI` : undefined;
}
