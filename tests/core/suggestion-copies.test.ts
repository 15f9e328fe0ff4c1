/** Text and line breaks with suggestions that an edit brings to another place. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { linesOf, speech } from "../editor/speech-state";
import { AUTHOR, OTHER, suggest } from "./tracked-edit";

describe("text with suggestions in another place", () => {
  it("SU-02 a proposed break copied along with its text is a break there too", () => {
    const split = suggest(speech(["p", "甲乙"], ["p", "丙"]), 2, (tr) => tr.split(2), OTHER);
    const copied = split.doc.slice(1, 4);
    const pasted = suggest(split.doc, 7, (tr) => tr.replace(7, 7, copied));
    expect(linesOf(acceptAll(pasted.doc))).toEqual(["甲", "乙", "丙甲", "乙"]);
    expect(linesOf(rejectAll(pasted.doc))).toEqual(["甲乙", "丙"]);
  });

  // Seed 20008663: read as typed in the midst of struck text, the struck words were put in anew.
  it("SU-01 struck words that a deletion joins to struck words stay struck", () => {
    const { nodes } = documentSchema();
    const at = { id: "s".repeat(20), person: OTHER, at: 1 };
    const struck = (text: string) => documentSchema().text(text, [documentSchema().mark("deletion", at)]);
    const own = documentSchema().mark("insertion", { id: "t".repeat(20), person: AUTHOR, at: 2 });
    const line = nodes.paragraph?.create(null, [struck("展"), documentSchema().text("工作", [own])]);
    const item = (...content: Node[]) =>
      nodes.bulletList?.create(null, nodes.listItem?.create(null, content));
    const inner = item(speech(["p", "会"]).child(0));
    const list =
      inner &&
      item(
        speech(["p", ""])
          .child(0)
          .copy(Fragment.from(struck("工作"))),
        inner,
      );
    const doc = documentSchema().node(
      "doc",
      null,
      [line, list].filter((block) => block !== undefined),
    );
    const gone = suggest(doc, 2, (tr) =>
      tr.setSelection(TextSelection.create(tr.doc, 2, 8)).deleteSelection(),
    );
    expect(linesOf(acceptAll(gone.doc))).toEqual(["", "会"]);
    expect(rejectAll(gone.doc).eq(rejectAll(doc))).toBe(true);
  });
});

describe("line breaks with suggestions", () => {
  const hardBreak = (attrs = {}) => documentSchema().node("hardBreak", attrs);
  const withBreaks = () => {
    const doc = speech(["p", "甲乙"], ["p", "丙"]);
    const struck = hardBreak({ removed: `${"r".repeat(20)}.${OTHER}.1` });
    return EditorState.create({ doc }).tr.insert(2, struck).doc;
  };

  it("SU-02 of a struck and a proposed one beside each other the one that goes is the one deleted", () => {
    const two = suggest(withBreaks(), 3, (tr) => tr.insert(3, hardBreak()), OTHER);
    // With the caret elsewhere, nothing else tells which of the two it was.
    const gone = suggest(two.doc, 1, (tr) => tr.delete(3, 4), OTHER);
    expect(
      acceptAll(gone.doc)
        .child(0)
        .eq(speech(["p", "甲乙"]).child(0)),
    ).toBe(true);
    expect(rejectAll(gone.doc).eq(rejectAll(withBreaks()))).toBe(true);
  });

  it("SU-02 a struck one copied along with its text isn't in the copy", () => {
    const doc = withBreaks();
    const pasted = suggest(doc, 7, (tr) => tr.replace(7, 7, doc.slice(1, 4)));
    expect(acceptAll(pasted.doc).child(1).childCount).toBe(1);
    expect(linesOf(acceptAll(pasted.doc))).toEqual(["甲乙", "丙甲乙"]);
  });
});
