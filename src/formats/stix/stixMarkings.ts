// Markings of STIX as words: the Traffic Light Protocol by name, statements by their text.
import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { plain } from '../jsonValues.ts';
import { typeOfId, type StixIds } from './stixIds.ts';

/** Ids that the standard fixes (STIX 2.1, section 7.2.1.4; TLP 2.0 as OASIS published it in 2022), by name. */
export const TLP: ReadonlyMap<string, string> = new Map([
  ['TLP:WHITE', 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9'],
  ['TLP:GREEN', 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da'],
  ['TLP:AMBER', 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82'],
  ['TLP:RED', 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed'],
  ['TLP:CLEAR', 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'],
  ['TLP 2.0:GREEN', 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'],
  ['TLP 2.0:AMBER', 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
  ['TLP:AMBER+STRICT', 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003'],
  ['TLP 2.0:RED', 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'],
]);
const NAMES = new Map([...TLP].map(([name, id]) => [id, name]));

/** Those that STIX 2.1 itself defines, with their fixed content; the later ones need an extension to be written. */
const FIRST_TLP: ReadonlySet<string> = new Set(['TLP:WHITE', 'TLP:GREEN', 'TLP:AMBER', 'TLP:RED']);

/** What a marking is called; its id where the file does not define it. */
export function markingName(id: string, definitions: ReadonlyMap<string, JsonObject>): string {
  const known = NAMES.get(id);
  if (known) return known;
  const definition = definitions.get(id)?.get('definition');
  const statement = isObject(definition) ? plain(definition.get('statement')) : undefined;
  return statement || id;
}

/** The object that defines a TLP marking as the standard has it; undefined where it may only be named. */
export function tlpDefinition(name: string): Readonly<Record<string, unknown>> | undefined {
  if (!FIRST_TLP.has(name)) return undefined;
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: TLP.get(name),
    created: '2017-01-20T00:00:00.000Z',
    definition_type: 'tlp',
    name,
    definition: { tlp: name.slice(4).toLowerCase() },
  };
}

const IS_MARKING = /^marking-definition--/;

/** The markings of a bundle: those that objects bring along and the one that the user asks for. */
export class Markings {
  readonly #asked: string | undefined;
  readonly #ids: StixIds;
  readonly #date: string;
  readonly #used = new Map<string, string>();

  constructor(asked: string, ids: StixIds, date: string) {
    this.#asked = TLP.has(asked) ? asked : undefined;
    this.#ids = ids;
    this.#date = date;
  }

  /** Whether it marks what bears no marking of its own. */
  get adds(): boolean {
    return this.#asked !== undefined;
  }

  /** Ids for markings in words; `exact` where reading them gives these words and no others. */
  of(words: readonly string[] | undefined): { readonly ids: readonly string[]; readonly exact: boolean } {
    const own = words?.filter((word) => word !== '') ?? [];
    const all = [...new Set([...own, ...(this.#asked === undefined ? [] : [this.#asked])])];
    return { ids: all.map((word) => this.#idOf(word)), exact: all.length === (words?.length ?? 0) };
  }

  #idOf(word: string): string {
    const known = TLP.get(word) ?? (typeOfId(word) === 'marking-definition' ? word : undefined);
    const id = known ?? this.#ids.make('marking-definition', word);
    if (!IS_MARKING.test(word)) this.#used.set(word, id);
    return id;
  }

  *definitions(): Generator<string> {
    for (const [word, id] of this.#used) {
      const tlp = TLP.has(word) ? tlpDefinition(word) : undefined;
      if (tlp) yield JSON.stringify(tlp);
      else if (!TLP.has(word)) {
        const created = { spec_version: '2.1', id, created: this.#date };
        yield JSON.stringify({
          ...{ type: 'marking-definition', ...created, definition_type: 'statement' },
          definition: { statement: word },
        });
      }
    }
  }
}
