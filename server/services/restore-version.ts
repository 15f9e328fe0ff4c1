/** Brings a version back into the live text, and takes that back while others write on. */
import type { DocumentNode } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId, VersionId } from "@/core/ids";
import type { Restore } from "@/core/version-requests";
import type { UndoneRestoring } from "@/core/version-snapshot";
import type { Queries } from "../db/database";
import { contentHash } from "./content-hash";
import { keepVersion } from "./keep-version";
import { appendEntry } from "./record-rows";
import { recordedVersion } from "./recorded-version";
import { isRecorded, restoredBefore, type SameRestore } from "./repeated-restore";
import { keepRestoredText, restoredText } from "./restored-text";
import { lockSpeech, requireOnText, speechFor } from "./speech-row";
import { readThreadIds } from "./thread-rows";
import { versionFor } from "./version-rows";
import { versionSide } from "./version-side";
import type { Restored, VersionDependencies } from "./versions";

interface AskedRestore extends Restore {
  readonly personId: PersonId;
  readonly speechId: SpeechId;
  readonly versionId: VersionId;
}

/** See VersionService.restore. Those of one speech are called one after the other. */
export async function restoreVersion(
  dependencies: VersionDependencies,
  { personId, speechId, versionId, ifContentHash, ...what }: AskedRestore,
): Promise<Restored> {
  const { database, texts, clock } = dependencies;
  const mayRestore = async (queries: Queries) =>
    requireOnText(await speechFor(queries, personId, speechId), "restore-version");
  await database.query(mayRestore);
  const madeBy = personId;
  const same = { speechId, personId, versionId, blocks: what.blocks };
  const askUndoing = async () =>
    ifContentHash === undefined ? undefined : await undoing(dependencies, same, ifContentHash);
  // Before anything is kept.
  const found = await askUndoing();
  if (found !== undefined && "made" in found) return found.made;
  const version = await versionSide(dependencies, speechId, versionId);
  const kind = "before-change";
  const before = await keepVersion(dependencies, speechId, { kind, madeBy });
  const since = await database.query((queries) => versionFor(queries, speechId, before.id));
  const threads = await database.query((queries) => readThreadIds(queries, speechId));
  // Asked again: keeping what is there now takes a while, in which another node may bring a version back.
  await database.query(mayRestore);
  const undoes = await askUndoing();
  if (undoes !== undefined && "made" in undoes) return undoes.made;
  const { replaced, restored, left } = await texts.restore(speechId, personId, {
    version: version.document,
    origins: version.origins,
    what,
    threads,
    since: since.row.state_vector,
    undoes,
  });
  const hashes = {
    contentHash: contentHash(restored.document),
    replacedHash: contentHash(replaced.document),
  };
  // Others may type before and after: what was really replaced is what can be brought back, and what
  // came of it is what can be taken back.
  // On the record before anything else can go wrong.
  const made = await database.transaction(async (queries) => {
    await lockSpeech(queries, database.kind, speechId);
    const now = clock.now();
    const again = { ...same, contentHash: undoes === undefined ? hashes.contentHash : null, now };
    const changesNothing = hashes.contentHash === hashes.replacedHash;
    if (changesNothing && (await isRecorded(queries, again))) return restoredBefore(queries, again);
    const facts = {
      version: versionId,
      whole: what.blocks === undefined,
      ...(what.blocks && { blocks: what.blocks }),
      ...hashes,
      ...(version.summary && { restored: await recordedVersion(queries, version.summary) }),
    };
    await appendEntry(queries, speechId, { kind: "restore", facts, personId, at: now });
    await keepRestoredText(queries, speechId, { ...left, contentHash: hashes.contentHash, now });
    return null;
  });
  if (made !== null) return made;
  const kept = await keepVersion(dependencies, speechId, { kind, madeBy, snapshot: replaced });
  const after = await keepVersion(dependencies, speechId, {
    kind: "automatic",
    madeBy,
    fromVersion: versionId,
    snapshot: restored,
  });
  return { before: kept, after };
}

/** What there is to take back, or what came of it if that was done already. */
async function undoing(
  { database, texts, clock }: VersionDependencies,
  same: Pick<SameRestore, "speechId" | "personId" | "versionId" | "blocks">,
  ifContentHash: string,
): Promise<UndoneRestoring | { readonly made: Restored }> {
  const { speechId } = same;
  const isLeft = (document: DocumentNode) => contentHash(document) === ifContentHash;
  const asked = { contentHash: ifContentHash, now: clock.now() };
  const left = await database.query((queries) => restoredText(queries, speechId, asked));
  if (left === null && !isLeft((await texts.snapshot(speechId, null)).document)) {
    const again = { ...same, contentHash: null, now: clock.now() };
    const made = await database.query((queries) => restoredBefore(queries, again));
    if (made === null) throw new AppError("conflict", "the text that it left isn't known any more");
    return { made };
  }
  return { isLeft, left };
}
