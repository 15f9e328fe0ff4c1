/**
 * Whether somebody composes (pinyin, kana, hangul …) in this page's editor. While the hold is on,
 * nothing half-typed goes into the shared document and nothing remote is applied to it. This class
 * is only the switch and what waits for it; composition-extension.ts turns it.
 */

/** Phases of a release: own text goes out first, then others' text comes in, then carets move. */
const PHASES = ["local", "remote", "carets"] as const;
export type ReleasePhase = (typeof PHASES)[number];

export class CompositionHold {
  #active = false;
  #holdsText = false;
  readonly #begins = new Set<() => void>();
  readonly #releases: Readonly<Record<ReleasePhase, Set<() => void>>> = {
    local: new Set(),
    remote: new Set(),
    carets: new Set(),
  };
  readonly #listeners = new Set<() => void>();

  get active(): boolean {
    return this.#active;
  }

  /** The editor shows text that the shared document hasn't got yet. */
  get holdsText(): boolean {
    return this.#active && this.#holdsText;
  }

  begin(): void {
    this.#active = true;
    this.#holdsText = false;
    for (const run of this.#begins) run();
    this.#changed();
  }

  /** The editor's text differs from the shared document's since the hold began. */
  textHeld(): void {
    if (this.#holdsText || !this.#active) return;
    this.#holdsText = true;
    this.#changed();
  }

  /** Lets finished text out while the next composition begins; what is remote goes on waiting. */
  advance(): void {
    this.suspend(() => this.#run("local"));
  }

  /** Runs `write` as if no hold were on, then begins it anew from what the document is by then. */
  suspend(write: () => void): void {
    this.#active = false;
    try {
      write();
    } finally {
      this.begin();
    }
  }

  /** Ends the hold and runs what waited, in order of phase. Does nothing when no hold is on. */
  release(): void {
    if (!this.#active) return;
    this.#active = false;
    this.#holdsText = false;
    for (const phase of PHASES) this.#run(phase);
    this.#changed();
  }

  /** Calls back at the start of every hold, while editor and document are still the same. */
  onBegin(run: () => void): () => void {
    this.#begins.add(run);
    return () => this.#begins.delete(run);
  }

  /** Calls back on every release in that phase; returns the way to stop. */
  onRelease(phase: ReleasePhase, run: () => void): () => void {
    this.#releases[phase].add(run);
    return () => this.#releases[phase].delete(run);
  }

  /** Calls back when `active` or `holdsText` changes; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #run(phase: ReleasePhase): void {
    for (const run of this.#releases[phase]) run();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
