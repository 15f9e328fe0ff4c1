/** Asking again for what couldn't be had, by itself: nobody has to type or to turn a page for it. */
import { onSessionChanged } from "@/components/api/session-change";

/** After so long, twice as long each time, up to the longest. */
const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 32_000;

export interface Retrying {
  /** It couldn't be had. */
  failed(): void;
  /** It is known. */
  done(): void;
  /** Whether it would be asked for again now. Without a network that waits for it. */
  isMissed(): boolean;
  /** Begins to ask again where it failed, at once when the network or the session is back; the answer ends that. */
  follow(): () => void;
}

export function retrying(ask: () => void): Retrying {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How often in a row. */
  let failures = 0;
  let isFollowed = false;
  const isMissed = () => failures > 0 && navigator.onLine;
  const askMissed = () => {
    if (isMissed()) ask();
  };
  return {
    isMissed,
    failed() {
      clearTimeout(timer);
      if (isFollowed) timer = setTimeout(askMissed, Math.min(RETRY_MS * 2 ** failures, LONGEST_RETRY_MS));
      failures += 1;
    },
    done() {
      clearTimeout(timer);
      failures = 0;
    },
    follow() {
      isFollowed = true;
      const leave = onSessionChanged(askMissed);
      window.addEventListener("online", askMissed);
      return () => {
        isFollowed = false;
        leave();
        window.removeEventListener("online", askMissed);
        clearTimeout(timer);
      };
    },
  };
}
