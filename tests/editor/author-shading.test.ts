// @vitest-environment happy-dom
/** The shades of who wrote what, while the text changes under them. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { type Range, WHOLE_SPEECH } from "@/components/editor/authors/author-range";
import { AuthorShading, setAuthorShading } from "@/components/editor/authors/author-shading";
import { NOTHING_CARRIED } from "@/core/authors/carried-runs";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newPersonId } from "@/core/ids";
import { openPageEditor } from "./page-editor";

const DOC = createSharedDocument();
afterEach(() => vi.restoreAllMocks());

function openShaded(range: Range = WHOLE_SPEECH) {
  const editor = openPageEditor(
    Collaboration.configure({ document: DOC, field: FRAGMENT }),
    AuthorShading.configure({ document: DOC }),
  );
  editor.commands.setContent("<p>甲乙丙</p><p>丁戊己</p><p>庚辛</p>");
  const authors = new Map([[DOC.clientID, { id: newPersonId(), name: "写的人" }]]);
  setAuthorShading(editor.view, { authors, carried: NOTHING_CARRIED }, range);
  const shades = () =>
    [...editor.view.dom.querySelectorAll(".speech-author")].map((each) => each.textContent);
  return { editor, shades };
}

it("WW-33 one's own edit goes along with the shades without the shared text being read", () => {
  const { editor, shades } = openShaded();
  expect(shades()).toEqual(["甲乙丙", "丁戊己", "庚辛"]);
  const fragment = DOC.getXmlFragment(FRAGMENT);
  const read = vi.spyOn(fragment, "toArray");
  editor.state.apply(editor.state.tr.insertText("天", 2));
  expect(read).not.toHaveBeenCalled();
  editor.view.dispatch(editor.state.tr.insertText("天", 2));
  expect(shades()).toEqual(["甲天乙丙", "丁戊己", "庚辛"]);
});

it("WW-11 the shades of a part stay on it while text comes and goes before it, one's own and a colleague's", () => {
  const { editor, shades } = openShaded({ from: 5, to: 10 });
  expect(shades()).toEqual(["丁戊己"]);
  editor.view.dispatch(editor.state.tr.insertText("天", 2));
  expect(shades()).toEqual(["丁戊己"]);

  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(DOC));
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("同事写的一段")]);
  theirs.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  Y.applyUpdate(DOC, Y.encodeStateAsUpdate(theirs));
  expect(editor.state.doc.firstChild?.textContent).toBe("同事写的一段");
  expect(shades()).toEqual(["丁戊己"]);
});
