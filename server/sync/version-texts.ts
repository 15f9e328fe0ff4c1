/** The live texts as the versions see them: a moment's copy, and a way back. */
import { randomInt } from "node:crypto";
import * as Y from "yjs";
import type { Carried } from "@/core/authors/carried-letters";
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
import { undoRestored } from "./undo-restored";

/** What server/services/ports.ts asks for as `VersionTexts`. */
export function createVersionTexts(rooms: Pick<Rooms, "textOf" | "edit">) {
  return {
    snapshot: async (speechId: SpeechId, since: Uint8Array | null) =>
      snapshotOf(await rooms.textOf(speechId), since),
    snapshotOf,
    async restore(speechId: SpeechId, personId: PersonId, restoration: Restoration): Promise<RestoredTexts> {
      const { since } = restoration;
      const {
        brought: _brought,
        update: _update,
        ...texts
      } = await rooms.edit(
        speechId,
        personId,
        (doc) => {
          const replaced = takeSnapshot(doc, since);
          const change = bringBack(doc, replaced.document, restoration);
          const left = { state: Y.encodeStateAsUpdate(doc), undoClient: randomInt(MOST_CLIENTS) };
          return { replaced, left, ...change };
        },
        { restores: ({ brought }) => brought, stores: ({ update }) => update },
      );
      return texts;
    },
  };
}

/** Ids that Yjs gives its clients are below this. */
const MOST_CLIENTS = 2 ** 32;

interface BroughtBack {
  readonly restored: VersionSnapshot;
  /** Letters that it wrote anew. */
  readonly brought: readonly Carried[];
  /** What was done elsewhere and merged into the text; null where it was done in the text itself. */
  readonly update: Uint8Array | null;
}

function bringBack(doc: Y.Doc, now: DocumentNode, restoration: Restoration): BroughtBack {
  const { version, origins, what, threads, since, undoes } = restoration;
  const undoClient = undoes?.left?.undoClient;
  // Asked for twice, or once more by who didn't hear of it.
  const isDone = undoClient !== undefined && Y.getState(doc.store, undoClient) > 0;
  if (isDone) return { restored: takeSnapshot(doc, since), brought: [], update: null };
  if (undoes !== undefined && !undoes.isLeft(now)) {
    if (undoes.left === null) throw new AppError("conflict", "it was written on");
    const undone = undoRestored(doc, restoration, undoes.left);
    if (undone.update !== null) Y.applyUpdate(doc, undone.update);
    return { restored: takeSnapshot(doc, since), ...undone };
  }
  if (undoClient !== undefined) doc.clientID = undoClient;
  restoreInto(doc, version, { ...what, keepsProposals: undoes === undefined });
  carryLostMarks(doc, { version, blocks: what.blocks, known: threads });
  const restored = takeSnapshot(doc, since);
  const isNew = (clientId: number) => clientId === doc.clientID;
  return {
    restored,
    brought: restoredLetters(partOf(version, origins, what), restored, isNew),
    update: null,
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
