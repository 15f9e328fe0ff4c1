/** How many characters of a speech each person typed, as a page shows it that has this text. */
import type * as Y from "yjs";
import { charactersByClient, readAuthorTexts } from "@/core/authors/author-texts";
import { IdRanges } from "@/core/authors/id-ranges";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import type { PersonId } from "@/core/ids";
import { createAuthorService } from "@/server/services/authors";
import type { VersionOffice } from "./version-office";

const EVERYTHING = { from: 0, to: Number.POSITIVE_INFINITY };

export async function charactersByPerson(
  { parts, chief, speechId }: Pick<VersionOffice, "parts" | "chief" | "speechId">,
  doc: Y.Doc,
): Promise<ReadonlyMap<PersonId | undefined, number>> {
  const service = createAuthorService(parts.database, parts.texts);
  const { authors, carried } = await service.list(chief, speechId);
  const personOf = new Map(authors.flatMap(({ id, clientIds }) => clientIds.map((client) => [client, id])));
  const isLeaf = (name: string) => documentSchema().nodes[name]?.isLeaf === true;
  const texts = readAuthorTexts(doc.getXmlFragment(FRAGMENT), isLeaf, new IdRanges(carried));
  const counts = new Map<PersonId | undefined, number>();
  for (const [client, count] of charactersByClient(texts, EVERYTHING)) {
    counts.set(personOf.get(client), (counts.get(personOf.get(client)) ?? 0) + count);
  }
  return counts;
}
