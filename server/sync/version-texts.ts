/** The live texts as the versions see them: a moment's copy, and a way back. */

import * as Y from "yjs";
import type { BlockOrigins } from "@/core/authors/origins";
import { restoredLetters, type TextWithOrigins } from "@/core/authors/restored-letters";
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
  readonly origins: readonly BlockOrigins[] | null;
  readonly what: Pick<Restore, "blocks">;
  readonly threads: ReadonlySet<ThreadId>;
  readonly since: Uint8Array | null;
  readonly onlyOnto?: ((document: DocumentNode) => boolean) | undefined;
}

interface RestoredTexts {
  readonly replaced: Snapshot;
  readonly restored: Snapshot;
}

/** What server/services/ports.ts asks for under this name. */
export interface VersionTexts {
  snapshot(speechId: SpeechId, since: Uint8Array | null): Promise<Snapshot>;
  snapshotOf(text: Uint8Array, since: Uint8Array | null): Snapshot;
  restore(speechId: SpeechId, personId: PersonId, restoration: Restoration): Promise<RestoredTexts>;
}

export function createVersionTexts(rooms: Pick<Rooms, "textOf" | "edit">): VersionTexts {
  return {
    snapshot: async (speechId, since) => snapshotOf(await rooms.textOf(speechId), since),
    snapshotOf,
    async restore(speechId, personId, { version, origins, what, threads, since, onlyOnto }) {
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

function snapshotOf(text: Uint8Array, since: Uint8Array | null): Snapshot {
  const doc = createSharedDocument();
  try {
    Y.applyUpdate(doc, text);
    return takeSnapshot(doc, since);
  } finally {
    doc.destroy();
  }
}
