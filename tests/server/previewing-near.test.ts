/** Pages of which only those near somebody are drawn, by the real typesetter in its own process. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import type { PageRange, Preview } from "@/core/preview";
import { acceptAll } from "@/core/review/settle";
import { createPreviewing, type Previewing, type SpeechText } from "@/server/export/preview/previewing";
import { updateFromDocument } from "@/server/sync/seed";
import { longSpeech } from "../helpers/long-speech";
import { runSeed, seededRandom } from "../helpers/random";
import { randomDocument, randomlyRewritten } from "../helpers/random-document";

/** A process takes a second and a half to start, and ten times that where other tests share the machine. */
const LIMIT_MS = 120_000;
/** So many blocks of every kind are ten to twenty pages. */
const BLOCKS = 160;
const EDITINGS = 12;

const speech = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
/** Full pages of lines of 28 characters, each begun by a line that says what it is. */
const fullPages = (...names: string[]) =>
  names.flatMap((name) => [paragraph(`第${name}页。`), paragraph("字".repeat(21 * 28 - 2))]);
/** Random documents have changes whose ids aren't any. */
const settled = (document: DocumentNode): DocumentNode =>
  acceptAll(documentSchema().nodeFromJSON(document)).toJSON();
const textOf = (document: DocumentNode): SpeechText => ({
  update: updateFromDocument(document).update,
  layout: { kind: "paper", paper: paperPreset("gbt9704") },
  numberingStyle: "nested",
});

describe("pages near somebody", { timeout: LIMIT_MS }, () => {
  let previewing: Previewing;
  beforeAll(() => {
    previewing = createPreviewing({ fontDir: undefined });
  });
  afterAll(() => previewing?.close());

  const askOf = (key: string, text: SpeechText, near?: PageRange) =>
    previewing.speech(key, async () => text, near);
  const ask = (key: string, document: DocumentNode, near?: PageRange) => askOf(key, textOf(document), near);
  const drawn = ({ pages }: Preview) => pages.flatMap((hash, page) => (hash === null ? [] : [page]));

  it("EX-128 are drawn with the last one; the others are told without a picture", async () => {
    const names = [..."一二三四五六七八九"];
    await ask("long", speech(...fullPages(...names)));
    const edited = speech(...fullPages(...names.with(3, "肆")));
    const near = await ask("long", edited, { from: 3, to: 3 });
    const whole = await ask("long, whole", edited);
    expect(near.pages).toHaveLength(9);
    expect(near.pages[3]).toBe(whole.pages[3]);
    expect(near.pages.at(-1)).toBe(whole.pages.at(-1));
    expect(near.pages.slice(5, 7)).toEqual([null, null]);
    expect(near.pages[0]).toBeNull();
    expect({ ...near, pages: whole.pages }).toEqual(whole);
    const pictureOf = async (key: string) => previewing.page(key, near.pages[3] ?? "");
    const picture = await pictureOf("long");
    expect(picture).toEqual(await pictureOf("long, whole"));
    expect(gunzipSync(picture ?? new Uint8Array()).toString()).toContain("<path");
  });

  it("EX-128 are drawn also when what stands there now stood elsewhere before", async () => {
    const names = [..."一二三四五六七八九"];
    await ask("grown", speech(...fullPages(...names)));
    const before = ["甲", "乙", "丙", "丁"];
    const grown = speech(...fullPages(...before, ...names));
    const near = await ask("grown", grown, { from: 6, to: 7 });
    const whole = await ask("grown, whole", grown);
    expect(near.pages).toHaveLength(13);
    expect(near.pages.slice(6, 8)).toEqual(whole.pages.slice(6, 8));
    expect(near.pages.at(-1)).toBe(whole.pages.at(-1));
    const shrunk = speech(...fullPages("一", "二"));
    const left = await ask("grown", shrunk, { from: 6, to: 7 });
    expect(left.pages[1]).toBe((await ask("grown, whole", shrunk)).pages[1]);
    expect(left.pages).toHaveLength(2);
  });

  it("EX-128 join the list when others are asked for of the same text, and all of them make it whole", async () => {
    const names = [..."一二三四五六七八九"];
    await ask("asked again", speech(...fullPages(...names)));
    const edited = textOf(speech(...fullPages(...names.with(0, "壹"))));
    const first = await askOf("asked again", edited, { from: 0, to: 0 });
    expect(first.pages[5]).toBeNull();
    const second = await askOf("asked again", edited, { from: 5, to: 5 });
    expect(second.pages[5]).not.toBeNull();
    expect(second.pages[0]).toBe(first.pages[0]);
    expect(await previewing.page("asked again", first.pages[0] ?? "")).not.toBeNull();
    const whole = await askOf("asked again", edited);
    expect(whole.pages).not.toContain(null);
    expect(drawn(second).map((page) => whole.pages[page])).toEqual(
      second.pages.filter((hash) => hash !== null),
    );
    expect(await askOf("asked again", edited, { from: 5, to: 5 })).toEqual(whole);
  });

  it("EX-128 stay for who looks elsewhere than where somebody types", async () => {
    const names = [..."一二三四五六七八九"];
    const { pages } = await ask("elsewhere", speech(...fullPages(...names)));
    for (const name of [..."甲乙丙丁戊己庚"]) {
      await ask("elsewhere", speech(...fullPages(...names.with(0, name))), { from: 0, to: 0 });
    }
    expect(await previewing.page("elsewhere", pages[5] ?? "")).not.toBeNull();
    expect(await previewing.page("elsewhere", pages[0] ?? "")).toBeNull();
  });

  it("EX-128 are those of everybody who asks together", async () => {
    const names = [..."一二三四五六七八九"];
    await ask("together", speech(...fullPages(...names)));
    const edited = speech(...fullPages(...names.with(0, "壹")));
    const ranges = [
      { from: 0, to: 0 },
      { from: 4, to: 4 },
    ];
    const [one, other] = await Promise.all(ranges.map((near) => ask("together", edited, near)));
    expect(one).toEqual(other);
    expect(one?.pages[0]).not.toBeNull();
    expect(one?.pages[4]).not.toBeNull();
    expect(one?.pages).toContain(null);
    const again = speech(...fullPages(...names.with(0, "一一")));
    const both = await Promise.all([ask("together", again, ranges[0]), ask("together", again)]);
    expect(both[0]?.pages).not.toContain(null);
  });

  it("EX-128 stand where they do when all is drawn, behind an item of a list that reaches over two pages", async () => {
    const item = (lines: number) => ({ type: "listItem", content: [paragraph("字".repeat(lines * 26))] });
    const list = { type: "orderedList", content: [item(2), item(5)] };
    const content = (name: string) => [
      paragraph("字".repeat(18 * 28 - 2)),
      list,
      ...fullPages(..."一二三四五", name),
    ];
    await ask("listed", speech(...content("六")));
    const edited = speech(...content("陆"));
    const near = await ask("listed", edited, { from: 5, to: 5 });
    const whole = await ask("listed, whole", edited);
    expect(near.pages[2]).toBeNull();
    expect(near.pages[5]).toBe(whole.pages[5]);
    expect(near.places).toEqual(whole.places);
  });

  it("EX-128 are what they are when all is drawn, in random speeches that are edited at random", async () => {
    const seed = runSeed();
    const random = seededRandom(seed);
    const kinds = { blocks: settled(randomDocument(random, BLOCKS)), text: longSpeech(6_000, random) };
    for (const [kind, document] of Object.entries(kinds)) {
      let edited = document;
      await ask(kind, edited);
      for (let round = 0; round < EDITINGS; round += 1) {
        edited = settled(randomlyRewritten(edited, random, 1 + random.below(3)));
        const whole = await ask(`${kind}, whole`, edited);
        const from = random.below(whole.pages.length);
        const near = { from, to: from + random.below(3) };
        const made = await ask(kind, edited, near);
        const title = `seed ${seed}, ${kind}, round ${round}`;
        const asked = whole.pages.map((_, page) => page).slice(near.from, near.to + 1);
        expect(drawn(made), title).toEqual(expect.arrayContaining([...asked, whole.pages.length - 1]));
        const pages = whole.pages.map((hash, page) => (made.pages[page] === null ? null : hash));
        expect(made, title).toEqual({ ...whole, pages });
      }
    }
  });
});
