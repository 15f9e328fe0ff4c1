/** The live channel: a socket on which a page hears how many notices are unread. */

/** Its address. */
export const LIVE_PATH = "/live";
