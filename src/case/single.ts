// Which of FollowTheMoney's properties hold one value at a time. The list is ours: its model has none.
// A property belongs here if two values of it that differ make a reader ask which is right. Left out on purpose:
// names and their parts (people have several); nationality, citizenship, country and mainCountry (so too);
// status, legalForm, classification, position, role, relationship (worded freely, and change); parent (joint
// ventures); registrationNumber, taxNumber, passportNumber, caseNumber, court (a number in each register, a new
// one at each instance); wikidataId and isinCode (merged items, several issues); weight, eyeColor, balance, flag,
// phone, mmsi, registrationDate of a vehicle (change without notice); latitude and longitude (differ by rounding);
// Vehicle.owner and UserAccount.owner (shared).

/** Properties that are single in every schema that has them. */
export const SINGLE: ReadonlySet<string> = new Set([
  // A life. Of a birth place see `PLACES`, of a country `countriesAgree` in agreement.ts.
  ...['birthDate', 'deathDate', 'birthPlace', 'birthCountry', 'gender', 'height'],
  // An organization. It can move its seat, but then the claims are held at different times.
  ...['incorporationDate', 'dissolutionDate', 'inceptionDate', 'jurisdiction', 'numberOfSeats'],
  // Registers that give one number for good: legal entity identifier, Russian state register, ship's hull.
  ...['leiCode', 'ogrnCode', 'imoNumber', 'bic', 'iban', 'isin', 'figiCode'],
  // A relation or an event. What happened again is another relation or event.
  ...['startDate', 'endDate', 'date', 'declarationDate', 'listingDate', 'duration'],
  // An amount, of a payment, a debt, a share. Amounts in different currencies are not compared, and a sum may be told
  // in several.
  ...['amount', 'amountUsd', 'amountEur'],
  ...['percentage', 'sharesCount', 'sharesValue'],
  // Proceedings and contracts.
  ...['fileDate', 'closeDate', 'contractDate', 'awardingDate', 'submissionDeadline', 'numberAwards'],
  // Accounts, papers and things.
  ...['openingDate', 'closingDate', 'creationDate', 'issueDate', 'maturityDate', 'buildDate'],
  ...['area', 'tonnage', 'grossRegisteredTonnage', 'deadweightTonnage', 'postalCode'],
  // Documents.
  ...['publishedAt', 'authoredAt', 'contentHash'],
]);

/**
 * Single only in the schema named, first of all the ends of relations: a share has one owner, a car may have two.
 */
export const SINGLE_IN: ReadonlySet<string> = new Set([
  ...['Associate.person', 'Associate.associate', 'Family.person', 'Family.relative'],
  ...['ContractAward.contract', 'ContractAward.supplier', 'CourtCaseParty.case', 'CourtCaseParty.party'],
  ...['Debt.debtor', 'Debt.creditor', 'Directorship.director', 'Directorship.organization'],
  ...['Documentation.document', 'Documentation.entity', 'Employment.employee', 'Employment.employer'],
  ...['Membership.member', 'Membership.organization', 'Occupancy.holder', 'Occupancy.post'],
  ...['Ownership.owner', 'Ownership.asset', 'Payment.payer', 'Payment.beneficiary'],
  ...[
    'ProjectParticipant.participant',
    'ProjectParticipant.project',
    'Representation.agent',
    'Representation.client',
  ],
  ...['Succession.predecessor', 'Succession.successor', 'UnknownLink.subject', 'UnknownLink.object'],
  ...['Identification.holder', 'Identification.number', 'Passport.passportNumber', 'Position.organization'],
  ...['Sanction.entity', 'Risk.entity', 'Address.country', 'BankAccount.accountNumber', 'BankAccount.bank'],
  ...['Call.caller', 'Call.receiver', 'Message.sender', 'Security.issuer'],
]);

/** Whether a property that `schema` itself brings (not one it inherits) holds one value at a time. */
export const isSingle = (schema: string, property: string): boolean =>
  SINGLE.has(property) || SINGLE_IN.has(`${schema}.${property}`);

/** Texts that name a place: "Leningrad, USSR" says no more than "Leningrad" against it. */
export const PLACES: ReadonlySet<string> = new Set(['birthPlace', 'registrationPort']);
