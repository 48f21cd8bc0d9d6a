// Values of a node or a tie → the fields of a statement, as far as BODS has a field in which they can be said.
import { withoutConfidential, admits } from '../../case/lens.ts';
import type { Source } from '../../case/records.ts';
import { countryName } from '../../case/schema.ts';
import { columnId } from '../columns.ts';
import type { FlatEdge, FlatGraph, FlatNode } from '../flat.ts';
import type { Outgoing } from '../format.ts';
import { isNumber } from '../jsonWriting.ts';
import { uuid5 } from '../uuid5.ts';
import { shareName } from './bodsFields.ts';
import {
  ALL_ENTITY_TYPES,
  INTERESTS,
  interestOf,
  SCHEMES,
  tieOf,
  typeOfSchema,
  type RecordKind,
} from './bodsWords.ts';

type Fields = Record<string, unknown>;
type Item = FlatNode | FlatEdge;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MONTH = /^\d{4}(-(0[1-9]|1[0-2]))?$/;
const WEB = /^https?:\/\/[^\s<>"]+$/i;

const all = (item: Item, property: string): readonly string[] =>
  item.values.get(columnId(property, 'affirmed')) ?? [];

/** The value of a property that has one. */
export function single(item: Item, property: string): string | undefined {
  const values = all(item, property);
  return values.length === 1 ? values[0] : undefined;
}

export class BodsDetails {
  readonly #out: Outgoing;
  readonly #title: string;
  /** The latest day a source bears: a statement must have one, and the clock would change the file. */
  readonly #date: string;
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(graph: FlatGraph, out: Outgoing) {
    const { sources: choice } = withoutConfidential(out.seen.lens, out.seen.case.sources());
    const sources = [...out.seen.case.sources()].filter(({ id }) => admits(choice, id));
    const days = sources
      .flatMap(({ date, accessed }) => [date, accessed])
      .filter((day) => DAY.test(day ?? ''));
    this.#out = out;
    this.#title = graph.title || 'A case';
    this.#date = days.sort().at(-1) ?? '1970-01-01';
    this.#sources = new Map(sources.map((source) => [source.title, source]));
  }

  /** All of a statement but the details of its record. */
  statement(item: Item, kind: RecordKind, recordId: string, subject: string): Fields {
    const given = single(item, 'statementId') ?? '';
    const isId = given.length >= 32 && given.length <= 64;
    const date = single(item, 'statementDate');
    const declaration = single(item, 'declaration');
    const status = single(item, 'recordStatus') ?? '';
    const source = this.#source(item);
    return {
      statementId: isId ? given : uuid5(JSON.stringify(['statement', this.#title, kind, recordId])),
      statementDate: isDate(date) ? date : this.#date,
      ...(json(item, 'annotations') && { annotations: json(item, 'annotations') }),
      publicationDetails: this.#publication(item),
      ...(source && { source }),
      ...(declaration !== undefined && { declaration }),
      declarationSubject: single(item, 'declarationSubject') ?? subject,
      recordId,
      recordStatus: ['new', 'updated', 'closed'].includes(status) ? status : 'new',
      recordType: kind,
    };
  }

  #publication(item: Item): Fields {
    const [date, license, by] = ['publicationDate', 'license', 'publishedBy'].map((name) =>
      single(item, name),
    );
    return {
      publicationDate: isDate(date) ? date : this.#date,
      bodsVersion: '0.4',
      ...(license !== undefined && WEB.test(license) && { license }),
      publisher: { name: by ?? this.#title },
    };
  }

  /** What the claims rest on, but for a file that was read; else what that file said of its own source. */
  #source(item: Item): Fields | undefined {
    const types = all(item, 'sourceType').filter((type) => SOURCE_TYPES.has(type));
    const [url, retrievedAt, uri] = ['sourceUrl', 'retrievedAt', 'publisherUrl'].map((name) =>
      single(item, name),
    );
    const publishers = all(item, 'publisher');
    const titles = (item.values.get('sources') ?? []).filter(
      (title) => title !== '' && this.#sources.get(title)?.form !== 'file',
    );
    const names = publishers.length > 0 ? publishers : titles;
    const asserted = names.map((name) => ({
      name,
      ...(names.length === 1 && uri !== undefined && WEB.test(uri) && { uri }),
    }));
    const source: Fields = {
      ...(types.length > 0 ? { type: types } : titles.length > 0 && { type: ['thirdParty'] }),
      ...(url !== undefined && WEB.test(url) && { url }),
      ...(isDate(retrievedAt) && { retrievedAt }),
      ...(asserted.length > 0 && { assertedBy: asserted }),
    };
    return Object.keys(source).length > 0 ? source : undefined;
  }

  person(node: FlatNode): Fields {
    const type = single(node, 'personType') ?? '';
    const [birth, death] = ['birthDate', 'deathDate'].map((name) => single(node, name));
    const addresses = json(node, 'addresses') ?? all(node, 'address').map((address) => ({ address }));
    const names = this.#names(node);
    const [place, country] = ['birthPlace', 'birthCountry'].map((name) => single(node, name));
    return {
      isComponent: false,
      personType: ['anonymousPerson', 'unknownPerson'].includes(type) ? type : 'knownPerson',
      ...(names.length > 0 && { names }),
      ...identifiers(node),
      ...filled('nationalities', all(node, 'nationality').map(countryFields)),
      ...(place !== undefined && {
        placeOfBirth: { address: place, ...(country !== undefined && { country: countryFields(country) }) },
      }),
      ...(birth !== undefined && (DAY.test(birth) || MONTH.test(birth)) && { birthDate: birth }),
      ...(death !== undefined && (DAY.test(death) || MONTH.test(death)) && { deathDate: death }),
      ...filled('taxResidencies', all(node, 'taxResidency').map(countryFields)),
      ...filled('addresses', addresses),
      ...(json(node, 'politicalExposure') && { politicalExposure: json(node, 'politicalExposure') }),
    };
  }

  /** The name first that is shown, then the others it goes by. */
  #names(node: FlatNode): Fields[] {
    const label = node.label || single(node, 'name');
    const [given, middle, family] = ['firstName', 'middleName', 'lastName'].map((name) => single(node, name));
    const others = all(node, 'name').filter((name) => name !== label);
    const parts = { givenName: given, patronymicName: middle, familyName: family };
    return [
      ...(label ? [{ type: 'legal', fullName: label, ...parts }] : []),
      ...others.map((fullName) => ({ type: 'legal', fullName })),
      ...all(node, 'previousName').map((fullName) => ({ type: 'former', fullName })),
      ...all(node, 'alias').map((fullName) => ({ type: 'alternative', fullName })),
    ].filter(({ fullName }) => fullName !== '');
  }

  entity(node: FlatNode): Fields {
    const [founded, closed] = ['incorporationDate', 'dissolutionDate'].map((name) => single(node, name));
    const [jurisdiction, uri] = ['jurisdiction', 'website'].map((name) => single(node, name));
    const addresses = json(node, 'addresses') ?? all(node, 'address').map((address) => ({ address }));
    return {
      isComponent: false,
      entityType: this.#entityType(node),
      ...(node.label !== '' && { name: node.label }),
      ...filled('alternateNames', all(node, 'alias')),
      ...(jurisdiction !== undefined && { jurisdiction: countryFields(jurisdiction, 6) }),
      ...identifiers(node),
      ...(DAY.test(founded ?? '') && { foundingDate: founded }),
      ...(DAY.test(closed ?? '') && { dissolutionDate: closed }),
      ...filled('addresses', addresses),
      ...(uri !== undefined && WEB.test(uri) && { uri }),
      ...(json(node, 'publicListing') && { publicListing: json(node, 'publicListing') }),
      ...(json(node, 'formedByStatute') && { formedByStatute: json(node, 'formedByStatute') }),
    };
  }

  #entityType(node: FlatNode): Fields {
    const whole = json(node, 'entityType') as Fields | undefined;
    if (whole && ALL_ENTITY_TYPES.has(String(whole.type))) return whole;
    const said = single(node, 'entityType') ?? '';
    if (ALL_ENTITY_TYPES.has(said)) return { type: said };
    const { model } = this.#out.seen.case;
    const known = model
      .schema(node.schema)
      .lineage.map(typeOfSchema)
      .find((type) => type !== undefined);
    return { type: known ?? 'legalEntity' };
  }

  relationship(edge: FlatEdge): Fields {
    const isComponent = single(edge, 'isComponent') === 'true';
    const components = isComponent ? [] : all(edge, 'componentRecords');
    return {
      isComponent,
      ...filled('componentRecords', components),
      subject: edge.target,
      interestedParty: edge.source,
    };
  }

  interest(edge: FlatEdge): Fields {
    const share = shareOf(edge);
    const role = single(edge, 'role') ?? '';
    const stance = edge.values.get('stance')?.[0];
    const details = single(edge, 'description');
    const words = [stance === 'affirmed' ? undefined : `(${stance})`, details].filter((word) => word);
    const [level, start, end] = ['directOrIndirect', 'startDate', 'endDate'].map((name) =>
      single(edge, name),
    );
    const beneficial = single(edge, 'beneficialOwnershipOrControl');
    return {
      type: INTERESTS.has(role) ? role : interestOf(this.#tie(edge.type), share !== undefined),
      ...(['direct', 'indirect', 'unknown'].includes(level ?? '') && { directOrIndirect: level }),
      ...(['true', 'false'].includes(beneficial ?? '') && {
        beneficialOwnershipOrControl: beneficial === 'true',
      }),
      ...(words.length > 0 && { details: words.join(' ') }),
      ...(share && { share }),
      ...(DAY.test(start ?? '') && { startDate: start }),
      ...(DAY.test(end ?? '') && { endDate: end }),
    };
  }

  #tie(type: string): string {
    const { model } = this.#out.seen.case;
    return ['Ownership', 'Directorship'].find((known) => model.isA(type, known)) ?? type;
  }

  /** What reading the interest makes of the tie. */
  tieRead(interest: Fields | undefined): string {
    return tieOf(interest && String(interest.type));
  }
}

const SOURCE_TYPES: ReadonlySet<string> = new Set([
  ...['selfDeclaration', 'officialRegister', 'thirdParty', 'primaryResearch', 'verified'],
]);

/** Percentages are numbers from 0 to 100; what is none stays beside. */
function shareOf(edge: FlatEdge): Fields | undefined {
  const share: Fields = {};
  for (const bound of ['exact', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']) {
    const value = single(edge, bound === 'exact' ? 'percentage' : shareName(bound));
    if (value === undefined || !isNumber(value, 'number') || String(Number(value)) !== value) continue;
    if (Number(value) >= 0 && Number(value) <= 100) share[bound] = Number(value);
  }
  return Object.keys(share).length > 0 ? share : undefined;
}

function identifiers(node: FlatNode): Fields {
  const whole = json(node, 'identifiers');
  if (whole) return { identifiers: whole };
  const schemed = [...SCHEMES].flatMap(([scheme, name]) => all(node, name).map((id) => ({ scheme, id })));
  return filled('identifiers', schemed);
}

const filled = (name: string, values: unknown): Fields =>
  Array.isArray(values) && values.length > 0 ? { [name]: values } : {};

/** The name is required; the code has so many letters at most. */
function countryFields(country: string, most = 2): Fields {
  const name = countryName(country);
  const isCode = name !== country && country.length <= most;
  return isCode ? { name, code: country.toUpperCase() } : { name: country };
}

const isDate = (text: string | undefined): boolean =>
  text !== undefined &&
  (DAY.test(text) || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text));

/** A field that was kept whole, as JSON text. */
function json(item: Item, property: string): object | undefined {
  const text = single(item, property);
  if (text === undefined || !/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
