/** Signs of life, given where nothing else is said: how often, and how many may be missed. */

/** y-websocket gives a connection up after 30 s of silence and forgets carets after as long. */
export const SIGN_OF_LIFE_MS = 10_000;
/** Three signs of life missed: the other node is gone, and its people with it. */
export const SILENT_NODE_MS = 3 * SIGN_OF_LIFE_MS;
