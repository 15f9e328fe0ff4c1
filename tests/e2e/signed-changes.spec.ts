/** What changed since a signature, as the page of versions shows it. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const TEXT = "在推进会上的讲话\n同志们：\n我们要推动档案工作再上新台阶。";

test("SG-81 what changed since a signature is shown with suggestions accepted, and as written too", async ({
  office,
  openPage,
}) => {
  const zhou = await office.colleague("zhou", "周文清");
  const chen = await office.colleague("chen", "陈立川");
  const speech = await office.speech(zhou, { title: "看改动", text: TEXT }, [[chen, "suggester"]]);
  const chief = await EditorPage.open(openPage, zhou, speech);
  const leader = await EditorPage.open(openPage, chen, speech);
  await leader.clickEnd(2);
  await leader.page.keyboard.type("还要大力培养年轻人。");
  await leader.expectSaved();
  await zhou.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [chen.person.id],
    inOrder: false,
  });
  const signer = await openPage(chen, `/speeches/${speech.id}/read`);
  await signer.getByRole("radio", { name: "同意", exact: true }).click();
  await signer.getByRole("button", { name: "签批：同意" }).click();
  await expect(signer.getByText("您已签批：同意").first()).toBeVisible();

  await chief.clickEnd(1);
  await chief.page.keyboard.type("好");
  await chief.expectSaved();
  const { page } = chief;
  const alert = page.getByRole("alert").filter({ hasText: "已改动 1 字，签批失效" });
  await expect(alert).toBeVisible();
  await signer.reload();
  await expect(signer.getByRole("link", { name: "看改动" })).toHaveAttribute("href", /&to=now$/);
  const box = await signer.getByRole("link", { name: "看改动" }).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(36);
  await alert.getByRole("link", { name: "看改动" }).click();

  const main = page.getByRole("main");
  await expect(main.getByText("待定的修订，这里都算作已接受")).toBeVisible();
  await expect(main.getByText("增 1 字（1 词）")).toBeVisible();
  // On a phone, whose sheet has no margin, it doesn't begin at the very edge of the glass.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(main.getByText("待定的修订，这里都算作已接受")).toHaveCSS("padding-left", "14px");
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(main.getByRole("status")).toHaveText("共 1 处改动");
  await expect(main.getByRole("combobox", { name: "看谁的改动" })).toContainText("周文清的改动");
  await expect(main.locator("article")).toContainText("还要大力培养年轻人。");

  // In the address, so that it stays when the page is loaded again.
  await page.reload();
  await expect(main.getByText("增 1 字（1 词）")).toBeVisible();
  const exporting = main.getByRole("button", { name: "导出花脸稿" });
  await expect(exporting).toBeVisible();
  await main.getByRole("button", { name: "按原样比较（不接受修订）" }).click();
  await expect(main.getByText("这里按原样比较")).toBeVisible();
  await expect(main.getByText("待定的修订，这里都算作已接受")).toHaveCount(0);
  await expect(page).toHaveURL(/to=now&accepted=false$/);
  await expect(main.getByRole("status")).toHaveText("共 1 处改动");
  // What is shown so is on no paper: it counts suggestions otherwise.
  await expect(exporting).toHaveCount(0);
  await main.getByRole("button", { name: "按接受修订后比较" }).click();
  await expect(exporting).toBeVisible();
});
