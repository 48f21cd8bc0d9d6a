// A small made-up case for tests: two directors, two companies, a meeting with three at the table, two sources that differ.
import { Case } from '../src/case/case.ts';
import { claimOf } from '../src/case/claimId.ts';
import type { ClaimParts } from '../src/case/commands/claims.ts';
import type { CaseRecord, Claim, Stance } from '../src/case/records.ts';

/** `subject property value source`, affirmed unless told otherwise. */
export const say = (
  subject: string,
  property: string,
  value: string,
  source = 'paper',
  more: Partial<ClaimParts> & { stance?: Stance } = {},
): Claim => claimOf({ subject, property, value, source, stance: 'affirmed', ...more });

export const smallRecords = (): CaseRecord[] => [
  { kind: 'header', id: 'case', name: 'The harbour case' },
  { kind: 'source', id: 'paper', title: 'The paper' },
  { kind: 'source', id: 'leak', title: 'The leak', confidential: true },
  { kind: 'source', id: 'wire', title: 'The wire' },
  { kind: 'entity', id: 'ann', schema: 'Person' },
  { kind: 'entity', id: 'bo', schema: 'Person' },
  { kind: 'entity', id: 'acme', schema: 'Company' },
  { kind: 'entity', id: 'port', schema: 'Organization' },
  { kind: 'entity', id: 'dinner', schema: 'Event' },
  { kind: 'relation', id: 'ann-acme', schema: 'Directorship' },
  { kind: 'relation', id: 'bo-acme', schema: 'Ownership' },
  { kind: 'relation', id: 'ann-bo', schema: 'Associate' },
  say('ann', 'name', 'Ann Ahlberg'),
  say('ann', 'alias', 'A. Ålberg', 'wire'),
  say('ann', 'birthDate', '1970'),
  say('ann', 'birthDate', '1971', 'wire'),
  say('bo', 'name', 'Bo Berg'),
  say('bo', 'phone', '+4685550100', 'leak'),
  say('ann', 'phone', '+4685550100'),
  say('acme', 'name', 'Acme AB'),
  say('port', 'name', 'Port Authority'),
  say('dinner', 'name', 'Dinner at the port'),
  say('dinner', 'date', '2019-05'),
  say('dinner', 'involved', 'ann'),
  say('dinner', 'involved', 'bo', 'wire', { stance: 'alleged' }),
  say('dinner', 'organizer', 'port'),
  say('ann-acme', 'director', 'ann'),
  say('ann-acme', 'organization', 'acme'),
  say('ann-acme', 'role', 'chair'),
  say('ann-acme', 'startDate', '2014'),
  say('bo-acme', 'owner', 'bo', 'leak'),
  say('bo-acme', 'asset', 'acme', 'leak'),
  say('ann-bo', 'person', 'ann', 'wire'),
  say('ann-bo', 'associate', 'bo', 'wire'),
  say('ann-bo', 'person', 'ann', 'paper', { stance: 'denied' }),
  say('ann-bo', 'associate', 'bo', 'paper', { stance: 'denied' }),
];

export const smallCase = (): Case => new Case(smallRecords());
