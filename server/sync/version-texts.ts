/** The live texts as the versions see them: a moment's copy, and a way back. */

import * as Y from "yjs";
import type { DocumentNode } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { Restore } from "@/core/version-requests";
import { carryLostMarks } from "./carry-marks";
import { restoreInto } from "./restore-into";
import type { Rooms } from "./rooms";
import { type Snapshot, takeSnapshot } from "./snapshot";

interface Restoration {
  readonly version: DocumentNode;
  readonly what: Pick<Restore, "blocks">;
  readonly threads: ReadonlySet<ThreadId>;
  readonly since: Uint8Array | null;
  readonly onlyOnto?: ((document: DocumentNode) => boolean) | undefined;
}

interface RestoredTexts {
  readonly replaced: Snapshot;
  readonly restored: Snapshot;
}

export interface LiveTexts {
  snapshot(speechId: SpeechId, since: Uint8Array | null): Promise<Snapshot>;
  restore(speechId: SpeechId, personId: PersonId, restoration: Restoration): Promise<RestoredTexts>;
}

export function createVersionTexts(rooms: Pick<Rooms, "textOf" | "edit">): LiveTexts {
  return {
    async snapshot(speechId, since) {
      const update = await rooms.textOf(speechId);
      const doc = createSharedDocument();
      try {
        Y.applyUpdate(doc, update);
        return takeSnapshot(doc, since);
      } finally {
        doc.destroy();
      }
    },
    restore: (speechId, personId, { version, what, threads, since, onlyOnto }) =>
      rooms.edit(speechId, personId, (doc) => {
        const replaced = takeSnapshot(doc, since);
        if (onlyOnto?.(replaced.document) === false) throw new AppError("conflict", "it was written on");
        restoreInto(doc, version, { ...what, keepsProposals: onlyOnto === undefined });
        carryLostMarks(doc, { version, blocks: what.blocks, known: threads });
        return { replaced, restored: takeSnapshot(doc, since) };
      }),
  };
}
