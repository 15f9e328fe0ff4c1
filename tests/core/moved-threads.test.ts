/** Threads on words that are moved as a suggestion, once it is decided. */
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { withMovedThreads } from "@/core/review/moved-threads";
import { type Decision, settle } from "@/core/review/settle";
import { speech } from "../editor/speech-state";
import { AUTHOR, OTHER, suggest } from "./tracked-edit";

const THREAD = "d".repeat(20);

/**
 * Words of the first line, 坚持真抓实干 unless told, move behind 做好检查 as two suggestions; 真抓实干 is commented on, or of it
 * what stands before `end`.
 */
function moved(put = AUTHOR, from = 2, to = 8, end = 8): Node {
  const doc = speech(["p", "要坚持真抓实干。"], ["p", "做好检查"]);
  const mark = documentSchema().mark("comment", { thread: THREAD });
  const commented = EditorState.create({ doc }).tr.addMark(4, end, mark).doc;
  const cut = suggest(commented, from, (tr) => tr.delete(from, to)).doc;
  const words = Fragment.from(documentSchema().text(doc.textBetween(from, to)));
  return suggest(cut, 15, (tr) => tr.replace(15, 15, new Slice(words, 0, 0)), put).doc;
}

/** The marked words, a line each. */
function marked(doc: Node): string[] {
  return doc.children.map((block) =>
    block.children
      .map((child) => (child.marks.some(({ type }) => type.name === "comment") ? child.text : ""))
      .join(""),
  );
}

const words = (doc: Node) => doc.children.map(({ textContent }) => textContent);

/** Decides what was struck out and what was put in, in this order unless `copyFirst`. */
function decided(doc: Node, gone: Decision, copy: Decision, copyFirst = false): Node {
  const ids = new Map<string, Decision>();
  doc.descendants(({ marks }) => {
    for (const { type, attrs } of marks) {
      if (type.name === "deletion") ids.set(attrs.id, gone);
      if (type.name === "insertion") ids.set(attrs.id, copy);
    }
  });
  const steps = [...ids].map(([id, decision]) => new Map([[id, decision]]));
  return (copyFirst ? steps.reverse() : steps).reduce((now, step) => {
    const decide = ({ id }: { id: string }) => step.get(id) ?? ("keep" as const);
    return settle(withMovedThreads(now, decide), decide);
  }, doc);
}

describe("a thread on words that are moved as a suggestion", () => {
  it("CO-44 stays where it is as long as nothing is decided", () => {
    const doc = moved();
    expect(words(doc)).toEqual(["要坚持真抓实干。", "做好检查坚持真抓实干"]);
    expect(marked(doc)).toEqual(["真抓实干", ""]);
    expect(withMovedThreads(doc, () => "keep")).toBe(doc);
  });

  it.each([
    ["the struck words", false],
    ["the copy", true],
  ])("CO-44 goes along when both are accepted, %s first", (_, copyFirst) => {
    const doc = decided(moved(), "accept", "accept", copyFirst);
    expect(words(doc)).toEqual(["要。", "做好检查坚持真抓实干"]);
    expect(marked(doc)).toEqual(["", "真抓实干"]);
  });

  it("CO-44 goes along when all is accepted at once, and stays when all is rejected", () => {
    const doc = moved();
    for (const [decision, places] of [
      ["accept", ["", "真抓实干"]],
      ["reject", ["真抓实干", ""]],
    ] as const) {
      const decide = () => decision;
      expect(marked(settle(withMovedThreads(doc, decide), decide))).toEqual(places);
    }
  });

  it("CO-44 waits in the tray when the copy is rejected, or is somebody else's", () => {
    expect(marked(decided(moved(), "accept", "reject", true))).toEqual(["", ""]);
    expect(marked(decided(moved(OTHER), "accept", "accept"))).toEqual(["", ""]);
  });

  it("CO-69 stays with a copy that was accepted when the words struck out for it are kept after all", () => {
    const doc = decided(moved(), "reject", "accept", true);
    expect(words(doc)).toEqual(["要坚持真抓实干。", "做好检查坚持真抓实干"]);
    expect(marked(doc)).toEqual(["", "真抓实干"]);
    // The other way round the copy is only proposed, and goes.
    expect(marked(decided(moved(), "reject", "reject"))).toEqual(["真抓实干", ""]);
  });

  it("CO-44 isn't guessed where the words stand in two copies, or are few", () => {
    const few = decided(moved(AUTHOR, 4, 6), "accept", "accept");
    expect(words(few)).toEqual(["要坚持实干。", "做好检查真抓"]);
    expect(marked(few)).toEqual(["实干", ""]);
    const all = decided(moved(AUTHOR, 4, 7), "accept", "accept");
    expect(marked(all)).toEqual(["干", ""]);
    const twice = suggest(moved(), 21, (tr) => tr.insertText("，坚持真抓实干", 21)).doc;
    expect(words(twice)[1]).toBe("做好检查坚持真抓实干，坚持真抓实干");
    expect(marked(decided(twice, "accept", "accept"))).toEqual(["", ""]);
  });

  it.each([
    ["three characters are too few", 7, ["", ""]],
    ["four are enough", 8, ["", "真抓实干"]],
  ])(
    "CO-44 isn't guessed where just the words move that it is about, and those are few: %s",
    (_, end, places) => {
      expect(marked(decided(moved(AUTHOR, 4, end, end), "accept", "accept"))).toEqual(places);
    },
  );

  it("CO-44 goes along with a block that is moved whole", () => {
    const doc = speech([1, "形势"], ["p", "真抓实干促发展"], [1, "要求"]);
    const mark = documentSchema().mark("comment", { thread: THREAD });
    const commented = EditorState.create({ doc }).tr.addMark(5, 7, mark).doc;
    const part = suggest(commented, 5, (tr) => {
      const block = tr.doc.child(1);
      return tr.delete(4, 4 + block.nodeSize).insert(tr.doc.content.size, block);
    }).doc;
    expect(words(part)).toEqual(["形势", "真抓实干促发展", "要求", "真抓实干促发展"]);
    expect(marked(part)).toEqual(["", "真抓", "", ""]);
    expect(
      marked(
        settle(
          withMovedThreads(part, () => "accept"),
          () => "accept",
        ),
      ),
    ).toEqual(["", "", "真抓"]);
  });
});
