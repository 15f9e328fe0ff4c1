import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";

/** The number in front of each top-level block; null for what is no heading. */
export function numbersIn({ content = [] }: DocumentNode, style: NumberingStyle): readonly (string | null)[] {
  return headingNumbers(
    content.map(({ type, attrs }) => outlineBlock(type, attrs)),
    style,
  );
}
