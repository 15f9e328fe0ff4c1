/** The live texts as the versions see them: a moment's copy, and a way back. */

import * as Y from "yjs";
import type { BlockOrigins } from "@/core/authors/origins";
import { restoredLetters, type TextWithOrigins } from "@/core/authors/restored-letters";
import type { DocumentNode } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Restore } from "@/core/version-requests";
import type { Restoration, RestoredTexts, VersionSnapshot } from "@/core/version-snapshot";
import { carryLostMarks } from "./carry-marks";
import { restoreInto } from "./restore-into";
import type { Rooms } from "./rooms";
import { takeSnapshot } from "./snapshot";

/** What server/services/ports.ts asks for as `VersionTexts`. */
export function createVersionTexts(rooms: Pick<Rooms, "textOf" | "edit">) {
  return {
    snapshot: async (speechId: SpeechId, since: Uint8Array | null) =>
      snapshotOf(await rooms.textOf(speechId), since),
    snapshotOf,
    async restore(
      speechId: SpeechId,
      personId: PersonId,
      { version, origins, what, threads, since, onlyOnto }: Restoration,
    ): Promise<RestoredTexts> {
      const { brought: _, ...texts } = await rooms.edit(
        speechId,
        personId,
        (doc) => {
          const replaced = takeSnapshot(doc, since);
          if (onlyOnto?.(replaced.document) === false) throw new AppError("conflict", "it was written on");
          restoreInto(doc, version, { ...what, keepsProposals: onlyOnto === undefined });
          carryLostMarks(doc, { version, blocks: what.blocks, known: threads });
          const restored = takeSnapshot(doc, since);
          const isNew = (clientId: number) => clientId === doc.clientID;
          const brought = restoredLetters(partOf(version, origins, what), restored, isNew);
          return { replaced, restored, brought };
        },
        { restores: ({ brought }) => brought },
      );
      return texts;
    },
  };
}

function partOf(
  version: DocumentNode,
  origins: readonly BlockOrigins[] | null,
  { blocks }: Pick<Restore, "blocks">,
): TextWithOrigins {
  const content = version.content?.slice(blocks?.start, blocks?.end) ?? [];
  return { document: { ...version, content }, origins: origins?.slice(blocks?.start, blocks?.end) ?? [] };
}

function snapshotOf(text: Uint8Array, since: Uint8Array | null): VersionSnapshot {
  const doc = createSharedDocument();
  try {
    Y.applyUpdate(doc, text);
    return takeSnapshot(doc, since);
  } finally {
    doc.destroy();
  }
}
