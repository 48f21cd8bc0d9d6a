// Light, dark, or as the system has it; remembered on this machine.

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'clew.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

function remembered(): ThemeChoice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export class Theme {
  choice = $state<ThemeChoice>(remembered());
  #systemIsDark = $state(dark.matches);
  readonly current = $derived<'light' | 'dark'>(
    this.choice === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : this.choice,
  );

  constructor() {
    dark.addEventListener('change', () => {
      this.#systemIsDark = dark.matches;
      this.#paint();
    });
    this.#paint();
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    localStorage.setItem(KEY, choice);
    this.#paint();
  }

  #paint(): void {
    document.documentElement.dataset.theme = this.current;
  }
}
