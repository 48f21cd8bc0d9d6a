// Tables that programs and data sets write, known by the names of their columns.
import type { ColumnMapping, TableKind } from '../../case/tableMapping.ts';
import type { Head } from './headers.ts';

type Meant = Partial<ColumnMapping> & Pick<ColumnMapping, 'role'>;

export interface Program {
  /** "Kumu’s connections", after "It has the columns of". */
  readonly by: string;
  readonly kind: TableKind;
  readonly type?: string;
  /** Plain names that must all be there; in a list, one of them. */
  readonly needs: readonly (string | readonly string[])[];
  readonly lacks?: readonly string[];
  readonly columns: Readonly<Record<string, Meant>>;
}

const role = (role: ColumnMapping['role'], more: Partial<ColumnMapping> = {}): Meant => ({ ...more, role });
const property = (name: string, more: Partial<ColumnMapping> = {}): Meant => ({
  ...more,
  role: 'property',
  property: name,
});

const [ID, LABEL, TYPE] = [role('id'), role('label'), role('type')];
const [SOURCE, TARGET, DIRECTION] = [role('source'), role('target'), role('direction')];
const [START, END] = [role('start'), role('end')];
const TAGS = property('tags', { list: '|' });

/** Offshore Leaks, as downloaded in 2025: nodes-*.csv and relationships.csv. */
const ICIJ_NODE = {
  nodeid: ID,
  name: LABEL,
  countries: property('country', { list: ';' }),
  jurisdictiondescription: property('jurisdiction'),
  jurisdiction: property('jurisdiction code'),
  incorporationdate: property('incorporationDate'),
  inactivationdate: property('inactivation date'),
  struckoffdate: property('struck-off date'),
  dormdate: property('dormancy date'),
  formername: property('previousName'),
  originalname: property('alias'),
  ibcruc: property('registrationNumber'),
  companytype: property('legalForm'),
  note: property('notes'),
  sourceid: property('leak'),
} satisfies Program['columns'];

/** The categories of LittleSis’ relationships by their number. */
const CATEGORIES = {
  1: 'Position',
  2: 'Education',
  3: 'Membership',
  4: 'Family',
  5: 'Donation',
  6: 'Transaction',
  7: 'Lobbying',
  8: 'Social',
  9: 'Professional',
  10: 'Ownership',
  11: 'Hierarchy',
  12: 'Generic',
};

const PROGRAMS: readonly Program[] = [
  {
    by: 'ICIJ’s relationships (Offshore Leaks)',
    kind: 'edges',
    needs: ['nodeidstart', 'nodeidend'],
    columns: {
      nodeidstart: SOURCE,
      nodeidend: TARGET,
      reltype: TYPE,
      link: LABEL,
      startdate: START,
      enddate: END,
      sourceid: property('leak'),
    },
  },
  {
    by: 'ICIJ’s relationships (Offshore Leaks)',
    kind: 'edges',
    needs: ['startid', 'endid', 'sourceid'],
    columns: {
      startid: SOURCE,
      endid: TARGET,
      type: TYPE,
      link: LABEL,
      startdate: START,
      enddate: END,
      sourceid: property('leak'),
    },
  },
  {
    by: 'ICIJ’s entities (Offshore Leaks)',
    kind: 'nodes',
    type: 'Company',
    needs: ['nodeid', 'sourceid', 'name', 'incorporationdate'],
    columns: ICIJ_NODE,
  },
  {
    by: 'ICIJ’s addresses (Offshore Leaks)',
    kind: 'nodes',
    type: 'Address',
    needs: ['nodeid', 'sourceid', 'address'],
    lacks: ['status', 'internalid', 'jurisdiction'],
    columns: { ...ICIJ_NODE, address: property('full') },
  },
  {
    by: 'ICIJ’s officers or intermediaries (Offshore Leaks)',
    kind: 'nodes',
    type: 'LegalEntity',
    needs: ['nodeid', 'sourceid', 'name'],
    columns: ICIJ_NODE,
  },
  {
    by: 'LittleSis’ relationships',
    kind: 'edges',
    needs: ['entity1id', 'entity2id'],
    columns: {
      id: ID,
      entity1id: SOURCE,
      entity2id: TARGET,
      entity1name: role('sourceLabel'),
      entity2name: role('targetLabel'),
      entity1ext: role('sourceType'),
      entity2ext: role('targetType'),
      entity1primaryext: role('sourceType'),
      entity2primaryext: role('targetType'),
      categoryid: role('type', { values: CATEGORIES }),
      category: TYPE,
      description1: LABEL,
      startdate: START,
      enddate: END,
    },
  },
  {
    by: 'LittleSis’ entities',
    kind: 'nodes',
    needs: ['id', 'name', 'primaryext'],
    columns: {
      id: ID,
      name: LABEL,
      primaryext: role('type', { values: { Org: 'Organization' } }),
      blurb: property('summary'),
      startdate: START,
      enddate: END,
    },
  },
  {
    by: 'Graph Commons’ edges',
    kind: 'edges',
    needs: ['fromname', 'toname', ['edge', 'edgetype', 'fromtype']],
    columns: {
      fromname: SOURCE,
      toname: TARGET,
      fromtype: role('sourceType'),
      totype: role('targetType'),
      edge: TYPE,
      edgetype: TYPE,
      weight: role('weight'),
      id: ID,
    },
  },
  {
    by: 'Graph Commons’ nodes',
    kind: 'nodes',
    needs: ['nodetype', ['name', 'nodename']],
    columns: {
      nodetype: TYPE,
      name: LABEL,
      nodename: LABEL,
      id: ID,
      reference: role('address'),
      image: property('image'),
    },
  },
  {
    by: 'Kumu’s connections',
    kind: 'edges',
    needs: ['from', 'to', ['direction', 'type']],
    lacks: ['source', 'target'],
    columns: {
      id: ID,
      from: SOURCE,
      to: TARGET,
      type: TYPE,
      direction: DIRECTION,
      label: LABEL,
      tags: TAGS,
    },
  },
  {
    by: 'Kumu’s elements',
    kind: 'nodes',
    needs: ['label', ['tags', 'description', 'type']],
    lacks: ['id', 'source', 'target', 'from', 'to', 'name'],
    columns: { label: LABEL, type: TYPE, tags: TAGS },
  },
  {
    by: 'NodeXL’s edges',
    kind: 'edges',
    needs: ['vertex1', 'vertex2'],
    columns: {
      vertex1: SOURCE,
      vertex2: TARGET,
      edgeweight: role('weight'),
      relationship: TYPE,
      label: LABEL,
      visibility: role('ignore'),
    },
  },
  {
    by: 'Cosmograph’s links',
    kind: 'edges',
    needs: ['source', 'target', 'time'],
    lacks: ['type', 'label', 'id'],
    columns: { source: SOURCE, target: TARGET, time: START, value: role('weight') },
  },
];

/** The first whose columns are all there. */
export function programOf(heads: readonly Head[]): Program | undefined {
  const names = new Set(heads.map(({ plain }) => plain));
  const has = (need: string | readonly string[]) =>
    typeof need === 'string' ? names.has(need) : need.some((one) => names.has(one));
  return PROGRAMS.find(({ needs, lacks }) => needs.every(has) && !lacks?.some((name) => names.has(name)));
}
