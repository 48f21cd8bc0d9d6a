// The words of the Beneficial Ownership Data Standard 0.4 and what they are called in FollowTheMoney.

export type RecordKind = 'entity' | 'person' | 'relationship';

/** The codelist of interests, by the kind of tie that a reader takes them for; those of neither kind are control. */
const OWNING: readonly string[] = [
  ...['shareholding', 'votingRights', 'rightsToSurplusAssetsOnDissolution', 'rightsToProfitOrIncome'],
  ...['beneficiaryOfLegalArrangement', 'enjoymentAndUseOfAssets', 'rightToProfitOrIncomeFromAssets'],
];
const DIRECTING: readonly string[] = ['seniorManagingOfficial', 'boardMember', 'boardChair'];
const CONTROLLING: readonly string[] = [
  ...['appointmentOfBoard', 'otherInfluenceOrControl', 'settlor', 'trustee', 'protector', 'nominee'],
  ...['rightsGrantedByContract', 'conditionalRightsGrantedByContract', 'controlViaCompanyRulesOrArticles'],
  ...['controlByLegalFramework', 'unknownInterest', 'unpublishedInterest', 'nominator'],
];
export const INTERESTS: ReadonlySet<string> = new Set([...OWNING, ...DIRECTING, ...CONTROLLING]);

/** A type of the file's own: FollowTheMoney has none for control without ownership. */
export const CONTROL = 'Control';

/** Older versions write "senior-managing-official" and "influence-or-control". */
export function interestName(written: string): string {
  const camel = written.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return camel === 'influenceOrControl' ? 'otherInfluenceOrControl' : camel;
}

export function tieOf(interest: string | undefined): string {
  if (interest !== undefined && OWNING.includes(interest)) return 'Ownership';
  return interest !== undefined && DIRECTING.includes(interest) ? 'Directorship' : CONTROL;
}

/** What a tie is called that names no interest of the codelist. */
export function interestOf(schema: string, hasShare: boolean): string {
  if (schema === 'Directorship') return 'boardMember';
  return schema === 'Ownership' && hasShare ? 'shareholding' : 'unknownInterest';
}

/** The schema of an entity by its type; the type itself is kept where this does not say it. */
const ENTITY_TYPES: ReadonlyMap<string, string> = new Map([
  ['registeredEntity', 'Company'],
  ['legalEntity', 'Organization'],
  ['stateBody', 'PublicBody'],
  ['state', 'PublicBody'],
]);
export const ALL_ENTITY_TYPES: ReadonlySet<string> = new Set([
  ...['registeredEntity', 'legalEntity', 'arrangement', 'anonymousEntity', 'unknownEntity', 'state'],
  'stateBody',
]);
export const schemaOfEntity = (type: string | undefined): string =>
  ENTITY_TYPES.get(type ?? '') ?? 'LegalEntity';

/** The type that a schema says already, best first; undefined where none does. */
export const typeOfSchema = (schema: string): string | undefined =>
  [...ENTITY_TYPES].find(([, known]) => known === schema)?.[0];

export const REASONS: ReadonlySet<string> = new Set([
  ...['noBeneficialOwners', 'subjectUnableToConfirmOrIdentifyBeneficialOwner', 'unknown'],
  ...['interestedPartyHasNotProvidedInformation', 'subjectExemptFromDisclosure'],
  ...['interestedPartyExemptFromDisclosure', 'informationUnknownToPublisher'],
]);

/** Schemes of identifiers that FollowTheMoney has a property for: codes of org-id.guide. */
export const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['XI-LEI', 'leiCode'],
  ['RU-INN', 'innCode'],
  ['RU-OGRN', 'ogrnCode'],
]);
