/** The panel of a page that couldn't hear who was asked to sign. */
import { expect, test } from "../helpers/lectern-test";
import { EditorPage } from "./editor-page";
import { sentForReview } from "./sent-for-review";

// Requests and a connection that fail on purpose.
test.use({ allowedConsole: [/WebSocket|ERR_FAILED|ERR_INTERNET_DISCONNECTED/] });

test("SG-35 until it is known who was asked, the panel doesn't say that nobody was, and nobody can be asked", async ({
  office,
  openContext,
}) => {
  const text = "在推进会上的讲话\n同志们：\n我们要推动档案工作再上新台阶。";
  const { chief, speech } = await sentForReview(office, { people: "unknown", title: "没听到送审", text });
  const context = await openContext(chief);
  await context.route("**/sign-offs", (route) => route.abort());
  const openPage = async (_: unknown, path: string) => {
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };
  const { page } = await EditorPage.open(openPage, chief, speech);
  const panel = page.getByRole("region", { name: "签批" });
  const ask = panel.getByRole("button", { name: "送审", exact: true });
  await expect(ask).toBeDisabled();
  await expect(panel).not.toContainText("还没有送审");
  await context.unroute("**/sign-offs");
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(panel.getByRole("listitem")).toHaveText(/陈立川待签批/);
  await expect(ask).toHaveCount(0);
  await expect(panel.getByRole("button", { name: "重新送审" })).toBeEnabled();
});
