// `clew disputes`: what the sources disagree about, both sides with the places that say so.
import type { Dispute } from '../../case/disputes.ts';
import type { CaseUnderLens } from '../../case/lens.ts';
import type { Claim } from '../../case/records.ts';
import { titleOf } from '../../case/names.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { LENS_OPTIONS, underLens } from '../lensFlags.ts';
import { openCase } from '../opening.ts';
import { saidOf, valueInWords } from '../saying.ts';
import { inline, print, printJson } from '../terminal.ts';

export const disputes = {
  name: 'disputes',
  summary: 'lists what the sources disagree about: each side with the places that say so',
  usage: 'FILE',
  takes: [1, 1],
  options: LENS_OPTIONS,
  examples: ['disputes graph-data/spector', 'disputes graph-data/spector --type Person --json'],
  async run(given, terminal) {
    const { of } = await openCase(given.names[0]!, terminal);
    const seen = underLens(of, given);
    const found = [...seen.disputes()];
    if (given.flag('json'))
      await printJson(
        terminal,
        found.map((dispute) => plain(seen, dispute)),
      );
    else
      await print(terminal, [...found.map((dispute) => inWords(seen, dispute)), tally(found)].join('\n\n'));
    return EXIT.ok;
  },
} satisfies Command;

const tally = (found: readonly Dispute[]): string =>
  found.length === 1 ? '1 dispute' : `${found.length === 0 ? 'no' : found.length} disputes`;

function inWords(seen: CaseUnderLens, dispute: Dispute): string {
  // What hangs on several relations says in its title whom it is about.
  const isAcross = dispute.property === undefined && !dispute.judgement;
  const about = isAcross ? [] : dispute.subjects.map((subject) => inline(titleOf(seen, subject)));
  const sides = dispute.sides.flatMap((side) => [
    `  ${inline(sideLabel(seen, dispute, side))}`,
    ...side.claims.map((claim) => `    ${inline(placeOf(seen, side, claim))}`),
  ]);
  const ruling = dispute.ruling
    ? [`  ruled: ${inline(dispute.ruling.reason ?? dispute.ruling.prefer.join(', '))}`]
    : [];
  return [
    `${[about.join('; '), inline(dispute.title)].filter(Boolean).join(': ')} (${dispute.severity})`,
    `  ${inline(dispute.why)}`,
    ...sides,
    ...ruling,
  ].join('\n');
}

/** Where it is said; on a side of several properties, with what is said there. */
function placeOf(seen: CaseUnderLens, { says }: Dispute['sides'][number], claim: Claim): string {
  if (says === undefined) return saidOf(seen, claim);
  const known = seen.case.model.property(seen.case.schemaOf(claim.subject) ?? 'Thing', claim.property);
  return `${known?.label ?? claim.property}: ${valueInWords(seen, claim, claim.value)}. ${saidOf(seen, claim)}`;
}

/** The value; where the sides are of several properties or subjects, what and whom it is said of. */
function sideLabel(
  seen: CaseUnderLens,
  { property, subjects }: Dispute,
  side: Dispute['sides'][number],
): string {
  if (side.says !== undefined) return side.says;
  const [claim] = side.claims;
  if (!claim) return side.value;
  const { model } = seen.case;
  const asked =
    model.property(seen.case.schemaOf(claim.subject) ?? 'Thing', claim.property)?.label ?? claim.property;
  const value = side.value === claim.value ? valueInWords(seen, claim, side.value) : side.value;
  const words = [
    subjects.length > 1 ? titleOf(seen, claim.subject) : '',
    property === undefined ? asked : '',
  ];
  const said = words.filter(Boolean).join(', ');
  return `${said ? `${said}: ` : ''}${value}${side.stance ? `, ${side.stance}` : ''}`;
}

const plain = (seen: CaseUnderLens, dispute: Dispute) => ({
  id: dispute.id,
  about: dispute.subjects.map((id) => ({ id, label: titleOf(seen, id) })),
  property: dispute.property,
  title: dispute.title,
  severity: dispute.severity,
  why: dispute.why,
  judgement: dispute.judgement?.id,
  ruling: dispute.ruling?.id,
  sides: dispute.sides.map(({ value, says, stance, claims }) => ({
    value,
    says,
    stance,
    claims: claims.map((claim) => ({ ...claim, said: saidOf(seen, claim) })),
  })),
});
