// Mounts a component of the page over the small case, and finds things in it as a reader would: by their words.
import { flushSync, mount, unmount, type Component } from 'svelte';
import { Forms } from '../../src/app/dialogs/forms.svelte.ts';
import { Panels } from '../../src/app/panels.svelte.ts';
import { Reader } from '../../src/app/reader.svelte.ts';
import { Workspace } from '../../src/app/workspace.svelte.ts';
import type { CaseRecord } from '../../src/case/records.ts';
import { smallRecords } from '../smallCase.ts';
import { Client } from '../../src/worker/client.ts';
import Stage from './Stage.svelte';

// jsdom has dialogs, but cannot open them; and it lays nothing out, so that no size is ever observed.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

/** The client answers in the page where there is no worker. */
const noWorker = (): Worker => {
  throw new Error('There are no workers here.');
};
const NO_STORE = { texts: async () => [], keepText: async () => {}, dropText: async () => {} };

export interface Staged {
  readonly w: Workspace;
  readonly forms: Forms;
  readonly reader: Reader;
  readonly root: HTMLElement;
  /** All that can be read, with single spaces. */
  text(): string;
  /** The first element of that role (or tag) whose name or words hold these. */
  find(selector: string, words: string): HTMLElement;
  click(selector: string, words: string): void;
  /** The field with that label. */
  field(label: string): HTMLInputElement | HTMLSelectElement;
  /** Types into the field with that label. */
  fill(label: string, value: string): void;
  press(element: Element, key: string): void;
  /** Takes the component away, or shows it anew, while the case stays open. */
  show(shown: boolean): void;
  end(): void;
}

export function stage(
  component?: Component<never>,
  props: Record<string, unknown> = {},
  records: readonly CaseRecord[] = smallRecords(),
  before: (w: Workspace) => void = () => {},
): Staged {
  const w = new Workspace(records);
  before(w);
  const forms = new Forms();
  const reader = new Reader(new Panels(), new Client(noWorker), NO_STORE);
  void reader.open('staged', w);
  const root = document.body.appendChild(document.createElement('div'));
  const shown = mount(Stage, {
    target: root,
    props: { of: component as never, with: props, workspace: w, forms, reader },
  });
  flushSync();
  const text = () => (root.textContent ?? '').replace(/\s+/g, ' ');
  const find = (selector: string, words: string): HTMLElement => {
    const all = Array.from(root.querySelectorAll<HTMLElement>(selector));
    const nameOf = (element: HTMLElement) =>
      `${element.ariaLabel ?? element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`;
    const found = all.find((element) => nameOf(element).replace(/\s+/g, ' ').includes(words));
    if (!found) throw new Error(`No ${selector} says “${words}” in: ${text()}`);
    return found;
  };
  const fieldOf = (label: string) => {
    const { htmlFor } = find('label', label) as HTMLLabelElement;
    return document.getElementById(htmlFor) as HTMLInputElement | HTMLSelectElement;
  };
  return {
    w,
    forms,
    reader,
    root,
    text,
    find,
    field: fieldOf,
    click(selector, words) {
      find(selector, words).click();
      flushSync();
    },
    fill(label, value) {
      const field = fieldOf(label);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      flushSync();
    },
    press(element, key) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      flushSync();
    },
    show(isShown) {
      shown.show(isShown);
      flushSync();
    },
    end() {
      if (!root.isConnected) return;
      void unmount(shown);
      root.remove();
    },
  };
}
