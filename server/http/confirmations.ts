/**
 * Asks again whether open sockets may stay open. A withdrawn right closes its sockets by a message to
 * every node; a node that was cut off from the others never got it. So it asks for itself, again and
 * again while it is cut off and once more when it is back.
 */
import type { Relay } from "../sync/ports";

/** How long somebody whose right was withdrawn elsewhere may go on here while the nodes are parted. */
const EVERY_MS = 10_000;

export interface Confirmations {
  /** `ask` is called whenever it is time to; the returned function ends that. */
  add(ask: () => void): () => void;
  close(): void;
}

export function createConfirmations(
  relay: Pick<Relay, "available" | "onAvailable">,
  everyMs = EVERY_MS,
): Confirmations {
  const open = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;

  function askAll(): void {
    for (const ask of open) ask();
  }
  function changed(available: boolean): void {
    if (timer !== null) clearInterval(timer);
    timer = available ? null : setInterval(askAll, everyMs);
    timer?.unref();
    if (available) askAll();
  }
  if (!relay.available) changed(false);
  const stop = relay.onAvailable(changed);
  return {
    add(ask) {
      open.add(ask);
      return () => open.delete(ask);
    },
    close() {
      stop();
      if (timer !== null) clearInterval(timer);
    },
  };
}
