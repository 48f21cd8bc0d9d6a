// Ids of STIX objects: `type--uuid`, made from ours so that the same case gives the same ids.
import { uuid5 } from '../uuid5.ts';

const ID =
  /^([a-z][a-z0-9-]{1,248}[a-z0-9])--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/;

/** The type that an id of STIX begins with; undefined where it is none. */
export const typeOfId = (id: string): string | undefined => ID.exec(id)?.[1];

/** Adds an object of a type to a case's ids. Two cases give two ids to what both call "ann". */
export class StixIds {
  readonly #namespace: string;

  constructor(caseName: string) {
    this.#namespace = uuid5(`case ${caseName}`);
  }

  make(type: string, ...names: readonly string[]): string {
    return `${type}--${uuid5(names.map((name) => JSON.stringify(name)).join(' '), this.#namespace)}`;
  }
}

/** "works for" → "works-for"; "related-to", as the standard says, where no letter of the name can be kept. */
export const kebab = (words: string): string =>
  words
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '') || 'related-to';

/** Both extensions of ours, which the bundle defines itself. */
export const VALUES_EXTENSION = `extension-definition--${uuid5('extension values')}`;
export const ENTITY_EXTENSION = `extension-definition--${uuid5('extension entity')}`;
/** The program, as the author of its extensions. */
export const AUTHOR = `identity--${uuid5('clew')}`;
