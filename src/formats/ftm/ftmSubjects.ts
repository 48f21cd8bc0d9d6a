// What of the case under the lens goes into a file of FollowTheMoney: which entities and relations, as which type.
import type { CaseUnderLens } from '../../case/lens.ts';
import { nameOf, relationLabel } from '../../case/names.ts';
import { STANCES, type Id, type Stance } from '../../case/records.ts';
import { Model, type Schema } from '../../case/schema.ts';
import { groundOf } from '../../case/support.ts';
import type { Values } from '../../plugin/settings.ts';
import type { Outgoing } from '../format.ts';
import { byCodePoint } from '../order.ts';
import { Marker, toldOf } from '../told.ts';
import { Fitting, newFit } from './ftmFit.ts';

const STANDARD = new Model();

export class FtmSubjects {
  readonly told: CaseUnderLens;
  readonly fit = newFit();
  readonly #only: ReadonlySet<Id> | undefined;
  readonly #marker: Marker;
  readonly #shown = new Map<Id, boolean>();

  constructor(out: Outgoing, settings: Values) {
    this.told = toldOf(out, settings).told;
    this.#only = out.only;
    this.#marker = new Marker(this.told);
  }

  /** Entities, then relations, each in code point order of their ids. */
  *ids(): Generator<Id> {
    for (const id of idsOf(this.told.case.entities())) if (this.shows(id)) yield id;
    for (const id of idsOf(this.told.case.relations()))
      if (this.told.tiesOf(id).some((tie) => this.shows(tie.source) && this.shows(tie.target))) yield id;
  }

  readonly shows = (id: Id): boolean => {
    const known = this.#shown.get(id) ?? ((this.#only?.has(id) ?? true) && this.told.shows(id));
    this.#shown.set(id, known);
    return known;
  };

  isRelation(id: Id): boolean {
    return this.told.case.relation(id) !== undefined;
  }

  ownSchema(id: Id): Schema {
    return this.told.case.model.schema(this.told.case.schemaOf(id)!);
  }

  /** The standard type it falls back to; a relation needs one with ends. */
  standardSchema(id: Id): Schema {
    const own = this.ownSchema(id);
    if (STANDARD.has(own.name)) return STANDARD.schema(own.name);
    const fallback = STANDARD.schema(this.told.case.model.standardOf(own.name));
    return this.isRelation(id) && !fallback.edge ? STANDARD.schema('UnknownLink') : fallback;
  }

  /** Empty properties for it; several of one subject share what it counts as. */
  fitting(id: Id, schema = this.standardSchema(id)): Fitting {
    return new Fitting(schema, this.ownSchema(id), this.fit, this.shows);
  }

  countType(id: Id): void {
    if (!STANDARD.has(this.ownSchema(id).name)) this.fit.fellBack++;
  }

  /** What it is called, with "(alleged)" where that is not affirmed. */
  caption(id: Id): string {
    return this.#marker.mark(this.#label(id), this.#ground(id));
  }

  /** The caption, where it is only alleged or denied. */
  markedName(id: Id): string | undefined {
    const caption = this.caption(id);
    return caption === this.#label(id)(this.told) ? undefined : caption;
  }

  /** The weakest of a relation's ties: its label speaks for all of them. */
  #ground(id: Id): Stance {
    const grounds = this.isRelation(id) ? this.told.tiesOf(id).map((tie) => groundOf(tie.claims)) : [];
    return STANCES[Math.max(0, ...grounds.map((ground) => STANCES.indexOf(ground)))]!;
  }

  #label(id: Id): (seen: CaseUnderLens) => string {
    return this.isRelation(id) ? (seen) => relationLabel(seen, id) : (seen) => nameOf(seen, id);
  }
}

const idsOf = (records: Iterable<{ id: Id }>): Id[] => Array.from(records, ({ id }) => id).sort(byCodePoint);
