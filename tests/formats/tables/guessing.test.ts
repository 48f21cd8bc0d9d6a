import { describe, expect, test } from 'vitest';
import type { ColumnMapping, TableMapping } from '../../../src/case/tableMapping.ts';
import { readBytes } from '../roundTrip.ts';

const mappingOf = async (text: string): Promise<TableMapping> => (await readBytes(text)).tables[0]!.mapping;
/** Columns in short: "Name=label", with what else is known of them. */
const inShort = ({ name, role, property, type, list, dates, part, of }: ColumnMapping): string =>
  `${name}=${[role, property, type, list, dates, part, of].filter((part) => part !== undefined).join(' ')}`;
const shortly = async (text: string) => {
  const { kind, type, columns } = await mappingOf(text);
  return [type === undefined ? kind : `${kind} ${type}`, ...columns.map(inShort)];
};

const NAMED = [
  [
    'Gephi’s nodes',
    'Id,Label,Timeset,Size\na,Ann,,3.5\nb,Bob,,4\n',
    ['nodes', 'Id=id', 'Label=label', 'Timeset=property', 'Size=property number'],
  ],
  [
    'Gephi’s edges',
    'Source,Target,Type,Id,Label,Weight\na,b,Directed,0,knows,2\n',
    [
      'edges',
      'Source=source',
      'Target=target',
      'Type=direction',
      'Id=id',
      'Label=label',
      'weight=weight integer',
    ],
  ],
  [
    'neo4j-admin’s nodes',
    'personId:ID(Person),name,age:int,tags:string[],skip:IGNORE,:LABEL\np1,Ann,33,a;b,x,Person\n',
    [
      'nodes',
      'personId=id',
      'name=label',
      'age=property integer',
      'tags=property ;',
      'skip=ignore',
      ':LABEL=type ;',
    ],
  ],
  [
    'neo4j-admin’s relationships',
    ':START_ID(Person),:END_ID(Org),since:date,:TYPE\np1,o1,2001-01-01,OWNS\n',
    ['edges', ':START_ID(Person)=source', ':END_ID(Org)=target', 'since=start date', ':TYPE=type '],
  ],
  [
    'Kumu’s elements',
    'Label,Type,Tags,Description\nAnn,Person,boss|friend,Chair\n',
    ['nodes', 'Label=label', 'Type=type', 'Tags=property tags |', 'Description=property'],
  ],
  [
    'Kumu’s connections',
    'From,To,Type,Direction\nAnn,Acme,owns,directed\nAnn,Bob,knows,mutual\n',
    ['edges', 'From=source', 'To=target', 'Type=type', 'Direction=direction'],
  ],
  [
    'Graph Commons’ nodes',
    'Node Type,Name,Description,Image,Reference\nPerson,Ann,Chair,,https://example.org/ann\n',
    [
      'nodes',
      'Node Type=type',
      'Name=label',
      'Description=property',
      'Image=property image',
      'Reference=address',
    ],
  ],
  [
    'Graph Commons’ edges',
    'From Type,From Name,Edge,To Type,To Name,Weight\nPerson,Ann,OWNS,Company,Acme,1\n',
    [
      'edges',
      'From Type=sourceType',
      'From Name=source',
      'Edge=type',
      'To Type=targetType',
      'To Name=target',
      'weight=weight integer',
    ],
  ],
  [
    'ICIJ’s entities',
    'node_id,name,jurisdiction,jurisdiction_description,incorporation_date,countries,sourceID\n10,ACME LTD,BVI,British Virgin Islands,23-MAR-2006,Panama;Cyprus,Leak\n',
    [
      'nodes Company',
      'node_id=id',
      'name=label',
      'jurisdiction=property jurisdiction code',
      'jurisdiction_description=property jurisdiction',
      'incorporation_date=property incorporationDate date',
      'countries=property country ;',
      'sourceID=property leak',
    ],
  ],
  [
    'ICIJ’s officers',
    'node_id,name,countries,country_codes,sourceID\n12,ANN ONO,Cyprus,CYP,Leak\n',
    [
      'nodes LegalEntity',
      'node_id=id',
      'name=label',
      'countries=property country ;',
      'country_codes=property',
      'sourceID=property leak',
    ],
  ],
  [
    'ICIJ’s addresses',
    'node_id,address,countries,sourceID\n14,1 Main Street,Cyprus,Leak\n',
    [
      'nodes Address',
      'node_id=id',
      'address=property full',
      'countries=property country ;',
      'sourceID=property leak',
    ],
  ],
  [
    'ICIJ’s relationships',
    'node_id_start,node_id_end,rel_type,link,status,start_date,end_date,sourceID\n12,10,officer_of,director of,,01-JAN-2005,,Leak\n',
    [
      'edges',
      'node_id_start=source',
      'node_id_end=target',
      'rel_type=type',
      'link=label',
      'status=property',
      'start_date=start date',
      'end_date=end',
      'sourceID=property leak',
    ],
  ],
  [
    'LittleSis’ relationships',
    'id,entity1_id,entity2_id,category_id,description1,start_date,is_current\n5,1,2,10,owner,2004-00-00,true\n',
    [
      'edges',
      'id=id',
      'entity1_id=source',
      'entity2_id=target',
      'category_id=type',
      'description1=label',
      'start_date=start date',
      'is_current=property boolean',
    ],
  ],
  [
    'LittleSis’ entities',
    'id,name,blurb,primary_ext\n1,Ann,Chair,Person\n2,Acme,,Org\n',
    ['nodes', 'id=id', 'name=label', 'blurb=property summary', 'primary_ext=type'],
  ],
  [
    'Cosmograph’s links',
    'source,target,time,value\na,b,2020-01-02,3\n',
    ['edges', 'source=source', 'target=target', 'time=start date', 'value=weight integer'],
  ],
  [
    'NodeXL’s edges',
    'Vertex 1,Vertex 2,Relationship\na,b,knows\n',
    ['edges', 'Vertex 1=source', 'Vertex 2=target', 'Relationship=type'],
  ],
] as const;

const UNNAMED = [
  [
    'two columns of names that share some',
    'Boss,Deputy,Salary\nAnn Ono,Bob Lee,100\nBob Lee,Cy Dee,90\n',
    ['edges', 'Boss=source', 'Deputy=target', 'Salary=property integer'],
  ],
  [
    'two columns of names alone',
    'Director,Firm\nAnn,Acme\nBob,Beta\n',
    ['edges', 'Director=source', 'Firm=target'],
  ],
  [
    'things by the name in the first column',
    'Firm,City,Founded\nAcme,Berlin,1999\nBeta,Paris,2001\n',
    ['nodes Company', 'Firm=label', 'City=property', 'Founded=property integer'],
  ],
  [
    'one event a row with people in columns',
    'Date,Title,Place,Person 1,Person 2\n03.04.2021,Dinner,Berlin,Ann,Bob\n14.04.2021,Lunch,Paris,Ann,\n',
    [
      'events Event',
      'Date=start date',
      'Title=label',
      'Place=property',
      'Person 1=participant Person',
      'Person 2=participant Person',
    ],
  ],
  [
    'one event a row with people in a cell',
    'Event;Date;Participants\nDinner;14/08/2023;Ann Ono, Bob Lee\nLunch;01/09/2023;Cy Dee\n',
    ['events Event', 'Event=label', 'Date=start date dmy', 'Participants=participant , Person'],
  ],
] as const;

describe('columns and their meaning', () => {
  test.each([...NAMED, ...UNNAMED])('%s', async (_, text, expected) => {
    expect(await shortly(text)).toEqual(expected);
  });

  test.each(NAMED)('a reason names %s or the columns that told', async (_, text) => {
    const { because, mapping } = (await readBytes(text)).tables[0]!;
    expect(because.kind).not.toBe('');
    expect(because.columns).toHaveLength(mapping.columns.length);
  });
});
