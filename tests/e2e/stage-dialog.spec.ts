/** The dialog that moves a stage, while others work on the speech or the connection fails. */
import { newCommentId, newThreadId } from "@/core/ids";
import type { TextToSign } from "@/core/sign-off";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

// What is refused here on purpose: a text that isn't ready to be final.
test.use({ allowedConsole: [/status of 409/] });

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
  await dialog.getByLabel(/签批人的 1 条批注没有办结/).fill("会上再说");
  await dialog.getByRole("button", { name: "转阶段" }).click();
  await expect(stage).toHaveText("定稿");
  await expect(mine.text).toHaveAttribute("contenteditable", "false");
});
