/** Whose change it is that a line stands empty. */
import { expect, it } from "vitest";
import { NOW } from "@/core/version";
import { describeOnBoth } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { remove } from "../helpers/text-edits";
import { openVersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const LINES = ["推动高质量发展。", "农村公路实行路长制。"];

describeOnBoth("a line that was emptied", (database) => {
  it("VE-44 a line that was emptied and stays is known by who emptied it, not by who once began it", async () => {
    const pauseMs = { quietMs: 3_600_000, longestMs: 3_600_000 };
    const office = await openVersionOffice(await database.open(), { pauseMs });
    const { versions, chief, speechId, liveRooms } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    for (const line of LINES) await typeLine(office, chief, line);
    const first = await versions.create(chief, speechId, { name: "一稿", note: "" });
    const page = office.page(editor);
    await until(() => page.allSaved);
    editShared(page.doc, remove(LINES[1] ?? ""));
    await until(() => page.allSaved);
    page.disconnect();
    const { changers } = await versions.compare(chief, speechId, first.id, NOW);
    expect(changers?.people.map(({ id }) => id)).toEqual([editor.id]);
    // The words that went, and the empty line.
    expect(changers?.byChange).toEqual([[0], [0]]);
    await liveRooms.close();
  });
});
