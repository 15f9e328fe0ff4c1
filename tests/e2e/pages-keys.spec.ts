/** What the keyboard alone does to lists and dialogs, and what a screen reader is told of fields. */
import { expect, test } from "../helpers/lectern-test";

test("UI-34 Escape closes a dialog with something written in it only when pressed again", async ({
  office,
  openPage,
}) => {
  const home = await openPage(await office.colleague("keys-escape", "起草人"), "/");
  const button = home.getByRole("button", { name: "新建讲话稿" }).first();
  const dialog = home.getByRole("dialog");
  const title = dialog.getByRole("textbox", { name: "标题" });
  const notice = home.getByText("再按一次 Esc 就关闭");
  await button.press("Enter");
  await title.fill("写了一半");
  await title.press("Escape");
  await expect(notice).toBeVisible();
  await expect(title).toHaveValue("写了一半");
  // Whoever writes on has to be asked again.
  await title.pressSequentially("了");
  await expect(notice).toHaveCount(0);
  await title.press("Escape");
  await expect(notice).toBeVisible();
  await expect(dialog).toBeVisible();
  await title.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(notice).toHaveCount(0);
  await expect(button).toBeFocused();
});
