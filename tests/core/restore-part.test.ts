/** A part or a paragraph of a version brought back into the text as it is now. */
import { expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { withPartRestored } from "@/core/compare/restore-part";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";

/** Lines; one that begins with # is a heading. */
function text(...lines: string[]): DocumentNode {
  const content = lines.map((line): DocumentNode => {
    const words = [{ type: "text", text: line.replace(/^#/, "") }];
    return line.startsWith("#")
      ? { type: "heading", attrs: { level: 1, runIn: false }, content: words }
      : { type: "paragraph", content: words };
  });
  return canonicalDocument({ type: "doc", content });
}

function restored(now: DocumentNode, version: DocumentNode, start: number, end: number): string[] {
  const back = withPartRestored(now, version, compareDocuments(now, version), { start, end });
  return (back.content ?? []).map(nodeText);
}

const ONE = "各级要充分认清当前面临的新形势。";
const TWO = "要把思想统一到市委的部署上来。";
const THREE = "要一件一件抓出成效。";
const VERSION = text("#看清形势", ONE, TWO, "#抓好落实", THREE);
const NEW = "新写的这一段讲的是另外一件事情。";

it("VE-22 a part that a colleague put between its paragraphs stays", () => {
  const now = text("#看清形势", `${ONE}改过。`, "#新的部分", NEW, TWO, "#抓好落实", THREE);
  expect(restored(now, VERSION, 0, 3)).toEqual(["看清形势", ONE, "新的部分", NEW, TWO, "抓好落实", THREE]);
});

it("VE-22 what was written since among its paragraphs goes, what stands behind it doesn't", () => {
  const now = text("#看清形势", ONE, NEW, TWO, "后面又加了一段别的话。", "#抓好落实", THREE);
  expect(restored(now, VERSION, 0, 3)).toEqual([
    "看清形势",
    ONE,
    TWO,
    "后面又加了一段别的话。",
    "抓好落实",
    THREE,
  ]);
});

it("VE-22 a paragraph whose part has moved gets its old words where it stands now", () => {
  const now = text("#抓好落实", THREE, "#看清形势", "各级要充分认清当前面临的严峻形势。", TWO);
  expect(restored(now, VERSION, 1, 2)).toEqual(["抓好落实", THREE, "看清形势", ONE, TWO]);
});

it("VE-22 a paragraph that went comes back behind what it followed, also where that has moved", () => {
  const moved = text("#抓好落实", THREE, "#看清形势", ONE);
  expect(restored(moved, VERSION, 0, 3)).toEqual(["抓好落实", THREE, "看清形势", ONE, TWO]);
  expect(restored(moved, VERSION, 2, 3)).toEqual(["抓好落实", THREE, "看清形势", ONE, TWO]);
  const gone = text("#看清形势", ONE, "#抓好落实", THREE);
  expect(restored(gone, VERSION, 2, 3)).toEqual(["看清形势", ONE, TWO, "抓好落实", THREE]);
});

it("VE-22 parts of it that stand apart take nothing along that lies between them", () => {
  const now = text(TWO, "#抓好落实", NEW, THREE, "#看清形势", ONE);
  const words = restored(now, VERSION, 0, 3);
  expect(words).toContain(NEW);
  expect(words).toContain(THREE);
  expect([...words].sort()).toEqual([ONE, TWO, THREE, NEW, "抓好落实", "看清形势"].sort());
});

it("VE-22 a new heading whose words a paragraph has too stays as that comes back", () => {
  const long =
    "各级要提高认识，把思想统一到市委的部署上来，把力量汇聚到年初确定的目标任务上来，一级做给一级看。";
  const back = text("#看清形势", ONE, long, "#抓好落实", THREE);
  const now = text("#看清形势", ONE, "#提高认识", "#抓好落实", THREE);
  expect(restored(now, back, 2, 3)).toEqual(["看清形势", ONE, "提高认识", long, "抓好落实", THREE]);
});

it("VE-22 of two that say the most of it each the one that it became is replaced, and the other stays", () => {
  const [start, middle, end] = [
    "各级党组织要认清形势任务，把思想统一到决策部署上来，",
    "以更加有力的举措推动各项工作再上台阶、取得实效。",
    "要坚持问题导向，把群众反映强烈的事情办好。",
  ];
  const long = `${start}${middle}${end}`;
  const back = text("#看清形势", long, "#抓好落实", THREE);
  const [shorter, other] = [`${start}${end}`, long.replace("以更加有力的举措", "拿出更大的决心")];
  const now = text("#看清形势", shorter, other, "#抓好落实", THREE);
  expect(restored(now, back, 1, 2)).toEqual(["看清形势", shorter, long, "抓好落实", THREE]);
});
