/** Reading the threads of a speech in which many react. */
import type { KyselyPlugin } from "kysely";
import { expect, it } from "vitest";
import { newCommentId, newThreadId, type ThreadId } from "@/core/ids";
import { REACTIONS, type Thread } from "@/core/review/thread";
import { readThreads } from "@/server/services/thread-rows";
import { describeOnBoth } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

describeOnBoth("reactions", ({ open }) => {
  it("CO-78 reading one thread reads no other's reactions, and each comment has its own", async () => {
    const storage = await open();
    const { addPerson, addSpeech, addMember, threads } = await openOffice(storage);
    const chief = await addPerson();
    const { id } = await addSpeech(chief);
    const people = [chief, await addMember(chief, id, "editor"), await addMember(chief, id, "commenter")];
    const made: Thread[] = [];
    for (const body of ["一", "二", "三"]) {
      const comment = { id: newCommentId(), body, mentions: [] };
      const thread = { id: newThreadId(), place: null, comment };
      made.push(await threads.create(chief, id, thread));
      for (const person of people) {
        for (const reaction of REACTIONS) {
          await threads.react(person, id, comment.id, { reaction, on: true });
        }
      }
    }
    let rows = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        rows += result.rows.length;
        return result;
      },
    };
    const read = (threadId?: ThreadId) =>
      storage.database.query((queries) => readThreads(queries.withPlugin(counting), id, threadId));
    const [one] = await read(made[1]?.id);
    const reactions = REACTIONS.map((reaction) => ({
      reaction,
      people: people
        .map((person) => ({ id: person.id, name: person.name }))
        .sort((left, right) => (left.id < right.id ? -1 : 1)),
    }));
    expect(one?.comments).toMatchObject([{ body: "二", reactions }]);
    // The thread, its comment and its reactions.
    expect(rows).toBe(2 + people.length * REACTIONS.length);
    expect((await read()).map(({ comments }) => comments[0]?.reactions)).toEqual(made.map(() => reactions));
  });
});
