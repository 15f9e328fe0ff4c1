"use client";

import { useState } from "react";
import type { PersonId } from "@/core/ids";
import { readDataGeneration, signOut } from "../api/session";
import { forgetKeptTexts } from "../reading/kept-texts";
import { useNotice } from "../shell/use-notice";
import { loadLocalCopies } from "../sync/load-local-copies";
import type { UnsyncedCopy } from "../sync/local-copies";

/**
 * Signing out: first this account's local copies go, then the session. If any hold text that the server
 * never got, all stay until the person says so: `unsynced` is what to ask about.
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
      const { clearLocalCopies } = await loadLocalCopies();
      const kept = await clearLocalCopies(personId, await readDataGeneration());
      setUnsynced(kept);
      if (kept.length === 0) await end(personId);
    });

  const discardAndLeave = () =>
    run(async () => {
      const { deleteLocalCopies } = await loadLocalCopies();
      await deleteLocalCopies(personId);
      await end(personId);
    });

  return { busy, unsynced, leave, discardAndLeave, stay: () => setUnsynced([]) };
}

async function end(personId: PersonId): Promise<void> {
  await signOut();
  forgetKeptTexts(personId);
  // A full load: nothing of the person may stay in this page's memory.
  window.location.assign("/sign-in");
}
