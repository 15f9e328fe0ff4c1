import type { PersonId } from "@/core/ids";
import { signOut } from "../api/session";
import { forgetKeptTexts } from "../reading/kept-texts";
import { agreeToLeave } from "../shell/agreed-leave";
import { loadLocalCopies } from "../sync/load-local-copies";

/**
 * Signs out, takes what this browser keeps of the person with it and leaves the page, which was asked about before.
 * Throws, with everything still there, when the server refuses.
 */
export async function endSession(personId: PersonId): Promise<void> {
  await signOut();
  await deleteCopies(personId);
  forgetKeptTexts(personId);
  // With the session over there is nothing to stay for.
  agreeToLeave();
  // A full load: nothing of the person may stay in this page's memory.
  window.location.assign("/sign-in");
}

async function deleteCopies(personId: PersonId): Promise<void> {
  try {
    const { deleteLocalCopies } = await loadLocalCopies();
    await deleteLocalCopies(personId);
  } catch (error) {
    // The session is over: on this page nothing would work any more.
    console.warn("The local copies couldn't be deleted.", error);
  }
}
