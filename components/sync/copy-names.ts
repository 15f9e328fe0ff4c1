/**
 * Names of the local copies' databases. Owner, speech and schema version are in the name, so a copy
 * can't be opened for another account or by a page that would misread it, and the browser's own list
 * of databases is the registry: there is no second list to go stale.
 */
import { isPersonId, isSpeechId } from "@/core/id-form";
import type { PersonId, SpeechId } from "@/core/ids";

const PREFIX = "lectern-copy";

export interface CopyKey {
  readonly personId: PersonId;
  readonly speechId: SpeechId;
  readonly schemaVersion: number;
  /** Raised when a copy is set aside: the highest one is in use, lower ones are kept to be read. */
  readonly generation: number;
}

export function copyName({ personId, speechId, schemaVersion, generation }: CopyKey): string {
  return [PREFIX, personId, speechId, schemaVersion, generation].join("/");
}

/** The key in a database's name, or null for databases that aren't local copies. */
function parseCopyName(name: string): CopyKey | null {
  const [prefix, personId = "", speechId = "", schemaVersion, generation, ...rest] = name.split("/");
  if (prefix !== PREFIX || rest.length > 0) return null;
  const numbers = [schemaVersion, generation].map((part) => Number(part ?? Number.NaN));
  if (!isPersonId(personId) || !isSpeechId(speechId) || !numbers.every(Number.isSafeInteger)) return null;
  const [version = 0, count = 0] = numbers;
  return { personId, speechId, schemaVersion: version, generation: count };
}

/** Every local copy in this browser, of every account; none where it doesn't tell. */
export async function listCopies(): Promise<CopyKey[]> {
  // Firefox before 126 can't list, and who forbids pages to keep anything may have it refused. Copies that work
  // all the same are left behind by signing out, which must be possible.
  const databases = await databasesHere().catch(() => []);
  return databases.flatMap(({ name }) => parseCopyName(name ?? "") ?? []);
}

/** Throws, too, where there is no IndexedDB at all. */
const databasesHere = async () => indexedDB.databases();

/** Which of a person's copies of one speech is in use, and which others lie beside it. */
export function chooseCopy(
  copies: readonly CopyKey[],
  want: Omit<CopyKey, "generation">,
): { readonly current: CopyKey; readonly others: readonly CopyKey[] } {
  const own = copies.filter((key) => key.personId === want.personId && key.speechId === want.speechId);
  const usable = own.filter((key) => key.schemaVersion === want.schemaVersion);
  const generation = Math.max(0, ...usable.map((key) => key.generation));
  return {
    current: { ...want, generation },
    others: own.filter((key) => key.schemaVersion !== want.schemaVersion || key.generation !== generation),
  };
}
