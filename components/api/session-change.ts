/**
 * Somebody signed in or out in one tab, or changed the password there, which changes the cookie of all. A socket that was
 * opened before stays open in the other tabs and is the earlier person's, or was refused: they hear of it here, and have
 * it judged anew.
 */
const NAME = "lectern-session";

/** One for the page: the browser gives what is said on it to every other one, in other tabs and in this. */
let shared: BroadcastChannel | null = null;

function channel(): BroadcastChannel {
  shared ??= new BroadcastChannel(NAME);
  return shared;
}

export function tellSessionChanged(): void {
  channel().postMessage(null);
}

/** Not called for what this tab tells itself; returns the way to stop. */
export function onSessionChanged(listener: () => void): () => void {
  channel().addEventListener("message", listener);
  return () => channel().removeEventListener("message", listener);
}
