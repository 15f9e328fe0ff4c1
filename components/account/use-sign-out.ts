"use client";

import { useState } from "react";
import type { PersonId } from "@/core/ids";
import { readDataGeneration } from "../api/session";
import { mayLeave } from "../shell/use-leaving-question";
import { useNotice } from "../shell/use-notice";
import { loadLocalCopies } from "../sync/load-local-copies";
import type { UnsyncedCopy } from "../sync/local-copies";
import { endSession } from "./end-session";

/**
 * Signing out: the session ends, then this account's local copies go. If any hold text that the server never
 * got, both stay until the person says so: `unsynced` is what to ask about. What is written in this page and would be
 * lost is asked about before anything is done, too.
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
      if (found.length === 0 && mayLeave()) await endSession(personId);
    });

  const discardAndLeave = () =>
    run(async () => {
      if (mayLeave({ copiesAsked: true })) await endSession(personId);
    });

  return { busy, unsynced, leave, discardAndLeave, stay: () => setUnsynced([]) };
}
