/**
 * Asks again whether open sockets may stay open. A withdrawn right closes its sockets by a message to
 * every node; it is lost when this node is cut off from the others, and also when the node that withdrew
 * the right is, of which nobody here knows. So where there may be other nodes each socket is asked about
 * again and again, and at once when this node or another one is back.
 */
import type { Relay } from "../sync/ports";

/** How long somebody whose right was withdrawn elsewhere may go on here when the message was lost. */
const EVERY_MS = 10_000;

export interface Confirmations {
  /** `ask` is called whenever it is time to; the returned function ends that. */
  add(ask: () => void): () => void;
  close(): void;
}

export function createConfirmations(
  relay: Pick<Relay, "shared" | "onAvailable" | "onOffice">,
): Confirmations {
  /** Each socket has its own timer, from when it opened: all at once would hold up edits at the database. */
  const open = new Map<() => void, NodeJS.Timeout | undefined>();

  function askAll(): void {
    for (const ask of open.keys()) ask();
  }
  const stops = [
    relay.onAvailable((available) => {
      if (available) askAll();
    }),
    relay.onOffice((message) => {
      if (message.kind === "back") askAll();
    }),
  ];
  return {
    add(ask) {
      const timer = relay.shared ? setInterval(ask, EVERY_MS) : undefined;
      timer?.unref();
      open.set(ask, timer);
      return () => {
        clearInterval(timer);
        open.delete(ask);
      };
    },
    close() {
      for (const stop of stops) stop();
      for (const timer of open.values()) clearInterval(timer);
      open.clear();
    },
  };
}
