/** What keys and buttons do to whole lines: into a list or a quotation, out again, deeper, together. */
import { joinBackward, lift, wrapIn } from "@tiptap/pm/commands";
import type { Node, NodeType } from "@tiptap/pm/model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { documentSchema } from "@/core/document/schema";
import type { Random } from "./random";

function type(name: string): NodeType {
  const found = documentSchema().nodes[name];
  if (found === undefined) throw new Error(`no ${name} in the schema`);
  return found;
}

/** Each with the places that it works on: the selection as it is, or the start of its first line. */
const COMMANDS: readonly { readonly command: Command; readonly atStart?: true }[] = [
  { command: wrapIn(type("quotation")) },
  { command: wrapInList(type("bulletList")) },
  { command: wrapInList(type("orderedList")) },
  { command: lift },
  { command: liftListItem(type("listItem")) },
  { command: sinkListItem(type("listItem")) },
  { command: splitListItem(type("listItem")) },
  { command: joinBackward, atStart: true },
];

/** A transaction with what one of them does there; null where it does nothing. */
export function randomCommand(doc: Node, from: number, to: number, random: Random): Transaction | null {
  const { command, atStart } = random.pick(COMMANDS);
  const $from = doc.resolve(from);
  // Joined to a line that is about to go the words stay, where direct editing would let them go with it.
  if (atStart && $from.depth === 1 && isLeaving(doc.maybeChild($from.index(0) - 1))) return null;
  const selection = atStart ? TextSelection.create(doc, $from.start()) : TextSelection.create(doc, from, to);
  const made: Transaction[] = [];
  command(EditorState.create({ doc, selection }), (tr) => made.push(tr));
  return made[0] ?? null;
}

const isLeaving = (node: Node | null) => node !== null && node.attrs.removed !== null;
