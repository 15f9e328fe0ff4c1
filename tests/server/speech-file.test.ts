/** A whole speech as a file: what goes out comes back. */
import { expect, it } from "vitest";
import { canonicalText } from "@/core/compare/canonical-document";
import { assignPeople } from "@/core/review/assign-people";
import { type SpeechFile, speechFileSchema } from "@/core/speech-file";
import { commentedWords } from "../helpers/commented-words";
import { describeOnSqlite } from "../helpers/databases";
import { openImportOffice, upload } from "../helpers/import-office";
import { seededRandom } from "../helpers/random";
import { randomSpeechFile } from "../helpers/random-speech-file";

describeOnSqlite("a speech's file", (database) => {
  it("IM-47 a speech's own file brings text, suggestions, threads and settings back (seeds from 1)", async () => {
    const { imports, exports, chief, threads, liveRooms } = await openImportOffice(await database.open());
    let seen = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const file = randomSpeechFile(seededRandom(seed));
      const people = file.people.map(() => null);
      const speech = await imports.createSpeech(chief, upload(JSON.stringify(file)), {
        name: "a.json",
        people,
        title: "",
      });
      const { bytes } = await exports.make(chief, speech.id, { format: "json" });
      const back = speechFileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      expect(named(back), `seed ${seed}`).toEqual(named(file));
      seen += (await threads.list(chief, speech.id)).length;
    }
    await liveRooms.close();
    expect(seen).toBeGreaterThan(5);
  });
});

/** With people by their names and threads by their order, which is all that an import gives anew. */
function named(file: SpeechFile) {
  const names = new Map(file.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "?";
  const threads = [...file.threads].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  const { speech } = file;
  return {
    speech,
    text: canonicalText(assignPeople(file.document, names, 10_000)),
    threads: threads.map(({ id, quote, resolved, comments }) => ({
      quote,
      words: commentedWords(file.document, id),
      resolved: resolved && { by: nameOf(resolved.by), at: resolved.at },
      comments: comments.map(({ id: _id, author, mentions, reactions, ...comment }) => ({
        ...comment,
        author: nameOf(author),
        mentions: mentions.map(nameOf),
        reactions: reactions.map(({ reaction, people }) => [reaction, people.map(nameOf)]),
      })),
    })),
  };

  function sortKey(thread: SpeechFile["threads"][number]): string {
    return JSON.stringify([
      thread.quote,
      commentedWords(file.document, thread.id),
      thread.comments.map(({ body, author }) => [body, nameOf(author)]),
    ]);
  }
}
