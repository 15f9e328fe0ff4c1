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
  readonly #releases = new Map<ReleasePhase, Set<() => void>>(PHASES.map((phase) => [phase, new Set()]));
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
    this.#changed();
  }

  /** The editor's text differs from the shared document's since the hold began. */
  textHeld(): void {
    if (this.#holdsText || !this.#active) return;
    this.#holdsText = true;
    this.#changed();
  }

  /** Ends the hold and runs what waited, in order of phase. Does nothing when no hold is on. */
  release(): void {
    if (!this.#active) return;
    this.#active = false;
    this.#holdsText = false;
    for (const phase of PHASES) for (const run of this.#releases.get(phase) ?? []) run();
    this.#changed();
  }

  /** Calls back on every release in that phase; returns the way to stop. */
  onRelease(phase: ReleasePhase, run: () => void): () => void {
    this.#releases.get(phase)?.add(run);
    return () => this.#releases.get(phase)?.delete(run);
  }

  /** Calls back when `active` or `holdsText` changes; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
