// @vitest-environment happy-dom
/** Which suggestions a place in the page belongs to. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, it } from "vitest";
import { suggestionsAround } from "@/components/editor/suggest/suggestion-frame";
import { BindingGuard } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newId } from "@/core/new-id";
import { suggestShared } from "../helpers/shared-edit";
import { addBefore, remove } from "../helpers/text-edits";
import { openPageEditor } from "./page-editor";

it("SU-85 words that two people propose on are of both, of whose is innermost first; others of nobody", () => {
  const doc = createSharedDocument();
  const editor = openPageEditor(Collaboration.configure({ document: doc, field: FRAGMENT }), BindingGuard);
  editor.commands.setContent("<p>我们要推动工作</p>");
  const [added, struck] = [newId(), newId()];
  suggestShared(doc, newId(), addBefore("推动", "大力"), added);
  suggestShared(doc, newId(), remove("大力"), struck);
  const words = [...editor.view.dom.querySelectorAll("[data-suggestion]")].filter(
    ({ textContent }) => textContent === "大力",
  );
  const innermost = words.at(-1);
  expect(new Set(suggestionsAround(innermost))).toEqual(new Set([added, struck]));
  expect(suggestionsAround(innermost)[0]).toBe(innermost?.getAttribute("data-suggestion"));
  expect(suggestionsAround(innermost?.firstChild)).toEqual(suggestionsAround(innermost));
  expect(suggestionsAround(editor.view.dom.querySelector("p"))).toEqual([]);
  expect(suggestionsAround(null)).toEqual([]);
  editor.destroy();
});
