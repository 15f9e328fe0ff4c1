/**
 * The versions of a speech's own file, stored with the speech that is made of it. What they were is kept: when they
 * were made, by whom and why. What the file can't prove isn't: a signed one comes in as a named one.
 */
import { setImmediate } from "node:timers/promises";
import type { DocumentNode } from "@/core/document/schema";
import { newVersionId, type PersonId, type SpeechId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { assignPeople } from "@/core/review/assign-people";
import type { NumberingStyle } from "@/core/speech";
import { type FileVersion, type FileVersions, textOfVersion } from "@/core/speech-file-versions";
import { countDocument } from "@/core/text/count";
import type { VersionShare } from "@/core/version";
import type { Queries } from "../db/database";
import type { VersionsTable, VersionTextsTable } from "../db/tables";
import type { VersionShares } from "./changes-since";
import { contentHash } from "./content-hash";
import { insertVersion } from "./version-rows";
import { lineOf, type WholeText, writeText } from "./version-text";

export interface VersionsToStore {
  readonly speechId: SpeechId;
  /** By the file's keys. */
  readonly people: ReadonlyMap<string, PersonId>;
  /** Whoever brought them in, and when. */
  readonly importedBy: PersonId;
  readonly now: number;
  /** The speech's. */
  readonly numberingStyle: NumberingStyle;
  /** Of the speech's first text: what is typed after it belongs to the next version. */
  readonly stateVector: Uint8Array;
}

export interface VersionRows {
  readonly version: VersionsTable;
  readonly text: VersionTextsTable;
  readonly shares: VersionShares;
}

/** Ready to be inserted: a transaction holds up everybody's, and this takes milliseconds for each. */
export async function versionRows(versions: FileVersions, store: VersionsToStore): Promise<VersionRows[]> {
  const { speechId, people, importedBy, now, stateVector } = store;
  const personOf = (key: string) => people.get(key) ?? importedBy;
  const named = { ...versions, blocks: versions.blocks.map((block) => assignPeople(block, people, now)) };
  const lines = named.blocks.map(lineOf);
  const ids = versions.list.map(() => newVersionId());
  const times = risingTimes(versions.list, now);
  const rows: VersionRows[] = [];
  let whole: (WholeText & { readonly id: string }) | null = null;
  for (const [index, version] of versions.list.entries()) {
    const document: DocumentNode = textOfVersion(named, version);
    const { characters, spokenUnits } = countDocument(document);
    const ownLines = version.blocks.map((place) => lines[place] ?? "");
    const { bytes, isWhole } = await writeText(ownLines, whole);
    const textId = newId();
    if (isWhole) whole = { lines: ownLines, size: bytes.length, id: textId };
    const { madeBy, from, stage, name, note, added, deleted } = version;
    rows.push({
      version: {
        id: ids[index] ?? newVersionId(),
        speech_id: speechId,
        kind: version.kind === "signed" ? "named" : version.kind,
        name,
        note,
        made_by: madeBy === null ? null : personOf(madeBy),
        from_version: from === null ? null : (ids[from] ?? null),
        stage: stage?.name ?? null,
        draft: stage?.draft ?? null,
        text_id: textId,
        numbering_style: version.numberingStyle ?? store.numberingStyle,
        content_hash: contentHash(document),
        characters,
        spoken_units: spokenUnits,
        added,
        deleted,
        state_vector: stateVector,
        created_at: times[index] ?? now,
      },
      // Who typed which letter isn't in the file.
      text: {
        id: textId,
        speech_id: speechId,
        base_id: isWhole ? null : (whole?.id ?? null),
        bytes,
        authors: null,
      },
      shares: sharesIn(version, personOf),
    });
    // Others' requests in between.
    await setImmediate();
  }
  return rows;
}

export async function insertVersions(queries: Queries, rows: readonly VersionRows[]): Promise<void> {
  for (const { version, text, shares } of rows) await insertVersion(queries, version, text, shares);
}

/** Two names may stand for one person. */
function sharesIn({ authors }: FileVersion, personOf: (key: string) => PersonId): VersionShares {
  const shares = new Map<PersonId, VersionShare>();
  for (const { person, ...share } of authors) {
    const id = personOf(person);
    const { characters, removed } = shares.get(id) ?? { characters: 0, removed: 0 };
    shares.set(id, { characters: characters + share.characters, removed: removed + share.removed });
  }
  return shares;
}

/** In the order of the list and none to come, whatever the file's clock said. */
function risingTimes(list: readonly FileVersion[], now: number): number[] {
  const times: number[] = [];
  let latest = now + 1;
  for (const { createdAt } of [...list].reverse()) {
    latest = Math.min(createdAt, latest - 1);
    times.unshift(latest);
  }
  return times;
}
