/** A backup is restored while pages are open that hold what was written after it. */
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test as officeTest, startServer } from "../helpers/lectern-test";
import type { Account } from "../helpers/office";
import type { ServerProcess } from "../helpers/server-process";
import { EditorPage } from "./editor-page";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A server of this file's own: a restore ends everybody's session. */
const test = officeTest.extend<object, { server: ServerProcess }>({
  server: [startServer, { scope: "worker" }],
});

// The refused sockets, and what is asked of a dead server or without a session.
test.use({
  allowedConsole: [/WebSocket|ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|status of 401/],
});

function transfer(command: "backup" | "restore", file: string, dataDir: string): void {
  const { status, stderr } = spawnSync(process.execPath, ["dist/transfer.js", command, file], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}

/** The server dies, and its folder is lost; what `file` holds stands in its place. */
async function restore(server: ServerProcess, file: string): Promise<void> {
  await server.kill();
  for (const name of await readdir(server.dataDir)) {
    await rm(path.join(server.dataDir, name), { recursive: true });
  }
  transfer("restore", file, server.dataDir);
  await server.restart();
}

async function signInHere(page: Page, { person, password }: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("登录名").fill(person.signInName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("button", { name: `账户：${person.name}` })).toBeVisible();
}

/** What the notice of a copy that was set aside puts on the clipboard. */
async function readSetAside(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const notice = page.getByRole("status").filter({ hasText: "已另外保存" });
  await notice.getByRole("button", { name: "复制全文" }).click();
  await expect(page.getByText("全文已复制")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Names beside what each of them wrote, as the table under the text counts it. */
const written = ({ page }: EditorPage) =>
  page
    .getByRole("table", { name: "各人写了多少" })
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent)));

test("SY-115 after a restore the pages open the restored text, what they held stands aside, and all write on", async ({
  office,
  openContext,
  server,
}) => {
  const zhang = await office.colleague("restored-zhang", "张建国");
  const li = await office.colleague("restored-li", "李晓梅");
  const speech = await office.speech(zhang, { title: "恢复以前", text: "同志们：\n正文" }, [[li, "editor"]]);
  const ofZhang = await openContext(zhang);
  const ofLi = await openContext(li);
  const openIn = (context: typeof ofZhang) => async (_account: unknown, to: string) => {
    const page = await context.newPage();
    await page.goto(to);
    return page;
  };
  const hers = await EditorPage.open(openIn(ofLi), li, speech);
  const his = await EditorPage.open(openIn(ofZhang), zhang, speech);
  await his.clickEnd(1);
  await his.page.keyboard.type("早上写的");
  await his.expectSaved();
  await hers.expectBlocks(["p 同志们：", "p 正文早上写的"]);

  const folder = await mkdtemp(path.join(os.tmpdir(), "lectern-backup-"));
  const file = path.join(folder, "morning.lectern");
  transfer("backup", file, server.dataDir);
  await hers.clickEnd(0);
  await hers.page.keyboard.type("李下午写的");
  await hers.expectSaved();
  await his.expectBlocks(["p 同志们：李下午写的", "p 正文早上写的"]);
  await his.clickEnd(1);
  await his.page.keyboard.type("张下午写的");
  await his.expectSaved();
  const afternoon = ["p 同志们：李下午写的", "p 正文早上写的张下午写的"];
  await hers.expectBlocks(afternoon);

  await restore(server, file);
  await rm(folder, { recursive: true });
  const morning = ["p 同志们：", "p 正文早上写的"];
  // He closes the page, and opens it once he has signed in again.
  await his.page.close();
  await signInHere(await ofZhang.newPage(), zhang);
  const hisAgain = await EditorPage.open(openIn(ofZhang), zhang, speech);
  await hisAgain.expectBlocks(morning);
  expect(await readSetAside(hisAgain.page)).toBe("同志们：李下午写的\n正文早上写的张下午写的");
  // Hers stays open; she signs in beside it.
  await signInHere(await ofLi.newPage(), li);
  await hers.page.bringToFront();
  await expect(hers.page.getByRole("alert").filter({ hasText: "例如从备份恢复" })).toBeVisible();
  await hers.expectBlocks(afternoon);
  await hisAgain.expectBlocks(morning);
  await hers.button("打开服务器上的稿子").click();
  await hers.expectSaved();
  await hers.expectBlocks(morning);
  expect(await readSetAside(hers.page)).toBe("同志们：李下午写的\n正文早上写的张下午写的");

  await hers.clickEnd(0);
  await hisAgain.clickEnd(1);
  await Promise.all([hers.page.keyboard.type("李晚上"), hisAgain.page.keyboard.type("张晚上写")]);
  for (const editor of [hers, hisAgain]) {
    await editor.expectBlocks(["p 同志们：李晚上", "p 正文早上写的张晚上写"]);
    await editor.expectSaved();
    await expect
      .poll(() => written(editor))
      .toEqual([
        ["张建国", "14"],
        ["李晓梅", "3"],
      ]);
  }

  // A restart is no restore: nothing more is set aside.
  await server.kill();
  await server.restart();
  await hers.clickEnd(0);
  await hers.page.keyboard.type("再写");
  await hers.expectSaved();
  await hisAgain.expectBlocks(["p 同志们：李晚上再写", "p 正文早上写的张晚上写"]);
  await expect(hisAgain.page.getByText("已另外保存")).toHaveCount(1);
});
