/** Which characters pinyin is proposed for in the editor, and how it is set. */
import type { Editor } from "@tiptap/core";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { readingPlaces, setReadings } from "@/components/editor/reading/reading-places";
import { documentSchema } from "@/core/document/schema";

const schema = documentSchema();

function editorOn(...paragraphs: string[]) {
  const doc = schema.node(
    "doc",
    null,
    paragraphs.map((words) => schema.node("paragraph", null, schema.text(words))),
  );
  const editor = {
    isEditable: true,
    state: EditorState.create({ doc }),
    view: {
      dispatch: (tr: EditorState["tr"]) => {
        editor.state = editor.state.apply(tr);
      },
    },
  };
  return editor;
}
const asEditor = (editor: ReturnType<typeof editorOn>) => editor as unknown as Editor; // what the functions ask of one

it("RC-20 rare characters of the whole speech are proposed where they stand, and set when confirmed", () => {
  const editor = editorOn("到亳州", "看汨罗江");
  const { places, isWhole } = readingPlaces(asEditor(editor));
  expect(isWhole).toBe(true);
  expect(places.map(({ pos, letter, before, after }) => [pos, before, letter, after])).toEqual([
    [2, "到", "亳", "州"],
    [7, "看", "汨", "罗江"],
  ]);
  const [first, second] = places;
  if (first === undefined || second === undefined) throw new Error("two places");
  expect(
    setReadings(asEditor(editor), [
      { place: first, reading: "bó" },
      { place: second, reading: null },
    ]),
  ).toBe("set");
  const again = readingPlaces(asEditor(editor)).places;
  expect(again.map(({ current }) => current)).toEqual(["bó", null]);
});

it("RC-20 only what is selected is proposed, and what others changed meanwhile is not set", () => {
  const editor = editorOn("重庆很重要");
  editor.state = editor.state.apply(
    editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 1, 3)),
  );
  const { places, isWhole } = readingPlaces(asEditor(editor));
  expect([isWhole, ...places.map(({ letter, reading }) => letter + reading)]).toEqual([
    false,
    "重chóng",
    "庆qìng",
  ]);
  const decided = places.map((place) => ({ place, reading: place.reading }));
  editor.state = editor.state.apply(editor.state.tr.insertText("在", 1));
  const before = editor.state.doc;
  expect(setReadings(asEditor(editor), decided)).toBe("changed");
  expect(editor.state.doc.eq(before)).toBe(true);
});

it("RC-22 nothing is set in a text that was closed meanwhile", () => {
  const editor = editorOn("到亳州");
  const { places } = readingPlaces(asEditor(editor));
  const decided = places.map((place) => ({ place, reading: place.reading }));
  const before = editor.state.doc;
  editor.isEditable = false;
  expect(setReadings(asEditor(editor), decided)).toBe("closed");
  expect(editor.state.doc.eq(before)).toBe(true);
});
