/** The text in a local copy, to be read or copied out without the editor. */
import * as Y from "yjs";

/** Lines of text in document order; a copy may be of another schema, so no schema is asked. */
export function plainTextOf(fragment: Y.XmlFragment): string {
  const lines: string[] = [];
  const visit = (node: Y.XmlFragment): void => {
    let line: string | null = null;
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) line = (line ?? "") + textOf(child);
      else if (child instanceof Y.XmlElement && child.nodeName === "hardBreak") line = `${line ?? ""}\n`;
      else if (child instanceof Y.XmlFragment) visit(child);
    }
    if (line !== null) lines.push(line);
  };
  visit(fragment);
  return lines.join("\n");
}

function textOf(text: Y.XmlText): string {
  const parts: { readonly insert?: unknown }[] = text.toDelta();
  return parts.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
}

/** The first line with anything in it, by which a writer knows the text; empty when there is none. */
export function firstLineOf(fragment: Y.XmlFragment): string {
  return (
    plainTextOf(fragment)
      .split("\n")
      .find((line) => line.trim() !== "") ?? ""
  );
}
