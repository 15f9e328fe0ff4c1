/** A speech larger than one part of a message, in a browser. */
import { MESSAGE_PART } from "@/core/protocol";
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";

test("SY-162 a speech that comes in parts is shown to its last word", async ({ office, openPage }) => {
  const chief = await office.colleague("large-chief", "主笔");
  const lines = Array.from({ length: 400 }, (_, at) => `第${at}段${"抓好落实".repeat(30)}`);
  const speech = await office.speech(chief, { title: "大稿子", text: [...lines, "到此为止"].join("\n") }, []);
  let parts = 0;
  /** Watched before the speech is asked for. */
  const watching: typeof openPage = async (account, path) => {
    const page = await openPage(account, "/");
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => {
        if (typeof payload !== "string" && payload[0] === MESSAGE_PART) parts += 1;
      }),
    );
    await page.goto(path);
    return page;
  };
  const { text } = await EditorPage.open(watching, chief, speech);
  await expect(text.locator("p").last()).toHaveText("到此为止");
  await expect(text).toContainText(lines[200] ?? "");
  expect(parts).toBeGreaterThan(1);
});
