/**
 * Somebody signed in or out in one tab, which changes the cookie of all. A socket that was opened before
 * stays open in the other tabs and is the earlier person's: they hear of it here, and have it judged anew.
 */
const NAME = "lectern-session";

export function tellSessionChanged(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

/** Not called for what this tab tells itself; returns the way to stop. */
export function onSessionChanged(listener: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", listener);
  return () => channel.close();
}
