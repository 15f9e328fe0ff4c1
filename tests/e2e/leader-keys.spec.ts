/** The page for reading by keys alone: through the sentences, into the sheet for one and back to it. */
import type { Role } from "@/core/access";
import { expect, test } from "../helpers/lectern-test";
import { standApart } from "./stand-apart";

const TASKS = 40;
const TEXT = ["同志们：", ...Array.from({ length: TASKS }, (_, at) => `第 ${at} 项任务要按时办结。`)].join(
  "\n",
);

for (const role of ["commenter", "suggester"] satisfies Role[]) {
  test(`LV-21 by keys alone a ${role} goes through the sentences, remarks on any of them and goes on from there`, async ({
    office,
    openPage,
  }) => {
    const chief = await office.colleague("lv-keys-chief", "周文清");
    const leader = await office.colleague(`lv-keys-${role}`, "陈立川");
    const speech = await office.speech(chief, { title: `按键审阅 ${role}`, text: TEXT }, [[leader, role]]);
    await chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
      people: [leader.person.id],
      inOrder: false,
    });
    const page = await openPage(leader, `/speeches/${speech.id}/read`);
    const text = page.locator(".ProseMirror");
    const chosen = page.locator("[data-chosen]");
    const sheet = page.getByRole("form", { name: "对这段话的意见" });
    await text.focus();
    await page.keyboard.press("Enter");
    await expect(chosen).toHaveText("同志们：");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expect(chosen).toHaveText("第 1 项任务要按时办结。");
    await expect(text).toBeFocused();

    await page.keyboard.press("Enter");
    if (role === "suggester") {
      await expect(sheet.getByRole("button", { name: "改成……" })).toBeFocused();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
    }
    await expect(sheet.getByRole("textbox", { name: "批示" })).toBeFocused();
    await page.keyboard.type("写到县一级");
    await page.keyboard.press("Tab");
    if (role === "suggester") await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "我的意见" }).getByRole("listitem")).toHaveCount(1);
    await expect(sheet).toHaveCount(0);
    await expect(text).toBeFocused();

    // On from the last one; what was put away is there again, and doesn't take the focus.
    await page.keyboard.press("Enter");
    await expect(chosen).toHaveText("第 1 项任务要按时办结。");
    await page.keyboard.press("ArrowDown");
    await expect(chosen).toHaveText("第 2 项任务要按时办结。");
    await page.keyboard.press("Enter");
    if (role === "suggester") {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
    }
    await page.keyboard.type("再核");
    await page.keyboard.press("Escape");
    await expect(chosen).toHaveCount(0);
    await expect(text).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(sheet.getByRole("textbox", { name: "批示" })).toHaveValue("再核");
    await expect(text).toBeFocused();

    // However far it goes, what is chosen is in sight, and not below the sheet.
    for (let at = 3; at < TASKS; at += 1) await page.keyboard.press("ArrowDown");
    await expect(chosen).toHaveText(`第 ${TASKS - 1} 项任务要按时办结。`);
    await expect(chosen).toBeInViewport({ ratio: 1 });
    await expect.poll(() => standApart(chosen, sheet)).toBe(true);
  });
}
