// The case under the lens → FollowTheMoney entities, types and values fitted to its model.
import type { Claim, Id } from '../../case/records.ts';
import { stanceOf } from '../../case/support.ts';
import type { Values } from '../../plugin/settings.ts';
import type { Outgoing } from '../format.ts';
import { byCodePoint, grouped } from '../order.ts';
import { ROLES, weakest, type Fit, type Fitting } from './ftmFit.ts';
import { isSafeId, safeId } from './ftmIds.ts';
import { FtmSubjects } from './ftmSubjects.ts';

export interface FtmEntity {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** The id in the case, where FollowTheMoney does not take it. */
  readonly referents?: readonly string[];
  readonly datasets?: readonly string[];
}

export class FtmWriter {
  readonly subjects: FtmSubjects;

  constructor(out: Outgoing, settings: Values) {
    this.subjects = new FtmSubjects(out, settings);
  }

  get fit(): Fit {
    return this.subjects.fit;
  }

  *entities(): Generator<FtmEntity> {
    for (const id of this.subjects.ids()) yield this.entity(id);
  }

  entity(id: Id): FtmEntity {
    const { subjects } = this;
    subjects.countType(id);
    const claims = subjects.told.claimsOf(id);
    const properties = subjects.fitting(id);
    for (const [name, said] of grouped(claims, (claim) => claim.property)) {
      if (name === 'id') continue;
      const byValue = grouped(said, (claim) => claim.value);
      for (const value of [...byValue.keys()].sort(byCodePoint))
        properties.say(name, value, stanceOf(byValue.get(value)!));
    }
    const marked = subjects.isRelation(id) ? undefined : subjects.markedName(id);
    if (subjects.isRelation(id)) markRole(properties);
    else if (!properties.has('name') && marked !== undefined) properties.add('name', marked);
    if (!isSafeId(id)) this.fit.renamed++;
    return {
      id: safeId(id),
      caption: subjects.caption(id),
      schema: properties.schema.name,
      properties: properties.sorted(),
      ...(isSafeId(id) ? {} : { referents: [id] }),
      ...datasetsOf(claims),
    };
  }
}

/** The role of a tie that is not affirmed says so: "driver (alleged)", or its verb where no role is known. */
function markRole(properties: Fitting): void {
  const mark = weakest(properties.marks);
  const property = ROLES.find((name) => properties.schema.properties.has(name));
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
