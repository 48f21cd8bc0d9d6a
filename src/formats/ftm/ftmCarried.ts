// What statements carry of Clew's own claims, entity by entity, where all its statements are still those that Clew wrote.
import { keyOf, type CaseRecord, type Id } from '../../case/records.ts';
import { aside, claimsOf } from '../carried.ts';
import { CARRIED, cargoOf, type Cargo } from '../carrier.ts';
import type { Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import type { FtmFound } from './ftmFound.ts';
import { safeId } from './ftmIds.ts';
import { seenOf, type Statement } from './ftmStatement.ts';
import type { Row } from './ftmStatementRows.ts';

interface Laden {
  readonly statements: Statement[];
  readonly cargoes: string[];
  readonly where: string;
}

export class StatementsCarried {
  /** By canonical id; only of files that carry anything, which the first statement of each entity says. */
  readonly #laden = new Map<Id, Laden>();
  readonly #tally = new Tally();

  row({ cell, where }: Row): void {
    const id = cell('canonical_id') ?? cell('entity_id');
    const cargo = cell(CARRIED.id);
    if (id === undefined || (cargo === undefined && this.#laden.size === 0)) return;
    const laden = this.#laden.get(id) ?? { statements: [], cargoes: [], where };
    this.#laden.set(id, laden);
    laden.statements.push(statementIn(cell));
    if (cargo !== undefined) laden.cargoes.push(cargo);
  }

  /** Takes out of `found` each entity that is as Clew wrote it, and tells the sink the records that it carries. */
  finish(found: FtmFound, sink: Sink): void {
    const records = new Map<string, { record: CaseRecord; where: string }>();
    let [agreed, all] = [0, 0];
    for (const [id, laden] of this.#laden) {
      if (laden.cargoes.length === 0) continue;
      all++;
      const cargo = this.#cargoIn(id, laden);
      if (!cargo) continue;
      agreed++;
      for (const record of recordsOf(cargo, found.isRelation(id)))
        if (!records.has(keyOf(record))) records.set(keyOf(record), { record, where: laden.where });
      found.carried(id, cargo);
    }
    for (const { record, where } of records.values()) sink.record(record, where);
    this.#tally.tell((problem) => sink.problem(problem));
    if (all === 0) return;
    const what = `Clew’s own claims came along: those of ${agreed} of ${all} entities and relations as they were.`;
    sink.problem({ outcome: 'kept', where: 'the file', what });
  }

  #cargoIn(id: Id, { statements, cargoes, where }: Laden): Cargo | undefined {
    const cargo =
      cargoes.length === 1 ? cargoOf(cargoes[0]!) : 'are those of several entities that were merged';
    if (typeof cargo === 'string')
      this.#tally.add(
        'mended',
        `The claims that an entity carries ${cargo}; its statements were read instead.`,
        where,
      );
    else if (safeId(cargo.id) === id && cargo.seen === seenOf(statements)) return cargo;
    else
      this.#tally.add(
        'mended',
        'Statements of an entity were edited since Clew wrote them: they count as they are now, not the claims that it carries.',
        where,
      );
    return undefined;
  }
}

function recordsOf(cargo: Cargo, isRelation: boolean): readonly CaseRecord[] {
  const subject = {
    kind: isRelation ? ('relation' as const) : ('entity' as const),
    id: cargo.id,
    schema: cargo.type,
  };
  return [subject, ...aside(cargo), ...claimsOf(cargo)];
}

function statementIn(cell: Row['cell']): Statement {
  const [entity_id, canonical_id] = [cell('entity_id') ?? '', cell('canonical_id') ?? ''];
  const [lang, original_value] = [cell('lang'), cell('original_value')];
  return {
    ...{ entity_id, canonical_id, prop: cell('prop') ?? '', schema: cell('schema') ?? '' },
    ...{ value: cell('value') ?? '', dataset: cell('dataset') ?? '' },
    ...(lang !== undefined && { lang }),
    ...(original_value !== undefined && { original_value }),
    ...(/^(t|true|1)$/i.test(cell('external') ?? '') && { external: true }),
  };
}
