/** Titles and names that come in a file are one line and show all they hold, like those that are typed. */
import { afterEach, expect, it } from "vitest";
import { type SpeechFile, speechFileSchema } from "@/core/speech-file";
import { titleOf } from "@/server/import/classified-text";
import { Authors } from "@/server/import/docx/authors";
import { readFile } from "@/server/import/read-file";
import { describeOnSqlite } from "../helpers/databases";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";
import { returnedDraft } from "../helpers/returned-draft";

const opened: ImportOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const SENT = "\ufeff回稿\r\nBcc: a@b.example\u2028的\u202e讲\u200b话\u0007\n";
const KEPT = "回稿 Bcc: a@b.example 的讲话";

function hostileDraft(): SpeechFile {
  const draft = returnedDraft();
  const [person] = draft.people;
  const version = {
    kind: "named" as const,
    name: SENT,
    note: "一\n二",
    madeBy: null,
    createdAt: 500,
    added: 0,
    deleted: 0,
    authors: [],
    from: null,
    stage: null,
    blocks: [0],
  };
  return {
    ...draft,
    fileVersion: 2,
    speech: { ...draft.speech, title: SENT, speaker: SENT, occasion: SENT },
    people: person === undefined ? [] : [{ ...person, name: SENT }],
    versions: { blocks: [{ type: "paragraph" }], list: [version] },
  };
}

it("ST-33 UI-58 VE-83 a speech's file is read with one line for each title and name; a note may have several", () => {
  const { speech, people, versions } = speechFileSchema.parse(hostileDraft());
  expect(speech).toMatchObject({ title: KEPT, speaker: KEPT, occasion: KEPT });
  expect(people).toMatchObject([{ name: KEPT }]);
  expect(versions?.list).toMatchObject([{ name: KEPT, note: "一\n二" }]);
});

it("UI-58 the title of a text shows all it holds", () => {
  const titled = (text: string) =>
    titleOf({ type: "doc", content: [{ type: "title", content: [{ type: "text", text }] }] });
  expect(titled("在会议\u200b上的\u202e讲话\u0007")).toBe("在会议上的讲话");
  expect(titled("在  会议\n上")).toBe("在 会议 上");
  expect(titled("\u200b")).toBeNull();
});

it("UI-58 two names of a Word file that look alike are one author", () => {
  const authors = new Authors();
  expect(authors.keyOf("王\u200b处长\n")).toBe(authors.keyOf("王处长"));
  expect(authors.list()).toMatchObject([{ name: "王处长" }]);
});

describeOnSqlite("a file's titles and names", (database) => {
  it("ST-33 UI-58 are stored as one line, whatever read them", async () => {
    const text = readFile({
      bytes: new TextEncoder().encode(JSON.stringify(returnedDraft())),
      name: "a.json",
      encoding: null,
    });
    if (!text.ok || text.file.text.settings === undefined) throw new Error("unread");
    const { file } = text;
    const settings = { ...text.file.text.settings, speaker: SENT, occasion: `${SENT}${"甲".repeat(300)}` };
    const authors = file.text.authors.map((author) => ({ ...author, name: SENT }));
    // A reader that cleans nothing.
    const reader = {
      read: async () => ({ ...file, text: { ...file.text, title: SENT, settings, authors } }),
      close: async () => undefined,
    };
    const office = await openImportOffice(await database.open(), {}, undefined, reader);
    opened.push(office);
    const { imports, chief, threads } = office;
    const request = { name: "回稿.json", people: [null], title: "" };
    const speech = await imports.createSpeech(chief, upload("{}"), request);
    expect(speech).toMatchObject({ title: KEPT, speaker: KEPT });
    expect(speech.occasion.startsWith(KEPT)).toBe(true);
    expect(speech.occasion).toHaveLength(200);
    expect((await threads.list(chief, speech.id))[0]?.comments[0]?.author.name).toBe(KEPT);
  });
});
