/** When a passage appeared in a speech and who wrote it, over all its versions. The callers decided access. */
import type { AuthorName } from "@/core/authors/author";
import { lettersAt } from "@/core/authors/letters-at";
import type { LetterRun } from "@/core/authors/origins";
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals } from "@/core/authors/removals";
import type { SpeechId, VersionId } from "@/core/ids";
import { findPassage, passagePattern } from "@/core/search/passage";
import type { PassageHistory, PassageSpan, VersionSummary } from "@/core/version";
import type { VersionSnapshot } from "@/core/version-snapshot";
import type { Database } from "../db/database";
import type { FoundPassage, StoredText } from "../search/find-passages";
import type { PassageFinder } from "../search/passage-finder";
import { peopleOfClients } from "./people-of-clients";
import type { VersionTexts } from "./ports";
import { removalsOf } from "./removals-of";
import { listVersionTexts } from "./version-rows";

export interface PassageDependencies {
  readonly database: Database;
  readonly texts: Pick<VersionTexts, "snapshot">;
  readonly passages: PassageFinder;
}

type Letters = FoundPassage["letters"];

export async function passageHistory(
  { database, texts, passages }: PassageDependencies,
  speechId: SpeechId,
  query: string,
): Promise<PassageHistory> {
  const pattern = passagePattern(query);
  const { versions, searchable, people } = await database.query(async (queries) => ({
    versions: await listVersionTexts(queries, speechId),
    searchable: await readStored(queries, speechId),
    people: await peopleOfClients(queries, speechId),
  }));
  const found = await passages.find({ pattern, texts: searchable });
  const byText = new Map(found.map(({ textId, letters }) => [textId, letters]));
  const now = findNow(await texts.snapshot(speechId, null), pattern);
  // After the texts: what put a letter where it stands in one was stored along with it.
  const stored = await database.query((queries) => removalsOf(queries, speechId));
  const removals = new RemovalIndex(stored.flatMap(decodeRemovals));
  const named = (letters: Letters) =>
    letters === null ? null : namesOf(typistsOf(letters, removals), people);

  const byVersion = new Map<VersionId, Letters>();
  const kept = versions.map(({ summary, textId }) => {
    // Whoever brings a version back didn't write what is in it.
    const brought = summary.fromVersion === null ? undefined : byVersion.get(summary.fromVersion);
    const own = byText.get(textId);
    const letters = own === undefined ? undefined : (brought ?? own);
    if (letters !== undefined) byVersion.set(summary.id, letters);
    return { summary, letters };
  });
  // What came from a file stands beside the speech's own line.
  const own = kept.filter(({ summary }) => summary.kind !== "imported");
  // The text as it is now comes after the last version.
  const spans = spansOf([...own, { summary: null, letters: now }], named);
  const searched = versions.length;
  if (spans.length > 0) return { spans, searched };
  const beside = kept.filter(({ summary, letters }) => summary.kind === "imported" && letters !== undefined);
  return {
    spans: beside.map(({ summary }) => ({ first: summary, last: summary, before: null, writers: null })),
    searched,
  };
}

/** A version, or with null the text as it is now; without letters the passage isn't in it. */
interface Moment {
  readonly summary: VersionSummary | null;
  readonly letters: Letters | undefined;
}

function spansOf(
  moments: readonly Moment[],
  named: (letters: Letters) => PassageSpan["writers"],
): PassageSpan[] {
  const spans: PassageSpan[] = [];
  let before: VersionSummary | null = null;
  let isOpen = false;
  for (const { summary, letters } of moments) {
    const last = spans.at(-1);
    if (letters === undefined) isOpen = false;
    else if (isOpen && last !== undefined) spans[spans.length - 1] = { ...last, last: summary };
    else {
      spans.push({ first: summary, last: summary, before, writers: named(letters) });
      isOpen = true;
    }
    before = summary;
  }
  return spans;
}

/** Its letters in the text as it is now; undefined when it isn't there. */
function findNow({ document, origins }: VersionSnapshot, pattern: string): Letters | undefined {
  for (const [index, block] of (document.content ?? []).entries()) {
    const places = findPassage(block, pattern);
    if (places !== null) return lettersAt(origins[index]?.letters ?? [], places);
  }
  return undefined;
}

/** The client ids that they were typed under; whoever only put them where they stand isn't among them. */
function typistsOf(letters: readonly LetterRun[], removals: RemovalIndex): readonly number[] {
  const unknown = letters.filter(({ clock }) => clock === null).map(({ clientId }) => clientId);
  return [...removals.traced(letters).map(({ typed }) => typed.clientId), ...unknown];
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
