/** A speech that a leader reads while its writer has it open. */
import { afterEach } from "vitest";
import type { Role } from "@/core/access";
import type { DirectiveAnswer } from "@/core/directive-requests";
import { newCommentId } from "@/core/ids";
import type { Person } from "@/core/person";
import { listSuggestions } from "@/core/review/list-suggestions";
import { settle } from "@/core/review/settle";
import type { TestDatabase } from "./databases";
import { until } from "./rooms";
import { textOf, writeText } from "./shared-edit";
import { openVersionOffice } from "./version-office";

export const TEXT = "我们要推动工作再上新台阶。请同志们讨论。";
export const FIRST = "我们要推动工作再上新台阶。";

export type DirectiveSpeech = Awaited<ReturnType<typeof openDirectiveSpeech>>;

/** Opens such speeches in the tests of a file, and closes their rooms after each. */
export function directiveSpeeches() {
  const opened: DirectiveSpeech[] = [];
  afterEach(async () => {
    for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
  });
  return async (database: TestDatabase, role?: Role): Promise<DirectiveSpeech> => {
    const speech = await openDirectiveSpeech(database, role);
    opened.push(speech);
    return speech;
  };
}

/** A speech of two sentences, open at its editor's, and a leader who is asked to sign it. */
async function openDirectiveSpeech(database: TestDatabase, role: Role = "suggester") {
  const office = await openVersionOffice(await database.open(), {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  const { chief, speechId, signOffs, directives } = office;
  const leader = await office.addMember(chief, speechId, role);
  const editor = await office.addMember(chief, speechId, "editor");
  const writer = office.page(editor);
  await until(() => writer.allSaved);
  writer.write(TEXT);
  await until(() => writer.allSaved);
  const ask = async (people: readonly Person[]) => {
    const asked = { people: people.map(({ id }) => id), latest: await office.latestAsked() };
    return signOffs.request(chief, speechId, { ...asked, inOrder: false, dueOn: null, note: "" });
  };
  await ask([leader]);
  const answer = (person: Person, id: Parameters<typeof directives.answer>[2], input: DirectiveAnswer) =>
    directives.answer(person, speechId, id, input);
  const blockers = async () => (await signOffs.read(chief, speechId)).blockers;
  const suggestions = () => listSuggestions(textOf(writer.doc));
  /** In the writer's page, not on the card. */
  const decide = async (id: string, how: "accept" | "reject") => {
    await until(() => suggestions().some((each) => each.id === id));
    const text = textOf(writer.doc);
    writeText(
      writer.doc,
      settle(text, (each) => (each.id === id ? how : "keep")),
    );
    await until(() => writer.allSaved);
  };
  const read = async () => (await signOffs.text(leader, speechId)).document;
  return { ...office, leader, editor, writer, ask, answer, blockers, suggestions, decide, read };
}

export const done = (body?: string): DirectiveAnswer => ({ state: "done", id: newCommentId(), body });
export const asked = (body: string): DirectiveAnswer => ({ state: "asked", id: newCommentId(), body });
