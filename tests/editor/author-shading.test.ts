// @vitest-environment happy-dom
/** The shades of who wrote what, while the text changes under them. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { afterEach, expect, it, vi } from "vitest";
import { AuthorShading, setAuthorShading } from "@/components/editor/authors/author-shading";
import { NOTHING_CARRIED } from "@/core/authors/carried-runs";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newPersonId } from "@/core/ids";
import { openPageEditor } from "./page-editor";

const DOC = createSharedDocument();
afterEach(() => vi.restoreAllMocks());

function openShaded() {
  const editor = openPageEditor(
    Collaboration.configure({ document: DOC, field: FRAGMENT }),
    AuthorShading.configure({ document: DOC }),
  );
  editor.commands.setContent("<p>甲乙丙</p><p>丁戊己</p>");
  const authors = new Map([[DOC.clientID, { id: newPersonId(), name: "写的人" }]]);
  setAuthorShading(editor.view, { authors, carried: NOTHING_CARRIED });
  const shades = () =>
    [...editor.view.dom.querySelectorAll(".speech-author")].map((each) => each.textContent);
  return { editor, shades };
}

it("WW-33 one's own edit goes along with the shades without the shared text being read", () => {
  const { editor, shades } = openShaded();
  expect(shades()).toEqual(["甲乙丙", "丁戊己"]);
  const fragment = DOC.getXmlFragment(FRAGMENT);
  const read = vi.spyOn(fragment, "toArray");
  editor.state.apply(editor.state.tr.insertText("天", 2));
  expect(read).not.toHaveBeenCalled();
  editor.view.dispatch(editor.state.tr.insertText("天", 2));
  expect(shades()).toEqual(["甲天乙丙", "丁戊己"]);
});
