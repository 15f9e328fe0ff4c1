/** The same lines in other blocks: what an author does who makes a list of paragraphs. */
import { canonicalDocument } from "@/core/compare/canonical-document";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import type { Random } from "./random";

const EMPTY: DocumentNode = { type: "paragraph" };

/** So many characters that no two lines have anything in common. */
export function distinctLine(random: Random): DocumentNode {
  const letters = Array.from({ length: 6 + random.below(30) }, () => 0x4e00 + random.below(20_000));
  return { type: "paragraph", content: [{ type: "text", text: String.fromCodePoint(...letters) }] };
}

/** So long besides that none is taken for another one because of its place. */
export const longLine = (random: Random): DocumentNode =>
  canonicalDocument({
    type: "paragraph",
    content: [distinctLine(random), distinctLine(random)].flatMap(({ content = [] }) => content),
  });

/** Another line with most of its words. */
export function similarLine(line: DocumentNode, random: Random): DocumentNode {
  const letters = [...nodeText(line)];
  const at = random.below(letters.length);
  const fresh = [...nodeText(distinctLine(random))].slice(0, 1 + random.below(letters.length / 4));
  letters.splice(at, random.below(fresh.length + 1), ...fresh);
  return canonicalDocument({ ...line, content: [{ type: "text", text: letters.join("") }] });
}

/** The lines in their order, in blocks of any kind. */
export function groupedLines(lines: readonly DocumentNode[], random: Random): DocumentNode {
  const content: DocumentNode[] = [];
  for (let at = 0; at < lines.length; ) {
    const some = lines.slice(at, at + 1 + random.below(4));
    at += some.length;
    const items = () =>
      some.map((line, index): DocumentNode => {
        const inner = { type: "bulletList", content: [{ type: "listItem", content: [line] }] };
        return {
          type: "listItem",
          content: index > 0 && random.chance(0.2) ? [EMPTY, inner] : [line],
        };
      });
    const type = random.pick(["paragraph", "quotation", "bulletList", "orderedList"]);
    if (type === "paragraph") content.push(...some);
    else if (type === "quotation") content.push({ type, content: some });
    else content.push({ type, ...(type === "orderedList" && { attrs: { start: 1 } }), content: items() });
  }
  return canonicalDocument({ type: "doc", content });
}

export function shuffledLines(lines: readonly DocumentNode[], random: Random): DocumentNode[] {
  const others = [...lines];
  for (let moves = random.below(4); moves > 0; moves -= 1) {
    const [line] = others.splice(random.below(others.length), 1);
    if (line !== undefined) others.splice(random.below(others.length + 1), 0, line);
  }
  return others;
}
