/** What the browser knows of the network: a hint to try the connection, never a fact about the server. */

/**
 * Calls back when the network went or came. A server on this machine or in the office may well be
 * reached without one, so only an attempt can tell. Returns the way to stop.
 */
export function watchNetwork(onChange: () => void): () => void {
  window.addEventListener("offline", onChange);
  window.addEventListener("online", onChange);
  return () => {
    window.removeEventListener("offline", onChange);
    window.removeEventListener("online", onChange);
  };
}
