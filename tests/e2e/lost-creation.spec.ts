import { expect, test } from "../helpers/lectern-test";

// The answer that is lost on purpose.
test.use({ allowedConsole: [/ERR_FAILED/] });

test("ST-26 creating pressed again after the answer was lost opens the speech that was made", async ({
  office,
  openPage,
}) => {
  const writer = await office.colleague("home-loses-answer");
  const page = await openPage(writer, "/");
  let lost = false;
  await page.route(/\/api\/speeches$/, async (route) => {
    if (route.request().method() !== "POST" || lost) return route.fallback();
    lost = true;
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "新建讲话稿" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题").fill("只有一份");
  const create = dialog.getByRole("button", { name: "建立并打开" });
  await create.click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await create.click();
  await expect(page).toHaveURL(/\/speeches\/[a-z0-9]+$/);
  const { speeches } = await writer.visitor.request<{ speeches: { id: string }[] }>("GET", "/api/speeches");
  expect(speeches.map(({ id }) => `/speeches/${id}`)).toEqual([new URL(page.url()).pathname]);
});
