/** Files that name very many people: refused as they are read, and told of in little where they aren't. */
import { afterEach, expect, it } from "vitest";
import { candidatesOf } from "@/core/import-candidates";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import { REACTIONS } from "@/core/review/thread";
import type { SpeechFile } from "@/core/speech-file";
import { readFile } from "@/server/import/read-file";
import { describeOnSqlite } from "../helpers/databases";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";
import { returnedDraft } from "../helpers/returned-draft";

const opened: ImportOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const ids = (count: number) => Array.from({ length: count }, newId);

/** The draft with as many comments of its thread as are changed. */
function draftWith(...changes: Partial<SpeechFile["threads"][number]["comments"][number]>[]): SpeechFile {
  const draft = returnedDraft();
  const threads = draft.threads.map((thread) => ({
    ...thread,
    comments: thread.comments.flatMap((comment) =>
      changes.map((change) => ({ ...comment, id: newId(), ...change })),
    ),
  }));
  return { ...draft, threads };
}

function problemOf(file: SpeechFile): string | null {
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const outcome = readFile({ bytes, name: "回稿.json", encoding: null });
  return outcome.ok ? null : outcome.problem;
}

it("IM-36 a file that names more people than a speech takes in is refused, also where it doesn't list them", () => {
  const others = LIMITS.importedAuthors - 1; // beside 王处长, who proposes something
  expect(problemOf(draftWith(...ids(others).map((author) => ({ author }))))).toBeNull();
  expect(problemOf(draftWith(...ids(others + 1).map((author) => ({ author }))))).toBe("too-large");
  const mentioned = ids(5).map(() => ({ mentions: ids(LIMITS.mentionsPerComment) }));
  expect(problemOf(draftWith(...mentioned))).toBe("too-large");
  const reacted = ids(2).map(() => ({ reactions: [{ reaction: "agree" as const, people: ids(150) }] }));
  expect(problemOf(draftWith(...reacted))).toBe("too-large");
});

it("IM-36 nobody reads a list of reactions without end", () => {
  const reaction = "agree" as const;
  const people = ids(LIMITS.importedAuthors + 1);
  expect(problemOf(draftWith({ reactions: [{ reaction, people }] }))).toBe("damaged");
  const reactions = ids(100).map(() => ({ reaction, people: [] }));
  expect(problemOf(draftWith({ reactions }))).toBe("damaged");
});

/** With this share of the reactions that are taken in, by people of different names. */
function reacting(share: number): SpeechFile {
  const people = ids(100);
  const comment = { reactions: REACTIONS.map((reaction) => ({ reaction, people })) };
  const count = Math.ceil((LIMITS.importedReactions * share) / (people.length * REACTIONS.length));
  const draft = draftWith(...Array.from({ length: count }, () => comment));
  return { ...draft, people: [...draft.people, ...people.map((id, at) => ({ id, name: `同志${at}` }))] };
}

it("IM-36 a file with more reactions than a speech takes in is refused", () => {
  expect(problemOf(reacting(1))).toBeNull();
  expect(problemOf(reacting(1.1))).toBe("too-large");
});

describeOnSqlite("files of many people", (database) => {
  it("IM-36 a speech doesn't take in by several files what it wouldn't by one", async () => {
    const office = await openImportOffice(await database.open());
    opened.push(office);
    const { imports, chief, speechId, threads } = office;
    const bring = (comments: boolean) => {
      const file = reacting(0.6);
      const people = Array.from({ length: 101 }, () => null);
      const request = { name: "回稿.json", people, comments };
      return imports.createVersion(chief, speechId, upload(JSON.stringify(file)), request);
    };
    await bring(true);
    await expect(bring(true)).rejects.toMatchObject({ code: "too-large" });
    expect(await threads.list(chief, speechId)).toHaveLength(1);
    await bring(false);
  });

  it("IM-42 says whom names may stand for once, not once for each name", async () => {
    const office = await openImportOffice(await database.open());
    opened.push(office);
    const { imports, chief, speechId, addPerson, addMember } = office;
    const wang = await addPerson({ name: "王处长" });
    const member = await addMember(chief, speechId, "editor");
    const draft = draftWith(...ids(3).map((author) => ({ author })));
    const sent = upload(JSON.stringify(draft));
    const preview = await imports.preview(chief, sent, { name: "回稿.json", speech: speechId });
    const offered = preview.authors.map(({ name }) =>
      candidatesOf(name, preview.colleagues)
        .map(({ id }) => id)
        .sort(),
    );
    const everybody = [chief.id, member.id].sort();
    expect(preview.authors.map(({ name }) => name)).toEqual(["王处长", "", "", ""]);
    expect(offered).toEqual([[wang.id, ...everybody].sort(), everybody, everybody, everybody]);
    expect(JSON.stringify(preview).split(member.id)).toHaveLength(2);
  });
});
