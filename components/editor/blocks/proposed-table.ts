/** A table in the text, which shows what is proposed for it as a whole; Tiptap's own draws its attributes once only. */
import { TableView } from "@tiptap/extension-table";
import type { Node } from "@tiptap/pm/model";
import { SLOTS } from "@/core/document/suggestion";

export class ProposedTable extends TableView {
  /** False where it has to be drawn anew. */
  override update(node: Node): boolean {
    return SLOTS.every((slot) => node.attrs[slot] === this.node.attrs[slot]) && super.update(node);
  }
}
