// Commands on views: the look at hand (hide, show, pin, place, focus) and the looks that are saved.
import type { ReadonlyCase } from '../case.ts';
import { newId } from '../claimId.ts';
import { EMPTY, type Diff } from '../diff.ts';
import { WORKING, type Id, type View } from '../records.ts';

const FRESH: View = { kind: 'view', id: WORKING, name: 'Working view' };

const find = (of: ReadonlyCase, id: Id): View | undefined =>
  Array.from(of.views()).find((view) => view.id === id);

/** The look at hand; before anything was changed, that of the case's first view, or a fresh one. Places lie apart. */
export function workingView(of: ReadonlyCase): View {
  const [first] = of.views();
  return find(of, WORKING) ?? (first ? { ...first, ...FRESH, placements: undefined } : FRESH);
}

/** Changes the look at hand; a field given as undefined is dropped. */
export function changeView(of: ReadonlyCase, change: Partial<Omit<View, 'kind' | 'id'>>): Diff {
  const from = find(of, WORKING);
  const to = { ...workingView(of), ...change };
  return from ? { ...EMPTY, updated: [[from, to]] } : { ...EMPTY, added: [to] };
}

export function hide(of: ReadonlyCase, ids: Iterable<Id>): Diff {
  const hidden = new Set(workingView(of).hidden);
  const before = hidden.size;
  for (const id of ids) hidden.add(id);
  return hidden.size === before ? EMPTY : changeView(of, { hidden: [...hidden] });
}

export function show(of: ReadonlyCase, ids: Iterable<Id>): Diff {
  const wanted = new Set(ids);
  const { hidden = [], focus, only } = workingView(of);
  const rest = hidden.filter((id) => !wanted.has(id));
  const wider = focus && { ...focus, ids: [...new Set([...focus.ids, ...wanted])] };
  return changeView(of, { hidden: rest, focus: wider, only: only && [...new Set([...only, ...wanted])] });
}

/** Moves entities to these positions and leaves them pinned. */
export function place(of: ReadonlyCase, moved: ReadonlyMap<Id, readonly [number, number]>): Diff {
  const { placements, pinned = [] } = workingView(of);
  return changeView(of, {
    placements: { ...placements, ...Object.fromEntries(moved) },
    pinned: [...new Set([...pinned, ...moved.keys()])],
  });
}

export function pin(of: ReadonlyCase, ids: Iterable<Id>, pinned: boolean): Diff {
  const all = new Set(workingView(of).pinned);
  for (const id of ids)
    if (pinned) all.add(id);
    else all.delete(id);
  return changeView(of, { pinned: [...all] });
}

/** Keeps the look at hand under a name, with where everything lies. */
export function saveView(
  of: ReadonlyCase,
  name: string,
  placements: View['placements'],
  id: Id = newId(),
): Diff {
  const from = find(of, id);
  const to: View = { ...workingView(of), id, name, placements };
  return from ? { ...EMPTY, updated: [[from, to]] } : { ...EMPTY, added: [to] };
}

/** Takes a saved look as the look at hand. */
export function openView(of: ReadonlyCase, id: Id): Diff {
  const saved = find(of, id);
  const from = find(of, WORKING);
  if (!saved) return EMPTY;
  const to: View = { ...saved, id: WORKING };
  return from ? { ...EMPTY, updated: [[from, to]] } : { ...EMPTY, added: [to] };
}

export function deleteView(of: ReadonlyCase, id: Id): Diff {
  const view = find(of, id);
  return view ? { ...EMPTY, removed: [view] } : EMPTY;
}
