// Everything a user can do, as one list: it feeds the keyboard, the palette, the menus and the page of shortcuts.
import * as explore from './exploring.ts';
import type { Desk } from './desk.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: 'Case' | 'Edit' | 'Select' | 'Explore' | 'View';
  /** "Mod" is Ctrl, or Command on a Mac. Several ways are separated by a blank. */
  readonly keys?: string;
  enabled?(w: Workspace): boolean;
  run(w: Workspace, desk: Desk): void;
}

const some = (w: Workspace) => w.selection.nodes.length > 0;
const any = (w: Workspace) => !w.selection.isEmpty;

export const ACTIONS: readonly Action[] = [
  { id: 'find', group: 'Select', label: 'Find', keys: '/ Mod+K Mod+F', run: (_w, desk) => desk.find() },
  { id: 'open', group: 'Case', label: 'Open a file…', keys: 'Mod+O', run: (_w, desk) => desk.chooseFile() },
  { id: 'new', group: 'Case', label: 'New case', run: (_w, desk) => void desk.newCase() },
  {
    id: 'spector',
    group: 'Case',
    label: 'Open the Spector case',
    run: (_w, desk) => void desk.openShipped(),
  },
  {
    id: 'save',
    group: 'Case',
    label: 'Save the case',
    keys: 'Mod+S',
    run: (_w, desk) => void desk.saveCase(),
  },
  {
    id: 'export',
    group: 'Case',
    label: 'Export a graph file…',
    keys: 'Mod+Shift+E',
    run: (_w, desk) => desk.ask('export'),
  },
  {
    id: 'picture',
    group: 'Case',
    label: 'Save a picture…',
    keys: 'Mod+Shift+P',
    run: (_w, desk) => desk.ask('picture'),
  },
  {
    id: 'report',
    group: 'Case',
    label: 'Fact-check sheet…',
    keys: 'Mod+Shift+F',
    run: (_w, desk) => desk.ask('sheet'),
  },
  {
    id: 'undo',
    group: 'Edit',
    label: 'Undo',
    keys: 'Mod+Z',
    enabled: (w) => w.done.length > 0,
    run: (w) => w.undo(),
  },
  {
    id: 'redo',
    group: 'Edit',
    label: 'Redo',
    keys: 'Mod+Shift+Z Mod+Y',
    enabled: (w) => w.undone.length > 0,
    run: (w) => w.redo(),
  },
  {
    id: 'new-entity',
    group: 'Edit',
    label: 'New entity…',
    keys: 'N',
    run: (_w, desk) => desk.forms.entity(),
  },
  {
    id: 'new-relation',
    group: 'Edit',
    label: 'New relation…',
    keys: 'R',
    run: (w, desk) => desk.forms.relation(w.selection.nodes[0], w.selection.nodes[1]),
  },
  {
    id: 'draft',
    group: 'Edit',
    label: 'Draft from a text…',
    keys: 'Shift+D',
    run: (_w, desk) => desk.ask('draft'),
  },
  {
    id: 'new-claim',
    group: 'Edit',
    label: 'New claim about the selected…',
    keys: 'C',
    enabled: any,
    run: (w, desk) => desk.forms.claimAbout(w.selection.nodes[0] ?? w.subjectOf(w.selection.edges[0]!)),
  },
  {
    id: 'identify',
    group: 'Edit',
    label: 'Judge whether the two selected are one…',
    enabled: (w) => w.selection.nodes.length === 2,
    run: (w, desk) => desk.forms.identify(w.selection.nodes[0]!, w.selection.nodes[1]!),
  },
  {
    id: 'delete',
    group: 'Edit',
    label: 'Delete the selected',
    keys: 'Delete Backspace',
    enabled: any,
    run: (w, desk) => desk.forms.delete(w.selectedSubjects()),
  },
  {
    id: 'select-all',
    group: 'Select',
    label: 'Select all',
    keys: 'Mod+A',
    run: (w) => w.selection.set([...w.visible]),
  },
  {
    id: 'invert',
    group: 'Select',
    label: 'Invert the selection',
    keys: 'Mod+I',
    run: (w) => w.selection.set([...w.visible].filter((id) => !w.selection.nodes.includes(id))),
  },
  {
    id: 'clear',
    group: 'Select',
    label: 'Clear the selection, close',
    keys: 'Escape',
    run: (w, desk) => desk.escape(w),
  },
  {
    id: 'expand',
    group: 'Explore',
    label: 'Expand…',
    keys: 'E Mod+E',
    enabled: some,
    run: (w, desk) => desk.expand(w.selection.nodes[0]!),
  },
  {
    id: 'hide',
    group: 'Explore',
    label: 'Hide',
    keys: 'H',
    enabled: some,
    run: (w) => explore.hide(w, w.selection.nodes),
  },
  {
    id: 'hide-others',
    group: 'Explore',
    label: 'Hide others',
    keys: 'Shift+H',
    enabled: some,
    run: (w) => explore.hideOthers(w, w.selection.nodes),
  },
  { id: 'show-all', group: 'Explore', label: 'Show all', keys: 'Shift+A', run: (w) => explore.showAll(w) },
  {
    id: 'focus-1',
    group: 'Explore',
    label: 'Focus on 1 step',
    keys: '1',
    enabled: some,
    run: (w) => explore.focus(w, w.selection.nodes, 1),
  },
  {
    id: 'focus-2',
    group: 'Explore',
    label: 'Focus on 2 steps',
    keys: '2',
    enabled: some,
    run: (w) => explore.focus(w, w.selection.nodes, 2),
  },
  {
    id: 'focus-3',
    group: 'Explore',
    label: 'Focus on 3 steps',
    keys: '3',
    enabled: some,
    run: (w) => explore.focus(w, w.selection.nodes, 3),
  },
  {
    id: 'unfocus',
    group: 'Explore',
    label: 'End the focus',
    enabled: (w) => w.view.focus !== undefined,
    run: (w) => explore.unfocus(w),
  },
  {
    id: 'pin',
    group: 'Explore',
    label: 'Pin or unpin',
    keys: 'P',
    enabled: some,
    run: (w) => explore.pin(w, w.selection.nodes),
  },
  { id: 'path', group: 'Explore', label: 'Path between two…', keys: 'T', run: (w, desk) => desk.askPath(w) },
  { id: 'fit', group: 'View', label: 'Fit all', keys: '0 Shift+1', run: (_w, desk) => desk.map?.fit() },
  {
    id: 'fit-selection',
    group: 'View',
    label: 'Fit the selection',
    keys: 'Shift+2',
    enabled: some,
    run: (w, desk) => desk.map?.fit(w.selection.nodes),
  },
  { id: 'zoom-in', group: 'View', label: 'Zoom in', keys: '+ =', run: (_w, desk) => desk.map?.zoom(1.25) },
  { id: 'zoom-out', group: 'View', label: 'Zoom out', keys: '-', run: (_w, desk) => desk.map?.zoom(0.8) },
  {
    id: 'relayout',
    group: 'View',
    label: 'Lay out again',
    keys: 'L',
    run: (w, desk) => void desk.layOut(w, w.view.layout ?? 'story'),
  },
  {
    id: 'table',
    group: 'View',
    label: 'Table',
    keys: 'B',
    run: (_w, desk) => desk.panels.togglePane('table'),
  },
  {
    id: 'timeline',
    group: 'View',
    label: 'Timeline',
    keys: 'I',
    run: (_w, desk) => desk.panels.togglePane('timeline'),
  },
  {
    id: 'disputes',
    group: 'View',
    label: 'Disputes side by side',
    keys: 'D',
    run: (_w, desk) => desk.panels.togglePane('disputes'),
  },
  {
    id: 'leads',
    group: 'View',
    label: 'Leads',
    keys: 'G',
    run: (_w, desk) => desk.panels.togglePane('leads'),
  },
  {
    id: 'sources',
    group: 'View',
    label: 'Who draws on whom: the graph of the sources',
    keys: 'Shift+S',
    run: (w, desk) => void (desk.behind ? desk.goBack() : desk.lookAtSources(w)),
  },
  {
    id: 'texts',
    group: 'View',
    label: 'Texts of the sources',
    keys: 'S',
    run: (_w, desk) => desk.panels.toggle('text'),
  },
  {
    id: 'left',
    group: 'View',
    label: 'Legend and lens',
    keys: '[',
    run: (_w, desk) => desk.panels.toggle('left'),
  },
  {
    id: 'right',
    group: 'View',
    label: 'Inspector',
    keys: ']',
    run: (_w, desk) => desk.panels.toggle('right'),
  },
  {
    id: 'theme',
    group: 'View',
    label: 'Light or dark',
    run: (_w, desk) => desk.theme.choose(desk.theme.current === 'dark' ? 'light' : 'dark'),
  },
  {
    id: 'help',
    group: 'View',
    label: 'Keyboard shortcuts',
    keys: '?',
    run: (_w, desk) => desk.ask('shortcuts'),
  },
];

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as a person reads them on this machine: "⌘Z", "Ctrl+Z". */
export const sayKeys = (keys: string): string =>
  isMac ? keys.replace('Mod+', '⌘').replace('Shift+', '⇧') : keys.replace('Mod', 'Ctrl');

function pressed(event: KeyboardEvent): string {
  const named = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // A sign that takes Shift to type (?, +) stands for itself; a letter or digit does not.
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = digit && event.shiftKey ? digit : named;
  const shift = event.shiftKey && (/^[A-Z0-9]$/.test(key) || key.length > 1) ? 'Shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${shift}${key}`;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The action a key press stands for. Single letters are off while text is typed (WCAG 2.1.4) or a dialog is open. */
export function actionFor(event: KeyboardEvent): Action | undefined {
  const combination = pressed(event);
  const held = combination.startsWith('Mod+');
  const within =
    event.target instanceof Element && event.target.closest('[role=dialog],[role=menu],[role=listbox]');
  if (
    (isTyping(event.target) && (!held || /^Mod\+(A|Z|Y|Shift\+Z|I)$/.test(combination))) ||
    (within && !held)
  )
    return undefined;
  return ACTIONS.find((action) => action.keys?.split(' ').includes(combination));
}
