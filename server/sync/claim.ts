/** What a page says of an update that it sends; see MESSAGE_SUGGESTING. */
export interface Claim {
  /** The update is meant to do nothing but suggest. */
  readonly suggests: boolean;
  /** Everything that this room showed the page was in its text when it made the update. */
  readonly sawAllShown: boolean;
  /**
   * The state vector that its writer came back with, for what was written offline: that names everything
   * which is deleted, by whom ever. Null for what names only what it deletes itself.
   */
  readonly cameWith: Uint8Array | null;
}

/** Of a page that says nothing, and of the server's own changes. */
export const NO_CLAIM: Claim = { suggests: false, sawAllShown: true, cameWith: null };
