/** Waiting for the disk, with an end. */
import { AppError } from "@/core/errors";

/** Resolves with `stored`; rejects with `storage-unavailable` when that takes longer than `limitMs`. */
export async function inTime(stored: Promise<void>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("storage-unavailable", "not stored in time")), limitMs);
  });
  await Promise.race([stored, tooLate]).finally(() => clearTimeout(timer));
}
