/**
 * The keys of the outline, which is one stop of the Tab key: going along the entries that are shown, as in ARIA's tree.
 * Works on the elements themselves, so that no entry has to know its neighbours.
 */

/** Where each key goes among the entries that are shown, of which `levels` are given, from the one at `index`. */
const STEPS = {
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  // What is folded or could be is folded and unfolded by these; then they go to the part around and into the part.
  ArrowLeft: (index, levels) =>
    levels.findLastIndex((level, at) => at < index && level < (levels[index] ?? 0)),
  ArrowRight: (index, levels) => ((levels[index + 1] ?? 0) > (levels[index] ?? 0) ? index + 1 : -1),
  Home: () => 0,
  End: (_index, levels) => levels.length - 1,
} satisfies Readonly<Record<string, (index: number, levels: readonly number[]) => number>>;

type StepKey = keyof typeof STEPS;

/** Whether a key goes from entry to entry. */
export function isStep(key: string): key is StepKey {
  return Object.hasOwn(STEPS, key);
}

/** The entry that a key goes to, of the outline that `entry` is in; undefined at its ends. */
export function entryFrom(entry: HTMLElement, key: StepKey): HTMLElement | undefined {
  const entries = entriesAround(entry);
  return entries[
    STEPS[key](
      entries.indexOf(entry),
      entries.map(({ dataset }) => Number(dataset.level)),
    )
  ];
}

/** The entry of the part with this key, of the outline that `entry` is in. */
export function entryOf(entry: HTMLElement, partKey: string): HTMLElement | undefined {
  return entriesAround(entry).find(({ dataset }) => dataset.outlineLink === partKey);
}

function entriesAround(entry: HTMLElement): readonly HTMLElement[] {
  return [...(entry.closest("ol")?.querySelectorAll<HTMLElement>("[data-outline-link]") ?? [])];
}
