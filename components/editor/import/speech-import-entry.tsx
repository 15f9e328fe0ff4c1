"use client";

import { keepBeforeChange } from "@/components/api/versions";
import type { InsertText } from "@/components/import/import-dialog";
import { ImportEntry } from "@/components/import/import-entry";
import { can, canWrite, roleOnText } from "@/core/access";
import { insertBlocks } from "../clipboard/insert-pasted";
import { whenSaved } from "../comments/when-saved";
import { asOneUndoStep } from "../one-undo-step";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";

/** Files as versions of this speech, or at the caret: there they are typed like anything that is pasted. */
export function SpeechImportEntry() {
  const { connection, editor, settings } = useWorkspace();
  const { speech } = settings;
  const role = useConnectionFact(connection, (state) => roleOnText(state.role, speech));
  const mayKeep = can(role, "make-version");
  if (!mayKeep && !canWrite(role)) return null;
  const insert: InsertText = async (document, signal) => {
    // Of what is only proposed the text as it was stays anyway.
    if (can(role, "edit")) {
      await whenSaved(connection);
      await keepBeforeChange(speech.id);
      signal?.throwIfAborted();
    }
    asOneUndoStep(editor, () => {
      const { state, view } = editor;
      view.dispatch(insertBlocks(state, state.schema.nodeFromJSON(document)));
    });
  };
  return <ImportEntry speech={speech.id} insert={insert} mayKeep={mayKeep} size="xs" fullWidth />;
}
