/** Frames by hand into a text that is closed: final or archived, on sockets open before and on others; opened, it takes them. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { CLOSE_CODE } from "@/core/errors";
import type { Person } from "@/core/person";
import { type Deed, RawWriter } from "../helpers/raw-writer";
import { editShared } from "../helpers/shared-edit";
import { SocketOffice } from "../helpers/socket-office";

let office: SocketOffice;
let editor: Person;
beforeAll(async () => {
  office = await SocketOffice.open({ text: "我们要推动工作" });
  editor = await office.colleague("editor", "editor");
});
afterAll(() => office.close());

const writes: Deed = (doc) => editShared(doc, (tr) => tr.insertText("大力", 1));
const updates = async () => (await office.server.log.load(office.speechId)).updates;

const move = (stage: "final" | "review", note: string) =>
  office.server.runtime.stages.move(office.administrator, office.speechId, { stage, note });
const archive = (archived: boolean) =>
  office.server.runtime.speeches.change(office.administrator, office.speechId, { archived });

it.each([
  ["final", () => move("final", "先定稿"), () => move("review", "改一个数字")],
  ["archived", () => archive(true), () => archive(false)],
] as const)(
  "SG-02 AC-25 a text that is %s takes no frame of who edits, and takes it opened again",
  async (_, close, open) => {
    const before = await RawWriter.open(office, editor);
    expect(await before.send(writes)).toBe("saved");
    await close();
    const stored = await updates();
    expect([CLOSE_CODE["access-changed"], CLOSE_CODE.forbidden]).toContain(await before.send(writes));
    const fresh = await RawWriter.open(office, editor);
    expect(await fresh.send(writes)).toBe(CLOSE_CODE.forbidden);
    expect(await updates()).toEqual(stored);
    await open();
    const again = await RawWriter.open(office, editor);
    expect(await again.send(writes)).toBe("saved");
    expect(await updates()).not.toEqual(stored);
    for (const writer of [before, fresh, again]) writer.close();
  },
);
