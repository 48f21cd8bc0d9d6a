// Keys: how they are said on this machine, and which action a key press stands for.
import { ACTIONS, type Action } from './actions.ts';

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
