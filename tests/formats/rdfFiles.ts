// Small files of RDF and what they hold, for the tests of reading and writing it.
import { Case } from '../../src/case/case.ts';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { flatten } from '../../src/formats/flat.ts';
import type { Outgoing, WritableFormat } from '../../src/formats/format.ts';
import type { Import } from '../../src/formats/importing.ts';
import { WRITABLE } from '../../src/formats/index.ts';
import { bytesFor, readBytes } from './roundTrip.ts';

export const format = (id: string): WritableFormat => WRITABLE.find((one) => one.id === id)!;
export const textOf = (id: string, out: Outgoing, settings = {}): string =>
  new TextDecoder().decode(bytesFor(format(id), out, settings));

const PREFIXES = `@prefix ex: <http://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <http://schema.org/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ftm: <https://schema.followthemoney.tech/#> .
`;
export const turtle = (text: string, as = 'turtle'): Promise<Import> =>
  readBytes(PREFIXES + text, 'file', as);
export const json = (data: unknown): Promise<Import> =>
  readBytes(JSON.stringify(data), 'file.jsonld', 'jsonld');

/** Nodes and edges of the graph. */
export const counts = (imported: Import): [number, number] => {
  const flat = flatten(
    { seen: new CaseUnderLens(new Case(imported.records)), placements: new Map() },
    { denied: true },
  );
  return [flat.nodeCount, flat.edgeCount];
};
/** "subject property value", with what makes it more than a plain claim of the file. */
export const claims = ({ records }: Import): string[] =>
  records.flatMap((record) => {
    if (record.kind !== 'claim') return [];
    const { subject, property, value, stance, language, source } = record;
    const marks = [
      stance === 'affirmed' ? '' : ` ${stance}`,
      language ? `@${language}` : '',
      source.startsWith('file-') ? '' : ` by ${source}`,
    ];
    return [`${short(subject)} ${short(property)} ${short(value)}${marks.join('')}`];
  });
const short = (text: string): string =>
  text.replaceAll('http://example.org/', 'ex:').replaceAll('http://xmlns.com/foaf/0.1/', 'foaf:');
/** "id type" of every entity and relation. */
export const schemata = ({ records }: Import): string[] =>
  records.flatMap((record) =>
    record.kind === 'entity' || record.kind === 'relation'
      ? [`${short(record.id)} ${short(record.schema)}`]
      : [],
  );
