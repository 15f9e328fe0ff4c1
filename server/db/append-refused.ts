/** Why the log took no row: the same on both databases. */
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";

/** `exists`: the speech is there, and so it is closed. */
export function appendRefused(speechId: SpeechId, exists: boolean): AppError {
  return exists
    ? new AppError("forbidden", `speech ${speechId} is closed`)
    : new AppError("not-found", `no speech ${speechId} to append to`);
}

/** A client id in the batch is filled further than this node knew: by another one, and it hadn't heard. */
export function clocksRefused(): AppError {
  return new AppError("resync-required", "clocks of a client id that are filled already");
}

/** A client id in the batch is somebody else's: another node bound it, and this one hadn't heard. */
export function bindingRefused(): AppError {
  return new AppError("author-mismatch", "a client id that is bound to somebody else");
}
