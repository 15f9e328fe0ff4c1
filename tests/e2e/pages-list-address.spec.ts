/** The address of the home page's list, when something else than the list changes it. */
import { expect, test } from "../helpers/lectern-test";

test("UI-06 the link home shows all current speeches after a search and after the archived ones, and going back finds those again", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("address-home");
  for (const title of ["在教育大会上的讲话", "安全生产会议讲话", "年终总结"]) {
    await chief.visitor.createSpeech({ title });
  }
  const page = await openPage(chief, "/");
  const rows = page.getByRole("list", { name: "讲话稿列表" }).getByRole("listitem");
  const search = page.getByRole("searchbox");
  const home = page.getByRole("link", { name: "合稿" });
  await search.fill("教育");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/\?q=/);
  await home.click();
  await expect(rows).toHaveCount(3);
  await expect(search).toHaveValue("");
  await expect(page).toHaveURL(/\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=/);
  await expect(search).toHaveValue("教育");
  await expect(rows).toHaveCount(1);
  await page.goForward();
  await expect(rows).toHaveCount(3);
  // What was asked for before can be asked for again.
  await search.fill("教育");
  await expect(rows).toHaveCount(1);
  await home.click();
  await expect(rows).toHaveCount(3);

  await page.getByText("已归档", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "没有归档的讲话稿" })).toBeVisible();
  await expect(page).toHaveURL(/archived=true/);
  await home.click();
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole("radio", { name: "进行中" })).toBeChecked();
  await expect(page).toHaveURL(/\/$/);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "没有归档的讲话稿" })).toBeVisible();
});
