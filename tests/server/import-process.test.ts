import { afterEach, describe, expect, it } from "vitest";
import { createFileReader, type FileReader } from "@/server/import/file-reader";
import { readFile } from "@/server/import/read-file";

const file = (name: string, text: string) => ({
  bytes: new TextEncoder().encode(text),
  name,
  encoding: null,
});
const good = file("a.txt", "同志们：\n一、甲");
const list = (items: number) => file("a.md", "* 甲\n".repeat(items));
let reader: FileReader | undefined;
afterEach(() => reader?.close());

// Starting a process from TypeScript takes seconds where other tests share the machine.
describe("the reading process", { timeout: 60_000 }, () => {
  it("IM-37 reads as this thread would, and says what is wrong with a file by name", async () => {
    reader = createFileReader(() => 50_000);
    const expected = readFile(good);
    if (!expected.ok) throw new Error(expected.problem);
    expect(await reader.read(good)).toEqual(expected.file);
    await expect(reader.read(file("a.doc", "x"))).rejects.toMatchObject({ problem: "old-word" });
  });

  it("IM-37 gives up a file that takes too long or too much memory, and reads the next", async () => {
    let limitMs = 0;
    reader = createFileReader(() => limitMs);
    // A short file could be read before a clock of no time at all has rung.
    await expect(reader.read(list(50_000))).rejects.toMatchObject({ problem: "too-complex" });
    limitMs = 50_000;
    const [large, small] = await Promise.allSettled([reader.read(list(400_000)), reader.read(good)]);
    expect(large).toMatchObject({ status: "rejected", reason: { problem: "too-complex" } });
    expect(small).toMatchObject({ status: "fulfilled", value: { format: "txt" } });
    expect(await reader.read(good)).toMatchObject({ format: "txt" });
  });

  it("IM-37 ends on JSON that fills its memory, whatever shape it has, and reads the next", async () => {
    reader = createFileReader(() => 50_000);
    const shapes = [
      `[${"{},".repeat(6_000_000)}{}]`,
      "[".repeat(19_000_000),
      `[${"[],".repeat(6_000_000)}[]]`,
    ];
    for (const text of shapes) {
      await expect(reader.read(file("a.json", text))).rejects.toMatchObject({
        problem: expect.stringMatching(/^(too-complex|damaged|wrong-format)$/),
      });
      expect(await reader.read(good)).toMatchObject({ format: "txt" });
    }
  });

  it("IM-38 stops reading when nobody waits for it any more", async () => {
    reader = createFileReader(() => 50_000);
    const gone = new AbortController();
    const asked = reader.read(list(100_000), gone.signal);
    const other = reader.read(good);
    gone.abort(new Error("gone"));
    await expect(asked).rejects.toThrow("gone");
    expect(await other).toMatchObject({ format: "txt" });
    await expect(reader.read(good, gone.signal)).rejects.toThrow("gone");
  });
});
