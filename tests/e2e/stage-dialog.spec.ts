/** The dialog that moves a stage, while others work on the speech or the connection fails. */
import { newCommentId, newThreadId } from "@/core/ids";
import type { TextToSign } from "@/core/sign-off";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

// What is refused here on purpose: a text that isn't ready to be final, a stage that is another by now.
// And answers that are lost on the way.
test.use({ allowedConsole: [/status of 409|ERR_FAILED/] });

test("SG-70 what came into the way while a reason was written is shown, with the reasons written so far", async ({
  office,
  openPage,
}) => {
  const [chief, signer] = [
    await office.colleague("dialog-chief", "王建国"),
    await office.colleague("dialog-signer", "林晓舟"),
  ];
  const speech = await office.speech(chief, { title: "理由只对看到的", text: "投资××亿元。" }, [
    [signer, "commenter"],
  ]);
  const path = `/api/speeches/${speech.id}`;
  await chief.visitor.request("POST", `${path}/sign-off-requests`, {
    people: [signer.person.id],
    inOrder: false,
  });
  const read = await signer.visitor.request<{ text: TextToSign }>("GET", `${path}/sign-offs/text`);
  const { textHash } = read.text;
  await signer.visitor.request("POST", `${path}/sign-offs`, { answer: "agreed", textHash });
  const { page, ...mine } = await EditorPage.open(openPage, chief, speech);
  const stage = page.getByRole("banner").locator("[data-stage]");
  await stage.click();
  const dialog = page.getByRole("dialog", { name: "转阶段" });
  await dialog.getByRole("radio", { name: "定稿" }).check();
  const figures = dialog.getByLabel(/正文里还有 1 处待填/);
  await figures.fill("会上口头补");
  const comment = { id: newCommentId(), body: "数字请核", mentions: [] };
  await signer.visitor.request("POST", `${path}/threads`, { id: newThreadId(), place: null, comment });
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(dialog.getByText("您看过以后又有变化")).toBeVisible();
  await expect(figures).toHaveValue("会上口头补");
  await dialog.getByLabel(/签批人的 1 条批注没有解决/).fill("会上再说");
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(stage).toHaveText("定稿");
  await expect(mine.text).toHaveAttribute("contenteditable", "false");
});

test("SG-71 a dialog that was opened to move a draft doesn't open the final text that it is by now", async ({
  office,
  openPage,
}) => {
  const [chief, other] = [
    await office.colleague("dialog-chief", "王建国"),
    await office.colleague("dialog-other", "李晓梅"),
  ];
  const speech = await office.speech(chief, { title: "两位主笔", text: "我们要推动工作。" }, [
    [other, "chief"],
  ]);
  const { page } = await EditorPage.open(openPage, chief, speech);
  const stage = page.getByRole("banner").locator("[data-stage]");
  await stage.click();
  const dialog = page.getByRole("dialog", { name: "转阶段" });
  const note = dialog.getByRole("textbox", { name: "说明（可不填）" });
  await note.fill("请各处对照上次讲话提意见");
  await other.visitor.request("POST", `/api/speeches/${speech.id}/stage`, { stage: "final", note: "" });
  await expect(dialog.getByText("打开这个窗口以后，稿件已经转到定稿。")).toBeVisible();
  await expect(note).toHaveValue("请各处对照上次讲话提意见");
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(dialog.getByText("有人先转了阶段，这次没有转。")).toBeVisible();
  await expect(stage).toHaveText("定稿");

  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await stage.click();
  await dialog.getByRole("radio", { name: "送审稿" }).check();
  await dialog.getByRole("textbox", { name: "解除定稿的理由" }).fill("数字有误");
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(stage).toHaveText("送审稿·一稿");
});

test("SG-72 VE-60 a move and a version whose answers were lost on the way are made once when they're sent again", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("dialog-chief", "王建国");
  const speech = await office.speech(chief, { title: "断线", text: "我们要推动工作。" });
  const { page } = await EditorPage.open(openPage, chief, speech);
  const loseOneAnswer = async (path: RegExp) => {
    let isLost = false;
    await page.route(path, async (route) => {
      if (isLost || route.request().method() !== "POST") return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort();
    });
  };
  const dialog = page.getByRole("dialog");
  const stage = page.getByRole("banner").locator("[data-stage]");
  await loseOneAnswer(/\/stage$/);
  await stage.click();
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(dialog.getByText("连不上服务器")).toBeVisible();
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(stage).toHaveText("征求意见稿·一稿");

  await page.goto(`/speeches/${speech.id}/versions`);
  await loseOneAnswer(/\/versions$/);
  await page.getByRole("button", { name: "存为版本" }).click();
  await dialog.getByRole("textbox", { name: "名称" }).fill("送张主任");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByText("连不上服务器")).toBeVisible();
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  const list = page.getByRole("navigation", { name: "版本列表" });
  await expect(list.getByText("送张主任")).toHaveCount(1);
  await expect(list).not.toContainText("二稿");
});
