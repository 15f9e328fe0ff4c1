"use client";

import { can, roleOnRemarks, roleOnText } from "@/core/access";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";

/** Whether whoever is here answers, resolves and places what others remarked. */
export function useMayManage(): boolean {
  const { connection, settings } = useWorkspace();
  const { speech } = settings;
  // The connection knows of a role that was taken away before the speech's row is there again, but no other than the
  // text's own while that is locked in 修订.
  const mayRemark = useConnectionFact(connection, ({ role }) => can(roleOnText(role, speech), "comment"));
  return mayRemark && can(roleOnRemarks(speech.role, speech), "manage-threads");
}
