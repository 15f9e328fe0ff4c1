/** Waits until the server has all that was typed here: a place may be in words it hasn't seen yet. */
import type { SpeechConnection } from "@/components/sync/connection";
import { AppError } from "@/core/errors";

/**
 * Rejects with `unreachable` when the connection is lost meanwhile, so that nobody waits in vain, and with the
 * server's own reason where it refused the connection; with that of `signal` when it is aborted.
 */
export function whenSaved(connection: SpeechConnection, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = () => {};
    const giveUp = () => {
      stop();
      reject(signal?.reason);
    };
    if (signal?.aborted) return giveUp();
    signal?.addEventListener("abort", giveUp, { once: true });
    const look = () => {
      const { save } = connection.state;
      const { kind } = save;
      if (kind === "connecting" || kind === "saving" || kind === "restarting") return;
      stop();
      if (kind === "saved") resolve();
      else if (save.kind === "refused") reject(new AppError(save.code));
      else reject(new AppError(kind === "storage-trouble" ? "storage-unavailable" : "unreachable"));
    };
    stop = connection.subscribe(look);
    look();
  });
}
