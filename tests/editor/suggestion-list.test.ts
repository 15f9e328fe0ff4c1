// @vitest-environment happy-dom
/** How often the list of suggestions reads the whole text. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, it, vi } from "vitest";
import { createSuggestionList } from "@/components/editor/suggest/suggestion-list";
import { BindingGuard } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newId } from "@/core/new-id";
import * as listing from "@/core/review/list-suggestions";
import { suggestShared } from "../helpers/shared-edit";
import { addBefore } from "../helpers/text-edits";
import { openPageEditor } from "./page-editor";

it("SU-83 the list of suggestions reads a text once, however often it is asked for, and tells of it once", () => {
  const doc = createSharedDocument();
  const editor = openPageEditor(Collaboration.configure({ document: doc, field: FRAGMENT }), BindingGuard);
  editor.commands.setContent("<p>我们要推动工作。</p><p>抓好落实。</p>");
  suggestShared(doc, newId(), addBefore("推动", "大力"));
  const walks = vi.spyOn(listing, "listSuggestions");
  const suggestions = createSuggestionList(editor);
  const told = vi.fn();
  const leave = suggestions.subscribe(told);
  const asked = () => {
    suggestions.read();
    return suggestions.get().map(({ insertedText }) => insertedText);
  };
  expect(asked()).toEqual(["大力"]);
  // Going to a suggestion changes the selection alone.
  editor.commands.setTextSelection(3);
  expect(asked()).toEqual(["大力"]);
  expect(walks).toHaveBeenCalledTimes(1);
  expect(told).not.toHaveBeenCalled();
  suggestShared(doc, newId(), addBefore("落实", "各项"));
  expect(asked()).toEqual(["大力", "各项"]);
  expect(asked()).toEqual(["大力", "各项"]);
  expect(walks).toHaveBeenCalledTimes(2);
  expect(told).toHaveBeenCalledTimes(1);
  leave();
  editor.destroy();
});
