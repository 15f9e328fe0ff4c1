/** Reads and writes the texts of versions: which are whole, which refer to which. */
import type { BlockOrigins } from "@/core/authors/origins";
import type { DocumentNode } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { VersionSnapshot } from "@/core/version-snapshot";
import type { Database, Queries } from "../db/database";
import type { VersionTextsTable } from "../db/tables";
import { originLines, originsIn } from "./version-origins";
import { decodeLines, documentOf, encodeLines, linesOf, writeText } from "./version-text";

export async function readText(database: Database, textId: string): Promise<DocumentNode> {
  return documentOf(await readLines(database, textId));
}

/** Its blocks, each as linesOf() writes it. */
export async function readLines(database: Database, textId: string): Promise<string[]> {
  const text = await rowOf(database, textId);
  const base = text.base_id === null ? null : await wholeLines(database, text.base_id);
  return decodeLines(text.bytes, base);
}

/** Where what stands in the text comes from, block by block; null for one kept before that was known. */
export async function readOriginsOf(
  database: Database,
  textId: string,
): Promise<readonly BlockOrigins[] | null> {
  const text = await rowOf(database, textId);
  if (text.authors === null) return null;
  const base = text.base_id === null ? null : (await rowOf(database, text.base_id)).authors;
  return originsIn(await decodeLines(text.authors, base === null ? null : await decodeLines(base, null)));
}

/** The row for a new text, written as a difference to what the speech's latest text refers to, if that is small. */
export async function textRow(
  database: Database,
  speechId: SpeechId,
  { document, origins }: Pick<VersionSnapshot, "document" | "origins">,
  latestTextId: string | null,
): Promise<VersionTextsTable> {
  const latest = latestTextId === null ? null : await rowOf(database, latestTextId);
  const base = latest === null || latest.base_id === null ? latest : await rowOf(database, latest.base_id);
  const whole =
    base === null ? null : { lines: await decodeLines(base.bytes, null), size: base.bytes.length };
  const { bytes, isWhole } = await writeText(linesOf(document), whole);
  const baseAuthors =
    isWhole || base === null || base.authors === null ? null : await decodeLines(base.authors, null);
  return {
    id: newId(),
    speech_id: speechId,
    base_id: isWhole || base === null ? null : base.id,
    bytes,
    authors: await encodeLines(originLines(origins), baseAuthors),
  };
}

/** Deletes texts that no version shows and no other text refers to. */
export async function deleteUnusedTexts(queries: Queries, speechId: SpeechId): Promise<void> {
  // Differences first: they may have been the last to need their base.
  for (const whole of [false, true]) {
    await queries
      .deleteFrom("version_texts")
      .where("speech_id", "=", speechId)
      .where("base_id", whole ? "is" : "is not", null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom("versions").select("id").whereRef("versions.text_id", "=", "version_texts.id")),
        ),
      )
      .where("id", "not in", (expression) =>
        expression
          .selectFrom("version_texts as difference")
          .select("difference.base_id")
          .where("difference.speech_id", "=", speechId)
          .where("difference.base_id", "is not", null)
          .$narrowType<{ base_id: string }>(),
      )
      .execute();
  }
}

async function wholeLines(database: Database, textId: string): Promise<string[]> {
  return decodeLines((await rowOf(database, textId)).bytes, null);
}

async function rowOf(database: Database, textId: string): Promise<VersionTextsTable> {
  const row = await database.query((queries) =>
    queries.selectFrom("version_texts").selectAll().where("id", "=", textId).executeTakeFirst(),
  );
  // Thinned away in this very moment.
  if (row === undefined) throw new AppError("conflict", `no text ${textId}`);
  return row;
}
