/** The chief's lock in 修订, put on while somebody is in the midst of something. */
import type { Page } from "@playwright/test";
import { expect, test } from "../helpers/lectern-test";
import type { Account, Office } from "../helpers/office";
import { EditorPage } from "./editor-page";
import { InputMethod } from "./input-method";

type OpenPage = (account: Account | null, path: string) => Promise<Page>;

// Keys are pressed while the server closes the socket.
test.use({ allowedConsole: [/already in CLOSING/] });

async function open(office: Office, openPage: OpenPage, title: string) {
  const [chief, editor, suggester] = [
    await office.colleague("wang", "王建国"),
    await office.colleague("sun", "孙编辑"),
    await office.colleague("zhao", "赵核稿"),
  ];
  const speech = await office.speech(chief, { title, text: "我们要推动工作\n各单位抓好落实" }, [
    [editor, "editor"],
    [suggester, "suggester"],
  ]);
  const editing = await EditorPage.open(openPage, editor, speech);
  const toggle = editing.page.locator("button[aria-pressed]", { hasText: "修订" });
  return {
    editing,
    openAs: (who: "chief" | "suggester") =>
      EditorPage.open(openPage, who === "chief" ? chief : suggester, speech),
    lock: async () => {
      await chief.visitor.request("PATCH", `/api/speeches/${speech.id}`, { suggestOnly: true });
      await expect(toggle).toHaveAttribute("aria-pressed", "true");
    },
  };
}

test("SU-75 who is asked how to decide while the chief locks the speech decides nothing, and isn't told otherwise", async ({
  office,
  openPage,
}) => {
  const { editing, openAs, lock } = await open(office, openPage, "取舍时被锁定");
  const proposing = await openAs("suggester");
  for (const [block, words] of ["，见到成效", "，不走过场"].entries()) {
    await proposing.clickEnd(block);
    await proposing.page.keyboard.type(words);
  }
  await proposing.expectSaved();
  await expect(editing.text.locator("ins")).toHaveCount(2);
  await editing.text.focus();
  await editing.page.keyboard.press("Control+a");
  await editing.page.keyboard.press("Control+Alt+a");
  const dialog = editing.page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await lock();
  await dialog.getByRole("button", { name: "接受 2 处" }).click();
  await expect(dialog.getByRole("alert")).toContainText("您没有权限这样做");
  await expect(editing.page.getByText("已接受 2 处修订")).toHaveCount(0);
  await expect(editing.text.locator("ins")).toHaveCount(2);
});

test("SU-79 what somebody composes while the chief locks the speech is one suggestion, and nothing is refused", async ({
  office,
  openPage,
}) => {
  const { editing, openAs, lock } = await open(office, openPage, "组字时被锁定");
  const input = await InputMethod.of(editing.page);
  await editing.clickEnd(0);
  await input.compose("zaish");
  await lock();
  await input.compose("zaishangtaijie");
  await input.choose("再上台阶");
  await editing.expectSaved();
  await editing.expectWords("ins", ["再上台阶"]);
  await editing.expectWords("del", []);
  await editing.page.keyboard.type("。");
  await editing.expectSaved();
  const chief = await openAs("chief");
  await chief.expectWords("ins", ["再上台阶。"]);
  await chief.expectBlocks(["p 我们要推动工作再上台阶。", "p 各单位抓好落实"]);
});

test("SU-79 what is typed where the lock is shown, before the page is connected again, is a suggestion", async ({
  office,
  openPage,
}) => {
  const { editing, openAs, lock } = await open(office, openPage, "断线时被锁定");
  const { page } = editing;
  let isOut = false;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (isOut) return void socket.close({ code: 1013 });
    const server = socket.connectToServer();
    server.onClose(() => {
      // Closed by the lock: what role is left, the page hears only once it is let in again.
      isOut = true;
      void socket.close({ code: 1013 });
    });
  });
  await page.reload();
  await editing.expectSaved();
  await editing.clickEnd(0);
  await lock();
  await expect.poll(() => isOut).toBe(true);
  await page.keyboard.type("再上台阶");
  await editing.expectWords("ins", ["再上台阶"]);
  isOut = false;
  await editing.expectSaved();
  const chief = await openAs("chief");
  await chief.expectWords("ins", ["再上台阶"]);
});

test("SU-40 in a locked speech the chief's own words are suggestions too, until they are accepted or it is unlocked", async ({
  office,
  openPage,
}) => {
  const { editing, openAs, lock } = await open(office, openPage, "主笔自己也留痕");
  const chief = await openAs("chief");
  const { page } = chief;
  await lock();
  const toggle = page.locator("button[aria-pressed]", { hasText: "修订" });
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await expect(toggle).toHaveAttribute("aria-disabled", "true");
  await chief.clickEnd(0);
  await page.keyboard.type("再上台阶");
  await chief.expectSaved();
  await chief.expectWords("ins", ["再上台阶"]);
  await expect(editing.text.locator("ins")).toHaveText("再上台阶");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+Alt+a");
  await page.getByRole("dialog").getByRole("button", { name: /^接受/ }).click();
  await chief.expectWords("ins", []);
  await page.getByRole("tab", { name: "修订" }).click();
  await page.getByRole("switch", { name: "锁定修订" }).click();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await chief.clickEnd(1);
  await page.keyboard.type("不走过场");
  await chief.expectSaved();
  await editing.expectBlocks(["p 我们要推动工作再上台阶", "p 各单位抓好落实不走过场"]);
  await expect(editing.text.locator("ins")).toHaveCount(0);
});
