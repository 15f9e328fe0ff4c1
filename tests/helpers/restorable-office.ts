/** An office with a version to bring back, a colleague who writes on, and the way back from it. */
import type { Transaction } from "@tiptap/pm/state";
import type { Person } from "@/core/person";
import type { Storage } from "@/server/db/storage";
import type { VersionService } from "@/server/services/versions";
import type { RoomsOptions } from "@/server/sync/rooms";
import type { TestDatabase } from "./databases";
import { until } from "./rooms";
import { editShared, textOf } from "./shared-edit";
import { addBefore } from "./text-edits";
import type { VersionOffice } from "./version-office";
import { versionOffices } from "./version-offices";
import { textNow, typeLine } from "./version-typing";

export const FIRST = "我们要推动高质量发展。";
export const SECOND = "民生是头等大事。";
export const THIRD = "各单位要抓好落实。";

/** Opens such offices in the tests of a file, and closes their rooms after each. */
export function restorableOffices() {
  const { open, closeLater } = versionOffices();
  return {
    closeLater,
    openRestorable: async (database: TestDatabase, options: Partial<RoomsOptions> = {}) =>
      withVersionToRestore(await open(database, options)),
  };
}

/** Two lines kept as 一稿; then the first was changed, and a third came. */
async function withVersionToRestore(office: VersionOffice & Pick<Storage, "database">) {
  const { chief, speechId, versions, records } = office;
  const editor = await office.addMember(chief, speechId, "editor");
  const typist = office.page(editor);
  const change = async (edit: (tr: Transaction) => Transaction) => {
    await until(() => typist.allSaved);
    editShared(typist.doc, edit);
    await until(() => typist.allSaved);
  };
  await typeLine(office, chief, FIRST);
  await typeLine(office, chief, SECOND);
  const first = await versions.create(chief, speechId, { name: "一稿", note: "" });
  await until(() => typist.fragment.length === 2);
  await change(addBefore("高质量", "全省"));
  await typeLine(office, chief, THIRD);
  await until(() => typist.fragment.length === 3);
  const restore = (person: Person = chief, what = {}) => versions.restore(person, speechId, first.id, what);
  const shows = (words: string, isThere = true) =>
    until(() => textOf(typist.doc).textContent.includes(words) === isThere);
  const undo = (
    { before, after }: Awaited<ReturnType<typeof restore>>,
    person: Person = chief,
    service: VersionService = versions,
  ) => service.restore(person, speechId, before.id, { ifContentHash: after.contentHash });
  const restores = async () =>
    (await records.read(chief, speechId)).entries.filter(({ kind }) => kind === "restore").length;
  /** Of the text as it is now. */
  const lines = async () => (await textNow(office)).split("\n");
  return {
    ...office,
    lines,
    editor,
    typist,
    change,
    first,
    restore,
    shows,
    undo,
    restores,
  };
}
