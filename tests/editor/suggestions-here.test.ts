// @vitest-environment happy-dom
/** Which suggestions are decided on together, by what is selected. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, it } from "vitest";
import { suggestionsHere } from "@/components/editor/suggest/suggestions-here";
import { BindingGuard } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newId } from "@/core/new-id";
import { suggestShared } from "../helpers/shared-edit";
import { addBefore } from "../helpers/text-edits";
import { openPageEditor, selectCells } from "./page-editor";

it("SU-46 of several selected cells the suggestions in each are decided, and no others", () => {
  const doc = createSharedDocument();
  const editor = openPageEditor(Collaboration.configure({ document: doc, field: FRAGMENT }), BindingGuard);
  const row = (cells: string) => `<tr>${[...cells].map((cell) => `<td><p>${cell}</p></td>`).join("")}</tr>`;
  editor.commands.setContent(`<p>开头</p><table>${row("甲乙丙")}${row("丁戊己")}</table>`);
  const ids = new Map([...("开甲乙丙丁戊己" as const)].map((letter) => [letter, newId()]));
  for (const [letter, id] of ids) suggestShared(doc, newId(), addBefore(letter, "新"), id);
  const decided = (first: string, last: string) => {
    selectCells(editor, first, last);
    const here = suggestionsHere(editor.state);
    return [...ids].flatMap(([letter, id]) => (here.has(id) ? [letter] : [])).join("");
  };
  expect(decided("甲", "丙")).toBe("甲乙丙");
  expect(decided("丙", "甲")).toBe("甲乙丙");
  expect(decided("乙", "戊")).toBe("乙戊");
  expect(decided("戊", "丙")).toBe("乙丙戊己");
  expect(decided("己", "己")).toBe("己");
  editor.destroy();
});
