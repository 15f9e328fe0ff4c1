import type { Node } from "@tiptap/pm/model";
import { deletionsOf } from "./settle-text";

/** Whether a node is struck out, text or a block with all in it: core/text/without-struck.ts for documents as JSON. */
export const isStruck = (node: Node): boolean => node.attrs.removed != null || deletionsOf(node).length > 0;
