/** When a passage appeared in a speech and who wrote it, over all its versions. The callers decided access. */
import type { AuthorName } from "@/core/authors/author";
import { clientsAt } from "@/core/authors/block-authors";
import { authorsIn } from "@/core/authors/origins";
import type { SpeechId } from "@/core/ids";
import { findPassage, passagePattern } from "@/core/search/passage";
import type { PassageHistory, PassageSpan, VersionSummary } from "@/core/version";
import type { Database } from "../db/database";
import type { FoundPassage, StoredText } from "../search/find-passages";
import type { PassageFinder } from "../search/passage-finder";
import { peopleOfClients } from "./people-of-clients";
import type { VersionSnapshot, VersionTexts } from "./ports";
import { listVersionTexts } from "./version-rows";

export interface PassageDependencies {
  readonly database: Database;
  readonly texts: Pick<VersionTexts, "snapshot">;
  readonly passages: PassageFinder;
}

type Clients = FoundPassage["clients"];

export async function passageHistory(
  { database, texts, passages }: PassageDependencies,
  speechId: SpeechId,
  query: string,
): Promise<PassageHistory> {
  const pattern = passagePattern(query);
  const { versions, stored, people } = await database.query(async (queries) => ({
    versions: await listVersionTexts(queries, speechId),
    stored: await readStored(queries, speechId),
    people: await peopleOfClients(queries, speechId),
  }));
  const found = await passages.find({ pattern, texts: stored });
  const byText = new Map(found.map(({ textId, clients }) => [textId, clients]));
  const now = findNow(await texts.snapshot(speechId, null), pattern);
  const named = (clients: Clients) => (clients === null ? null : namesOf(clients, people));

  // The text as it is now comes after the last version.
  const moments = [
    ...versions.map(({ summary, textId }) => ({ summary, clients: byText.get(textId) })),
    { summary: null, clients: now },
  ];
  const spans: PassageSpan[] = [];
  let before: VersionSummary | null = null;
  let isOpen = false;
  for (const { summary, clients } of moments) {
    const last = spans.at(-1);
    if (clients === undefined) isOpen = false;
    else if (isOpen && last !== undefined) spans[spans.length - 1] = { ...last, last: summary };
    else {
      spans.push({ first: summary, last: summary, before, writers: named(clients) });
      isOpen = true;
    }
    before = summary;
  }
  return { spans, searched: versions.length };
}

/** Who typed it in the text as it is now; undefined when it isn't there. */
function findNow({ document, origins }: VersionSnapshot, pattern: string): Clients | undefined {
  const authors = authorsIn(origins);
  for (const [index, block] of (document.content ?? []).entries()) {
    const places = findPassage(block, pattern);
    if (places !== null) return clientsAt(authors[index] ?? [], places);
  }
  return undefined;
}

type Queries = Parameters<Parameters<Database["query"]>[0]>[0];

async function readStored(queries: Queries, speechId: SpeechId): Promise<StoredText[]> {
  return queries
    .selectFrom("version_texts")
    .select(["id", "base_id as baseId", "bytes", "authors"])
    .where("speech_id", "=", speechId)
    .execute();
}

/** Each person once. */
function namesOf(clients: readonly number[], people: ReadonlyMap<number, AuthorName>): AuthorName[] {
  const named = new Map(
    clients.flatMap((client) => {
      const person = people.get(client);
      return person === undefined ? [] : [[person.id, person] as const];
    }),
  );
  return [...named.values()];
}
