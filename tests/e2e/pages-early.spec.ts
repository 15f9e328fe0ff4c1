/** Fields that are on the page before its script is. */
import { expect, test } from "../helpers/lectern-test";
import { holdScripts } from "./held-scripts";

for (const path of ["/", "/people"]) {
  test(`UI-67 what is searched for on ${path} isn't typed before the page's script is there, which would lose it`, async ({
    office,
    openContext,
  }) => {
    const page = await (await openContext(office.administrator)).newPage();
    const release = await holdScripts(page);
    await page.goto(path, { waitUntil: "commit" });
    const search = page.getByRole("searchbox");
    await expect(search).toBeVisible();
    await expect(search).not.toBeEditable();
    release();
    await search.fill("找不着的");
    await expect(search).toHaveValue("找不着的");
  });
}
