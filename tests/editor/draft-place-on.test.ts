// @vitest-environment happy-dom
/** A comment that is begun from a suggestion's card while others write. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, it } from "vitest";
import { draftPlaceOn } from "@/components/editor/suggest/draft-place-on";
import { createSuggestionList } from "@/components/editor/suggest/suggestion-list";
import { BindingGuard } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newId } from "@/core/new-id";
import { suggestShared } from "../helpers/shared-edit";
import { addBefore, placeOf } from "../helpers/text-edits";
import { openPageEditor } from "./page-editor";

it("CO-40 a comment begun from a suggestion's card stands on it as the text is by then, and on nothing once it is gone", () => {
  const doc = createSharedDocument();
  const editor = openPageEditor(Collaboration.configure({ document: doc, field: FRAGMENT }), BindingGuard);
  editor.commands.setContent("<p>开头的话。</p><p>我们要推动工作。</p>");
  const id = newId();
  suggestShared(doc, newId(), addBefore("推动", "大力"), id);
  const suggestions = createSuggestionList(editor);
  // Since the list was read last.
  editor.commands.insertContentAt(1, "同志们，");
  const draft = draftPlaceOn(id, editor, suggestions);
  expect(draft).toMatchObject({ place: { quote: "大力" }, suggestion: id });
  expect(draft?.pos).toBe(placeOf(editor.state.doc, "大力"));
  const from = placeOf(editor.state.doc, "大力");
  editor.view.dispatch(editor.state.tr.delete(from, from + 2));
  expect(draftPlaceOn(id, editor, suggestions)).toBeNull();
  editor.destroy();
});
