// The case under a lens → a fact-check sheet: sentences in parts by what stands behind them, numbered, with disputes and judgements.
import type { ReadonlyCase } from '../case/case.ts';
import { CaseUnderLens, withoutConfidential, type Lens } from '../case/lens.ts';
import { sayDate } from '../case/dates.ts';
import { fingerprintOf } from '../case/fingerprint.ts';
import { nameOutside } from '../case/names.ts';
import type { Id } from '../case/records.ts';
import { project } from '../graph/project.ts';
import { chipsOf } from '../view/lensWords.ts';
import { disputesIn, judgementsIn, type Told } from './deciding.ts';
import { draftsOf, type Draft } from './drafting.ts';
import { Citing } from './evidence.ts';
import { openLeads } from './leads.ts';
import type { Part, Report, Section, Statement } from './report.ts';
import { SUPPORTS } from './standing.ts';

/**
 * The sheet of what passes the lens. Nothing of confidential sources is in it; what is denied is, since each sentence
 * says who denies it. `made` is the day (EDTF) that it shall bear; `leads` adds the appendix of what is still open.
 */
export function reportOf(
  under: CaseUnderLens,
  { made, leads = false }: { readonly made?: string; readonly leads?: boolean } = {},
): Report {
  const seen = new CaseUnderLens(under.case, withoutConfidential(under.lens, under.case.sources()));
  const graph = project(seen);
  const drafts = inOrder(draftsOf(seen, graph));
  const found = [...seen.disputes()];
  const told = tellingOf(seen, drafts, found);
  const citing = new Citing(seen);
  const statements = drafts.map((draft, i) => statementOf(draft, i + 1, told, citing));
  const { all, withheld } = counted(under.case);
  return {
    title: under.case.header.name,
    description: under.case.header.description ?? '',
    ...(made !== undefined && { made: sayDate(made) }),
    fingerprint: fingerprintOf(under.case),
    lens: [...lensInWords(seen, under.lens), ...namesOutside(seen)],
    claims: { shown: told.numbers.size, all },
    withheld,
    parts: partsOf(drafts, statements),
    disputes: disputesIn(told, statements),
    judgements: judgementsIn(told),
    sources: citing.sources(),
    leads: leads ? openLeads(seen, graph) : [],
  };
}

const inOrder = (drafts: readonly Draft[]): readonly Draft[] =>
  SUPPORTS.flatMap((standing) => drafts.filter((draft) => draft.standing === standing));

function tellingOf(seen: CaseUnderLens, drafts: readonly Draft[], found: Told['found']): Told {
  const numbers = new Map<Id, number>();
  drafts.forEach(({ claims }, i) => claims.forEach(({ id }) => numbers.set(id, numbers.get(id) ?? i + 1)));
  const disputes = new Map<Id, number[]>();
  const ruled = new Map<Id, 'preferred' | 'overruled'>();
  found.forEach(({ sides, ruling }, i) => {
    for (const { id } of sides.flatMap(({ claims }) => claims))
      disputes.set(id, [...(disputes.get(id) ?? []), i + 1]);
    for (const id of ruling?.prefer ?? []) ruled.set(id, 'preferred');
    for (const id of ruling?.over ?? []) ruled.set(id, 'overruled');
  });
  return { seen, found, numbers, disputes, ruled };
}

function statementOf(draft: Draft, number: number, told: Told, citing: Citing): Statement {
  const { section: _, contested, claims, ...said } = draft;
  const own = claims.filter(({ id }) => told.numbers.get(id) === number);
  const disputes = distinct(claims.flatMap(({ id }) => told.disputes.get(id) ?? []));
  const ruled = distinct(own.flatMap(({ id }) => told.ruled.get(id) ?? []));
  return {
    ...{ number, ...said, disputes },
    disputed: contested || disputes.length > 0,
    ...(ruled.length === 1 && { ruled: ruled[0]! }),
    evidence: own.map((claim) => citing.evidenceOf(claim, number)),
    also: distinct(claims.map(({ id }) => told.numbers.get(id)!))
      .filter((other) => other !== number)
      .sort((a, b) => a - b),
  };
}

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Statements as `drafts` order them, which are those of a part together and within it those of a section. */
function partsOf(drafts: readonly Draft[], statements: readonly Statement[]): readonly Part[] {
  return SUPPORTS.flatMap((standing): Part[] => {
    const sections = new Map<Draft['section'], Statement[]>();
    drafts.forEach((draft, i) => {
      if (draft.standing !== standing) return;
      sections.set(draft.section, [...(sections.get(draft.section) ?? []), statements[i]!]);
    });
    const all = Array.from(sections, ([section, own]): Section => ({ ...section, statements: own }));
    return all.length > 0 ? [{ standing, sections: all }] : [];
  });
}

/** Claims of sources that are not confidential, and what the others keep back. */
function counted(of: ReadonlyCase): { all: number; withheld: Report['withheld'] } {
  const open = new CaseUnderLens(of, withoutConfidential({}, of.sources()));
  let all = 0;
  for (const claim of of.claims) if (open.passes(claim)) all++;
  const sources = Array.from(of.sources()).filter(({ confidential }) => confidential).length;
  return { all, withheld: { claims: of.claims.size - all, sources } };
}

/** A note on names that no statement under the lens gives. */
function namesOutside(seen: CaseUnderLens): readonly string[] {
  for (const { id } of seen.entities())
    if (nameOutside(seen, id) !== undefined) return ['names in [brackets]: given only outside this lens'];
  return [];
}

/** The words of the lens's chips; a lens that names a confidential source does not name it here. */
function lensInWords(seen: CaseUnderLens, { sources, ...lens }: Lens): readonly string[] {
  const ids = sources?.ids.filter((id) => !seen.case.source(id)?.confidential) ?? [];
  const open = sources && (sources.mode === 'only' || ids.length > 0) ? { sources: { ...sources, ids } } : {};
  const named = new CaseUnderLens(seen.case, withoutConfidential({}, seen.case.sources()));
  const told = new CaseUnderLens(seen.case, { ...lens, ...open });
  const said = (facet: string) => (facet === lens.time?.sure ? `what was ${facet} so` : facet);
  return chipsOf(told, named, Infinity).map(({ facet, words }) => `${said(facet)}: ${words}`);
}
