/** How long until somebody can type, and how much script that takes. */
import type { Browser, BrowserContext } from "@playwright/test";

export interface Loading {
  /** Navigation start until the text is there and takes keys. */
  readonly editableMs: number;
  /** Script bytes as they came over the wire, compressed. */
  readonly scriptBytes: number;
}

/** Opens the page in a new context, so with an empty cache, and closes it again. */
export async function loadOnce(
  browser: Browser,
  prepare: (context: BrowserContext) => Promise<void>,
  url: string,
): Promise<Loading> {
  const context = await browser.newContext();
  await prepare(context);
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`the page failed: ${error.stack}`));
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  const scripts = new Set<string>();
  let scriptBytes = 0;
  protocol.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "commit" });
  const editableMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const editor = document.querySelector('.tiptap[contenteditable="true"]');
          const ready = (editor?.textContent ?? "").length > 10_000;
          if (ready) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.waitForLoadState("networkidle");
  await context.close();
  return { editableMs, scriptBytes };
}
