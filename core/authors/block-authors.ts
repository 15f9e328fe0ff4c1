/** Who typed what in each block of a speech. */
import type { AuthorRun } from "./author-texts";

/** Per block its runs in order, together as long as all its text. */
export type BlockAuthors = readonly (readonly AuthorRun[])[];

/** The client ids behind these places of a block, each once; places count UTF-16 units of its text. */
export function clientsAt(runs: readonly AuthorRun[], places: readonly number[]): readonly number[] {
  const clients = new Set<number>();
  let index = 0;
  let end = runs[0]?.length ?? 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    while (place >= end && index < runs.length - 1) {
      index += 1;
      end += runs[index]?.length ?? 0;
    }
    const clientId = runs[index]?.clientId;
    if (clientId !== undefined && place < end) clients.add(clientId);
  }
  return [...clients];
}
