/** Why the log took no row: the same on both databases. */
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";

/** `exists`: the speech is there, and so it is closed. */
export function appendRefused(speechId: SpeechId, exists: boolean): AppError {
  return exists
    ? new AppError("forbidden", `speech ${speechId} is closed`)
    : new AppError("not-found", `no speech ${speechId} to append to`);
}
