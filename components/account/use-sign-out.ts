"use client";

import { useState } from "react";
import type { PersonId } from "@/core/ids";
import { readDataGeneration } from "../api/session";
import { useNotice } from "../shell/use-notice";
import { loadLocalCopies } from "../sync/load-local-copies";
import type { UnsyncedCopy } from "../sync/local-copies";
import { endSession } from "./end-session";

/**
 * Signing out: the session ends, then this account's local copies go. If any hold text that the server never
 * got, both stay until the person says so: `unsynced` is what to ask about.
 */
export function useSignOut(personId: PersonId) {
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const [unsynced, setUnsynced] = useState<readonly UnsyncedCopy[]>([]);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notice.fail(error);
    } finally {
      setBusy(false);
    }
  };

  const leave = () =>
    run(async () => {
      const { unsyncedCopiesOf } = await loadLocalCopies();
      const found = await unsyncedCopiesOf(personId, await readDataGeneration());
      setUnsynced(found);
      if (found.length === 0) await endSession(personId);
    });

  const discardAndLeave = () => run(() => endSession(personId));

  return { busy, unsynced, leave, discardAndLeave, stay: () => setUnsynced([]) };
}
