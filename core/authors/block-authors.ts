/**
 * Who typed what in each block of a speech: what a version keeps beside its text, so that later it can
 * be said who wrote a passage that has changed or gone since.
 */
import * as Y from "yjs";
import type { AuthorRun } from "./author-texts";

/** Per block its runs in order, together as long as all its text. */
export type BlockAuthors = readonly (readonly AuthorRun[])[];

export function readBlockAuthors(fragment: Y.XmlFragment): BlockAuthors {
  return fragment.toArray().map((block) => {
    const runs: { clientId: number; length: number }[] = [];
    addRuns(runs, block);
    return runs;
  });
}

function addRuns(runs: { clientId: number; length: number }[], node: unknown): void {
  if (node instanceof Y.XmlText) {
    for (let item = node._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const last = runs.at(-1);
      if (last?.clientId === item.id.client) last.length += item.length;
      else runs.push({ clientId: item.id.client, length: item.length });
    }
  } else if (node instanceof Y.XmlElement) {
    for (const child of node.toArray()) addRuns(runs, child);
  }
}

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
