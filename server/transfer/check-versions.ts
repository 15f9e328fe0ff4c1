/**
 * Whether the versions that stay for ever are those on the record. A signed one may have none: it is kept before the
 * answer is taken, which may be refused then. What becomes of texts is looked at by check-kept-texts.ts.
 */
import type { Selectable } from "kysely";
import type { SpeechId, VersionId } from "@/core/ids";
import type { RecordEntry } from "@/core/record";
import { isThinned } from "@/core/version";
import type { Queries } from "../db/database";
import type { VersionsTable } from "../db/tables";
import { importedName } from "../services/imported-name";
import { hasBeginning } from "./record-beginning";

const COLUMNS = ["id", "kind", "name", "note", "made_by", "stage", "draft", "created_at"] as const;
export type StoredVersion = Pick<Selectable<VersionsTable>, (typeof COLUMNS)[number]>;
export type StoredVersions = ReadonlyMap<VersionId, StoredVersion>;

export async function storedVersions(queries: Queries, speechId: SpeechId): Promise<StoredVersions> {
  const rows = await queries
    .selectFrom("versions")
    .where("speech_id", "=", speechId)
    .select([...COLUMNS])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Numbers of the entries whose version isn't what they made or called it. `stored`: before the record was read and
 * after it, since a version may be named meanwhile.
 */
export function alteredVersions(
  entries: readonly RecordEntry[],
  stored: readonly StoredVersions[],
): readonly number[] {
  const named = new Map<VersionId, RecordEntry & { readonly kind: "version" }>();
  for (const entry of entries) if (entry.kind === "version") named.set(entry.facts.version, entry);
  return entries.flatMap((entry) => {
    const id = versionOf(entry);
    if (id === null) return [];
    const found = stored.flatMap((versions) => versions.get(id) ?? []);
    const name = named.get(id);
    // What it was called before it was named anew isn't stored any more.
    if (entry.kind === "version" && name !== entry) return [];
    const fits = (version: StoredVersion) =>
      isMadeBy(entry, version, name === undefined) &&
      (name === undefined || version.name === name.facts.name);
    return found.length === 0 || found.some(fits) ? [] : [entry.number];
  });
}

function versionOf(entry: RecordEntry): VersionId | null {
  switch (entry.kind) {
    case "version":
    case "stage":
    case "import":
    case "sign-off-request":
    case "sign-off":
      return entry.facts.version;
    default:
      return null;
  }
}

/** `isAsMade`: nobody named it since. */
function isMadeBy(entry: RecordEntry, version: StoredVersion, isAsMade: boolean): boolean {
  const isOfMoment = version.made_by === entry.person.id && version.created_at === entry.at;
  switch (entry.kind) {
    case "stage": {
      const { to, draft, note } = entry.facts;
      const isDraft = version.kind === "stage" && version.stage === to && version.draft === draft;
      // Named, the note of a stage's version could be another one once.
      return isDraft && isOfMoment && (!isAsMade || (version.name === "" && version.note === note));
    }
    case "import":
      return (
        version.kind === "imported" &&
        isOfMoment &&
        (!isAsMade || version.name === importedName(entry.facts.fileName))
      );
    default:
      return !isThinned(version.kind);
  }
}

/** Whether a version is stored that stays for ever and that no entry made. */
export function hasUnrecordedVersion(entries: readonly RecordEntry[], stored: StoredVersions): boolean {
  const [first] = entries;
  if (first === undefined || !hasBeginning(entries)) return false;
  // A speech's own file brings its versions along; their entries stay with the speech that it is a copy of.
  const broughtUntil = first.kind === "import" ? first.at : Number.NEGATIVE_INFINITY;
  const recorded = (kind: RecordEntry["kind"]) =>
    new Set(entries.flatMap((entry) => (entry.kind === kind ? versionOf(entry) : null) ?? []));
  const made = { stage: recorded("stage"), imported: recorded("import"), named: recorded("version") };
  return [...stored.values()].some(
    ({ id, kind, created_at: at }) =>
      (kind === "stage" || kind === "imported" || kind === "named") &&
      at > broughtUntil &&
      !made[kind].has(id),
  );
}
