/** Versions in the database: listed, inserted, thinned. The callers decided access. */
import type { Insertable, Selectable } from "kysely";
import { AppError } from "@/core/errors";
import type { SpeechId, VersionId } from "@/core/ids";
import type { StageNote } from "@/core/sign-off";
import type { Stage } from "@/core/speech";
import type { VersionAuthor, VersionSummary } from "@/core/version";
import { versionParamsSchema } from "@/core/version-requests";
import type { Queries } from "../db/database";
import type { VersionsTable, VersionTextsTable } from "../db/tables";
import type { VersionShares } from "./changes-since";
import { signOffsOfVersions } from "./sign-off-rows";
import { tasksOf } from "./stage-tasks";
import { deleteUnusedTexts } from "./version-text-store";
import { versionsToThin } from "./version-thinning";

export type VersionRow = Selectable<VersionsTable> & { readonly maker: string | null };

/** Newest first. */
export async function listVersions(queries: Queries, speechId: SpeechId): Promise<VersionSummary[]> {
  const rows = await versionsOf(queries, speechId).execute();
  const said = await saidOfVersions(queries, speechId);
  return rows.map((row) => summaryOfVersion(row, said(row.id)));
}

/** Oldest first, each with the text that it shows. */
export async function listVersionTexts(
  queries: Queries,
  speechId: SpeechId,
): Promise<{ readonly summary: VersionSummary; readonly textId: string }[]> {
  const rows = await versionsOf(queries, speechId).execute();
  const said = await saidOfVersions(queries, speechId);
  const listed = rows.map((row) => ({
    summary: summaryOfVersion(row, said(row.id)),
    textId: row.text_id,
  }));
  return listed.reverse();
}

/** Throws `not-found` for a version that isn't this speech's. */
export async function versionFor(
  queries: Queries,
  speechId: SpeechId,
  versionId: VersionId,
): Promise<{ readonly row: VersionRow; readonly summary: VersionSummary }> {
  const row = await versionsOf(queries, speechId).where("versions.id", "=", versionId).executeTakeFirst();
  if (row === undefined) throw new AppError("not-found");
  const said = await saidOfVersions(queries, speechId, versionId);
  return { row, summary: summaryOfVersion(row, said(row.id)) };
}

/** How many drafts of this stage there have been. */
export async function draftsOf(queries: Queries, speechId: SpeechId, stage: Stage): Promise<number> {
  const row = await queries
    .selectFrom("versions")
    .select((expression) => expression.fn.max("draft").as("drafts"))
    .where("speech_id", "=", speechId)
    .where("stage", "=", stage)
    .executeTakeFirst();
  return row?.drafts ?? 0;
}

/** What was said when the stage that the speech is in was last moved to; null when nothing was. */
export async function stageNoteOf(queries: Queries, speechId: SpeechId): Promise<StageNote | null> {
  const row = await queries
    .selectFrom("versions")
    .innerJoin("speeches", (join) =>
      join.onRef("speeches.id", "=", "versions.speech_id").onRef("speeches.stage", "=", "versions.stage"),
    )
    .innerJoin("people", "people.id", "versions.made_by")
    .where("versions.speech_id", "=", speechId)
    .orderBy("versions.draft", "desc")
    .limit(1)
    .select(["versions.id", "versions.note", "people.name", "versions.created_at"])
    .executeTakeFirst();
  if (row === undefined) return null;
  const tasks = await tasksOf(queries, row.id);
  if (row.note === "" && tasks.length === 0) return null;
  return { note: row.note, tasks, by: row.name, at: row.created_at };
}

/** The latest of the speech's own text: what came from a file stands beside that line. */
export function latestVersion(queries: Queries, speechId: SpeechId): Promise<VersionRow | undefined> {
  return versionsOf(queries, speechId).where("kind", "<>", "imported").limit(1).executeTakeFirst();
}

/** Whether a version of this content was kept since a moment (epoch milliseconds). */
export async function isKept(
  queries: Queries,
  speechId: SpeechId,
  { hash, since }: { readonly hash: string; readonly since: number },
): Promise<boolean> {
  const kept = await queries
    .selectFrom("versions")
    .select("id")
    .where("speech_id", "=", speechId)
    .where("content_hash", "=", hash)
    .where("created_at", ">=", since)
    .executeTakeFirst();
  return kept !== undefined;
}

export async function insertVersion(
  queries: Queries,
  version: Insertable<VersionsTable>,
  /** Null when the version shares the text of another. */
  text: VersionTextsTable | null,
  shares: VersionShares,
): Promise<void> {
  if (text !== null) await queries.insertInto("version_texts").values(text).execute();
  await queries.insertInto("versions").values(version).execute();
  const people = [...shares].map(([person_id, share]) => ({ version_id: version.id, person_id, ...share }));
  if (people.length > 0) await queries.insertInto("version_people").values(people).execute();
}

/** Deletes what is due by age; its figures go over to the version that follows. */
export async function thinVersions(queries: Queries, speechId: SpeechId): Promise<void> {
  const rows = await queries
    .selectFrom("versions")
    .select(["id", "kind", "created_at as createdAt", "added", "deleted"])
    .where("speech_id", "=", speechId)
    .where("kind", "<>", "imported")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const due = new Set(versionsToThin(rows));
  if (due.size === 0) return;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (!due.has(row.id) || next === undefined) continue;
    // Carried on in memory too: the next one may be due itself.
    rows[index + 1] = { ...next, added: next.added + row.added, deleted: next.deleted + row.deleted };
    await carryOver(queries, row.id, rows[index + 1] ?? next);
  }
  await deleteUnusedTexts(queries, speechId);
}

async function carryOver(
  queries: Queries,
  versionId: VersionId,
  next: { readonly id: VersionId; readonly added: number; readonly deleted: number },
): Promise<void> {
  const people = await queries
    .selectFrom("version_people")
    .selectAll()
    .where("version_id", "=", versionId)
    .execute();
  for (const { person_id, characters, removed } of people) {
    await queries
      .insertInto("version_people")
      .values({ version_id: next.id, person_id, characters, removed })
      .onConflict((conflict) =>
        conflict.columns(["version_id", "person_id"]).doUpdateSet((set) => ({
          characters: set("version_people.characters", "+", characters),
          removed: set("version_people.removed", "+", removed),
        })),
      )
      .execute();
  }
  const { added, deleted } = next;
  await queries.updateTable("versions").set({ added, deleted }).where("id", "=", next.id).execute();
  await queries.deleteFrom("version_people").where("version_id", "=", versionId).execute();
  await queries.deleteFrom("versions").where("id", "=", versionId).execute();
}

/** Newest first. */
function versionsOf(queries: Queries, speechId: SpeechId) {
  return queries
    .selectFrom("versions")
    .leftJoin("people", "people.id", "versions.made_by")
    .where("versions.speech_id", "=", speechId)
    .selectAll("versions")
    .select("people.name as maker")
    .orderBy("versions.created_at", "desc")
    .orderBy("versions.id", "desc");
}

/** What a version's summary takes from other tables. */
type Said = Pick<VersionSummary, "authors" | "signOffs">;

async function saidOfVersions(
  queries: Queries,
  speechId: SpeechId,
  versionId?: VersionId,
): Promise<(id: VersionId) => Said> {
  const authors = await authorsOf(queries, speechId, versionId);
  const signOffs = await signOffsOfVersions(queries, speechId, versionId);
  return (id) => ({ authors: authors.get(id) ?? [], signOffs: signOffs.get(id) ?? [] });
}

async function authorsOf(
  queries: Queries,
  speechId: SpeechId,
  versionId?: VersionId,
): Promise<Map<VersionId, VersionAuthor[]>> {
  const rows = await queries
    .selectFrom("version_people")
    .innerJoin("versions", "versions.id", "version_people.version_id")
    .innerJoin("people", "people.id", "version_people.person_id")
    .where("versions.speech_id", "=", speechId)
    .$if(versionId !== undefined, (query) => query.where("versions.id", "=", versionId as VersionId))
    .select([
      "version_people.version_id as versionId",
      "people.id",
      "people.name",
      "version_people.characters",
      "version_people.removed",
    ])
    .orderBy("version_people.characters", "desc")
    .orderBy("version_people.removed", "desc")
    .orderBy("people.id")
    .execute();
  const authors = new Map<VersionId, VersionAuthor[]>();
  for (const { versionId: version, ...author } of rows) {
    const list = authors.get(version);
    if (list === undefined) authors.set(version, [author]);
    else list.push(author);
  }
  return authors;
}

function summaryOfVersion(row: VersionRow, said: Said): VersionSummary {
  const from = versionParamsSchema.shape.versionId.safeParse(row.from_version);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    note: row.note,
    madeBy: row.made_by === null ? null : { id: row.made_by, name: row.maker ?? "" },
    createdAt: row.created_at,
    contentHash: row.content_hash,
    numberingStyle: row.numbering_style,
    characters: row.characters,
    spokenUnits: row.spoken_units,
    added: row.added,
    deleted: row.deleted,
    ...said,
    fromVersion: from.success ? from.data : null,
    stage: row.stage === null || row.draft === null ? null : { name: row.stage, draft: row.draft },
  };
}
