/**
 * Keeps prosemirror-tables from adding cells by itself, which nobody did and nobody proposed: while suggestions are
 * written, and beside rows that are proposed or about to go. In texts from before a column's rows of the new length
 * stand there in one table with those of the old one.
 */
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { fixTablesKey } from "@tiptap/pm/tables";

export function tableFixes(isSuggesting: () => boolean): Plugin {
  return new Plugin({
    key: new PluginKey("tableFixes"),
    filterTransaction: (transaction, { doc }) =>
      transaction.getMeta(fixTablesKey) === undefined || (!isSuggesting() && !hasProposedRow(doc)),
  });
}

function hasProposedRow(doc: Node): boolean {
  let found = false;
  doc.descendants(({ type, attrs, isTextblock }) => {
    found ||= type.name === "tableRow" && (attrs.inserted !== null || attrs.removed !== null);
    return !found && !isTextblock;
  });
  return found;
}
