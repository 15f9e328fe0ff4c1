import type * as Y from "yjs";

/** Undo writes what was deleted anew; fewer letters are a word that was typed. */
const FEWEST_BROUGHT_BACK = 6;

/** Whether a change may have put letters elsewhere that stood in the text, or brought back such. */
export function mayCarry({ beforeState, afterState, deleteSet }: Y.Transaction): boolean {
  const fewest = deleteSet.clients.size > 0 ? 2 : FEWEST_BROUGHT_BACK;
  return [...afterState].some(([client, clock]) => clock - (beforeState.get(client) ?? 0) >= fewest);
}
