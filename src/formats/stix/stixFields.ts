// The fields of STIX 2.1's own types, as the standard lists them (OASIS STIX 2.1, sections 3 to 6), and which are required.
import { Model } from '../../case/schema.ts';

/** How a field is spelled in JSON. */
export type StixKind = 'text' | 'integer' | 'number' | 'boolean' | 'timestamp' | 'json';

export interface StixField {
  readonly name: string;
  readonly kind: StixKind;
  readonly list: boolean;
  readonly required: boolean;
  /** It names other objects by their ids. */
  readonly reference: boolean;
}

const MARKS: ReadonlyMap<string, StixKind> = new Map([
  ['#', 'integer'],
  ['~', 'number'],
  ['?', 'boolean'],
  ['@', 'timestamp'],
  ['{', 'json'],
]);

/** `#` integer, `~` number, `?` boolean, `@` timestamp, `{` an object or a list of them, `[` a list, `*` required. */
const OBJECTS: Readonly<Record<string, string>> = {
  'attack-pattern': 'name* description aliases[ kill_chain_phases{',
  campaign: 'name* description aliases[ first_seen@ last_seen@ objective',
  'course-of-action': 'name* description',
  grouping: 'name description context* object_refs[*',
  identity: 'name* description roles[ identity_class sectors[ contact_information',
  incident: 'name* description',
  indicator:
    'name description indicator_types[ pattern* pattern_type* pattern_version valid_from@* valid_until@ kill_chain_phases{',
  infrastructure:
    'name* description infrastructure_types[ aliases[ kill_chain_phases{ first_seen@ last_seen@',
  'intrusion-set':
    'name* description aliases[ first_seen@ last_seen@ goals[ resource_level primary_motivation secondary_motivations[',
  location:
    'name description latitude~ longitude~ precision~ region country administrative_area city street_address postal_code',
  'malware-analysis':
    'product* version configuration_version modules[ analysis_engine_version analysis_definition_version submitted@ analysis_started@ analysis_ended@ result_name result host_vm_ref operating_system_ref installed_software_refs[ analysis_sco_refs[ sample_ref',
  malware:
    'name description malware_types[ is_family?* aliases[ kill_chain_phases{ first_seen@ last_seen@ operating_system_refs[ architecture_execution_envs[ implementation_languages[ capabilities[ sample_refs[',
  note: 'abstract content* authors[ object_refs[*',
  'observed-data': 'first_observed@* last_observed@* number_observed#* object_refs[*',
  opinion: 'explanation authors[ opinion* object_refs[*',
  report: 'name* description report_types[ published@* object_refs[*',
  'threat-actor':
    'name* description threat_actor_types[ aliases[ first_seen@ last_seen@ roles[ goals[ sophistication resource_level primary_motivation secondary_motivations[ personal_motivations[',
  tool: 'name* description tool_types[ aliases[ kill_chain_phases{ tool_version',
  vulnerability: 'name* description',
  relationship: 'relationship_type* description source_ref* target_ref* start_time@ stop_time@',
  sighting:
    'description first_seen@ last_seen@ count# sighting_of_ref* observed_data_refs[ where_sighted_refs[ summary?',
};

const OBSERVABLES: Readonly<Record<string, string>> = {
  artifact: 'mime_type payload_bin url hashes{ encryption_algorithm decryption_key',
  'autonomous-system': 'number#* name rir',
  directory: 'path* path_enc ctime@ mtime@ atime@ contains_refs[',
  'domain-name': 'value* resolves_to_refs[',
  'email-addr': 'value* display_name belongs_to_ref',
  'email-message':
    'is_multipart?* date@ content_type from_ref sender_ref to_refs[ cc_refs[ bcc_refs[ message_id subject received_lines[ additional_header_fields{ body body_multipart{ raw_email_ref',
  file: 'hashes{ size# name name_enc magic_number_hex mime_type ctime@ mtime@ atime@ parent_directory_ref contains_refs[ content_ref',
  'ipv4-addr': 'value* resolves_to_refs[ belongs_to_refs[',
  'ipv6-addr': 'value* resolves_to_refs[ belongs_to_refs[',
  'mac-addr': 'value*',
  mutex: 'name*',
  'network-traffic':
    'start@ end@ is_active? src_ref dst_ref src_port# dst_port# protocols[* src_byte_count# dst_byte_count# src_packets# dst_packets# ipfix{ src_payload_ref dst_payload_ref encapsulates_refs[ encapsulated_by_ref',
  process:
    'is_hidden? pid# created_time@ cwd command_line environment_variables{ opened_connection_refs[ creator_user_ref image_ref parent_ref child_refs[',
  software: 'name* cpe swid languages[ vendor version',
  url: 'value*',
  'user-account':
    'user_id credential account_login account_type display_name is_service_account? is_privileged? can_escalate_privs? is_disabled? account_created@ account_expires@ credential_last_changed@ account_first_login@ account_last_login@',
  'windows-registry-key': 'key values{ modified_time@ creator_user_ref number_of_subkeys#',
  'x509-certificate':
    'is_self_signed? hashes{ version serial_number signature_algorithm issuer validity_not_before@ validity_not_after@ subject subject_public_key_algorithm subject_public_key_modulus subject_public_key_exponent# x509_v3_extensions{',
};

/** Of each list, one entry must be there in full. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  location: ['country', 'region', 'latitude longitude'],
  'malware-analysis': ['result', 'analysis_sco_refs'],
  artifact: ['payload_bin', 'url hashes'],
  file: ['hashes', 'name'],
  'network-traffic': ['src_ref', 'dst_ref'],
  process: ['pid', 'command_line', 'cwd', 'image_ref', 'created_time', 'environment_variables'],
  'user-account': ['user_id', 'account_login', 'display_name', 'credential', 'account_type'],
  'windows-registry-key': ['key', 'values', 'modified_time', 'number_of_subkeys'],
  'x509-certificate': ['hashes', 'serial_number', 'issuer', 'subject', 'version', 'is_self_signed'],
};

const OF_OBJECTS =
  'created@ modified@ created_by_ref revoked? labels[ confidence# lang external_references{ granular_markings{';
const OF_OBSERVABLES = 'defanged? granular_markings{';

const fieldsOf = (words: string): StixField[] =>
  words.split(' ').map((word) => {
    const [, name, marks] = /^(\w+)(.*)$/.exec(word) as unknown as [string, string, string];
    return {
      name,
      kind: MARKS.get(marks[0] ?? '') ?? 'text',
      list: marks.includes('['),
      required: marks.endsWith('*'),
      reference: /_refs?$/.test(name),
    };
  });

export interface StixType {
  readonly fields: ReadonlyMap<string, StixField>;
  /** Cyber-observables bear no dates and no author. */
  readonly observable: boolean;
  readonly oneOf: readonly (readonly string[])[];
}

const typed = (table: Readonly<Record<string, string>>, common: string, observable: boolean) =>
  Object.entries(table).map(([type, own]): [string, StixType] => [
    type,
    {
      fields: new Map(fieldsOf(`${own} ${common}`).map((field) => [field.name, field])),
      observable,
      oneOf: (ONE_OF[type] ?? []).map((names) => names.split(' ')),
    },
  ]);

export const STIX_TYPES: ReadonlyMap<string, StixType> = new Map([
  ...typed(OBJECTS, OF_OBJECTS, false),
  ...typed(OBSERVABLES, OF_OBSERVABLES, true),
]);

/** For types that other people add: what every object may have. */
export const ANY_TYPE: StixType = {
  fields: new Map(fieldsOf(OF_OBJECTS).map((field) => [field.name, field])),
  observable: false,
  oneOf: [],
};

/** A full moment in UTC. The standard knows no other dates. */
export const TIMESTAMP =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?Z$/;

/** Columns that hold what a field of another name holds, everywhere or in one schema. Maps, since schemata come from files. */
const SAME = new Map([
  ['aliases', 'alias'],
  ['url', 'sourceUrl'],
  ['start_time', 'startDate'],
  ['stop_time', 'endDate'],
]);
const SAME_IN = new Map([
  ['Person roles', 'position'],
  ['Address street_address', 'street'],
  ['Address postal_code', 'postalCode'],
  ['Address administrative_area', 'state'],
]);

const MODEL = new Model();

/** The property that stands for a field in a schema of FollowTheMoney's or a file's own. */
export function propertyOf(schema: string, field: string): string {
  const same = SAME_IN.get(`${schema} ${field}`) ?? SAME.get(field);
  if (same !== undefined) return same;
  const camel = field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const known = MODEL.property(schema, camel);
  return known && known.type !== 'entity' && !known.stub ? camel : field;
}
