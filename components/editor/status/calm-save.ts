/**
 * The save state as the bar says it. With every key of somebody who writes on, the state turns to saving
 * and back; said each time, it would flicker and cost a frame each. So "saving" is said at once and
 * stays until nothing more came for a moment, or for long enough to wonder: it may be said too long,
 * "saved" never too early.
 */
import type { SpeechConnection } from "@/components/sync/connection";
import type { SaveState } from "@/components/sync/save-state";

/** Longer than between two keys, short enough for who waits for it. */
const CALM_MS = 250;
/** Whoever writes without a pause sees the time of the last saving this often. */
const LONGEST_MS = 1500;

export interface CalmSave {
  get(): SaveState;
  subscribe(listener: () => void): () => void;
}

export function calmSave(connection: Pick<SpeechConnection, "state" | "subscribe">): CalmSave {
  let shown = connection.state.save;
  return {
    get: () => shown,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let savingSince = performance.now();
      const show = () => {
        const { save } = connection.state;
        if (save.kind === "saving" && shown.kind !== "saving") savingSince = performance.now();
        shown = save;
        listener();
      };
      const onChange = () => {
        clearTimeout(timer);
        const settles = shown.kind === "saving" && connection.state.save.kind === "saved";
        const rest = LONGEST_MS - (performance.now() - savingSince);
        if (settles && rest > 0) timer = setTimeout(show, Math.min(CALM_MS, rest));
        else show();
      };
      onChange();
      const leave = connection.subscribe(onChange);
      return () => {
        clearTimeout(timer);
        leave();
      };
    },
  };
}
