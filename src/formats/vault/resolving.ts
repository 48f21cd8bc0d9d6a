// Which note a link means: Obsidian's way, by path or by the shortest name that is enough, whatever the case.
import { folded } from './noteNames.ts';

export class Resolving {
  readonly #byPath = new Map<string, string>();
  readonly #byName = new Map<string, string[]>();

  /** `paths` are those of the notes, without ".md". */
  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      this.#byPath.set(folded(path), path);
      const name = folded(path.slice(path.lastIndexOf('/') + 1));
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), path]);
    }
  }

  /** The path of the note; undefined where there is none. A link without a target is to the note itself. */
  find(target: string, from: string, relative: boolean): string | undefined {
    const wanted = target.replace(/\.md$/i, '').replace(/^\/+/, '');
    if (wanted === '') return from;
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const beside = this.#byPath.get(folded(within(folder + wanted)));
    if (relative && beside !== undefined) return beside;
    const exact = this.#byPath.get(folded(within(wanted)));
    if (exact !== undefined) return exact;
    const named = this.#byName.get(folded(wanted.slice(wanted.lastIndexOf('/') + 1))) ?? [];
    const fitting = named.filter((path) => folded(`/${path}`).endsWith(folded(`/${wanted}`)));
    return fitting.sort((a, b) => rank(a, folder) - rank(b, folder) || (a < b ? -1 : 1))[0] ?? beside;
  }
}

/** Notes beside the one that links come first, then those that lie less deep. */
const rank = (path: string, folder: string): number =>
  path.slice(0, path.lastIndexOf('/') + 1) === folder ? 0 : path.split('/').length;

/** `a/../b` as `b`. What would lead out of the vault leads to its top. */
function within(path: string): string {
  const kept: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '.' && step !== '') kept.push(step);
  }
  return kept.join('/');
}
