/** What a colleague wrote directly into a block that somebody proposed, once that is rejected. */
import type { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { INSERTION } from "@/core/document/suggestion-marks";
import { rejectAll, settle } from "@/core/review/settle";
import { AUTHOR, OTHER } from "./tracked-edit";

const schema = documentSchema();
const suggestionOf = (person: string) => ({ id: "suggestion0000000001", person, at: 1 });
const inserted = writeSlot(suggestionOf(AUTHOR));

const proposed = (text: string, person = AUTHOR) =>
  schema.text(text, [schema.mark(INSERTION, { ...suggestionOf(person), begins: null })]);
const direct = (text: string) => schema.text(text);
const paragraph = (...words: readonly Node[]) => schema.node("paragraph", { inserted }, words);
const doc = (...blocks: readonly Node[]) =>
  schema.node("doc", null, [schema.node("paragraph", null, direct("底稿。")), ...blocks]);

/** The blocks behind the first, by their kinds and words. */
const rest = (after: Node) =>
  after.children.slice(1).map(({ type, textContent }) => [type.name, textContent]);

describe("a proposed block that is rejected", () => {
  it.each<[what: string, block: Node, left: readonly (readonly [string, string])[]]>([
    ["of which nothing is anybody else's goes", paragraph(proposed("新的一段。")), []],
    ["that is empty goes", paragraph(), []],
    [
      "leaves a colleague's words",
      paragraph(proposed("新的"), direct("同事写的。")),
      [["paragraph", "同事写的。"]],
    ],
    [
      "leaves all of it where all are a colleague's",
      paragraph(direct("同事写的。")),
      [["paragraph", "同事写的。"]],
    ],
    [
      "takes what a colleague proposed in it along",
      paragraph(proposed("新的。"), proposed("再加。", OTHER)),
      [],
    ],
    [
      "leaves the list around a colleague's words, without its other items",
      schema.node("bulletList", { inserted }, [
        schema.node("listItem", { inserted }, [paragraph(proposed("甲项"))]),
        schema.node("listItem", { inserted }, [paragraph(proposed("乙项"), direct("同事写的"))]),
      ]),
      [["bulletList", "同事写的"]],
    ],
  ])("SU-161 %s", (_, block, left) => {
    const after = rejectAll(doc(block));
    expect(rest(after)).toEqual(left);
    after.descendants(({ attrs }) => {
      expect(attrs.inserted ?? null).toBeNull();
    });
  });

  it("SU-161 leaves a colleague's words also when that person's suggestions alone are rejected", () => {
    const block = paragraph(proposed("新的"), direct("同事写的。"));
    const after = settle(doc(block), ({ person }) => (person === AUTHOR ? "reject" : "keep"));
    expect(rest(after)).toEqual([["paragraph", "同事写的。"]]);
  });
});
