/** What a leader wrote is on its way, and the text is shown anew before the answer. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { FIRST, instruct, openHeld, SECOND } from "./held-directive";

// The answers that are lost on purpose, and the words that changed meanwhile.
test.use({ allowedConsole: [/ERR_FAILED|status of 409/] });

type Opened = Awaited<ReturnType<typeof openHeld>>;

/** The very sheet that can't be changed, given up or sent again; it is put away. */
async function expectOnItsWay({ sheet, said }: Opened): Promise<void> {
  await expect(said).toHaveValue("点到岗位");
  await expect(said).not.toBeEditable();
  await expect(sheet.getByRole("button", { name: "返回" })).toBeDisabled();
  await sheet.getByRole("button", { name: "不改了" }).click();
  await expect(sheet).toHaveCount(0);
}

const showNew = ({ page }: Opened) => page.getByRole("banner").getByRole("button", { name: "看新的文字" });

test("LV-43 with the new text in sight it is on its way still, and arriving it closes the sheet and is gone", async ({
  office,
  openPage,
}) => {
  const opened = await openHeld(office, openPage, "送出时有人加了一段");
  const { page, chief, speech, sheet, said, submit, own, choose, answer } = opened;
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await expectOnItsWay(opened);
  const writer = await EditorPage.open(openPage, chief, speech);
  await writer.clickEnd(0);
  await writer.page.keyboard.press("Enter");
  await writer.page.keyboard.type("先讲形势。");
  await writer.expectSaved();
  await showNew(opened).click();
  await expect(page.getByRole("article")).toContainText("先讲形势。");
  await choose(FIRST);
  await expectOnItsWay(opened);
  await choose(FIRST);
  await expect(said).not.toBeEditable();
  answer.with("success");
  await expect(sheet).toHaveCount(0);
  await expect(own).toHaveCount(1);
  await choose(FIRST);
  await expect(page.getByRole("button", { name: "批示", exact: true })).toBeVisible();
  await expect(said).toHaveCount(0);
});

test("LV-43 after other words for its paragraph arrived it is on its way still, and what fails is sent once more under its id", async ({
  office,
  openPage,
}) => {
  const text = `同志们：\n${FIRST}${SECOND}`;
  const opened = await openHeld(office, openPage, "送出时改了同一段", text);
  const { page, sheet, said, submit, own, told, choose, answer } = opened;
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.postDataJSON()?.body === "点到岗位")
      sent.push(request.postDataJSON().id);
  });
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await choose(SECOND);
  await sheet.getByRole("button", { name: "改成……" }).click();
  await sheet.getByRole("textbox", { name: "改成" }).fill("各单位抓紧落实。");
  await sheet.getByRole("button", { name: "改成这样" }).click();
  await expect(page.getByRole("article")).toContainText("各单位抓紧落实。");
  await choose(FIRST);
  await expectOnItsWay(opened);
  await choose(FIRST);
  await expect(said).not.toBeEditable();
  answer.with("failure");
  await expect(told).toBeVisible();
  await expect(said).toHaveValue("点到岗位");
  await expect(said).toBeEditable();
  // By key: the notices lie over the button for a while.
  await submit.press("Enter");
  await expect(sheet).toHaveCount(0);
  await expect(own).toHaveCount(2);
  expect(sent).toEqual([sent[0], sent[0]]);
});

test("LV-43 what is on its way about words that go isn't written on about the new ones before it is refused", async ({
  office,
  openPage,
}) => {
  const opened = await openHeld(office, openPage, "送出时原话没了");
  const { page, chief, speech, said, submit, own, choose, answer } = opened;
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await expectOnItsWay(opened);
  const writer = await EditorPage.open(openPage, chief, speech);
  await writer.clickEnd(1);
  await writer.page.keyboard.press("Home");
  await writer.page.keyboard.press("ArrowRight");
  await writer.expectSelected("");
  await writer.page.keyboard.type("继续");
  await writer.expectSaved();
  await showNew(opened).click();
  const anew = "要继续推动工作。";
  await choose(anew);
  await expect(page.getByRole("button", { name: "批示", exact: true })).toBeVisible();
  await expect(said).toHaveCount(0);
  await page.keyboard.press("Escape");
  answer.with("success");
  await expect(page.getByRole("alert").filter({ hasText: "这段话刚被别人改过" })).toBeVisible();
  await choose(anew);
  await expect(said).toHaveValue("点到岗位");
  await expect(said).toBeEditable();
  await expect(own).toHaveCount(0);
});
