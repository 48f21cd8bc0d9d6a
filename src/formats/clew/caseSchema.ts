// The shape of a case file as JSON Schema, declared once: files are checked against it, keys are written in its order,
// and graph-data/case.schema.json is printed from it.
import { STANCES } from '../../case/records.ts';
import { COLUMN_ROLES, COLUMN_TYPES, TABLE_KINDS } from '../../case/tableMapping.ts';

/** The part of JSON Schema (draft 7) that is used here. */
export interface Shape {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape;
  /** Told apart by `about`. */
  readonly oneOf?: readonly Shape[];
}

const text: Shape = { type: 'string' };
const flag: Shape = { type: 'boolean' };
const id: Shape = { type: 'string', description: 'An opaque id, unique in its section.' };
const ids: Shape = { type: 'array', items: { type: 'string' } };
const edtf: Shape = {
  type: 'string',
  description: 'Extended Date/Time Format, as precise as stated and no more.',
};
const oneOf = (...words: string[]): Shape => ({ type: 'string', enum: words });
const list = (items: Shape): Shape => ({ type: 'array', items });
const record = (
  description: string,
  required: readonly string[],
  properties: Readonly<Record<string, Shape>>,
): Shape => ({
  type: 'object',
  description,
  required,
  properties,
});

const property = record('A property of the case’s own.', ['name', 'label', 'type'], {
  name: text,
  label: text,
  type: { type: 'string', description: 'A type of FollowTheMoney’s model, or duration.' },
  range: { type: 'string', description: 'For type entity: the schema of the value.' },
  single: { type: 'boolean', description: 'Whether one subject has one value at a time.' },
  specialises: { type: 'string', description: 'The standard property to which an export falls back.' },
});

const wording = (description: string) =>
  record(description, ['property', 'words'], {
    property: text,
    words: { type: 'array', items: text, minItems: 1 },
  });
const exclusion = record('What relations of the type cannot be together.', ['name', 'says'], {
  name: { type: 'string', description: 'In the place of the one of that name that the type inherits.' },
  says: {
    type: 'string',
    description: 'What the one is to the other, up to the other’s name: “married to”.',
  },
  from: { ...oneOf('source', 'target'), description: 'The end of the one; source if absent.' },
  mutual: { type: 'boolean', description: 'It reads the same from both ends.' },
  where: wording('Only relations that say so.'),
  one: { type: 'boolean', description: 'The one has one such relation at a time.' },
  if: wording('With `one`: only where this is said of the one.'),
  against: {
    ...ids,
    description: 'Names of exclusions (of another type: Family.parent) that cannot hold together with it.',
  },
  reversed: { ...ids, description: 'Likewise, the other way round.' },
  always: { type: 'boolean', description: 'Once so, always so: no dates are needed.' },
  living: { type: 'boolean', description: 'It does not begin before the one’s birth or after their death.' },
});

const schema = record(
  'A type of the case’s own; under a standard name, properties and exclusions added to that type.',
  ['name', 'label', 'extends'],
  {
    name: text,
    label: text,
    plural: text,
    extends: ids,
    description: text,
    edge: record('For relation types.', ['source', 'target', 'directed'], {
      source: text,
      target: text,
      directed: flag,
      label: text,
    }),
    properties: list(property),
    exclusive: list(exclusion),
  },
);

const column = record('What a column is for.', ['name', 'role'], {
  name: { type: 'string', description: 'Its heading, by which it is found again.' },
  role: oneOf(...COLUMN_ROLES),
  property: text,
  type: oneOf(...COLUMN_TYPES),
  list: { type: 'string', description: 'What stands between several values in one cell.' },
  space: { type: 'string', description: 'For ids: what stands before each, apart by a colon.' },
  dates: oneOf('dmy', 'mdy'),
  part: text,
  of: text,
  values: { type: 'object', description: 'What codes stand for.', additionalProperties: text },
});
export const TABLE_SHAPE = record(
  'How the columns of a table are meant.',
  ['table', 'kind', 'dialect', 'columns'],
  {
    table: { type: 'string', description: 'Its name among several; empty where there is one.' },
    kind: oneOf(...TABLE_KINDS),
    type: text,
    directed: flag,
    dialect: record('How it is spelled.', ['delimiter', 'quote', 'encoding', 'decimal', 'header'], {
      delimiter: text,
      quote: text,
      encoding: text,
      decimal: oneOf('.', ','),
      header: { type: 'integer', minimum: 0 },
    }),
    columns: list(column),
  },
);

const source = record('Something that says something.', ['id', 'title'], {
  id,
  title: text,
  form: { type: 'string', description: 'article, post, statement, dataset, interview, file… in one word.' },
  publisher: text,
  author: text,
  date: edtf,
  language: { type: 'string', description: 'BCP 47.' },
  address: text,
  accessed: edtf,
  archived: text,
  file: { type: 'string', description: 'File name of the text that the locators point into.' },
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  tables: list(TABLE_SHAPE),
  reliability: {
    ...oneOf('A', 'B', 'C', 'D', 'E', 'F'),
    description: 'Admiralty scale; absent counts as F.',
  },
  confidential: flag,
  derivedFrom: ids,
  independentOf: ids,
  notes: text,
});

const offset: Shape = { type: 'integer', minimum: 0 };
const locator = record('Where the words stand that a claim rests on.', [], {
  document: { type: 'string', description: 'The source in whose text this is; the claim’s own if absent.' },
  position: record('W3C TextPositionSelector; code points of the file, end exclusive.', ['start', 'end'], {
    start: offset,
    end: offset,
  }),
  quote: record('W3C TextQuoteSelector.', ['exact'], { exact: text, prefix: text, suffix: text }),
  page: text,
  place: { type: 'string', description: 'Where a person would look: “At a Glance, item 2”.' },
});

const entity = record('A person, an organization, an event…', ['id', 'schema'], {
  id,
  schema: { type: 'string', description: 'A FollowTheMoney schema, or one of the case’s own.' },
});
const relation = record('A tie between entities; its ends are claims.', ['id', 'schema'], {
  id,
  schema: { type: 'string', description: 'A FollowTheMoney edge schema, or one of the case’s own.' },
});

const claim = record(
  'One thing that one source says.',
  ['subject', 'property', 'value', 'source', 'stance'],
  {
    id: {
      type: 'string',
      description: 'A hash of what the claim means; worked out where it is absent or wrong.',
    },
    subject: { type: 'string', description: 'An entity or a relation.' },
    property: {
      type: 'string',
      description: 'Of the subject’s schema; id says only that the subject exists.',
    },
    value: text,
    original: { type: 'string', description: 'As the source spells it, where that differs.' },
    source: { type: 'string' },
    via: { ...ids, description: 'Sources quoted inside the source, outermost first.' },
    stance: oneOf(...STANCES),
    attributedTo: { ...ids, description: 'Entities that the source credits, nearest to the fact first.' },
    held: { type: 'string', description: 'When it was so: EDTF, or during:<entity id>.' },
    language: text,
    locators: list(locator),
    notes: text,
  },
);

const judged = { date: edtf, by: text, reason: text };
const claimIds: Shape = { ...ids, description: 'Ids of claims.' };
const judgement: Shape = {
  description: 'What you decide: dated, signed, with a reason.',
  oneOf: [
    record('Two entities are one, are not, or it is open.', ['id', 'about', 'verdict', 'entities'], {
      id,
      ...judged,
      about: oneOf('identity'),
      verdict: oneOf('same', 'different', 'unsure'),
      entities: { ...ids, minItems: 2, maxItems: 2 },
    }),
    record('How credible a claim is (Admiralty scale).', ['id', 'about', 'claim', 'credibility'], {
      id,
      ...judged,
      about: oneOf('credibility'),
      claim: text,
      credibility: { type: 'integer', enum: [1, 2, 3, 4, 5, 6] },
    }),
    record('Whether claims can all hold, where no rule sees it.', ['id', 'about', 'verdict', 'claims'], {
      id,
      ...judged,
      about: oneOf('compatibility'),
      verdict: oneOf('conflict', 'compatible'),
      title: text,
      claims: claimIds,
    }),
    record('Prefers one side of a dispute, deleting nothing.', ['id', 'about', 'prefer', 'over'], {
      id,
      ...judged,
      about: oneOf('ruling'),
      prefer: claimIds,
      over: claimIds,
    }),
    record('A lead that is not worth following.', ['id', 'about', 'verdict', 'lead'], {
      id,
      ...judged,
      about: oneOf('lead'),
      verdict: oneOf('dismissed'),
      lead: text,
    }),
  ],
};

const choice = record('Only these ids, or all but these.', ['mode', 'ids'], {
  mode: oneOf('only', 'except'),
  ids,
});
const view = record('A saved look.', ['id', 'name'], {
  id,
  name: text,
  lens: record('What is believed and looked at.', [], {
    sources: choice,
    stances: choice,
    attributedTo: choice,
    entityTypes: choice,
    relationTypes: choice,
    reliability: oneOf('A', 'B', 'C', 'D', 'E', 'F'),
    credibility: { type: 'integer', minimum: 1, description: 'The least credibility, 1 to 6.' },
    ungraded: oneOf('out'),
    time: record('What was so on some day of a window.', ['when', 'sure'], {
      when: { ...text, description: 'EDTF.' },
      sure: oneOf('certainly', 'possibly'),
    }),
    voices: record('Only values that so many voices give.', ['atLeast'], {
      atLeast: { type: 'integer', minimum: 1 },
      stated: flag,
    }),
    disputedOnly: flag,
  }),
  layout: text,
  hidden: ids,
  only: ids,
  placements: {
    type: 'object',
    description: 'Pixels at zoom 1, y down, by entity.',
    additionalProperties: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
  },
  pinned: ids,
  focus: record('Only what lies within so many steps of these.', ['ids', 'steps'], {
    ids,
    steps: { type: 'integer', minimum: 0 },
  }),
  shared: { ...ids, description: 'Types of values that show as nodes where entities share them.' },
  size: text,
  colour: text,
});

/** The arrays of a case file in the order in which they are written, and the shape of what each holds. */
export const SECTIONS = {
  schemata: schema,
  sources: source,
  entities: entity,
  relations: relation,
  claims: claim,
  judgements: judgement,
  views: view,
} satisfies Record<string, Shape>;
export type Section = keyof typeof SECTIONS;

export const CASE_FORMAT = 'clew/1';

/** The whole file. Keys that are not named here are kept for a newer version. */
export const CASE_SCHEMA: Shape = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A case of Clew, version 1 (case.clew.json)',
  type: 'object',
  required: ['format', 'name'],
  properties: {
    format: oneOf(CASE_FORMAT),
    name: text,
    description: text,
    language: { type: 'string', description: 'BCP 47.' },
    ...Object.fromEntries(Object.entries(SECTIONS).map(([name, items]) => [name, list(items)])),
  },
};
