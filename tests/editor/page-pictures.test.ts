/** When the preview's pictures of pages are drawn; an image here only says that it was asked to. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PagePictures } from "@/components/editor/preview/page-pictures";
import { behindTyping, type Pace } from "@/components/sync/typing-pace";

let drawn = 0;

class ToldImage {
  alt = "picture";
  src = "";
  async decode(): Promise<void> {
    drawn += 1;
  }
}

beforeEach(() => {
  drawn = 0;
  vi.stubGlobal("Image", ToldImage);
});
afterEach(() => vi.unstubAllGlobals());

function pacedPictures() {
  let wanted = false;
  let run = () => {};
  const pace: Pace = (work) => {
    run = work;
    const request = () => {
      wanted = true;
    };
    return { request, now: work, stop: () => {} };
  };
  const pictures = new PagePictures(async ({ hash }) => new Blob([hash]), pace);
  /** As when the letter of a key is painted. */
  const turn = async () => {
    wanted = false;
    run();
    await new Promise(setImmediate);
  };
  return { pictures, turn, isWanted: () => wanted };
}

it("EX-127 pictures of pages are drawn one per turn behind the typing, in the order they were asked for", async () => {
  const { pictures, turn, isWanted } = pacedPictures();
  const shown: string[] = [];
  for (const hash of ["first", "second"]) {
    void pictures.picture({ layout: "meeting", hash }, () => true).then(() => shown.push(hash));
  }
  await vi.waitUntil(isWanted);
  expect(drawn).toBe(0);

  await turn();
  expect([drawn, shown]).toEqual([1, ["first"]]);
  await vi.waitUntil(isWanted);

  await turn();
  expect([drawn, shown]).toEqual([2, ["first", "second"]]);
  expect(isWanted()).toBe(false);
});

it("EX-127 a page that another took the place of has no turn", async () => {
  const { pictures, turn, isWanted } = pacedPictures();
  const shown: string[] = [];
  let newest = "older";
  for (const hash of ["older", "newer"]) {
    newest = hash;
    void pictures.picture({ layout: "meeting", hash }, () => hash === newest).then(() => shown.push(hash));
  }
  await vi.waitUntil(isWanted);
  await turn();
  expect([drawn, shown]).toEqual([1, ["newer"]]);
});

it("EX-127 where nobody types each picture still has a turn of its own", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    const painted = { pressedAt: Number.NEGATIVE_INFINITY, onPainted: () => () => {} };
    const pictures = new PagePictures(async ({ hash }) => new Blob([hash]), behindTyping(painted));
    for (const hash of ["first", "second", "third"])
      void pictures.picture({ layout: "meeting", hash }, () => true);
    await new Promise(setImmediate);
    expect(drawn).toBe(1);
    await vi.advanceTimersToNextTimerAsync();
    await vi.advanceTimersToNextTimerAsync();
    expect(drawn).toBe(2);
    await vi.runAllTimersAsync();
    expect(drawn).toBe(3);
  } finally {
    vi.useRealTimers();
  }
});
