/** A writer, a reviewer and a leader at a tablet, at once on one speech: what the leader wants is carried out. */
import { expect, test } from "../helpers/lectern-test";
import { expectAccessible } from "./accessible";
import { EditorPage } from "./editor-page";
import { expectFits } from "./fits-width";

const TEXT = [
  "在推进会上的讲话",
  "同志们：",
  "要持续推动档案工作再上新台阶。全市馆藏总量达到 126 万卷。",
  "一要抓数字化。二要抓安全。",
].join("\n");

// What is refused here on purpose: an answer that lacks what it must say.
test.use({ allowedConsole: [/status of 400/] });

test("LV-20 LV-21 LV-43 LV-44 SG-60 SG-73 SG-74 NT-30 a leader's words and instructions become cards, are answered and signed, each told live", async ({
  office,
  openPage,
}) => {
  const [chief, reviewer, leader] = [
    await office.colleague("lv-chief", "周文清"),
    await office.colleague("lv-reviewer", "许明远"),
    await office.colleague("lv-leader", "陈立川"),
  ];
  const speech = await office.speech(chief, { title: "领导审阅", text: TEXT }, [
    [reviewer, "editor"],
    [leader, "suggester"],
  ]);
  const writer = await EditorPage.open(openPage, chief, speech);
  const other = await EditorPage.open(openPage, reviewer, speech);
  const tablet = await openPage(leader, "/");
  await tablet.setViewportSize({ width: 834, height: 1112 });
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [leader.person.id],
    inOrder: false,
  });

  // The leader is told at once, and lands on the page for reading.
  await tablet.getByRole("link", { name: /消息，\d 条未读/ }).click();
  await tablet.getByRole("link", { name: "周文清 请您签批" }).click();
  await expect(tablet.getByRole("radio", { name: "修改后同意" })).toBeVisible();
  await expect(tablet.getByRole("toolbar")).toHaveCount(0);

  // Other words for a sentence.
  await tablet.getByText("要持续推动档案工作再上新台阶。").click();
  await tablet.getByRole("button", { name: "改成……" }).click();
  await tablet.getByRole("textbox", { name: "改成" }).fill("要持续推进档案工作再上新台阶。");
  await expectAccessible(tablet, "the sheet for other words");
  await tablet.getByRole("button", { name: "改成这样" }).click();
  const own = tablet.getByRole("region", { name: "我的意见" });
  await expect(own.getByRole("listitem")).toHaveCount(1);
  await expect(tablet.getByText("要持续推进档案工作再上新台阶。").first()).toBeVisible();

  // The reviewer writes meanwhile: the leader is told, and what is being read stays.
  await other.clickEnd(3);
  await other.page.keyboard.type("三要抓队伍。");
  await other.expectSaved();
  await chief.visitor.request("PATCH", `/api/speeches/${speech.id}`, {
    title: "推进会讲话",
    numberingStyle: "flat",
  });
  const news = tablet.getByRole("status").filter({ hasText: "您看的时候，有 1 段文字被改动" });
  await expect(news).toBeVisible();
  await expect(tablet.getByText("三要抓队伍。")).toHaveCount(0);
  await expect(tablet.getByRole("heading", { name: "领导审阅" })).toBeVisible();
  await news.getByRole("button", { name: "看新的文字" }).click();
  await expect(tablet.getByText("三要抓队伍。")).toBeVisible();
  await expect(tablet.getByRole("heading", { name: "推进会讲话" })).toBeVisible();

  // An instruction.
  await tablet.getByText("二要抓安全。").click();
  await tablet.getByRole("button", { name: "批示", exact: true }).click();
  await tablet.getByRole("textbox", { name: "批示" }).fill("补充安全的具体要求");
  // LV-43: not even another sentence, Escape and a reload take away what isn't sent yet.
  await tablet.getByText("一要抓数字化。").click();
  await expect(tablet.getByRole("textbox", { name: "批示" })).toHaveCount(0);
  await tablet.getByText("二要抓安全。").click();
  await expect(tablet.getByRole("textbox", { name: "批示" })).toHaveValue("补充安全的具体要求");
  await tablet.keyboard.press("Escape");
  await tablet.getByRole("textbox", { name: "意见", exact: true }).fill("数字再核");
  await tablet.reload();
  await expect(tablet.getByRole("textbox", { name: "意见", exact: true })).toHaveValue("数字再核");
  await tablet.getByText("二要抓安全。").click();
  await expect(tablet.getByRole("textbox", { name: "批示" })).toHaveValue("补充安全的具体要求");
  await tablet.getByRole("button", { name: "作出批示" }).click();
  await expect(own.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(tablet, "one's own points");

  // For the writers both are cards, live; the chief asks back about one, and carries out the other.
  await expect(writer.page.getByRole("link", { name: /消息，1 条未读/ })).toBeVisible();
  await writer.page.getByRole("tab", { name: "领导 2 条待落实" }).click();
  const cards = writer.page.getByRole("region", { name: "领导意见" }).getByRole("listitem");
  await expect(cards).toHaveCount(2);
  const instruction = cards.filter({ hasText: "补充安全的具体要求" });
  await instruction.getByRole("button", { name: "请示" }).click();
  await instruction.getByRole("textbox", { name: "向领导请示什么" }).fill("是否写到县一级？");
  await writer.page.getByRole("tab", { name: "稿件" }).click();
  await expect(instruction).toHaveCount(0);
  await writer.page.getByRole("tab", { name: /领导/ }).click();
  await expect(instruction.getByRole("textbox", { name: "向领导请示什么" })).toHaveValue("是否写到县一级？");
  await instruction.getByRole("button", { name: "发出" }).click();
  await expect(instruction.getByText("请示中")).toBeVisible();
  await expectAccessible(writer.page, "the cards");
  await expect(own.getByText("是否写到县一级？")).toBeVisible();
  await own.getByRole("button", { name: "答复" }).click();
  await own.getByRole("textbox", { name: "答复" }).fill("写到县一级");
  await tablet.reload();
  await expect(own.getByRole("textbox", { name: "答复" })).toHaveValue("写到县一级");
  await own.getByRole("button", { name: "发出" }).click();
  await expect(instruction.getByText("待落实")).toBeVisible();
  await instruction.getByRole("button", { name: "已落实" }).click();
  // What was asked back is no answer.
  await instruction.getByRole("textbox", { name: "怎么落实的" }).fill("已写到县一级");
  await instruction.getByRole("button", { name: "已落实" }).click();
  await expect(writer.page.getByRole("tab", { name: "领导 1 条待落实" })).toBeVisible();

  // The leader signs; taking the leader's words over keeps it signed.
  await tablet.getByRole("radio", { name: "修改后同意", exact: true }).click();
  await expect(tablet.getByText("写的意见列为领导意见")).toBeVisible();
  await tablet.getByRole("button", { name: "签批：修改后同意" }).click();
  await expect(tablet.getByText("您已签批：修改后同意")).toBeVisible();
  // The opinion that went along is a card too, about the whole text.
  await expect(own.locator("[data-directive]")).toHaveCount(3);
  await expect(writer.page.getByRole("tab", { name: "领导 2 条待落实" })).toBeVisible();
  const opinion = cards.filter({ hasText: "数字再核" });
  await expect(opinion).toContainText("全文");
  await opinion.getByRole("button", { name: "已落实" }).click();
  await opinion.getByRole("textbox", { name: "怎么落实的" }).fill("已核，数字无误");
  await opinion.getByRole("button", { name: "已落实" }).click();
  await expect(writer.page.getByRole("tab", { name: "领导 1 条待落实" })).toBeVisible();
  await cards.filter({ hasText: "领导改为" }).getByRole("button", { name: "已落实" }).click();
  await expect(writer.page.getByRole("tab", { name: "领导", exact: true })).toBeVisible();
  await expect(other.text).toContainText("要持续推进档案工作");
  await expect(writer.page.getByText(/签批失效/)).toHaveCount(0);
  await expect(tablet.getByText("您已签批：修改后同意")).toBeVisible();

  // Once more there is nothing to change: what, if anything, has to be said.
  const again = tablet.getByRole("button", { name: "修改签批" });
  await again.click();
  await tablet.getByRole("radio", { name: "同意", exact: true }).click();
  await tablet.getByRole("button", { name: "签批：同意" }).click();
  await expect(tablet.getByText("您已签批：同意")).toBeVisible();
  await again.click();
  await tablet.getByRole("radio", { name: "修改后同意", exact: true }).click();
  await tablet.getByRole("button", { name: "签批：修改后同意" }).click();
  await expect(tablet.getByText("请写明要改什么")).toBeVisible();

  // Each of the leader's settings is there on another device.
  await tablet.getByRole("button", { name: "字号与阅读方式" }).click();
  await expect(tablet.getByText("翻页", { exact: true })).toBeVisible();
  await expectAccessible(tablet, "the settings for reading");
  const saved = tablet.waitForResponse((answer) => answer.url().endsWith("/api/me/reading"));
  await tablet.getByText("翻页", { exact: true }).click();
  await saved;
  const phone = await openPage(leader, `/speeches/${speech.id}/read`);
  await phone.setViewportSize({ width: 390, height: 844 });
  const pages = phone.getByRole("navigation", { name: "翻页" });
  await expect(pages).toContainText(/1 \/ \d/);
  await pages.getByRole("button", { name: "下一页" }).click();
  await expect(pages).toContainText(/2 \/ \d/);
});

test("LV-21 NT-31 reading and the inbox fit every width, have no axe violation, and lead to their places", async ({
  office,
  openPage,
}) => {
  const chief = await office.colleague("lv-look-chief", "主笔");
  const leader = await office.colleague("lv-look-leader", "领导");
  const title = "在全市档案工作高质量发展推进会暨先进集体先进个人表彰大会上的讲话";
  const speech = await office.speech(chief, { title, text: TEXT }, [[leader, "suggester"]]);
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [leader.person.id],
    inOrder: false,
  });
  const page = await openPage(leader, `/speeches/${speech.id}/read`);
  const fits = async () => {
    for (const width of [1280, 820, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await expectFits(page, width);
    }
  };
  await expect(page.getByRole("radio")).toHaveCount(3);
  // With the keyboard alone: the first sentence, then the next.
  await page.locator(".ProseMirror").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-chosen]")).toHaveText("同志们：");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, `reading, ${colorScheme}`);
  }
  await fits();
  await page.goto("/inbox");
  await expect(page.getByRole("link", { name: "主笔 请您签批" })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `inbox, ${colorScheme}`);
  }
  await fits();
  await page.getByRole("textbox", { name: "邮箱地址" }).fill("leader@office.example");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存")).toBeVisible();
  await page.getByRole("button", { name: "全部标为已读" }).click();
  await expect(page.getByRole("link", { name: "消息", exact: true })).toBeVisible();
});
