/** Whether the texts that a record names are what it says of them: an entry holds the hash of a text, not the text. */
import type { SpeechId, VersionId } from "@/core/ids";
import type { RecordEntry } from "@/core/record";
import type { Queries } from "../db/database";
import { contentHash } from "../services/content-hash";
import { decodeLines, documentOf } from "../services/version-text";

export interface FaultyText {
  readonly entry: number;
  readonly fault: "text" | "text-gone";
}

interface NamedText {
  readonly version: VersionId;
  readonly contentHash: string;
}

type Hash = string | "gone" | "unreadable";

/** Texts are read one after the other: a speech may have a thousand versions. */
export async function faultyTexts(
  queries: Queries,
  speechId: SpeechId,
  entries: readonly RecordEntry[],
): Promise<FaultyText[]> {
  const named = entries.flatMap((entry) => {
    const text = textNamedBy(entry);
    return text === null ? [] : [{ ...text, entry: entry.number }];
  });
  if (named.length === 0) return [];
  const versions = await queries
    .selectFrom("versions")
    .where("speech_id", "=", speechId)
    .select(["id", "text_id", "content_hash"])
    .execute();
  const byId = new Map(versions.map((version) => [version.id, version]));
  const hashOf = hashesOfTexts(queries, speechId);
  const faulty: FaultyText[] = [];
  for (const { version: id, contentHash: expected, entry } of named) {
    const version = byId.get(id);
    const hash = version === undefined ? "gone" : await hashOf(version.text_id);
    if (hash === "gone") faulty.push({ entry, fault: "text-gone" });
    else if (hash !== expected || version?.content_hash !== expected) faulty.push({ entry, fault: "text" });
  }
  return faulty;
}

/** Of a version that stays for ever. What a restore names may be thinned away, its hash is of another text. */
function textNamedBy(entry: RecordEntry): NamedText | null {
  switch (entry.kind) {
    case "version":
    case "stage":
    case "sign-off-request":
    case "sign-off":
      return entry.facts;
    case "import": {
      const { version, contentHash: hash } = entry.facts;
      return version === null ? null : { version, contentHash: hash };
    }
    default:
      return null;
  }
}

/** Each text is read once, and so is the whole text that several in a row are differences to. */
function hashesOfTexts(queries: Queries, speechId: SpeechId): (textId: string) => Promise<Hash> {
  const known = new Map<string, Hash>();
  let base: { readonly id: string; readonly lines: readonly string[] } | null = null;

  const rowOf = (id: string) =>
    queries
      .selectFrom("version_texts")
      .where("speech_id", "=", speechId)
      .where("id", "=", id)
      .select(["base_id", "bytes"])
      .executeTakeFirst();

  async function baseLines(id: string): Promise<readonly string[] | null> {
    if (base?.id === id) return base.lines;
    const row = await rowOf(id);
    if (row === undefined) return null;
    base = { id, lines: await decodeLines(row.bytes, null) };
    return base.lines;
  }

  async function read(textId: string): Promise<Hash> {
    const row = await rowOf(textId);
    if (row === undefined) return "gone";
    try {
      const lines = row.base_id === null ? null : await baseLines(row.base_id);
      if (row.base_id !== null && lines === null) return "gone";
      return contentHash(documentOf(await decodeLines(row.bytes, lines)));
    } catch {
      // Not what the program writes: neither compressed, nor lines, nor blocks.
      return "unreadable";
    }
  }

  return async (textId) => {
    const hash = known.get(textId) ?? (await read(textId));
    known.set(textId, hash);
    return hash;
  };
}
