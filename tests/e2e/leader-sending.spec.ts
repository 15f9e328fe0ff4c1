/** The page for reading while what a leader wrote is on its way, and the leader goes on. */
import { expect, test } from "../helpers/lectern-test";
import { FIRST, instruct, openHeld, SECOND } from "./held-directive";

// The answers that are lost on purpose.
test.use({ allowedConsole: [/ERR_FAILED/] });

test("LV-43 while it is sent nothing is added to it, and put away by then what fails is told and is there again", async ({
  office,
  openPage,
}) => {
  const opened = await openHeld(office, openPage, "送出时收起");
  const { page, sheet, said, submit, own, told, choose, answer } = opened;
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await expect(said).not.toBeEditable();
  await expect(sheet.getByRole("button", { name: "返回" })).toBeDisabled();
  await sheet.getByRole("button", { name: "不改了" }).click();
  await expect(sheet).toHaveCount(0);
  // Chosen again it is still on its way.
  await choose(FIRST);
  await expect(said).toHaveValue("点到岗位");
  await expect(said).not.toBeEditable();
  await said.press("Escape");
  await expect(sheet).toHaveCount(0);
  answer.with("failure");
  await expect(told).toBeVisible();
  await choose(FIRST);
  await expect(said).toHaveValue("点到岗位");
  await page.unrouteAll();
  await submit.click();
  await expect(own).toHaveCount(1);
  await expect(sheet).toHaveCount(0);
});

test("LV-43 what fails while another sentence is written about is told, and neither loses its words", async ({
  office,
  openPage,
}) => {
  const opened = await openHeld(office, openPage, "送出时写下一句");
  const { said, submit, told, choose, answer } = opened;
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await instruct(opened, SECOND, "写明时限");
  answer.with("failure");
  await expect(told).toBeVisible();
  await expect(said).toHaveValue("写明时限");
  await choose(FIRST);
  await expect(said).toHaveValue("点到岗位");
  await expect(said).toBeEditable();
});

test("LV-43 what arrives while another sentence is written about leaves that one's sheet and the focus alone", async ({
  office,
  openPage,
}) => {
  const opened = await openHeld(office, openPage, "送到时正写下一句");
  const { page, sheet, said, submit, own, answer } = opened;
  await instruct(opened, FIRST, "点到岗位");
  await submit.click();
  await instruct(opened, SECOND, "写明");
  answer.with("success");
  await expect(own).toHaveCount(1);
  await expect(said).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type("时限");
  await expect(said).toHaveValue("写明时限");
  // By key: the notice of the first lies over the button for a while.
  await submit.press("Enter");
  await expect(own).toHaveCount(2);
  await expect(sheet).toHaveCount(0);
});
