/** Who is behind a speech's text: by the client ids that the log bound for ever, and by what they propose. */
import type { Author, SpeechAuthors } from "@/core/authors/author";
import { carriedRuns } from "@/core/authors/carried-runs";
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals } from "@/core/authors/removals";
import { proposersIn } from "@/core/document/proposers";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Database } from "../db/database";
import type { VersionTexts } from "./ports";
import { removalsOf } from "./removals-of";
import { requireOnSpeech, speechFor } from "./speech-row";

export interface AuthorService {
  /**
   * Everybody who ever wrote in the speech, on it still or not, and whoever proposes something in it:
   * an outside author's suggestions came with a file, so that they have no client id.
   */
  list(actor: Person, speechId: SpeechId): Promise<SpeechAuthors>;
}

export function createAuthorService(
  database: Database,
  texts: Pick<VersionTexts, "snapshot">,
): AuthorService {
  return {
    async list(actor, speechId) {
      await database.query(async (queries) =>
        requireOnSpeech(await speechFor(queries, actor.id, speechId), "see-versions"),
      );
      const { document, origins } = await texts.snapshot(speechId, null);
      return database.query(async (queries) => {
        // After the text: what put a letter where it stands there was stored along with it.
        const removals = new RemovalIndex((await removalsOf(queries, speechId)).flatMap(decodeRemovals));
        const carried = carriedRuns(origins, removals);
        const bindings = await queries
          .selectFrom("client_bindings")
          .innerJoin("people", "people.id", "client_bindings.person_id")
          .where("client_bindings.speech_id", "=", speechId)
          .select(["people.id", "people.name", "client_bindings.client_id"])
          .execute();
        const authors = new Map<PersonId, Author & { clientIds: number[] }>();
        for (const { id, name, client_id } of bindings) {
          const author = authors.get(id) ?? { id, name, clientIds: [] };
          author.clientIds.push(client_id);
          authors.set(id, author);
        }
        // Ids of people, as the schema checks.
        const others = ([...proposersIn(document)] as PersonId[]).filter((id) => !authors.has(id));
        if (others.length === 0) return { authors: [...authors.values()], carried };
        const proposers = await queries
          .selectFrom("people")
          .select(["id", "name"])
          .where("id", "in", others)
          .execute();
        const without = proposers.map((person) => ({ ...person, clientIds: [] }));
        return { authors: [...authors.values(), ...without], carried };
      });
    },
  };
}
