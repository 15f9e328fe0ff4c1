/** Chinese input in the page itself, two people in one paragraph: nobody sees what isn't chosen yet. */
import { expect, test } from "../helpers/lectern-test";
import type { Office } from "../helpers/office";
import { EditorPage } from "./editor-page";
import { InputMethod } from "./input-method";

type OpenPage = Parameters<typeof EditorPage.open>[0];

/** What comes to this page from now on, as it is shown with every change. */
async function watch({ text }: EditorPage): Promise<() => Promise<readonly string[]>> {
  await text.evaluate((element) => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push(element.textContent ?? "")).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { seen });
  });
  return () => text.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

async function open(office: Office, openPage: OpenPage, text: string) {
  const [one, other] = [await office.colleague("wang", "王建国"), await office.colleague("li", "李晓梅")];
  const speech = await office.speech(one, { title: "一起打字", text }, [[other, "editor"]]);
  const author = await EditorPage.open(openPage, one, speech);
  const colleague = await EditorPage.open(openPage, other, speech);
  return { author, colleague, input: await InputMethod.of(author.page), seen: await watch(colleague) };
}

// Without a network the page can't connect.
test.use({ allowedConsole: [/WebSocket connection|ERR_INTERNET/] });

const lettersIn = (seen: readonly string[]) => seen.filter((text) => /[a-z]/.test(text));

for (const [kind, line, begun] of [
  ["a paragraph", "各位要奋斗", "p 再各位要奋斗"],
  ["a run-in heading", "一、要奋斗。各单位抓好落实", "h2 一、再要奋斗。各单位抓好落实"],
  ["a heading", "一、要奋斗", "h2 一、再要奋斗"],
] as const) {
  test(`SY-70 SY-71 half-typed letters stay with their author while a colleague writes in ${kind} too`, async ({
    office,
    openPage,
  }) => {
    const { author, colleague, input, seen } = await open(office, openPage, line);
    await author.clickEnd(0);
    await input.compose("nim");
    await colleague.clickEnd(0);
    await colleague.page.keyboard.press("Home");
    await colleague.page.keyboard.type("再");
    await colleague.expectSaved();
    await input.compose("nimen");
    await input.choose("你们");
    await author.expectSaved();
    for (const page of [author, colleague]) await page.expectBlocks([`${begun}你们`]);
    expect(lettersIn(await seen())).toEqual([]);
    // What the author wrote is undone, and the colleague's stays.
    await author.page.keyboard.press("Control+z");
    for (const page of [author, colleague]) await page.expectBlocks([begun]);
  });
}

test("SY-70 what is composed without a network goes out once it is chosen and the network is back", async ({
  office,
  openPage,
}) => {
  const { author, colleague, input, seen } = await open(office, openPage, "同志们要奋斗");
  await author.clickEnd(0);
  await author.page.context().setOffline(true);
  await input.compose("nimen");
  await author.page.context().setOffline(false);
  await colleague.clickEnd(0);
  await colleague.page.keyboard.press("Home");
  await colleague.page.keyboard.type("敬爱的");
  await input.choose("你们");
  await author.expectSaved();
  await colleague.expectBlocks(["p 敬爱的同志们要奋斗你们"]);
  await author.expectBlocks(["p 敬爱的同志们要奋斗你们"]);
  expect(lettersIn(await seen())).toEqual([]);
});
