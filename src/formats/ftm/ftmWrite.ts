// The case under the lens → FollowTheMoney entities, types and values fitted to its model.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseUnderLens } from '../../case/lens.ts';
import { nameOf, relationLabel } from '../../case/names.ts';
import type { Claim, Id, Stance } from '../../case/records.ts';
import { Model, type Schema } from '../../case/schema.ts';
import { stanceOf } from '../../case/support.ts';
import type { Values } from '../../plugin/settings.ts';
import type { Outgoing } from '../format.ts';
import { accepted, isSafeId, note, NOTE_HOLDERS, type Mark } from './ftmValues.ts';
import { byCodePoint, grouped } from '../order.ts';
import { Marker, toldOf } from '../told.ts';

export interface FtmEntity {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** The id in the case, where FollowTheMoney does not take it. */
  readonly referents?: readonly string[];
  readonly datasets?: readonly string[];
}

/** What did not fit, counted while writing. */
export interface Fit {
  fellBack: number;
  general: number;
  noted: number;
  dropped: number;
  renamed: number;
}

const STANDARD = new Model();

export class FtmWriter {
  readonly fit: Fit = { fellBack: 0, general: 0, noted: 0, dropped: 0, renamed: 0 };
  readonly #told: CaseUnderLens;
  readonly #only: ReadonlySet<Id> | undefined;
  readonly #marker: Marker;
  readonly #shown = new Map<Id, boolean>();

  constructor(out: Outgoing, settings: Values) {
    this.#told = toldOf(out, settings).told;
    this.#only = out.only;
    this.#marker = new Marker(this.#told);
  }

  /** Entities, then relations, each in code point order of their ids. */
  *entities(): Generator<FtmEntity> {
    for (const id of ids(this.#told.case.entities())) if (this.#shows(id)) yield this.#entity(id);
    for (const id of ids(this.#told.case.relations())) {
      if (this.#told.tiesOf(id).some((tie) => this.#shows(tie.source) && this.#shows(tie.target)))
        yield this.#entity(id);
    }
  }

  #shows(id: Id): boolean {
    const known = this.#shown.get(id) ?? ((this.#only?.has(id) ?? true) && this.#told.shows(id));
    this.#shown.set(id, known);
    return known;
  }

  #entity(id: Id): FtmEntity {
    const own = this.#told.case.model.schema(this.#told.case.schemaOf(id)!);
    const schema = this.#standard(id, own);
    const claims = this.#told.claimsOf(id);
    const properties = new Properties(schema, this.fit);
    for (const [name, said] of grouped(claims, (claim) => claim.property)) {
      if (name === 'id') continue;
      const byValue = grouped(said, (claim) => claim.value);
      for (const value of [...byValue.keys()].sort(byCodePoint)) {
        this.#value(properties, own, name, value, stanceOf(byValue.get(value)!));
      }
    }
    const isRelation = this.#told.case.relation(id) !== undefined;
    const label = (seen: CaseUnderLens) => (isRelation ? relationLabel(seen, id) : nameOf(seen, id));
    const caption = this.#marker.mark(label, 'affirmed');
    if (isRelation) markRole(properties);
    else if (!properties.has('name') && caption.endsWith(')')) properties.add('name', caption);
    return {
      id: this.#id(id),
      caption,
      schema: schema.name,
      properties: properties.sorted(),
      ...(isSafeId(id) ? {} : { referents: [id] }),
      ...datasetsOf(claims),
    };
  }

  /** The standard type it falls back to; a relation needs one with ends. */
  #standard(id: Id, own: Schema): Schema {
    if (STANDARD.has(own.name)) return STANDARD.schema(own.name);
    this.fit.fellBack++;
    const fallback = STANDARD.schema(this.#told.case.model.standardOf(own.name));
    return this.#told.case.relation(id) && !fallback.edge ? STANDARD.schema('UnknownLink') : fallback;
  }

  #id(id: Id): string {
    if (isSafeId(id)) return id;
    this.fit.renamed++;
    return safeId(id);
  }

  #value(properties: Properties, own: Schema, name: string, value: string, stance: Stance): void {
    if (own.properties.get(name)?.type === 'entity')
      return this.#reference(properties, own, name, value, stance);
    if (stance !== 'affirmed') return properties.note(name, stance, value);
    const target = standardName(properties.schema, own, name);
    const type = target === undefined ? undefined : properties.schema.properties.get(target)!.type;
    // A bare "P12Y" among descriptions tells nobody anything: there the note itself is the value.
    if (target !== name && type === 'text') return properties.note(name, 'as stated', value, target);
    const fitting = type === undefined || type === 'entity' ? undefined : accepted(type, value);
    if (target !== undefined && fitting) properties.add(target, fitting.value);
    if (!fitting?.exact || target !== name) properties.note(name, 'as stated', value);
  }

  #reference(properties: Properties, own: Schema, name: string, value: Id, stance: Stance): void {
    if (!this.#shows(value)) return;
    const { schema } = properties;
    const end = this.#end(schema, own, name);
    const standard = end ?? standardName(schema, own, name);
    const target = schema.properties.get(standard ?? '')?.type === 'entity' ? standard : undefined;
    // A tie cannot be left out of its own relation: there the role says that it is alleged.
    if (target !== undefined && (stance === 'affirmed' || end)) properties.add(target, safeId(value));
    if (target === undefined)
      properties.note(name, stance === 'affirmed' ? 'as stated' : stance, safeId(value));
    else if (stance !== 'affirmed') properties.note(target, stance, safeId(value));
    if (target !== undefined && target !== name && !end) this.fit.general++;
  }

  /** The standard end for an end of the case's own relation type. */
  #end(standard: Schema, own: Schema, name: string): string | undefined {
    if (!own.edge || !standard.edge) return undefined;
    if (name === own.edge.source) return standard.edge.source;
    return name === own.edge.target ? standard.edge.target : undefined;
  }
}

/** The standard property of that name, or the one it specialises. */
function standardName(standard: Schema, own: Schema, name: string): string | undefined {
  const candidates = [name, own.properties.get(name)?.specialises];
  return candidates.find(
    (one) => one !== undefined && standard.properties.has(one) && !standard.properties.get(one)!.stub,
  );
}

/** An id that FollowTheMoney takes: its own, or a hash of it. */
export const safeId = (id: Id): string =>
  isSafeId(id) ? id : `clew-${bytesToHex(sha256(utf8ToBytes(id))).slice(0, 24)}`;

const ids = (records: Iterable<{ id: Id }>): Id[] => Array.from(records, ({ id }) => id).sort(byCodePoint);

class Properties {
  readonly schema: Schema;
  readonly #values = new Map<string, Set<string>>();
  readonly #fit: Fit;
  readonly #holder: string | undefined;
  /** Marks of ends that are not affirmed, and all that is noted, by property. */
  readonly marks = new Set<Mark>();
  readonly noted = new Map<string, Set<string>>();

  constructor(schema: Schema, fit: Fit) {
    this.schema = schema;
    this.#fit = fit;
    this.#holder = NOTE_HOLDERS.find((name) => schema.properties.get(name)?.type === 'text');
  }

  add(property: string, value: string): void {
    const values = this.#values.get(property) ?? new Set();
    this.#values.set(property, values.add(value));
  }

  note(property: string, mark: Mark, value: string, holder = this.#holder): void {
    if (property === this.schema.edge?.source || property === this.schema.edge?.target) this.marks.add(mark);
    this.noted.set(property, (this.noted.get(property) ?? new Set()).add(value));
    if (!holder) this.#fit.dropped++;
    else this.#fit.noted++;
    if (holder) this.add(holder, note(property, mark, value));
  }

  has(property: string): boolean {
    return this.#values.has(property);
  }

  valuesOf(property: string): readonly string[] {
    return [...(this.#values.get(property) ?? [])];
  }

  set(property: string, values: readonly string[]): void {
    this.#values.set(property, new Set(values));
  }

  sorted(): Record<string, readonly string[]> {
    const entries = [...this.#values].sort(([a], [b]) => byCodePoint(a, b));
    return Object.fromEntries(entries.map(([name, values]) => [name, [...values]]));
  }
}

/** The role of a tie that is not affirmed says so: "driver (alleged)", or its verb where no role is known. */
function markRole(properties: Properties): void {
  const mark = properties.marks.has('denied')
    ? 'denied'
    : properties.marks.has('alleged')
      ? 'alleged'
      : undefined;
  const property = ['role', 'relationship', 'purpose', 'summary'].find((name) =>
    properties.schema.properties.has(name),
  );
  if (!mark || !property) return;
  const roles = property === 'summary' ? [] : properties.valuesOf(property);
  const noted = [...(properties.noted.get(property) ?? [])];
  const said = [roles, noted, [properties.schema.edge!.label]].find((words) => words.length > 0)!;
  const kept = property === 'summary' ? properties.valuesOf(property) : [];
  properties.set(property, [...kept, ...said.map((role) => `${role} (${mark})`)]);
}

/** The sources as names of datasets: small letters, digits and underscores. */
function datasetsOf(claims: readonly Claim[]): { datasets?: readonly string[] } {
  const names = claims.map(({ source }) =>
    source
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 100),
  );
  const datasets = [...new Set(names)].filter((name) => name !== '').sort(byCodePoint);
  return datasets.length > 0 ? { datasets } : {};
}
