/**
 * The save state as the bar says it. With every key of somebody who writes on, the state turns to saving
 * and back; said each time, it would flicker and cost a frame each. So "saving" is said at once and
 * stays until nothing more came for a moment, or for long enough to wonder: it may be said too long,
 * "saved" never too early. A server that is about to be back is a slow saving. Without a connection the same
 * goes for what is being kept in this browser: until it is, for a moment, what was said before stays.
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

/** What the bar has words for. */
const asSaid = (save: SaveState): SaveState => (save.kind === "restarting" ? { kind: "saving" } : save);

export function calmSave(connection: Pick<SpeechConnection, "state" | "subscribe">): CalmSave {
  let shown = asSaid(connection.state.save);
  return {
    get: () => shown,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let savingSince = performance.now();
      let writingSince: number | null = null;
      const show = () => {
        const save = asSaid(connection.state.save);
        if (save.kind === "saving" && shown.kind !== "saving") savingSince = performance.now();
        shown = save;
        listener();
      };
      const onChange = () => {
        clearTimeout(timer);
        const save = asSaid(connection.state.save);
        const now = performance.now();
        const isWriting = "keptLocally" in save && save.keptLocally === "writing";
        writingSince = isWriting ? (writingSince ?? now) : null;
        let rest = 0;
        if (shown.kind === "saving" && save.kind === "saved") {
          rest = Math.min(CALM_MS, LONGEST_MS - (now - savingSince));
        } else if (writingSince !== null && shown.kind === save.kind) rest = CALM_MS - (now - writingSince);
        if (rest > 0) timer = setTimeout(show, rest);
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
