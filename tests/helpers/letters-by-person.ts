/** How many letters of a shared text the server knows each person to have typed, whoever put them where they stand. */
import type * as Y from "yjs";
import { carriedRuns } from "@/core/authors/carried-runs";
import { readOrigins } from "@/core/authors/origins";
import { RemovalIndex } from "@/core/authors/removal-index";
import { FRAGMENT } from "@/core/document/schema";
import type { PersonId, SpeechId } from "@/core/ids";
import type { MemoryLog } from "./memory-log";

export function lettersByPerson(
  doc: Y.Doc,
  log: MemoryLog,
  speechId: SpeechId,
): ReadonlyMap<PersonId | undefined, number> {
  const origins = readOrigins(doc.getXmlFragment(FRAGMENT));
  const runs = carriedRuns(origins, new RemovalIndex(log.removals.get(speechId) ?? []));
  const people = new Map((log.bindings.get(speechId) ?? []).map((bound) => [bound.clientId, bound.personId]));
  const letters = new Map<PersonId | undefined, number>();
  const count = (clientId: number, length: number) => {
    const person = people.get(clientId);
    const sum = (letters.get(person) ?? 0) + length;
    if (sum === 0) letters.delete(person);
    else letters.set(person, sum);
  };
  for (const { clientId, length } of origins.flatMap((block) => block.letters)) count(clientId, length);
  for (const { clientId, length, typedBy } of runs) {
    count(clientId, -length);
    count(typedBy, length);
  }
  return letters;
}
