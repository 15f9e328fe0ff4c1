/** Who stands behind the Yjs client ids of a speech: what the log bound, for ever, when they first typed. */
import type { Author } from "@/core/authors/author";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Database } from "../db/database";
import { requireOnSpeech, speechFor } from "./speech-row";

export interface AuthorService {
  /** Everybody who ever wrote in the speech, on it still or not. */
  list(actor: Person, speechId: SpeechId): Promise<readonly Author[]>;
}

export function createAuthorService(database: Database): AuthorService {
  return {
    list: (actor, speechId) =>
      database.query(async (queries) => {
        requireOnSpeech(await speechFor(queries, actor.id, speechId), "see-versions");
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
        return [...authors.values()];
      }),
  };
}
