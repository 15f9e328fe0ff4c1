/** Reads and writes the texts of versions: which are whole, which refer to which. */
import type { BlockOrigins } from "@/core/authors/origins";
import type { DocumentNode } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Database, Queries } from "../db/database";
import type { VersionTextsTable } from "../db/tables";
import type { VersionSnapshot } from "./ports";
import { originLines, originsIn } from "./version-origins";
import { decodeLines, documentOf, encodeLines, linesOf } from "./version-text";

/** A difference larger than this share of its base makes the next text a whole one. */
const LARGEST_DIFFERENCE = 0.5;

export async function readText(database: Database, textId: string): Promise<DocumentNode> {
  const text = await rowOf(database, textId);
  const base = text.base_id === null ? null : await wholeLines(database, text.base_id);
  return documentOf(await decodeLines(text.bytes, base));
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
  const lines = linesOf(document);
  const id = newId();
  if (latestTextId !== null) {
    const latest = await rowOf(database, latestTextId);
    const base = latest.base_id === null ? latest : await rowOf(database, latest.base_id);
    const bytes = await encodeLines(lines, await decodeLines(base.bytes, null));
    if (bytes.length <= base.bytes.length * LARGEST_DIFFERENCE) {
      const baseAuthors = base.authors === null ? null : await decodeLines(base.authors, null);
      const encoded = await encodeLines(originLines(origins), baseAuthors);
      return { id, speech_id: speechId, base_id: base.id, bytes, authors: encoded };
    }
  }
  const bytes = await encodeLines(lines, null);
  const encoded = await encodeLines(originLines(origins), null);
  return { id, speech_id: speechId, base_id: null, bytes, authors: encoded };
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
