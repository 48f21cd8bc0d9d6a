// What a user does to the look at hand: hide, show, expand, focus, pin. Each is one step that undo takes back.
import * as views from '../case/commands/views.ts';
import { sayDate } from '../case/dates.ts';
import { withoutPart, type TimeChoice } from '../case/lens.ts';
import type { Id } from '../case/records.ts';
import { count } from '../case/wording.ts';
import { MOST_DRAWN } from './tooMany.ts';
import type { Workspace } from './workspace.svelte.ts';

const entities = (n: number) => count(n, 'entity', 'entities');

export function hide(w: Workspace, ids: readonly Id[]): void {
  w.run(`Hide ${entities(ids.length)}`, views.hide(w.case, ids));
  w.selection.clear();
}

/** Hides all that is not among `ids`. */
export function hideOthers(w: Workspace, ids: readonly Id[]): void {
  const others = [...w.visible].filter((id) => !ids.includes(id));
  w.run(`Hide ${count(others.length, 'other')}`, views.hide(w.case, others));
}

export function showAll(w: Workspace): void {
  if (w.shownGraph.order > MOST_DRAWN) {
    w.jobs.failure = `${w.shownGraph.order} entities are too many to draw at once. Find them, expand what is on the map, or use the table.`;
    return;
  }
  w.run('Show all', views.changeView(w.case, { hidden: undefined, focus: undefined, only: undefined }));
}

/** Brings hidden entities onto the canvas, laid out around `origin`. */
export function reveal(w: Workspace, ids: readonly Id[], origin: Id): void {
  const fresh = ids.filter((id) => !w.visible.has(id));
  w.run(`Show ${entities(fresh.length)}`, views.show(w.case, fresh));
  w.selection.set([origin, ...fresh]);
}

/** Only what lies within so many steps of these; again with the same, all. */
export function focus(w: Workspace, ids: readonly Id[], steps: number): void {
  w.run(`Focus on ${count(steps, 'step')}`, views.changeView(w.case, { focus: { ids, steps } }));
}

export function unfocus(w: Workspace): void {
  w.run('End the focus', views.changeView(w.case, { focus: undefined }));
}

export function pin(w: Workspace, ids: readonly Id[]): void {
  const pinned = new Set(w.view.pinned);
  const all = ids.every((id) => pinned.has(id));
  w.run(`${all ? 'Unpin' : 'Pin'} ${entities(ids.length)}`, views.pin(w.case, ids, !all));
}

export function move(w: Workspace, moved: ReadonlyMap<Id, readonly [number, number]>): void {
  w.run(`Move ${entities(moved.size)}`, views.place(w.case, moved));
}

/** Shared values of these types (address, phone…) as nodes, or not. */
export function toggleShared(w: Workspace, type: string): void {
  const shared = w.view.shared ?? [];
  const next = shared.includes(type) ? shared.filter((other) => other !== type) : [...shared, type];
  w.run(`Shared ${type}s`, views.changeView(w.case, { shared: next }));
}

/** Only what was so in that time; nothing: at any time. */
export function lookAtTime(w: Workspace, time?: TimeChoice): void {
  const rest = withoutPart(w.lens, 'time');
  if (time) w.setLens(`${time.sure} in ${sayDate(time.when)}`, { ...rest, time });
  else if (w.lens.time) w.setLens('At any time', rest);
}
