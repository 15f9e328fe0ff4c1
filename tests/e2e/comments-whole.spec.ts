import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

const TEXT = ["在工作会议上的讲话", "同志们：", ...Array.from({ length: 40 }, () => "把实干的事办实。")].join(
  "\n",
);

test("CO-43 a remark on the whole speech is written where one sees it, however far the text is scrolled", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("whole-remark", "主笔");
  const speech = await office.speech(chief, { title: "批注全文", text: TEXT });
  const { page } = await EditorPage.open(openPage, chief, speech);
  await page.getByRole("tab", { name: "批注" }).click();
  const last = page.locator(".tiptap p").last();
  await last.click();
  await expect(last).toBeInViewport();
  await page.getByRole("button", { name: "批注全文" }).click();
  await expect(page.locator("textarea[aria-label^='写批注']")).toBeInViewport({ ratio: 1 });
});
