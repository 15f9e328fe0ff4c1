/** The versions of a speech as they go into its file. Access is decided by whoever asks. */
import { proposersIn } from "@/core/document/proposers";
import type { DocumentNode } from "@/core/document/schema";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { FileVersion, FileVersions } from "@/core/speech-file-versions";
import type { VersionSummary } from "@/core/version";
import type { Database } from "../db/database";
import { listVersionTexts } from "./version-rows";
import { readLines } from "./version-text-store";

export interface VersionsForFile extends FileVersions {
  /** Ids of those who propose something in one of them. */
  readonly proposers: readonly string[];
  /** Names of those who made them or took part, by id. */
  readonly names: ReadonlyMap<string, string>;
}

export async function versionsForFile(database: Database, speechId: SpeechId): Promise<VersionsForFile> {
  const all = await database.query((queries) => listVersionTexts(queries, speechId));
  // More than a file may bring back can't be in it: the oldest stay out.
  const listed = all.slice(-LIMITS.versionsPerFile);
  const places = new Map<string, number>();
  const names = new Map<string, string>();
  const list: FileVersion[] = [];
  for (const { summary, textId } of listed) {
    for (const { id, name } of [...(summary.madeBy ? [summary.madeBy] : []), ...summary.authors]) {
      names.set(id, name);
    }
    const blocks = (await readLines(database, textId)).map((line) => {
      const place = places.get(line) ?? places.size;
      places.set(line, place);
      return place;
    });
    const from = listed.findIndex((other) => other.summary.id === summary.fromVersion);
    list.push({ ...described(summary), from: from === -1 ? null : from, blocks });
  }
  const blocks = [...places.keys()].map((line) => JSON.parse(line) as DocumentNode); // what linesOf() wrote
  const proposers = [...new Set(blocks.flatMap((block) => [...proposersIn(block)]))];
  return { blocks, list, proposers, names };
}

function described(version: VersionSummary): Omit<FileVersion, "from" | "blocks"> {
  const { kind, name, note, madeBy, createdAt, added, deleted, authors, stage, numberingStyle } = version;
  return {
    kind,
    name,
    note,
    madeBy: madeBy === null ? null : madeBy.id,
    createdAt,
    added,
    deleted,
    authors: authors.map(({ id: person, characters, removed }) => ({ person, characters, removed })),
    stage,
    numberingStyle,
  };
}
