// The case under the lens → statements: one for each claim, its source as dataset, fitted to FollowTheMoney's model.
import type { Claim, Id } from '../../case/records.ts';
import type { Schema } from '../../case/schema.ts';
import { stanceOf } from '../../case/support.ts';
import type { Values } from '../../plugin/settings.ts';
import { Carrying } from '../carrying.ts';
import type { Loss, Outgoing } from '../format.ts';
import { byCodePoint, grouped } from '../order.ts';
import { fitLosses, ROLES, weakest, type Fitting } from './ftmFit.ts';
import { isSafeId, safeId } from './ftmIds.ts';
import { languageCode, languageTag } from './ftmLanguages.ts';
import { hasLanguage, seenOf, type Statement } from './ftmStatement.ts';
import { FtmSubjects } from './ftmSubjects.ts';

/** What one source says of a subject in one language. */
interface Voice {
  readonly source: Id;
  readonly language?: string;
  readonly fitting: Fitting;
  /** As the source spells it, by property and value as they are written. */
  readonly originals: Map<string, string>;
}

export class StatementWriter {
  readonly #subjects: FtmSubjects;
  readonly #carrying: Carrying | undefined;
  #merged = 0;
  #languages = 0;

  constructor(out: Outgoing, settings: Values) {
    this.#subjects = new FtmSubjects(out, settings);
    if (settings.carrier === true) this.#carrying = new Carrying(out, this.#subjects.told);
  }

  /** Those of one entity together, as `ftm aggregate-statements` wants them. */
  *statements(): Generator<Statement> {
    let n = 0;
    for (const id of this.#subjects.ids()) {
      if (!this.#carrying) yield* this.#of(id);
      else yield* this.#laden(id, n++, this.#carrying);
    }
  }

  *#laden(id: Id, n: number, carrying: Carrying): Generator<Statement> {
    const [first, ...others] = this.#of(id);
    if (!first) return;
    const cargo = carrying.whole(id, n, seenOf([first, ...others]));
    yield { ...first, ...(cargo !== undefined && { cargo }) };
    yield* others;
  }

  /** What `statements`, walked to its end, could not keep apart. */
  losses(): readonly Loss[] {
    const own = [
      {
        what: 'claims that say the same as another of their source but for stance, credit, quoted sources or when it held; they become one statement',
        count: this.#merged,
      },
      {
        what: 'claims whose language FollowTheMoney does not keep, or keeps in less detail',
        count: this.#languages,
      },
    ];
    return [...own.filter(({ count }) => count > 0), ...fitLosses(this.#subjects.fit, 'entity_id')];
  }

  *#of(id: Id): Generator<Statement> {
    const subjects = this.#subjects;
    const schema = subjects.standardSchema(id);
    const claims = subjects.told.claimsOf(id);
    subjects.countType(id);
    if (!isSafeId(id)) subjects.fit.renamed++;
    const about = { canonical_id: safeId(id), entity_id: id, schema: schema.name };
    const voices = this.#voices(id, schema, claims);
    if (subjects.isRelation(id)) this.#markTie(id, voices, claims);
    else this.#markName(id, voices);
    const existing = new Set(claims.filter(isExistence).map(({ source }) => source));
    const others = [...voices.flatMap((voice) => [...written(voice)])];
    if (existing.size === 0 && others.length === 0) existing.add(this.#sourceNaming(id));
    for (const dataset of [...existing].sort(byCodePoint)) yield { ...about, prop: 'id', value: id, dataset };
    for (const other of others) yield { ...about, ...other };
  }

  /** Each source apart, so that what it says can be told from what another says. */
  #voices(id: Id, schema: Schema, claims: readonly Claim[]): readonly Voice[] {
    const keyOf = ({ source, language }: Claim) => JSON.stringify([source, language ?? '']);
    const parts = grouped(
      claims.filter((claim) => !isExistence(claim)),
      keyOf,
    );
    return [...parts.keys()].sort(byCodePoint).map((key) => {
      const said = parts.get(key)!;
      const { source, language } = said[0]!;
      const fitting = this.#subjects.fitting(id, schema);
      const voice = { source, language, fitting, originals: new Map<string, string>() };
      for (const [property, of] of grouped(said, (claim) => claim.property)) {
        const byValue = grouped(of, (claim) => claim.value);
        for (const value of [...byValue.keys()].sort(byCodePoint))
          this.#say(voice, property, byValue.get(value)!);
      }
      return voice;
    });
  }

  #say({ language, fitting, originals }: Voice, property: string, claims: readonly Claim[]): void {
    const from = fitting.added.length;
    fitting.say(property, claims[0]!.value, stanceOf(claims));
    const added = fitting.added.slice(from);
    const original = claims.find((claim) => claim.original !== undefined)?.original;
    if (original !== undefined) for (const one of added) originals.set(keyOf(...one), original);
    this.#merged += claims.length - 1;
    if (language === undefined || added.length === 0) return;
    const kept =
      languageTag(languageCode(language)) === language &&
      added.some(([name]) => hasLanguage(fitting.schema.name, name));
    if (!kept) this.#languages += claims.length;
  }

  /** An end that one source affirms needs no copy from another that only alleges it; else the role says "(alleged)". */
  #markTie(id: Id, voices: readonly Voice[], claims: readonly Claim[]): void {
    const marks = new Set<'alleged' | 'denied'>();
    for (const [property, said] of grouped(claims, (claim) => claim.property)) {
      for (const [value, of] of grouped(said, (claim) => claim.value)) {
        const end = this.#subjects.shows(value) ? voices[0]?.fitting.endOf(property) : undefined;
        const stance = stanceOf(of);
        if (end === undefined) continue;
        if (stance !== 'affirmed') marks.add(stance);
        else for (const voice of voices) withoutCopy(voice, end, safeId(value));
      }
    }
    const mark = weakest(marks);
    const { schema } = this.#subjects.fitting(id);
    const property = ROLES.find((name) => schema.properties.has(name));
    if (mark && property) markRoles(voices, property, mark);
  }

  #markName(id: Id, voices: readonly Voice[]): void {
    const marked = this.#subjects.markedName(id);
    if (marked === undefined || voices.some(({ fitting }) => fitting.has('name'))) return;
    const bare = marked.replace(/ \((alleged|denied)\)$/, '');
    const saying = voices.find(({ fitting }) =>
      [...fitting.noted.values()].some((values) => values.has(bare)),
    );
    if (saying && saying.fitting.schema.properties.has('name')) saying.fitting.add('name', marked);
  }

  /** Who speaks of a subject of which nothing else is written. */
  #sourceNaming(id: Id): Id {
    const { told } = this.#subjects;
    const own = told.claimsOf(id)[0]?.source;
    if (own !== undefined) return own;
    for (const tie of told.tiesAt(id)) return tie.claims[0]!.source;
    return 'clew';
  }
}

const isExistence = ({ property, stance }: Claim): boolean => property === 'id' && stance === 'affirmed';

const keyOf = (property: string, value: string): string => `${property} ${value}`;

function* written({
  source,
  language,
  fitting,
  originals,
}: Voice): Generator<Omit<Statement, 'canonical_id' | 'entity_id' | 'schema'>> {
  for (const prop of fitting.properties()) {
    for (const value of fitting.valuesOf(prop)) {
      const original = originals.get(keyOf(prop, value));
      yield {
        prop,
        value,
        dataset: source,
        ...(language !== undefined &&
          hasLanguage(fitting.schema.name, prop) && { lang: languageCode(language) }),
        ...(original !== undefined && original !== value && { original_value: original }),
      };
    }
  }
}

function withoutCopy({ fitting }: Voice, end: string, value: string): void {
  if (fitting.noted.get(end)?.has(value)) fitting.remove(end, value);
}

/** "driver (alleged)"; the verb of the tie, where no role is known. */
function markRoles(voices: readonly Voice[], property: string, mark: string): void {
  const words = (voice: Voice): readonly string[] =>
    property === 'summary' ? [] : voice.fitting.valuesOf(property);
  const noted = (voice: Voice): readonly string[] => [...(voice.fitting.noted.get(property) ?? [])];
  if (voices.some((voice) => words(voice).length > 0)) {
    for (const voice of voices) {
      const roles = words(voice);
      voice.fitting.set(property, []);
      for (const role of roles) addMarked(voice, property, role, mark);
    }
  } else if (voices.some((voice) => noted(voice).length > 0)) {
    for (const voice of voices) for (const role of noted(voice)) addMarked(voice, property, role, mark);
  } else {
    const weak = voices.find(({ fitting }) => fitting.marks.size > 0)!;
    addMarked(weak, property, weak.fitting.schema.edge!.label, mark);
  }
}

function addMarked({ fitting, originals }: Voice, property: string, role: string, mark: string): void {
  const original = originals.get(keyOf(property, role));
  const value = `${role} (${mark})`;
  fitting.add(property, value);
  if (original !== undefined) originals.set(keyOf(property, value), original);
}
