// Work under way off the main thread: one at a time of each kind, with progress and a way to stop it.

export interface Running {
  readonly label: string;
  /** From 0 to 1; undefined where the length is unknown. */
  readonly done: number | undefined;
  cancel(): void;
}

export class Jobs {
  /** What runs now, the newest last. */
  running = $state.raw<readonly Running[]>([]);
  /** The last thing that went wrong, until dismissed. */
  failure = $state.raw<string | undefined>(undefined);

  /**
   * Runs `work`, showing its progress under `label`. Gives undefined where it was cancelled or failed; a failure is
   * also shown.
   */
  async run<T>(
    label: string,
    work: (signal: AbortSignal, progress: (done: number | undefined) => void) => Promise<T>,
  ): Promise<T | undefined> {
    const abort = new AbortController();
    let entry: Running = { label, done: undefined, cancel: () => abort.abort() };
    this.running = [...this.running, entry];
    const progress = (done: number | undefined) => {
      const next = { ...entry, done };
      this.running = this.running.map((other) => (other === entry ? next : other));
      entry = next;
    };
    try {
      return await work(abort.signal, progress);
    } catch (error) {
      if (!abort.signal.aborted) this.failure = error instanceof Error ? error.message : String(error);
      return undefined;
    } finally {
      this.running = this.running.filter((other) => other !== entry);
    }
  }
}
