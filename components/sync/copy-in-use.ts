/** Opens the local copy that a speech's page works with. */
import type * as Y from "yjs";
import type { PersonId, SpeechId } from "@/core/ids";
import { SCHEMA_VERSION } from "@/core/protocol";
import type { Later } from "./after-paint";
import { type CopyKey, chooseCopy, listCopies } from "./copy-names";
import { LocalCopy } from "./local-copy";

export interface OpenedCopy {
  readonly copy: LocalCopy;
  /** What of it was on the server at the last visit. */
  readonly saved: Y.Snapshot;
  /** This person's other copies of the speech. */
  readonly others: readonly CopyKey[];
}

/** Loads the copy into `doc`; see LocalCopy.open. */
export async function openCopyInUse(
  { personId, speechId }: { readonly personId: PersonId; readonly speechId: SpeechId },
  doc: Y.Doc,
  onChange: () => void,
  painted: Later,
): Promise<OpenedCopy> {
  const copies = await listCopies();
  const { current, others } = chooseCopy(copies, { personId, speechId, schemaVersion: SCHEMA_VERSION });
  return { ...(await LocalCopy.open(current, doc, onChange, painted)), others };
}
