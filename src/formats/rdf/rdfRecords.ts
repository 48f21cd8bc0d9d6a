// What reading finds, as records: claims gathered once each, then told to the sink with what they are about.
import { claimOf } from '../../case/claimId.ts';
import type { Claim, Id, Stance } from '../../case/records.ts';
import { InputError } from '../../plugin/problem.ts';
import { FILE, type Sink } from '../format.ts';
import { LIMITS } from '../limits.ts';
import type { Detail } from './rdfClaims.ts';
import { localName } from './rdfIris.ts';
import { isLiteral, isNode, type Triple } from './rdfTerms.ts';

/** An entity or relation as far as it is read. */
export interface Resource {
  readonly id: Id;
  readonly schema: string;
  readonly isRelation: boolean;
  readonly where: string;
  named: boolean;
  claims: number;
}

/** What one source says, where, and how. */
export interface Voice {
  readonly source: Id;
  readonly stance: Stance;
  readonly where: string;
  readonly detail?: Detail;
}

const NAMES: ReadonlySet<string> = new Set([
  'name',
  'title',
  'alias',
  'previousName',
  'weakAlias',
  'abbreviation',
]);

export class RdfRecords {
  readonly #claims = new Map<Id, { claim: Claim; where: string }>();
  readonly #relations = new Map<Id, Resource>();

  relation(resource: Resource): void {
    this.#relations.set(resource.id, resource);
  }

  say(of: Resource, property: string, value: string, voice: Voice, more: Partial<Claim> = {}): void {
    const { source, stance, where, detail } = voice;
    const { via, attributedTo, held, original, notes, language, locators, rest = [] } = detail ?? {};
    const place = source === FILE && where !== '' ? [{ place: where }] : undefined;
    const fields = {
      ...present({
        via,
        attributedTo,
        held,
        original,
        notes: noted(notes, rest),
        language,
        locators: locators ?? place,
      }),
      ...present(more),
    };
    const claim = claimOf({ subject: of.id, property, value, source, stance, ...fields });
    of.claims++;
    if (NAMES.has(property)) of.named = true;
    if (!this.#claims.has(claim.id)) this.#claims.set(claim.id, { claim, where });
    if (this.#claims.size > LIMITS.elements)
      throw new InputError(`The file says more than ${LIMITS.elements} things. Open a part of it.`);
  }

  /** Entities are those resources that are no relation. */
  tell(resources: Iterable<Resource>, sink: Sink): void {
    for (const resource of resources) {
      if (resource.isRelation) continue;
      const { id, schema, where } = resource;
      sink.record({ kind: 'entity', id, schema }, where);
      if (resource.claims === 0) this.say(resource, 'id', id, { source: FILE, stance: 'affirmed', where });
    }
    for (const { id, schema, where } of this.#relations.values())
      sink.record({ kind: 'relation', id, schema }, where);
    for (const { claim, where } of this.#claims.values()) sink.record(claim, where);
  }
}

/** What is said of a claim in the words of other vocabularies goes into its notes. */
function noted(notes: string | undefined, rest: readonly Triple[]): string | undefined {
  const lines = rest.map(({ predicate, object }) => {
    const text = isLiteral(object) ? object.text : isNode(object) ? object : '…';
    return `${localName(predicate)}: ${text}`;
  });
  return [...(notes === undefined ? [] : [notes]), ...lines].join('\n') || undefined;
}

const present = <T extends object>(of: T): Partial<T> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Partial<T>;
