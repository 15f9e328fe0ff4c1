/** Making a speech from text where a part of the page can't be fetched. */
import { expect, test, vi } from "vitest";
import { renumberedInText } from "@/components/editor/clipboard/renumbered-start";

vi.mock("@/core/text/import/plain-text", () => {
  throw new Error("Failed to load chunk");
});

test("ED-65 a speech is made from text also where the part that tells what is renumbered can't be fetched", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await expect(renumberedInText("同志们：\n三、第一点")).resolves.toEqual([]);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});
