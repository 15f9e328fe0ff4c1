/** A file that is given up before the server has been asked for it. */
import { expect, test } from "../helpers/lectern-test";

test("UI-27 a file whose dialog is closed while it waits for what was just typed isn't made", async ({
  office,
  openContext,
}) => {
  const chief = await office.colleague("closed-export", "主笔");
  const speech = await office.speech(chief, { title: "不导出了", text: "同志们：" });
  const page = await (await openContext(chief)).newPage();
  const heard: (string | Buffer)[] = [];
  let holds = false;
  let letGo = () => {};
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (holds) heard.push(message);
      else socket.send(message);
    });
    letGo = () => {
      holds = false;
      for (const message of heard.splice(0)) socket.send(message);
    };
  });
  const exports: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && new URL(request.url()).pathname.endsWith("/exports"))
      exports.push(request.url());
  });
  await page.goto(`/speeches/${speech.id}`);
  const save = page.locator("[data-save]");
  await expect(save).toHaveAttribute("data-save", "saved");
  holds = true;
  await page.locator(".ProseMirror").getByText("同志们：").click();
  await page.keyboard.type("大家好");
  await expect(save).toHaveAttribute("data-save", "saving");
  await page.getByRole("button", { name: "导出文件" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  await dialog.getByRole("button", { name: "关闭" }).click();
  await expect(dialog).toHaveCount(0);
  letGo();
  await expect(save).toHaveAttribute("data-save", "saved");
  // What waited for that has gone on by now.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(exports).toEqual([]);
});
