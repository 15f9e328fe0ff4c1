// @vitest-environment happy-dom
/** The menu of formats while a colleague writes. */
import { expect, it, vi } from "vitest";
import type { SlashOptions } from "@/components/editor/slash/slash-extension";
import { addBefore } from "../helpers/text-edits";
import { press } from "./page-editor";
import { openPagePair } from "./page-pair";
import { linesOf } from "./speech-state";
import { typeText } from "./suggesting-editor";

it("ED-21 the menu of formats keeps the entry that was gone to while a colleague writes, and a new search begins at the first", async () => {
  const { editor, theirs } = openPagePair("<p>开头</p><p></p>");
  const menu = editor.extensionManager.extensions.find(({ name }) => name === "slashMenu");
  const options: SlashOptions | undefined = menu?.options;
  const store = options?.store;
  let drawn = 0;
  store?.subscribe(() => {
    drawn += 1;
  });
  /** Waits until the menu is drawn where it stands then. */
  const writeAbove = async (words: string) => {
    const before = drawn;
    theirs(addBefore("开头", words));
    await vi.waitFor(() => expect(drawn).toBeGreaterThan(before));
  };
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
  editor.view.focus();
  typeText(editor, "/");
  await vi.waitFor(() => expect(store?.get()?.choices.length).toBeGreaterThan(4));
  for (let step = 0; step < 3; step += 1) press(editor, "ArrowDown");
  expect(store?.get()?.active).toBe(3);
  await writeAbove("新");
  expect(store?.get()?.active).toBe(3);
  typeText(editor, "heading");
  await vi.waitFor(() => expect(store?.get()?.choices).toHaveLength(4));
  expect(store?.get()?.active).toBe(0);
  press(editor, "ArrowDown");
  await writeAbove("又");
  press(editor, "Enter");
  expect(linesOf(editor.state.doc)).toEqual(["新又开头", "## "]);
  editor.destroy();
});
