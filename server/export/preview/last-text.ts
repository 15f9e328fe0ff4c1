/** The words that a paper ends with. */
import type { PdfBlock } from "../pdf/model";

/** Null where a table ends it: what is last there is a matter of taste. Empty lines behind are passed over. */
export function lastText(blocks: readonly PdfBlock[]): string | null {
  for (const block of [...blocks].reverse()) {
    if (block.kind === "table") return null;
    const text = textOf(block);
    if (text !== "") return text;
  }
  return "";
}

function textOf(block: Exclude<PdfBlock, { kind: "table" }>): string | null {
  switch (block.kind) {
    case "line":
      return [...block.lead, ...block.body].map(({ text }) => text).join("");
    case "quotation":
      return lastText(block.blocks);
    case "list":
      return lastText(block.items.flat());
  }
}

/** How many letters and digits are among its last `count` characters; null when these are all it has. */
export function lettersRunningOver(text: string, count: number): number | null {
  // White space has no shape on paper.
  const characters = [...text].filter((character) => !/\s/u.test(character));
  if (count >= characters.length) return null;
  return characters.slice(-count).filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
}
